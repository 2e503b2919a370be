"""A part of the directory, by what its offices are."""

from dataclasses import dataclass
from datetime import date

from directory_app.model.office import Kind, Summary
from directory_app.model.verifying import is_stale


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the directory: what is empty does not narrow it.

    `stale_on` is a day; held are only the offices that were on that day not verified for more than a year.
    """

    region: str = ""
    kind: Kind | None = None
    country: str = ""
    stale_on: date | None = None

    def holds(self, row: Summary) -> bool:
        """Returns whether the office is in this part."""
        return (
            (not self.region or row.region == self.region)
            and (self.kind is None or row.kind is self.kind)
            and (not self.country or row.country == self.country)
            and (self.stale_on is None or is_stale(row, self.stale_on))
        )
