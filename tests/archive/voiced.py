"""An archive in which people are quoted: two stories, one outlet that copies another, read by hand."""

from dataclasses import replace

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.judging import judge_changed
from secondsource.model.readings import Reading
from secondsource.model.reports import Document
from secondsource.model.statements import Statements
from secondsource.pipeline import ReadReport
from tests.nouns import read, say, tell

HOSTILE = 'Radio <b>"Nord"/Süd</b> \u202eOA'
"""An outlet whose name must be escaped wherever it stands."""

DAM = (
    "The Tellin dam burst above Orle on Monday and drowned two mills. Ilse Corvay, the minister, said the engineers had"
    " warned her of the cracks in the Tellin dam. “We closed the sluices too late,” Corvay said. The mills of Orle"
    " stood under water until Tuesday."
)
DAM_COPY = (
    "The Tellin dam burst above Orle on Monday and drowned two mills. Ilse Corvay, the minister, said the engineers had"
    " warned her of the cracks in the Tellin dam. “We closed the sluices much too late,” Corvay said, according to The"
    " Orle Courier."
)
VOTE = (
    "Parliament in Hasselby voted on the pension levy on Friday. Ilse Corvay denied that the levy would be doubled."
    " Deputies from Hasselby stayed away from the ballot."
)

RIVALS = {
    "quay-1": "Nereid",
    "quay-2": "Corvay",
    "quay-3": "Nereid",
}
"""Three reports of one story, and whom each has say the words about the tide."""
QUAY = (
    "The quay of Tellin sank into the harbour of Orle on Sunday. “No quay stands without its piles,” Ilse Corvay said,"
    " and she refused calls to shut the harbour. “The tide takes what it wants,” said {}. Divers looked at the quay."
)


def fill_contested(archive: Archive) -> None:
    """Store reports that ascribe one quote to different people, and nest one claim in another."""
    for name, speaker in RIVALS.items():
        reading = read(name, QUAY.format(speaker), persons=["Ilse Corvay", "Nereid"])
        full = "Ilse Corvay" if speaker == "Corvay" else speaker
        said = [
            say(reading, "Ilse Corvay", "No quay stands without its piles", manner="direct"),
            say(reading, "Ilse Corvay", "calls to shut the harbour", cue="refused", force="declines"),
            say(reading, "Ilse Corvay", "calls", cue="refused", force="declines"),
            say(reading, full, "The tide takes what it wants", manner="direct"),
        ]
        _put(archive, reading, tell(reading, said), f"The {name}", "2031-08-04T08:00:00+00:00")
    list(judge_changed(archive))


def fill(archive: Archive) -> None:
    """Store the reports and compare their stories."""
    _store(archive, "dam-1", DAM, "The Orle Courier", "2031-05-01T08:00:00+00:00", "We closed the sluices too late")
    _store(archive, "dam-2", DAM_COPY, HOSTILE, "2031-05-01T11:00:00+00:00", "We closed the sluices much too late")
    reading = read("vote", VOTE, persons=["Ilse Corvay"])
    said = say(reading, "Ilse Corvay", "that the levy would be doubled", cue="denied", force="denies")
    _put(archive, reading, tell(reading, [said]), "The Orle Courier", "2031-06-07", ("NPA",))
    list(judge_changed(archive))


def _store(archive: Archive, name: str, text: str, outlet: str, published_at: str, quote: str) -> None:
    reading = read(name, text, persons=["Ilse Corvay", "Corvay"])
    warned = say(reading, "Ilse Corvay", "the engineers had warned her of the cracks in the Tellin dam")
    closed = say(reading, "Corvay", quote, manner="direct")
    _put(archive, reading, tell(reading, [warned, closed]), outlet, published_at)


def _put(
    archive: Archive, reading: Reading, told: Statements, outlet: str, published_at: str, agencies: tuple[str, ...] = ()
) -> None:
    report = replace(reading.report, outlet=outlet, published_at=published_at, agencies=agencies)
    reading = replace(reading, report=report, anchored_on=published_at[:10])
    document = Document(f"{report.id}.txt", report.text.encode(), "text")
    store(archive, [Arrival(document, ReadReport(reading, told))])
