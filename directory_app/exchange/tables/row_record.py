"""A row of a table as a record of an office."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from directory_app.exchange.tables.cell_values import (
    is_timezone,
    read_identifier,
    read_kind,
    read_status,
    read_written_date,
)
from directory_app.exchange.tables.column_readers import (
    Columns,
    Reader,
    aliases_reader,
    choice_reader,
    covers_reader,
    kept_reader,
    name_reader,
    notes_reader,
    text_reader,
    vcard_reader,
)
from directory_app.exchange.tables.contact_columns import emails_reader, people_reader, phones_reader, websites_reader
from directory_app.exchange.tables.own_record import exactly
from directory_app.exchange.tables.own_table import OWN_FIELDS, is_own
from directory_app.exchange.tables.place_columns import (
    address_reader,
    axes_reader,
    country_reader,
    lines_reader,
    point_reader,
)
from directory_app.exchange.tables.said import Doubt, Said
from directory_app.exchange.tables.spreadsheet_text import meant
from directory_app.exchange.tables.table import Row
from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS
from directory_app.model.findings import Finding
from directory_app.model.office import Office
from directory_app.model.phone import PhoneKind
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable

_ALL_FIELDS = frozenset(FIELDS)
_PHONE_KINDS = {"phones": None, "fax": PhoneKind.FAX, "mobile": PhoneKind.MOBILE, "emergency": PhoneKind.EMERGENCY}
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#NV", "#BEZUG!", "#WERT!"})
_NOTHING = frozenset({"-", "--", "–", "—", "n/a", "N/A", "n.a.", "k.A.", "k. A.", "s/d"})
_BETWEEN_VALUES_OF_GOOGLE = " ::: "
_VALUE, _LABELS = " - Value", (" - Type", " - Label")
"""How headers of Google end."""

_ADDRESS_FIELDS = {part: f"address.{part}" for part in PostalAddress.__dataclass_fields__}


class RowReader:
    """Reads the rows of one table; all that depends on its columns only is decided once."""

    def __init__(self, header: Sequence[str], columns: Sequence[str]) -> None:
        self._header = tuple(header)
        fields = (*columns, *[""] * (len(header) - len(columns)))[: len(header)]
        self._is_own = is_own(header)
        self._is_exact = self._is_own and fields[: len(OWN_FIELDS)] == OWN_FIELDS
        self._fields_of_columns = fields
        self._readers = tuple(_readers(self._header, fields))
        self._field_sets: dict[tuple[str, ...], frozenset[str]] = {}

    def read(self, row: Row) -> Record | Unreadable | None:
        """Returns what a row says of an office, nothing for an empty row.

        A row that the program wrote itself, in a table whose header nobody changed, is a whole
        record. One without a name is called after its town; without that, too, it is unreadable.
        """
        said = Said()
        place = f"row {row.number}"
        cells = self._cells(row, said)
        if not any(cells):
            return None
        if row.links:
            self._follow_links(row, cells, said)
        for read in self._readers:
            read(cells, said)
        self._keep_the_rest(cells, said)
        office = _office(said)
        if office is None:
            return Unreadable(place, "It has neither a name nor a town to call it by.")
        if self._is_exact and (exact := exactly(office, cells, self._header)):
            return _whole(place, said, *exact)
        office = _with_doubtful(office, said.doubts)
        findings = (*said.findings, *(doubt.finding for doubt in said.doubts))
        return Record(place, office, self._fields(said), findings=findings)

    def _cells(self, row: Row, said: Said) -> list[str]:
        """Returns the cells as they are meant, at least one for each column."""
        cells = [cell.strip() for cell in row.cells]
        cells += [""] * (len(self._header) - len(cells))
        together = "".join(cells)
        if "'" in together or '="' in together:
            cells = [meant(cell).strip() for cell in cells]
        if self._is_own:
            return cells
        if _BETWEEN_VALUES_OF_GOOGLE in together:
            cells = [cell.replace(_BETWEEN_VALUES_OF_GOOGLE, "\n") for cell in cells]
        if not _ERRORS.isdisjoint(cells):
            self._tell_errors(cells, said)
        return cells if _NOTHING.isdisjoint(cells) else ["" if cell in _NOTHING else cell for cell in cells]

    def _tell_errors(self, cells: list[str], said: Said) -> None:
        for at, cell in enumerate(cells):
            if cell in _ERRORS:
                message = f"The spreadsheet could not compute “{self._name_of(at)}”: it says {cell}."
                said.findings.append(Finding("cell_error", "", message, "", cell))
                cells[at] = ""

    def _follow_links(self, row: Row, cells: list[str], said: Said) -> None:
        """Takes what cells link to for what they say where an address is asked for, and keeps it beside elsewhere."""
        for at, target in row.links:
            field = self._fields_of_columns[at] if at < len(self._header) else ""
            if field == "emails":
                cells[at] = f"{cells[at]} <{target.removeprefix('mailto:')}>"
            elif field == "websites":
                said.keep(self._name_of(at), cells[at])
                cells[at] = target
            else:
                said.keep(f"{self._name_of(at)} (link)", target)

    def _keep_the_rest(self, cells: Sequence[str], said: Said) -> None:
        """Keeps what stands beyond the last column."""
        for at in range(len(self._header), len(cells)):
            if cells[at]:
                said.keep(self._name_of(at), cells[at])
        if said.extras or said.doubts:
            said.values["extras"] = tuple(said.extras)

    def _name_of(self, at: int) -> str:
        return self._header[at] if at < len(self._header) else f"Column {at + 1}"

    def _fields(self, said: Said) -> frozenset[str]:
        key = (*said.values, "", *said.address)
        if (known := self._field_sets.get(key)) is None:
            known = frozenset((*said.values, *(_ADDRESS_FIELDS[part] for part in said.address)))
            self._field_sets[key] = known
        return known


def _whole(place: str, said: Said, office: Office, exact: frozenset[str]) -> Record:
    """Returns a record of everything, but for what somebody changed into something that cannot be read."""
    doubts = [doubt for doubt in said.doubts if doubt.finding.field not in exact]
    findings = (
        *(finding for finding in said.findings if finding.field not in exact),
        *(doubt.finding for doubt in doubts),
    )
    fields = _ALL_FIELDS - {doubt.finding.field for doubt in doubts}
    return Record(place, _with_doubtful(office, doubts), fields, whole=True, findings=findings)


def _with_doubtful(office: Office, doubts: Sequence[Doubt]) -> Office:
    """Returns the office with what could not be read kept beside."""
    extras = [extra for doubt in doubts for extra in doubt.extras]
    return replace(office, extras=(*office.extras, *extras)) if extras else office


def _office(said: Said) -> Office | None:
    values = said.values
    identifier = values.pop("id", UNIDENTIFIED)
    if "name" not in values and identifier is UNIDENTIFIED:
        town = said.address.get("city")
        if not town:
            return None
        values["name"] = town
        message = f"There is no name; the office is called after its town, “{town}”."
        said.findings.append(Finding("name_missing", "name", message))
    address = PostalAddress(**said.address) if said.address else PostalAddress()  # type: ignore[arg-type]
    return Office(identifier, address=address, **values)  # type: ignore[arg-type]


def _readers(header: Sequence[str], fields: Sequence[str]) -> list[Reader]:
    """Returns the readers in the order in which they need each other: the country before addresses and numbers."""
    columns: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    named = list(zip(header, fields, strict=True))
    for place, (name, field) in enumerate(named):
        columns[field].append((place, name))
    readers = [make(columns[field]) for field, make in _OF_ONE_FIELD.items() if columns[field]]
    phones = [(place, name, _PHONE_KINDS[field]) for place, (name, field) in enumerate(named) if field in _PHONE_KINDS]
    if phones:
        readers.append(phones_reader(phones, _labels(header)))
    people = [columns[field] for field in ("people", "person_name", "person_role")]
    if any(people):
        readers.append(people_reader(*people))
    if columns["latitude"] or columns["longitude"]:
        readers.append(axes_reader(columns["latitude"], columns["longitude"]))
    return readers


def _labels(header: Sequence[str]) -> dict[int, int]:
    """Returns where the labels of columns stand, as in "Phone 1 - Label" beside "Phone 1 - Value" of Google."""
    places = {name: place for place, name in enumerate(header)}
    values = ((place, name.removesuffix(_VALUE)) for name, place in places.items() if name.endswith(_VALUE))
    return {place: places[label] for place, name in values for end in _LABELS if (label := name + end) in places}


def _text(field: str) -> Callable[[Columns], Reader]:
    return lambda columns: text_reader(columns, field)


def _timezone(text: str) -> str | None:
    return text if is_timezone(text) else None


_OF_ONE_FIELD: dict[str, Callable[[Columns], Reader]] = {
    "": kept_reader,
    "vcard": vcard_reader,
    "id": lambda columns: choice_reader(columns, "id", read_identifier, "identifier of an office"),
    "name": name_reader,
    "kind": lambda columns: choice_reader(columns, "kind", read_kind, "kind of office"),
    "region": _text("region"),
    "address.country": country_reader,
    "address.lines": lines_reader,
    "address.postal_code": _text("address.postal_code"),
    "address.city": _text("address.city"),
    "address.district": _text("address.district"),
    "address.state": _text("address.state"),
    "address": address_reader,
    "emails": emails_reader,
    "websites": websites_reader,
    "position": point_reader,
    "timezone": lambda columns: choice_reader(columns, "timezone", _timezone, "time zone such as Europe/Berlin"),
    "opening_hours": _text("opening_hours"),
    "covers": covers_reader,
    "aliases": aliases_reader,
    "notes": notes_reader,
    "status": lambda columns: choice_reader(columns, "status", read_status, "status such as active or closed"),
    "verified_on": lambda columns: choice_reader(
        columns, "verified_on", read_written_date, "date, or may be two; dates such as 2026-01-31 are clear"
    ),
    "verified_by": _text("verified_by"),
    "verified_how": _text("verified_how"),
}
