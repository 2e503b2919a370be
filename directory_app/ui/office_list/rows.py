"""What the list shows, as values: headings of regions and the offices under them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from directory_app.model.countries import country_name
from directory_app.model.office import WITHOUT_NAME, Summary
from directory_app.ui.headed_list import HeadingRow

WITHOUT_REGION = "No region"


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office; `reason` says why it matched where its own two lines do not show it."""

    office: Summary
    reason: str = ""


Row = HeadingRow | OfficeRow


def rows_of(offices: Sequence[Summary], reasons: Mapping[UUID, str], *, ranked: bool) -> tuple[Row, ...]:
    """Returns the rows of a list: by region under headings, or, ranked by a search, best first without."""
    if ranked:
        return tuple(OfficeRow(office, reasons.get(office.id, "")) for office in offices)
    rows: list[Row] = []
    for region, group in groupby(offices, key=lambda office: office.region):
        members = [OfficeRow(office) for office in group]
        rows.append(HeadingRow(region or WITHOUT_REGION, len(members)))
        rows.extend(members)
    return tuple(rows)


def name_of(office: Summary) -> str:
    """Returns the first line of an office."""
    return office.name or WITHOUT_NAME


def place_of(office: Summary) -> str:
    """Returns the second line of an office, such as "Freiburg · Germany"."""
    return " · ".join(part for part in (office.city, country_name(office.country)) if part)
