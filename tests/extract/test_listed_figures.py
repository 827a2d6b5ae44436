"""Figures without a noun of their own: in lists, votes, parts of a unit, and people counted one by one."""

import pytest

from secondsource.stages.extract.figures import find_figures
from tests.annotate.reports import read

ROWS = [
    ("A guard was killed and two more were injured.", [("two", 2, None)]),
    ("Three more are in the infirmary.", [("Three", 3, None)]),
    ("Nine others lay in the hall.", [("Nine", 9, None)]),
    ("Four perished on that night.", [("Four", 4, None)]),
    ("The list is long, and nine cannot be found.", [("nine", 9, None)]),
    ("It burned 38 homes in the town, 19 in Low Field and nine along Quarry Road.",
     [("38", 38, None), ("19", 19, None), ("nine", 9, None)]),
    ("Four of her crew are dead, four in hospital.", [("Four", 4, None), ("four", 4, None)]),
    ("Harvest won 30, the Workers seven and the ecologist Fern four.",
     [("30", 30, None), ("seven", 7, None), ("four", 4, None)]),
    ("The board was split six to three.", [("six to three", 6, None)]),
    ("The council voted 7-2 to shut the pier.", [("7", 7, None)]),
    ("They approved it by nine votes to four.", [("nine votes to four", 9, None)]),
    ("The jury decided by ten to two.", [("ten to two", 10, None)]),
    ("The bank cut its rate by a quarter point.", [("a quarter point", 0.25, "point")]),
    ("The bank cut its rate by half a percentage point.", [("half a percentage point", 0.5, "percentage point")]),
    ("It was a half-point cut.", [("a half-point", 0.5, "point")]),
    ("They waited half an hour.", [("half an hour", 0.5, "hour")]),
    ("They left at 3:18, nine minutes later.", [("nine minutes", 9, "minute")]),
    ("Of the 248 files 31 are lost, which is an eighth.",
     [("248", 248, None), ("31", 31, None), ("an eighth", 0.125, None)]),
    ("Harvest had 38.6 percent, the Lake List 9.3, Fern 8.1 and all others 1.2.",
     [("38.6 percent", 38.6, "percentage"), ("9.3", 9.3, "percentage"), ("8.1", 8.1, "percentage"),
      ("1.2", 1.2, "percentage")]),
    ("Shares rose 3.4 percent to 15.43.", [("3.4 percent", 3.4, "percentage"), ("15.43", 15.43, None)]),
    ("A fourth man died that night.", [("fourth", 4, None)]),
    ("The frost has claimed a third life.", [("third", 3, None)]),
    ("Brek mourns a fifth death.", [("fifth", 5, None)]),
    ("A second hospital was opened.", []),
    ("The frost cost the growers of Brek 60 million crowns.", [("60 million", 60e6, None)]),
    ("A fifth body was brought ashore.", [("fifth", 5, None)]),
    ("A quake of magnitude 6.4 shook the valley.", [("6.4", 6.4, "magnitude")]),
    ("The 6.4-magnitude quake came at dawn.", [("6.4", 6.4, "magnitude")]),
    ("The quake reached 6.4 on the Richter scale.", [("6.4", 6.4, "magnitude")]),
    ("Aftershocks of up to 5.5 will follow.", [("up to 5.5", None, "magnitude")]),
    ("The toll was 58.", [("58", 58, None)]),
    ("They took it back to 6.4 an hour later.", [("6.4", 6.4, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), ROWS)
def test_figures_without_a_noun(text, figures):
    assert [(f.span.of(text), f.low, f.unit) for f in find_figures(read(text))] == figures


@pytest.mark.parametrize(
    "text",
    [
        "The two then signed.",
        "They came at twenty to seven.",
        "They came at about ten past nine.",
        "They came at 6.40 o'clock.",
        "It was a second home for him.",
        "She has a third wish.",
        "They met again three days later.",
        "In the second quarter, it closed.",
        "Skarrow beat Ulm six to three.",
        "He spoke to two in confidence.",
    ],
)
def test_no_figure(text):
    assert find_figures(read(text)) == ()
