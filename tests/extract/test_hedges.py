import pytest

from tests.extract.told import tell, tell_content

DRUNK = "that the captain was drunk"
HEDGES = [
    ("Reportedly, the captain was drunk.", "Reportedly", "the captain was drunk", "reports"),
    ("The captain was reportedly drunk.", "reportedly", "The captain was … drunk", "reports"),
    ("The captain fled, reportedly.", "reportedly", "The captain fled", "reports"),
    ("The captain allegedly fled.", "allegedly", "The captain … fled", "claims"),
    ("Apparently, the captain was drunk.", "Apparently", "the captain was drunk", "seems"),
    ("The captain appeared to be drunk.", "appeared", "The captain … to be drunk", "seems"),
    ("It appears that the captain was drunk.", "appears", DRUNK, "seems"),
    ("By all accounts, the captain was drunk.", "By all accounts", "the captain was drunk", "reports"),
    ("The captain was, by all accounts, drunk.", "by all accounts", "The captain was … drunk", "reports"),
    ("It is widely believed that the captain was drunk.", "is widely believed", DRUNK, "believes"),
    ("It is thought the captain was drunk.", "is thought", "the captain was drunk", "believes"),
    ("It is understood that the captain was drunk.", "is understood", DRUNK, "reports"),
    ("It was reported that the captain was drunk.", "was reported", DRUNK, "reports"),
    ("It is said that the captain was drunk.", "is said", DRUNK, "reports"),
    ("It has been claimed that the captain was drunk.", "has been claimed", DRUNK, "claims"),
    ("It was alleged that the captain was drunk.", "was alleged", DRUNK, "claims"),
    ("It emerged that the captain was drunk.", "emerged", DRUNK, "reports"),
    ("It is widely held that the captain was drunk.", "is widely held that", "the captain was drunk", "believes"),
    ("The captain was, it is said, drunk.", "is said", "The captain was … drunk", "reports"),
    ("The captain was drunk, it is believed.", "is believed", "The captain was drunk", "believes"),
    ("As is widely believed, the captain was drunk.", "is widely believed", "the captain was drunk", "believes"),
    ("Ana Holm is said to have fled.", "is said", "Ana Holm … to have fled", "reports"),
    ("Ana Holm was reported to have fled.", "was reported", "Ana Holm … to have fled", "reports"),
    ("Ana Holm is understood to have fled.", "is understood", "Ana Holm … to have fled", "reports"),
    ("Ana Holm is thought to have fled.", "is thought", "Ana Holm … to have fled", "believes"),
    ("Ana Holm is believed to be ill.", "is believed", "Ana Holm … to be ill", "believes"),
    ("Ana Holm is rumoured to be ill.", "is rumoured", "Ana Holm … to be ill", "reports"),
    ("Ana Holm is alleged to have fled.", "is alleged", "Ana Holm … to have fled", "claims"),
    ("The plan is expected to cost a million.", "is expected", "The plan … to cost a million", "expects"),
    ("The ferry is feared lost.", "is feared", "The ferry … lost", "fears"),
    ("The captain is presumed dead.", "is presumed", "The captain … dead", "believes"),
    ("The captain is widely seen as a drunk.", "is widely seen", "The captain … as a drunk", "describes"),
    ("There are reports that the captain was drunk.", "reports", DRUNK, "reports"),
    ("There were claims that the captain was drunk.", "claims", DRUNK, "claims"),
    ("There is speculation that the captain will go.", "speculation", "that the captain will go", "claims"),
    ("Allegations that the captain was drunk were dropped.", "Allegations", DRUNK, "claims"),
    ("The owner was accused of hiding the rot.", "was accused", "The owner … of hiding the rot", "accuses"),
    ("The captain faces accusations of theft.", "accusations", "of theft", "accuses"),
    ("The captain is suspected of theft.", "is suspected", "The captain … of theft", "accuses"),
]


@pytest.mark.parametrize(("text", "cue", "content", "force"), HEDGES, ids=[row[0] for row in HEDGES])
def test_what_nobody_is_named_for_is_kept_without_a_source(text: str, cue: str, content: str, force: str) -> None:
    (told,) = tell(text)
    assert (told.source, told.cue, told.content, told.force) == ("", cue, content, force)
    assert (told.speaker, told.manner) == (None, "indirect")


NAMELESS = [
    ("Sources say the captain was drunk.", "Sources"),
    ("Several sources said the captain was drunk.", "Several sources"),
    ("Unconfirmed reports say the captain was drunk.", "Unconfirmed reports"),
    ("According to reports, the captain was drunk.", "reports"),
    ("According to some reports, the captain was drunk.", "some reports"),
    ("Rumours say the captain was drunk.", "Rumours"),
    ("Rumour has it that the captain was drunk.", "Rumour"),
    ("Word has it that the captain was drunk.", "Word"),
    ("The captain was drunk, reports say.", "reports"),
]


@pytest.mark.parametrize(("text", "source"), NAMELESS, ids=[row[0] for row in NAMELESS])
def test_sources_that_are_nobody_have_no_speaker(text: str, source: str) -> None:
    told = tell_content(text, "captain was drunk")
    assert (told.source, told.speaker, told.force) == (source, None, "reports")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sources close to the minister said it was over.", "sources close to the minister"),
        ("A source familiar with the plan said it was over.", "a source familiar with the plan"),
        ("Police sources said it was over.", "police sources"),
        ("A report by the Harbour Institute said it was over.", "a report by the Harbour Institute"),
    ],
)
def test_sources_that_are_told_apart_keep_what_they_are_called(text: str, speaker: str) -> None:
    assert tell_content(text, "it was over").speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The captain appeared on the bridge.",
        "The captain understood the chart.",
        "The union accounts were lost.",
        "The mayor emerged from the hall.",
        "The source of the river is dry.",
    ],
)
def test_words_of_hedges_may_mean_something_else(text: str) -> None:
    assert tell(text) == []
