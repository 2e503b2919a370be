"""The columns of a table that the program itself writes, and how it knows one again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from directory_app.exchange.tables.cell_values import kind_name, status_name
from directory_app.exchange.tables.spreadsheet_text import carried
from directory_app.model.countries import country_shown
from directory_app.model.office import Extra, ExtraSource, Office
from directory_app.model.phone import PhoneKind, international

_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column: its header, its field as columns have them, the field of an office, and what stands in it."""

    header: str
    column_field: str
    office_field: str
    write: Callable[[Office], str]


def _phones(kind: PhoneKind) -> Callable[[Office], str]:
    def write(office: Office) -> str:
        return _BETWEEN.join(
            _with_remark(international(phone), phone.label) for phone in office.phones if phone.kind is kind
        )

    return write


def _degrees(axis: str) -> Callable[[Office], str]:
    return lambda office: "" if office.position is None else repr(getattr(office.position, axis))


def _with_remark(text: str, remark: str) -> str:
    return f"{text} ({remark})" if remark else text


def _emails(office: Office) -> str:
    return _BETWEEN.join(_with_remark(email.address, email.label) for email in office.emails)


def _people(office: Office) -> str:
    return _BETWEEN.join(f"{person.name}, {person.role}" if person.role else person.name for person in office.people)


def _covers(office: Office) -> str:
    return _BETWEEN.join(map(country_shown, office.covers))


def _vcard_properties(office: Office) -> str:
    extras = (extra for extra in office.extras if extra.source is ExtraSource.VCARD)
    return "\n".join(f"{extra.name}{extra.parameters}:{extra.value}" for extra in extras)


# The identifier does not come first: a file that begins with ID is taken for SYLK by Excel.
OWN_COLUMNS = (
    OwnColumn("Name", "name", "name", lambda office: office.name),
    OwnColumn("Kind", "kind", "kind", lambda office: kind_name(office.kind)),
    OwnColumn("Region", "region", "region", lambda office: office.region),
    OwnColumn("Status", "status", "status", lambda office: status_name(office.status)),
    OwnColumn("Street", "address.lines", "address.lines", lambda office: "\n".join(office.address.lines)),
    OwnColumn("Postal code", "address.postal_code", "address.postal_code", lambda office: office.address.postal_code),
    OwnColumn("City", "address.city", "address.city", lambda office: office.address.city),
    OwnColumn("District", "address.district", "address.district", lambda office: office.address.district),
    OwnColumn("State or province", "address.state", "address.state", lambda office: office.address.state),
    OwnColumn(
        "Country",
        "address.country",
        "address.country",
        lambda office: country_shown(office.address.country),
    ),
    OwnColumn("Address as published", "address", "address.published", lambda office: office.address.published),
    OwnColumn("Phone", "phones", "phones", _phones(PhoneKind.VOICE)),
    OwnColumn("Fax", "fax", "phones", _phones(PhoneKind.FAX)),
    OwnColumn("Mobile", "mobile", "phones", _phones(PhoneKind.MOBILE)),
    OwnColumn("Emergency", "emergency", "phones", _phones(PhoneKind.EMERGENCY)),
    OwnColumn("E-mail", "emails", "emails", _emails),
    OwnColumn("Website", "websites", "websites", lambda office: _BETWEEN.join(office.websites)),
    OwnColumn("People", "people", "people", _people),
    OwnColumn("Also known as", "aliases", "aliases", lambda office: _BETWEEN.join(office.aliases)),
    OwnColumn("Notes", "notes", "notes", lambda office: office.notes),
    OwnColumn("Latitude", "latitude", "position", _degrees("latitude")),
    OwnColumn("Longitude", "longitude", "position", _degrees("longitude")),
    OwnColumn("Time zone", "timezone", "timezone", lambda office: office.timezone),
    OwnColumn("Opening hours", "opening_hours", "opening_hours", lambda office: office.opening_hours),
    OwnColumn("Also serves", "covers", "covers", _covers),
    OwnColumn(
        "Verified on",
        "verified_on",
        "verified_on",
        lambda office: office.verified_on.isoformat() if office.verified_on else "",
    ),
    OwnColumn("Verified by", "verified_by", "verified_by", lambda office: office.verified_by),
    OwnColumn("Verified how", "verified_how", "verified_how", lambda office: office.verified_how),
    OwnColumn("ID", "id", "id", lambda office: str(office.id)),
    OwnColumn("vCard properties", "vcard", "extras", _vcard_properties),
)
"""Without the last one, which holds what these do not say exactly; after that stand the columns of other tables."""

EXACT_HEADER = "Exact values"
EXACT = len(OWN_COLUMNS)
"""Where the column of exact values stands, counted from 0."""

OWN_HEADER = (*(column.header for column in OWN_COLUMNS), EXACT_HEADER)
OWN_FIELDS = (*(column.column_field for column in OWN_COLUMNS), "exact")


def is_own(header: Sequence[str]) -> bool:
    """Tells whether a header is that of a table that the program wrote: all its columns, in their order."""
    return tuple(header[: len(OWN_HEADER)]) == OWN_HEADER


def own_cells(office: Office) -> list[str]:
    """Returns what stands in the columns of an office, but for the last one."""
    return [cell_of(column, office) for column in OWN_COLUMNS]


def cell_of(column: OwnColumn, office: Office) -> str:
    """Returns what stands in one column of an office, as it is read again."""
    return carried(column.write(office)).strip()


def extra_header(extra: Extra) -> str:
    """Returns the header under which something out of another table stands, as it is read again."""
    return " ".join(carried(extra.name).split())


def extra_cells(extras: Sequence[Extra], headers: Sequence[str]) -> list[str]:
    """Returns what stands in the columns of other tables, of which several may have the same header."""
    waiting: dict[str, list[str]] = {}
    for extra in extras:
        if extra.source is ExtraSource.COLUMN:
            waiting.setdefault(extra_header(extra), []).append(carried(extra.value).strip())
    return [waiting[header].pop(0) if waiting.get(header) else "" for header in headers]
