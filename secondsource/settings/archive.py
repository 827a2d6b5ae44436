"""Knobs of the archive."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Archive:
    """Knobs of the archive."""

    folder: Path | None = None
    """The folder of the archive, where --archive names none. None: "archive" in the user's data folder."""

    @property
    def place(self) -> Path:
        """The folder in force."""
        if self.folder:
            return self.folder
        from platformdirs import user_data_path

        return user_data_path("secondsource", appauthor=False) / "archive"
