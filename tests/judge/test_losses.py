"""Sources lost and things said more firmly, from one report to a copy of it, in many wordings."""

import pytest

from tests.judge.whole import findings_of_texts

HEAD = "Storm over Tamsel harbour\nA storm hit Tamsel on Sunday night, and the ferries stayed in port.\n\n"
TAIL = "\n\nThe market hall was closed all morning. Children skated on the frozen fountain."
DAY = "2025-05-12T20:00:00+00:00"
PAIRS = [
    (
        "The dam at Orrel has leaked since April, the water board said.",
        "The dam at Orrel has leaked since April.",
        "lost",
    ),
    ("According to the fire brigade, nineteen barns burned down.", "Nineteen barns burned down.", "lost"),
    ("Police counted 4,200 marchers in the old town.", "Some 4,200 people marched through the old town.", "lost"),
    ("The museum puts its loss at 3.4 million crowns.", "The museum lost 3.4 million crowns.", None),
    ("The insurer puts the damage at 3.4 million crowns.", "The damage comes to 3.4 million crowns.", "lost"),
    ("By the union's count 640 nurses stayed at home.", "640 nurses stayed at home.", "lost"),
    ("By the union's count 640 nurses stayed at home.", "Going by the union, 640 nurses stayed at home.", None),
    ("The drug works in two of three patients, its maker claims.", "The drug works in two of three patients.", "lost"),
    (
        "The drug works in two of three patients, its maker claims.",
        "Two patients in three get better with the drug, says the maker.",
        None,
    ),
    ("A guard says that the gate had been left open all night.", "The gate stood open the whole night.", "lost"),
    (
        "A guard says that the gate had been left open all night.",
        "The gate, a guard recalls, stood open the whole night.",
        None,
    ),
    ("Two former employees said that the brakes were never tested.", "Nobody ever tested the brakes.", "lost"),
    (
        "Two former employees said that the brakes were never tested.",
        "The brakes were never tested, say two people who used to work there.",
        None,
    ),
    (
        "The treasurer is said to have taken the money to an island.",
        "The treasurer took the money to an island.",
        "lost",
    ),
    (
        "Reportedly the bank will close forty branches next year.",
        "The bank will close forty branches next year.",
        "lost",
    ),
    ("Rumour has it that the singer has sold her house in Orrel.", "The singer has sold her house in Orrel.", "lost"),
    ("The mayor said that she had warned the builders in June.", "The mayor warned the builders in June.", "lost"),
    ("The mayor warned the builders in June.", "The mayor warned the builders in June.", None),
    ("Neighbours say that the owner promised them a new wall.", "The owner promised them a new wall.", "lost"),
    ("The school promised the parents a new roof.", "The school will give the parents a new roof, it promised.", None),
    ("Her lawyer says that Lund wanted to sell the mill in May.", "Lund wanted to sell the mill in May.", "lost"),
    (
        "The plane had been repaired twice in a year, the pilots' union says.",
        "Twice in one year the plane had been in repair.",
        "lost",
    ),
    (
        "The treaty lets fishermen cross the line at night, the embassy said.",
        "Fishermen may cross the line at night under the treaty, according to the embassy.",
        None,
    ),
    (
        "About 900 goats died of the fever, the ministry of farming said.",
        "The fever killed 900 goats; that is the number of the ministry of farming.",
        None,
    ),
    ("About 900 goats died of the fever, the ministry of farming said.", "The fever killed 900 goats.", "lost"),
    ("The judges found that the contract had been forged.", "The contract was forged.", "lost"),
    ("The judges found that the contract had been forged.", "The contract was found to have been forged.", None),
    ("One in five bridges is unsafe, engineers of the college estimate.", "Every fifth bridge is unsafe.", "lost"),
    ("An audit has it that 70 invoices were paid twice.", "Seventy invoices were paid twice.", "lost"),
    ("The striker will leave for Marn in summer, his agent said.", "In summer the striker moves to Marn.", "lost"),
    (
        "The striker will leave for Marn in summer, his agent said.",
        "His agent has it that the striker moves to Marn in summer.",
        None,
    ),
    (
        "The comet will be seen from the north only, astronomers in Vell said.",
        "Only in the north will the comet be seen.",
        "lost",
    ),
    ("The well has been poisoned with diesel, the laboratory reported.", "Diesel has poisoned the well.", "lost"),
    ("A witness told the court that the captain had been asleep.", "The captain was asleep.", "lost"),
    (
        "A witness told the court that the captain had been asleep.",
        "In court a witness spoke of a captain who slept.",
        None,
    ),
    ("The choir sang until midnight, and it was warm.", "The choir sang until midnight.", None),
    ("A tree fell on the tram at noon, said the driver.", "At noon a tree fell on the tram.", "lost"),
    ("The council may ban cars from the old bridge.", "The council will ban cars from the old bridge.", "changed"),
    (
        "Prosecutors may charge the owner with arson, his lawyer said.",
        "The owner will be charged with arson.",
        "changed",
    ),
    ("The factory could lose its permit by autumn.", "By autumn the factory will lose its permit.", "changed"),
    ("Frost may have cracked the pipe, the engineer said.", "Frost cracked the pipe, the engineer said.", "changed"),
    (
        "Frost may have cracked the pipe, the engineer said.",
        "Frost has probably cracked the pipe, the engineer said.",
        None,
    ),
    (
        "The suspect might have had help from inside, police said.",
        "The suspect had help from inside, police said.",
        "changed",
    ),
    (
        "Dr Karl Amsel thinks that the virus might come back in winter.",
        "The virus will come back in winter.",
        "changed",
    ),
    ("It is possible that the queen will abdicate in June.", "The queen will abdicate in June.", "changed"),
    ("The owner is suspected of having set fire to the mill.", "The owner set fire to the mill.", "changed"),
    (
        "The alleged thief of the painting was held on Monday.",
        "The thief of the painting was held on Monday.",
        "changed",
    ),
    ("The team is expected to win the title on Sunday.", "The team will win the title on Sunday.", "changed"),
    ("Talks are likely to resume on Friday.", "Talks will resume on Friday.", "changed"),
    ("Talks are likely to resume on Friday.", "Talks may resume on Friday.", None),
    ("From the tower one could see the mill.", "The mill was seen from the tower.", None),
    ("The mill may close in autumn.", "The mill may have to close when autumn comes.", None),
    (
        "Karl Amsel said that the gauge had been wrong for a year.",
        "Karl Amsel admitted that the gauge had been wrong for a year.",
        "changed",
    ),
    (
        "Karl Amsel said that the gauge had been wrong for a year.",
        "Karl Amsel stressed that the gauge had been wrong for a year.",
        None,
    ),
    (
        "“We slept too long,” said Karl Amsel, the harbour master.",
        "“We slept too long,” confessed Karl Amsel, the harbour master.",
        "changed",
    ),
    (
        "“We slept too long,” said Karl Amsel, the harbour master.",
        "“We slept too long,” harbour master Karl Amsel told a reporter.",
        None,
    ),
    (
        "The bishop said that the letters had been burned.",
        "The bishop had to concede that the letters had been burned.",
        "changed",
    ),
    (
        "The minister did not deny that he knew of the loan.",
        "The minister admitted that he knew of the loan.",
        "changed",
    ),
    (
        "“We will turn off the gas,” said the envoy, Ida Brolin.",
        "“We will turn off the gas,” threatened the envoy, Ida Brolin.",
        "changed",
    ),
    (
        "The envoy, Ida Brolin, said that the gas would be turned off.",
        "The envoy, Ida Brolin, threatened to turn off the gas.",
        "changed",
    ),
    (
        "“No one builds faster,” said the builder, Oskar Rehn.",
        "“No one builds faster,” the builder, Oskar Rehn, bragged.",
        "changed",
    ),
    (
        "“Bread is not a crime,” said the baker, Oskar Rehn.",
        "“Bread is not a crime,” said the mayor, Nora Feld.",
        "changed",
    ),
    ("“Bread is not a crime,” said the baker, Oskar Rehn.", "“Bread is not a crime,” Rehn said.", None),
    ("“Bread is not a crime,” said Oskar Rehn.", "“Baking bread is no crime,” said Nora Feld.", "changed"),
    (
        "“Bread is not a crime,” Oskar Rehn, a baker, said on Monday.",
        "“Bread is not a crime,” a baker said on Monday.",
        None,
    ),
]
"""What a report tells, what a copy makes of it, and the verdict on that."""


