"""What a user pays before anything runs: heavy parts are not imported for `--help` or `import secondsource`."""

import subprocess
import sys

import pytest

HEAVY = (
    "numpy",
    "spacy",
    "sklearn",
    "scipy",
    "onnxruntime",
    "trafilatura",
    "lxml",
    "jinja2",
    "rich.progress",
    "dateparser",
    "fastapi",
    "pyarrow",
    "sqlalchemy",
    "uvicorn",
)


@pytest.mark.parametrize("what", ["import secondsource", "import secondsource.surfaces.cli"])
def test_heavy_parts_wait_for_their_first_use(what: str) -> None:
    check = f"{what}; import sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
