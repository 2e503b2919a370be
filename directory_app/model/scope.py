"""A part of the directory, by what its offices are."""

from dataclasses import dataclass

from directory_app.model.office import Kind, Summary


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the directory: what is empty does not narrow it."""

    region: str = ""
    kind: Kind | None = None
    country: str = ""

    def holds(self, row: Summary) -> bool:
        """Returns whether the office is in this part."""
        return (
            (not self.region or row.region == self.region)
            and (self.kind is None or row.kind is self.kind)
            and (not self.country or row.country == self.country)
        )
