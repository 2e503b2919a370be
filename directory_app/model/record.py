"""What a file says of an office, before anybody compared it with the directory."""

from dataclasses import dataclass
from uuid import UUID

from directory_app.model.findings import Finding
from directory_app.model.office import Office

UNIDENTIFIED = UUID(int=0)
"""The id of an office whose file gives it none."""


@dataclass(frozen=True, slots=True)
class Record:
    """One office as a file gives it.

    `place` is where it stands, for people: "card 3, line 41", "row 7". `fields` are those of a change
    that the file speaks of; the others are unknown, not empty. A `whole` record comes from a file
    that says everything there is to say of its fields; what a partial one does not mention stays.
    The office's id comes from the file's own identifier, or is `UNIDENTIFIED`.
    """

    place: str
    office: Office
    fields: frozenset[str]
    whole: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A piece of a file that is no office; `reason` is a sentence."""

    place: str
    reason: str
