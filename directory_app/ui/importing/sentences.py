"""What the import window says: of a file, of a record, of a choice, of the time that is left."""

from collections.abc import Sequence

from directory_app.exchange.sources import Source, SourceFormat
from directory_app.exchange.tables.columns import KEPT, LEFT_OUT
from directory_app.model.address import PostalAddress
from directory_app.model.countries import country_name
from directory_app.model.import_plan import Fate, PlannedRecord
from directory_app.model.office import WITHOUT_NAME, Office
from directory_app.ui.importing.choices import Choices, Decision, Tally, Tick
from directory_app.ui.words import FIELD_NAMES, count_of

FATE_NAMES = {
    Fate.DUPLICATE: "Possible duplicates",
    Fate.UNREADABLE: "Unreadable",
    Fate.CHANGED: "Changed",
    Fate.NEW: "New",
    Fate.UNCHANGED: "Unchanged",
}
"""The fates, what needs a person first."""

BADGES = {**FATE_NAMES, Fate.DUPLICATE: "Duplicate?"}
"""What stands at the end of one record's row."""

DELIMITER_NAMES = {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar", ":": "Colon"}
QUOTE_NAMES = {'"': "Double quotes", "'": "Single quotes", "": "None"}

_FORMATS = {
    SourceFormat.VCARD: ("vCard", "card"),
    SourceFormat.CSV: ("CSV", "row"),
    SourceFormat.XLSX: ("Excel workbook", "row"),
    SourceFormat.JSON: ("JSON", "office"),
    SourceFormat.TEXT: ("Text", "office"),
}
_MOST_FIELDS = 4


def encoding_name(encoding: str) -> str:
    """Returns an encoding as people write it, such as "Windows-1252"."""
    return encoding.upper() if encoding.startswith(("utf", "iso", "gb", "euc")) else encoding.capitalize()


def kind_of(source: Source) -> str:
    """Returns what a source is, such as "CSV · 214 rows · semicolon · Windows-1252"."""
    name, counted = _FORMATS[source.format]
    parts = [name, count_of(source.total, counted) if source.total else ""]
    if source.table is not None and source.format is SourceFormat.CSV:
        layout = source.table.layout
        parts += [DELIMITER_NAMES.get(layout.delimiter, layout.delimiter).lower(), encoding_name(layout.encoding)]
    elif source.table is not None and len(source.table.sheets) > 1:
        parts.append(f"sheet “{source.table.layout.sheet}”")
    return " · ".join(part for part in parts if part)


def columns_note(columns: Sequence[str], *, is_remembered: bool) -> str:
    """Returns how many columns of a table are read, and by whose word."""
    read = sum(column not in (KEPT, LEFT_OUT) for column in columns)
    kept, left = columns.count(KEPT), columns.count(LEFT_OUT)
    parts = [f"{read} of {count_of(len(columns), 'column')} understood"]
    parts += [f"{kept} kept beside"] if kept else []
    parts += [f"{left} left out"] if left else []
    return ", ".join(parts) + (" · as you chose for such a file before" if is_remembered else "")


def name_of(record: PlannedRecord) -> str:
    """Returns what a record is called; an unreadable one is called by its place."""
    name = record.name or (record.office.name if record.office is not None else "")
    return " ".join(name.split()) or (record.place if record.fate is Fate.UNREADABLE else WITHOUT_NAME)


def what_happens(choices: Choices, row: int) -> str:
    """Returns what becomes of a record as it is chosen now, in a few words."""
    record = choices.plan.records[row]
    if record.fate is Fate.UNREADABLE:
        return record.reason
    if record.fate is Fate.UNCHANGED:
        return "as in the directory"
    if record.fate is Fate.DUPLICATE:
        return _about_duplicate(choices, row)
    if choices.tick(row) is Tick.NONE:
        return "left out"
    if record.fate is Fate.CHANGED:
        return _fields_of(choices, row)
    return place_of(record.office) or "added"


def place_of(office: Office | None) -> str:
    """Returns an office's town and country."""
    address = PostalAddress() if office is None else office.address
    return ", ".join(part for part in (address.city, country_name(address.country)) if part)


def spoken(choices: Choices, row: int) -> str:
    """Returns one sentence on a record for who listens."""
    record = choices.plan.records[row]
    ticked = {Tick.NONE: "not ticked", Tick.PARTLY: "partly ticked", Tick.WHOLE: "ticked"}[choices.tick(row)]
    parts = [name_of(record), BADGES[record.fate], record.place, what_happens(choices, row)]
    if choices.can_be_ticked(row):
        parts.append(ticked)
    if record.findings:
        parts.append(count_of(len(record.findings), "finding"))
    return ", ".join(part for part in parts if part)


def deed(tally: Tally) -> str:
    """Returns the text of the button that writes."""
    if not tally.total:
        return "Import"
    if not tally.updated:
        return f"Import {count_of(tally.new, 'new office')}"
    updated = f"pdate {count_of(tally.updated, 'office')}"
    return f"Import {tally.new:,} new and u{updated}" if tally.new else f"U{updated}"


def note_on(tally: Tally) -> str:
    """Returns what is to be said beside that button."""
    if tally.undecided:
        it = "it is" if tally.undecided == 1 else "they are"
        return f"{count_of(tally.undecided, 'possible duplicate')} left out until {it} decided about."
    return "Nothing is written yet." if tally.total else "There is nothing to write."


def _about_duplicate(choices: Choices, row: int) -> str:
    record = choices.plan.records[row]
    decision = choices.decision(row)
    other = record.resembles[0] if record.resembles else None
    name = other.name if other is not None else "another office"
    if decision is Decision.SKIP:
        return "left out"
    if decision is Decision.OTHER:
        return f"added, and not {name}"
    merged_into = choices.merged_into(row)
    if merged_into is not None:
        is_more = bool(choices.merge_changes(row))
        return f"merged into {merged_into.name}" if is_more else f"is {merged_into.name}, with nothing new"
    reasons = ", ".join(other.reasons) if other is not None else ""
    return f"may be {name}{f': {reasons}' if reasons else ''}"


def _fields_of(choices: Choices, row: int) -> str:
    changes = choices.plan.records[row].changes
    names = [
        FIELD_NAMES.get(change.field, change.field) for change in changes if choices.takes_field(row, change.field)
    ]
    shown = names[:_MOST_FIELDS]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")
