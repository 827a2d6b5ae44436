"""What tracing reached on the stories written by hand in gate/stories; a floor may only rise."""

from gate.measures import Tally, compare, summarise
from gate.score_stemmata import WRITTEN, judge
from gate.stemma_stories import read_written


def test_tracing_does_not_sink() -> None:
    tally = Tally()
    errors = [error for story in read_written(WRITTEN) for error in compare(story, judge(story), tally)]
    reached, told = summarise(tally), "\n".join(errors)
    assert tally["stories"] == 9
    assert tally["sources_right"] == 9, told
    assert tally["called_copies"] == 0, told
    assert reached["lineage_f1"] >= 1.0, told
    assert reached["edge_f1"] >= 0.84, told
    assert reached["manner"] >= 1.0, told
