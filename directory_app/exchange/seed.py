"""The published offices, read from the files that come with the program.

Each file of the folder is one region with its offices, in TOML: `[region]` with name, order and
aliases, then an `[[office]]` for each. Phone cells stand as published and are read into numbers here.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from directory_app.errors import MissingResourceError
from directory_app.model.address import PostalAddress
from directory_app.model.office import Email, Kind, Office, Person, Region
from directory_app.model.phone import Phone, PhoneKind

_T = TypeVar("_T")

_TYPE_NAMES: dict[type, str] = {str: "text", int: "whole number", list: "list", dict: "table"}


@dataclass(frozen=True, slots=True)
class Seed:
    """What a new directory is filled with: the regions in their order, the offices region by region."""

    regions: tuple[Region, ...]
    offices: tuple[Office, ...]


def read_seed(folder: Path) -> Seed:
    """Returns the regions and offices of a folder of TOML files.

    Raises MissingResourceError, naming the file and the place in it, if anything cannot be read or is odd.
    """
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise _trouble(folder, "it holds no regions")
    read = sorted((_read_file(file) for file in files), key=lambda part: (part[0].order, part[0].name))
    regions = tuple(region for region, _offices in read)
    offices = tuple(office for _region, offices in read for office in offices)
    for what, values in (
        ("the region", [region.name for region in regions]),
        ("the id", [office.id for office in offices]),
        ("the office", [office.name for office in offices]),
    ):
        if (twice := _first_twice(values)) is not None:
            raise _trouble(folder, f"{what} {twice} is there twice")
    return Seed(regions, offices)


def _read_file(file: Path) -> tuple[Region, list[Office]]:
    try:
        with file.open("rb") as stream:
            content = _Entries(tomllib.load(stream), "")
        region = _region(content.entries("region"))
        offices = [_office(entries, region.name) for entries in content.list_of_entries("office")]
        content.require_all_taken()
    except OSError as error:
        raise _trouble(file, error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, _OddError) as error:
        raise _trouble(file, str(error)) from error
    return region, offices


def _region(entries: "_Entries") -> Region:
    region = Region(entries.required("name"), entries.texts("aliases"), entries.whole_number("order"))
    entries.require_all_taken()
    return region


def _office(entries: "_Entries", region: str) -> Office:
    address = _address(entries.entries("address"))
    office = Office(
        id=entries.read_as(UUID, "id"),
        name=entries.required("name"),
        kind=entries.read_as(Kind, "kind"),
        region=region,
        address=address,
        phones=tuple(phone for cell in entries.list_of_entries("phones") for phone in _phones(cell, address.country)),
        emails=tuple(_email(email) for email in entries.list_of_entries("emails")),
        websites=entries.texts("websites"),
        people=tuple(_person(person) for person in entries.list_of_entries("people")),
        aliases=entries.texts("aliases"),
        notes=entries.text("notes"),
    )
    entries.require_all_taken()
    return office


def _address(entries: "_Entries") -> PostalAddress:
    address = PostalAddress(
        lines=entries.texts("lines"),
        postal_code=entries.text("postal_code"),
        city=entries.required("city"),
        district=entries.text("district"),
        state=entries.text("state"),
        country=entries.required("country"),
        published=entries.required("published"),
    )
    entries.require_all_taken()
    return address


def _phones(entries: "_Entries", country: str) -> tuple[Phone, ...]:
    # Number plans are slow to import, and a seed is read once in the life of a database.
    from directory_app.model.phones.cell import read_phones

    cell, kind = entries.required("cell"), entries.read_as(PhoneKind, "kind")
    entries.require_all_taken()
    return read_phones(cell, country, kind)


def _email(entries: "_Entries") -> Email:
    email = Email(entries.required("address"), entries.text("label"))
    entries.require_all_taken()
    return email


def _person(entries: "_Entries") -> Person:
    person = Person(entries.required("name"), entries.text("role"))
    entries.require_all_taken()
    return person


def _first_twice(values: Iterable[Hashable]) -> Hashable | None:
    return next((value for value, count in Counter(values).items() if count > 1), None)


def _trouble(place: Path, reason: str) -> MissingResourceError:
    return MissingResourceError(
        f"The published offices cannot be read from {place}: {reason.rstrip('.')}. "
        "Install the program again; your data is untouched."
    )


class _OddError(Exception):
    """Something in a file is not as it should be; the text says where."""


class _Entries:
    """A table of a TOML file: values are taken out by type, and none may be left over."""

    def __init__(self, values: dict[str, Any], place: str) -> None:
        self._left = dict(values)
        self._place = place

    def text(self, key: str) -> str:
        """Returns a text, empty where there is none."""
        return self._take(key, str, "")

    def required(self, key: str) -> str:
        """Returns a text that must be there."""
        text = self.text(key)
        if not text.strip():
            raise _OddError(f"{self._at(key)} is missing")
        return text

    def read_as(self, read: Callable[[str], _T], key: str) -> _T:
        """Returns what a text that must be there stands for."""
        text = self.required(key)
        try:
            return read(text)
        except ValueError as error:
            raise _OddError(f"{self._at(key)} is {text!r}, which it cannot be") from error

    def whole_number(self, key: str) -> int:
        """Returns a number that must be there."""
        if key not in self._left:
            raise _OddError(f"{self._at(key)} is missing")
        return self._take(key, int, 0)

    def texts(self, key: str) -> tuple[str, ...]:
        """Returns a list of texts."""
        found = self._take(key, list, [])
        texts = tuple(text for text in found if isinstance(text, str))
        if len(texts) != len(found):
            raise _OddError(f"{self._at(key)} holds something that is no text")
        return texts

    def entries(self, key: str) -> "_Entries":
        """Returns the table of this name."""
        return _Entries(self._take(key, dict, {}), self._at(key))

    def list_of_entries(self, key: str) -> list["_Entries"]:
        """Returns the tables of a list, each with its number from 1 as its place."""
        found = self._take(key, list, [])
        tables = []
        for number, values in enumerate(found, start=1):
            place = f"{self._at(key)} {number}"
            if not isinstance(values, dict):
                raise _OddError(f"{place} is no table")
            tables.append(_Entries(values, place))
        return tables

    def require_all_taken(self) -> None:
        """Refuses entries that nothing asked for: they are mistyped, and would be lost unseen."""
        for key in self._left:
            raise _OddError(f"{self._at(key)} is not known here")

    def _take(self, key: str, kind: type[_T], otherwise: _T) -> _T:
        value = self._left.pop(key, otherwise)
        if type(value) is not kind:  # a bool would pass for an int
            raise _OddError(f"{self._at(key)} is no {_TYPE_NAMES[kind]}")
        return value

    def _at(self, key: str) -> str:
        return f"{self._place}, {key}" if self._place else key
