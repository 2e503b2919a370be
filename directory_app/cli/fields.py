"""`FIELD=VALUE` words of the command line, read into an office."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from directory_app.cli.words import country_of, region_of
from directory_app.directory import Directory
from directory_app.errors import BadInputError
from directory_app.model.address import PostalAddress
from directory_app.model.change import FIELDS, FieldChange, apply
from directory_app.model.coordinates import read_coordinates
from directory_app.model.countries import read_countries
from directory_app.model.email import read_email_cell
from directory_app.model.office import Kind, Office, Status
from directory_app.model.phones.cell import read_phones, split_cells
from directory_app.model.place import Position
from directory_app.model.points.answer import Trouble
from directory_app.model.typed import read_date, read_people, read_texts, typed_pin
from directory_app.model.web import read_website_cell

_E = TypeVar("_E", bound=StrEnum)

EDITABLE = tuple(field for field in FIELDS if field not in ("extras", "ignored", "distinct_from"))
"""The fields that can be typed; the others are what imports and checks remember."""


def edited(directory: Directory, office: Office, words: Sequence[str], by: str) -> Office:
    """Returns the office with the fields set; raises BadInputError for a word that is none of its fields."""
    pairs = [_pair(word) for word in words]
    countries = [value for field, value in pairs if field == "address.country"]
    country = country_of(countries[-1]) if countries else office.address.country
    changed = office
    for field, text in pairs:
        value = region_of(directory, text) if field == "region" else _value(field, text, country, by)
        changed = apply([FieldChange(field, None, value)], changed, office.id) or changed
    return changed


def _pair(word: str) -> tuple[str, str]:
    field, equals, value = word.partition("=")
    if not equals or field not in EDITABLE:
        raise BadInputError(f"“{word}” sets no field. Write FIELD=VALUE with one of: {', '.join(sorted(EDITABLE))}.")
    return field, value


def _value(field: str, text: str, country: str, by: str) -> object:
    readers: dict[str, Callable[[], object]] = {
        "kind": lambda: _one_of(Kind, text),
        "status": lambda: _one_of(Status, text),
        "phones": lambda: tuple(phone for cell in split_cells(text) for phone in read_phones(cell, country)),
        "emails": lambda: read_email_cell(text),
        "people": lambda: read_people(text),
        "websites": lambda: read_website_cell(text),
        "aliases": lambda: read_texts(text),
        "address.lines": lambda: read_texts(text),
        "address.country": lambda: country,
        "local_address": lambda: PostalAddress(read_texts(text), country=country) if text.strip() else None,
        "covers": lambda: _countries(text),
        "position": lambda: _position(text, by),
        "verified_on": lambda: _required(read_date(text), text, "a date such as 2026-01-31"),
    }
    return readers[field]() if field in readers else text.strip()


def _position(text: str, by: str) -> Position | None:
    answer = read_coordinates(text) if text.strip() else None
    if isinstance(answer, Trouble):
        raise BadInputError(f"“{text}” cannot be read. {answer.sentence}")
    return typed_pin(answer.point, by) if answer else None


def _countries(text: str) -> tuple[str, ...]:
    codes, unknown = read_countries(text)
    if unknown:
        raise BadInputError(
            f"There is no country “{unknown[0]}”. Write names or codes such as NP, with commas between."
        )
    return codes


def _one_of(choices: type[_E], text: str) -> _E:
    try:
        return choices(text.strip().lower())
    except ValueError:
        raise BadInputError(f"“{text}” is none of: {', '.join(choices)}.") from None


def _required(value: object | None, text: str, example: str) -> object | None:
    if value is None and text.strip():
        raise BadInputError(f"“{text}” cannot be read. Write {example}, or nothing to clear it.")
    return value
