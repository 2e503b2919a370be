"""The formats that offices can be exported to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from directory_app.errors import BadInputError
from directory_app.exchange.json_export import write_json
from directory_app.exchange.vcard.writer import not_carried, write_vcards
from directory_app.model.office import Office


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `name` on the command line, `label` for people, `suffix` with its dot."""

    name: str
    label: str
    suffix: str
    write: Callable[[Sequence[Office]], bytes]
    not_carried: Callable[[Sequence[Office]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Export:
    """A file's content, and in `notes` what of the offices it could not carry, a sentence each."""

    data: bytes
    notes: tuple[str, ...] = ()


def _nothing_lost(_: Sequence[Office]) -> tuple[str, ...]:
    return ()


def _csv(offices: Sequence[Office]) -> bytes:
    from directory_app.exchange.tables.table_export import write_csv

    return write_csv(offices)


def _xlsx(offices: Sequence[Office]) -> bytes:
    from directory_app.exchange.tables.table_export import write_xlsx

    return write_xlsx(offices)


def _cut_in_xlsx(offices: Sequence[Office]) -> tuple[str, ...]:
    from directory_app.exchange.tables.table_export import not_carried_by_xlsx

    return not_carried_by_xlsx(offices)


FORMATS = (
    Format("vcard3", "vCard 3.0, for every address book", ".vcf", partial(write_vcards, version="3.0"), not_carried),
    Format("vcard4", "vCard 4.0, for newer programs", ".vcf", partial(write_vcards, version="4.0"), not_carried),
    Format("json", "JSON, for other programs", ".json", write_json, _nothing_lost),
    Format("xlsx", "Excel workbook, for spreadsheet programs", ".xlsx", _xlsx, _cut_in_xlsx),
    Format("csv", "CSV, for spreadsheet programs and databases", ".csv", _csv, _nothing_lost),
)


def format_named(name: str) -> Format:
    """Returns a format; raises BadInputError with the names there are."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise BadInputError(f"There is no format “{name}”. Use one of: {', '.join(known.name for known in FORMATS)}.")


def export(offices: Sequence[Office], format_name: str) -> Export:
    """Returns the offices in a format; raises BadInputError for one that does not exist."""
    chosen = format_named(format_name)
    return Export(chosen.write(offices), chosen.not_carried(offices))
