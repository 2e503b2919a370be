"""What validation says: it never raises and never blocks."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding asks for."""

    WARNING = "warning"
    """Something is probably wrong."""
    NOTE = "note"
    """Something would be good to have; it is not counted where people look at every day."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt about one field.

    `code` is stable and meant for programs, `message` is a sentence for people, `suggestion`
    the value that would settle it, empty where there is none. `field` is named as in a change.
    `about` is the value in doubt, which tells two findings of one code and field apart.
    """

    code: str
    field: str
    message: str
    suggestion: str = ""
    about: str = ""
    level: Level = Level.WARNING
