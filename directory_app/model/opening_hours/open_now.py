"""Whether somebody answers at an office now, for whoever shows it; the first answer takes a while."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from directory_app.model.office import Office, Status, Summary


@dataclass(frozen=True, slots=True)
class Open:
    """Whether an office is open now, in a few words, nothing where that is not known."""

    text: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """What is to be known of an office to tell whether it is open: equal hours have equal answers."""

    text: str
    timezone: str
    country: str
    status: Status

    @classmethod
    def of(cls, office: Office | Summary) -> Self:
        """Returns the hours of an office."""
        country = office.country if isinstance(office, Summary) else office.address.country
        return cls(office.opening_hours, office.timezone, country, office.status)


def open_now(hours: Hours, now: datetime) -> Open:
    """Returns whether an office is open; the first answer takes a while, because it loads the holidays of a country.

    A time that it names is told on the reader's clock, which is that of `now`, too.
    """
    from directory_app.model.opening_hours.status import Openness, status, status_text

    if hours.status is Status.CLOSED:
        return Open()
    known = status(hours.text, hours.timezone, hours.country, now)
    return Open(status_text(known, now.tzinfo), known.openness is Openness.OPEN)
