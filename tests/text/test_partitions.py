"""Parts that words hold apart: each wrong whole beside a right one."""

import pytest

from secondsource.text.partitions import find_wrong_partitions
from secondsource.text.totals import Total

PAIRS = [
    (
        "Of the club's 60 players 25 left in June, while 45 stayed on.",
        "Of the club's 60 players 25 left in June, while 35 stayed on.",
    ),
    (
        "Eighteen of the 40 councillors walked out and 32 remained in their seats.",
        "Eighteen of the 40 councillors walked out and 22 remained in their seats.",
    ),
    (
        "Twelve of the 30 deputies followed him and 28 did not get up.",
        "Twelve of the 30 deputies followed him and 18 did not get up.",
    ),
    (
        "Of the 40 houses in the street, 25 were damaged and 18 destroyed.",
        "Of the 40 houses in the street, 25 were damaged and 15 destroyed.",
    ),
    (
        "The crew of 14, eleven men and four women, was flown home.",
        "The crew of 14, eleven men and three women, was flown home.",
    ),
    (
        "The grant of 9 million crowns is split between the port (5 million) and the school (5 million).",
        "The grant of 9 million crowns is split between the port (5 million) and the school (4 million).",
    ),
    (
        "All 100 members voted. The motion passed by 61 votes to 34, with eight abstentions.",
        "All 100 members voted. The motion passed by 61 votes to 34, with five abstentions.",
    ),
    (
        "Fourteen people were killed. Eight of them were in the bus, seven in the car.",
        "Fourteen people were killed. Eight of them were in the bus, six in the car.",
    ),
    (
        "Together with the 30 jobs cut in March, the 50 jobs announced on Wednesday bring the total to 90.",
        "Together with the 30 jobs cut in March, the 50 jobs announced on Wednesday bring the total to 80.",
    ),
    (
        "On the bus were 20 passengers, including 12 women and 13 men.",
        "On the bus were 20 passengers, including 12 women and eight men.",
    ),
    (
        "Two more people died in hospital on Wednesday, bringing the toll from 11 to 15.",
        "Two more people died in hospital on Wednesday, bringing the toll from 11 to 13.",
    ),
    (
        "The jury of twelve – seven women and six men – took three hours.",
        "The jury of twelve – seven women and five men – took three hours.",
    ),
    (
        "The three villages have 400, 350 and 250 inhabitants, 1,200 together.",
        "The three villages have 400, 350 and 250 inhabitants, 1,000 together.",
    ),
    (
        "The bank lost 4.2 billion crowns, 2.7 billion on loans and 1.9 billion on bonds.",
        "The bank lost 4.2 billion crowns, 2.7 billion on loans and 1.5 billion on bonds.",
    ),
    (
        "A dozen people were rescued, six of them from Brek, four from Tarnby and three from Olm.",
        "A dozen people were rescued, five of them from Brek, four from Tarnby and three from Olm.",
    ),
    (
        "Four of the seven judges were for the appeal and four against it.",
        "Four of the seven judges were for the appeal and three against it.",
    ),
    (
        "There were 90 delegates: 50 came from the north, 25 from the south and 25 from the islands.",
        "There were 90 delegates: 50 came from the north, 25 from the south and 15 from the islands.",
    ),
    (
        "Of the 30 prisoners 18 were released on Tuesday; the other 15 remain in their cells.",
        "Of the 30 prisoners 18 were released on Tuesday; the other 12 remain in their cells.",
    ),
    (
        "A total of 64 people were arrested, 41 on Friday and 33 on Saturday.",
        "A total of 64 people were arrested, 41 on Friday and 23 on Saturday.",
    ),
    (
        "Forty people had been on the train. Twenty-two got out at Brek, and the remaining 28 rode on.",
        "Forty people had been on the train. Twenty-two got out at Brek, and the remaining 18 rode on.",
    ),
    (
        "The three sisters inherited 90,000 crowns: one got 40,000, the second 30,000 and the third 25,000.",
        "The three sisters inherited 90,000 crowns: one got 40,000, the second 30,000 and the third 20,000.",
    ),
    (
        "The vote was 34 to 22, with four abstentions, in a chamber of 65 in which no seat is empty.",
        "The vote was 34 to 22, with four abstentions, in a chamber of 60 in which no seat is empty.",
    ),
    (
        "Six of the nine wounded are soldiers and four are civilians.",
        "Six of the nine wounded are soldiers and three are civilians.",
    ),
    (
        "The damage comes to 800,000 crowns: 450,000 for the roof, 200,000 for the hall and 250,000 for the organ.",
        "The damage comes to 800,000 crowns: 450,000 for the roof, 200,000 for the hall and 150,000 for the organ.",
    ),
    (
        "Thirty-five letters were stolen, 20 in Brek and 18 in Olm.",
        "Thirty-five letters were stolen, 20 in Brek and 15 in Olm.",
    ),
    (
        "Of the 16 teams, eight from the north and nine from the south, four remain.",
        "Of the 16 teams, eight from the north and eight from the south, four remain.",
    ),
]


def found(text: str) -> list[Total]:
    return list(find_wrong_partitions(text))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("of 30 men, 18 left in May and the other 12 women " * 300)
