"""What the columns of a table are to an office: guessed, corrected, and then read."""

import re
from collections.abc import Iterator, Sequence

from directory_app.errors import BadInputError
from directory_app.exchange.tables.column_contents import (
    are_identifiers,
    are_points,
    are_statuses,
    column_cells,
    guess_by_contents,
)
from directory_app.exchange.tables.header_words import (
    FAMILY_NAME,
    GIVEN_NAME,
    ORGANISATION,
    field_of_header,
    folded_header,
)
from directory_app.exchange.tables.own_table import OWN_FIELDS, is_own
from directory_app.exchange.tables.row_record import RowReader
from directory_app.exchange.tables.table import Row, Table
from directory_app.model.record import Record, Unreadable

KEPT = ""
"""A column that has no field: what it says is kept with the office under its header."""

LEFT_OUT = "-"

_NUMBER = re.compile(r"[0-9]{1,5}")
_LETTERS = re.compile(r"[A-Z]{1,3}")

COLUMN_FIELDS = {
    "name": "Name",
    "kind": "Kind",
    "region": "Region",
    "phones": "Phone",
    "fax": "Fax",
    "mobile": "Mobile",
    "emergency": "Emergency number",
    "emails": "E-mail",
    "websites": "Website",
    "address": "Whole address",
    "address.lines": "Street",
    "address.postal_code": "Postal code",
    "address.city": "Town",
    "address.district": "District",
    "address.state": "State or province",
    "address.country": "Country",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "position": "Latitude and longitude",
    "timezone": "Time zone",
    "opening_hours": "Opening hours",
    "covers": "Countries that it serves, too",
    "people": "People with their roles",
    "person_name": "Person",
    "person_role": "Role of the person",
    "aliases": "Also known as",
    "notes": "Notes",
    "status": "Status",
    "verified_on": "Verified on",
    "verified_by": "Verified by",
    "verified_how": "Verified how",
    "id": "Identifier",
    "vcard": "vCard properties",
    "exact": "Exact values, as the program writes them",
    KEPT: "Kept beside",
    LEFT_OUT: "Left out",
}
"""What a column may be, and what people call it, in the order in which it is offered."""

_SEVERAL = frozenset(
    {"phones", "fax", "mobile", "emergency", "emails", "websites", "address.lines", "people", "person_name"}
    | {"person_role", "aliases", "notes", KEPT, LEFT_OUT}
)
"""Of these a guess may find more than one column; of any other it takes the first."""


def guess_columns(table: Table) -> tuple[str, ...]:
    """Returns the likeliest field of every column: by its header, and where nobody knows that, by what stands in it."""
    if is_own(table.header):
        return (*OWN_FIELDS, *[KEPT] * (len(table.header) - len(OWN_FIELDS)))
    cells = column_cells(table.sample, len(table.header))
    said = [field_of_header(header) if table.layout.has_header else None for header in table.header]
    said = [_looked_into(field, cells[at]) for at, field in enumerate(said)]
    fields = _each_once(_named(said))
    unknown = [at for at, field in enumerate(fields) if field is None]
    named = {field for field in fields if field}
    found = guess_by_contents(cells, unknown, named, named=table.layout.has_header)
    return tuple(found.get(at, KEPT) if field is None else field for at, field in enumerate(fields))


def columns_from_words(table: Table, words: Sequence[str]) -> tuple[str, ...]:
    """Returns the guess as words such as "Telefon=phones" correct it.

    A column is named by its header, its letter or its number, a field by its name or its label.
    Nothing after the equals sign keeps the column beside, a hyphen leaves it out. Raises
    BadInputError for a word that names no column or no field, with those there are.
    """
    columns = list(guess_columns(table))
    for word in words:
        name, equals, field_text = word.rpartition("=")
        if not equals:
            raise BadInputError(f"“{word}” maps no column. Write COLUMN=FIELD, such as Telefon=phones.")
        field = _field_named(field_text)
        for at in _columns_named(table.header, name):
            columns[at] = field
    return tuple(columns)


def read_table(table: Table, columns: Sequence[str]) -> Iterator[Record | Unreadable]:
    """Yields what every row of a table says of an office, in order; a row that is no office is Unreadable.

    `columns` has a field for each column; those that are missing are kept beside. Raises
    BadInputError for a field that there is not, and LimitError after too many rows.
    """
    for field in columns:
        _require_field(field)
    return _records(table, RowReader(table.header, columns))


def _records(table: Table, reader: RowReader) -> Iterator[Record | Unreadable]:
    for row in table.rows():
        record = reader.read(row) if isinstance(row, Row) else row
        if record is not None:
            yield record


def _looked_into(field: str | None, cells: tuple[str, ...]) -> str | None:
    """Returns the meaning of a header whose word has two, by what stands below it."""
    if field == "id" and not are_identifiers(cells):
        return KEPT
    if field == "address.state" and are_statuses(cells):
        return "status"
    if field == "person_role" and are_points(cells):
        return "position"
    return field


def _named(fields: Sequence[str | None]) -> list[str | None]:
    """Returns the fields with names told apart: of organisations, of offices, and of people in an address book."""
    are_people = GIVEN_NAME in fields or FAMILY_NAME in fields
    if ORGANISATION in fields and are_people:
        meanings = {ORGANISATION: "name", "name": KEPT}
    elif "name" in fields:
        meanings = {ORGANISATION: KEPT}
    else:
        meanings = {ORGANISATION: "name"}
    meanings |= {GIVEN_NAME: "person_name", FAMILY_NAME: "person_name"}
    return [meanings.get(field, field) if field is not None else None for field in fields]


def _each_once(fields: Sequence[str | None]) -> list[str | None]:
    """Returns the fields with the second column of a field that has one value kept beside."""
    taken: set[str] = set()
    result: list[str | None] = []
    for field in fields:
        result.append(KEPT if field in taken and field not in _SEVERAL else field)
        taken.add(field or KEPT)
    return result


def _columns_named(header: Sequence[str], name: str) -> list[int]:
    name, wanted = name.strip(), folded_header(name)
    same = [at for at, text in enumerate(header) if text == name] or [
        at for at, text in enumerate(header) if wanted and folded_header(text) == wanted
    ]
    if same:
        return same
    place = int(name) if _NUMBER.fullmatch(name) else _letter_number(name.upper())
    if 1 <= place <= len(header):
        return [place - 1]
    raise BadInputError(f"There is no column “{name}”. There are: {', '.join(header)}.")


def _letter_number(letters: str) -> int:
    """Returns the number of a column that spreadsheets call by letters, 0 for what they do not."""
    number = 0
    for letter in letters if _LETTERS.fullmatch(letters) else "":
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _field_named(text: str) -> str:
    folded = text.strip().casefold()
    by_label = {label.casefold(): field for field, label in COLUMN_FIELDS.items()}
    field = folded if folded in COLUMN_FIELDS else by_label.get(folded, folded)
    _require_field(field)
    return field


def _require_field(field: str) -> None:
    if field not in COLUMN_FIELDS:
        choices = ", ".join(name for name in COLUMN_FIELDS if name not in (KEPT, LEFT_OUT))
        raise BadInputError(
            f"“{field}” is no field of a column. Use one of: {choices}; nothing to keep it beside, - to leave it out."
        )