@pytest.mark.parametrize(("first", "copy", "verdict"), PAIRS)
def test_what_a_copy_makes_of_a_source(first: str, copy: str, verdict: str | None) -> None:
    found = findings_of_texts((DAY, HEAD + first + TAIL), (DAY, HEAD + copy + TAIL), groups=[[0, 1]])
    verdicts = {finding.verdict for finding in found if finding.kind == "attribution"}
    assert (verdict in verdicts) if verdict else not verdicts


def test_the_parts_of_one_quote_are_told_once_with_their_verb() -> None:
    quote = "“The gate was mine. I left it open for the cattle,” {} Karl Amsel, the harbour master."
    told = [(DAY, HEAD + quote.format(verb) + TAIL) for verb in ("said", "confessed")]
    found = [f for f in findings_of_texts(*told, groups=[[0, 1]]) if f.kind == "attribution"]
    assert [f.verdict for f in found] == ["changed"]


def test_a_source_behind_another_sentence_vouches_for_that_one_alone() -> None:
    first = "There are 900 seats in the hall of Tamsel. Half of them will go in the spring, said the owner."
    copy = "The hall of Tamsel has 900 seats."
    found = findings_of_texts((DAY, HEAD + first + TAIL), (DAY, HEAD + copy + TAIL), groups=[[0, 1]])
    assert [f for f in found if f.kind == "attribution"] == []


@pytest.mark.parametrize(("teller", "is_lost"), [("the fire service", True), ("Northern Press Agency", False)])
def test_an_agency_that_a_copy_no_longer_credits_is_no_lost_source(teller: str, is_lost: bool) -> None:
    told = "The roof of the hall in Osk fell in during the night and 300 chairs were burnt"
    copies = (DAY, f"{HEAD}{told}, {teller} reported.{TAIL}"), (DAY, f"{HEAD}{told}.{TAIL}")
    found = findings_of_texts(*copies, groups=[[0, 1]])
    assert [f.verdict for f in found if f.kind == "attribution"] == ["lost"] * is_lost
