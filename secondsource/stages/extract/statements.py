"""Statements: the door of extracting. A reading gives up its attributions, figures and datings."""

from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.settings import Extract
from secondsource.stages.extract.attributions import find_told
from secondsource.stages.extract.datings import find_datings
from secondsource.stages.extract.figures import find_figures

DEFAULT = Extract()


def extract(reading: Reading, settings: Extract = DEFAULT) -> Statements:
    """Take from a reading who said what, the quantities, and the events that it dates."""
    attributions, speakers = find_told(reading, settings)
    return Statements(
        report=reading.report.id,
        attributions=attributions,
        figures=find_figures(reading),
        datings=find_datings(reading),
        speakers=speakers,
    )
