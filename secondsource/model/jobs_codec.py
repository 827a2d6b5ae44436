"""Work that is under way, as JSON: the keys that docs/contract.md promises."""

from typing_extensions import TypedDict

from secondsource.model.archive_codec import AdditionJson, RejectedJson, addition_to_json
from secondsource.model.jobs import Job, JobKind, JobState
from secondsource.model.resting_codec import RestJson, rest_to_json


class StepJson(TypedDict):
    stage: str
    done: int


class JobJson(TypedDict):
    """A piece of work: how far it is, what became of each document (the last ones), and what came of it."""

    id: str
    kind: JobKind
    title: str
    state: JobState
    step: StepJson | None
    outcomes: list[AdditionJson | RejectedJson]
    outcomes_total: int
    rest: RestJson | None
    trouble: str


def job_to_json(job: Job) -> JobJson:
    return {
        "id": job.id,
        "kind": job.task.kind,
        "title": job.task.title,
        "state": job.state,
        "step": {"stage": job.step.stage, "done": job.step.done} if job.step else None,
        "outcomes": [addition_to_json(one) for one in job.outcomes],
        "outcomes_total": job.outcomes_total,
        "rest": rest_to_json(job.rest) if job.rest else None,
        "trouble": job.trouble,
    }
