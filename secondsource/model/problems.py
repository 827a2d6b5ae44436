"""What an answer says that cannot be what was asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the desk cannot answer as asked, and what the one who asked can do.

    `status` is HTTP's, `code` one word or more for a program ("not_found"), the other two are for a person.
    """

    status: int
    code: str
    message: str
    what_to_do: str
