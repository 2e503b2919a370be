"""What a pasted text says of one office, before it is read any further."""

from dataclasses import dataclass, field

from directory_app.model.office import Person
from directory_app.model.phone import PhoneKind


@dataclass(slots=True)
class Entry:
    """What the text says of one office, as it is written there; `line` counts from 1.

    `region` and `country` are the headings above it, `heading` the lower of them if no other entry came
    before it there; `own_region` is said of it alone. A name `is_sure` if it has a word for an office
    in it or stands on a line of its own. `has_place` tells that the address is more than a few words.
    """

    line: int
    region: str = ""
    country: str = ""
    own_region: str = ""
    heading: str = ""
    name: str = ""
    is_sure: bool = False
    has_office_word: bool = False
    has_place: bool = False
    address: list[str] = field(default_factory=list)
    phones: list[tuple[str, PhoneKind | None]] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def has_contacts(self) -> bool:
        """Whether there is a way to reach it."""
        return bool(self.phones or self.emails or self.sites)

    @property
    def is_office(self) -> bool:
        """Whether there is enough to call it one."""
        return bool(self.has_contacts or self.has_place or (self.name and self.has_office_word))


@dataclass(frozen=True, slots=True)
class Stray:
    """Words of a line that belong to no entry."""

    line: int
    text: str
