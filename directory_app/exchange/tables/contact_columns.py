"""Readers of the columns that say how an office and the people in it are reached."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from directory_app.exchange.tables.column_readers import Cells, Columns, Reader, one_line, whole_number
from directory_app.exchange.tables.header_words import FAMILY_NAME, GIVEN_NAME, field_of_header
from directory_app.exchange.tables.said import Said
from directory_app.model.email import email_findings, read_email_cell
from directory_app.model.office import Email, Person
from directory_app.model.phone import Phone, PhoneKind, is_valid
from directory_app.model.phones.cell import read_phones, split_cells
from directory_app.model.phones.findings import phone_findings
from directory_app.model.phones.words import read_label
from directory_app.model.typed import read_people, read_texts
from directory_app.model.web import read_website_cell

_ROUNDED = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]|[℡\n]")
_BETWEEN_NUMBERS = " \t;,|/&"
_OF_ONE_PERSON = frozenset({GIVEN_NAME, FAMILY_NAME})


def phones_reader(columns: Sequence[tuple[int, str, PhoneKind | None]], labels: Mapping[int, int]) -> Reader:
    """Reads telephone numbers, each column's with its kind, where the column says one.

    `labels` are the columns that say it row by row, by the places of those that they are about.
    """

    def read(cells: Cells, said: Said) -> None:
        phones: list[Phone] = []
        for place, header, kind in columns:
            if not (text := cells[place]):
                continue
            if _ROUNDED.fullmatch(text):
                message = f"A spreadsheet rounded the number “{text}”: look it up where the file comes from."
                said.doubt("phones", message, {header: text}, "phone_rounded")
                continue
            label = cells[labels[place]] if place in labels else ""
            kind_here = read_label([label]).kind if label and kind is None else kind
            for cell in _phone_cells(text):
                phones.extend(_read_cell(cell, said.country, kind_here))
        if phones:
            said.values["phones"] = tuple(phones) if len(phones) == 1 else tuple(dict.fromkeys(phones))
            for phone in phones:
                if not phone.number:
                    said.findings.extend(phone_findings(phone, said.country))

    return read


def _phone_cells(text: str) -> tuple[str, ...]:
    if _LETTER.search(text):
        return split_cells(text)
    return (whole_number(text).strip(_BETWEEN_NUMBERS),)


def _read_cell(cell: str, country: str, kind: PhoneKind | None) -> tuple[Phone, ...]:
    phones = read_phones(cell, country, kind)
    if not (cell.isdecimal() and len(phones) == 1 and _may_lack_its_plus(cell, phones[0])):
        return phones
    with_plus = read_phones(f"+{cell}", country, kind)
    is_sure = len(with_plus) == 1 and is_valid(with_plus[0]) and not is_valid(phones[0])
    return (replace(with_plus[0], raw=cell),) if is_sure else phones


def _may_lack_its_plus(cell: str, phone: Phone) -> bool:
    """Tells whether a number may begin with its country's code: spreadsheets that compute with one drop the plus."""
    code = phone.number[1:].removesuffix(cell)
    return not phone.number or (phone.number.endswith(cell) and cell.startswith(code))


def emails_reader(columns: Columns) -> Reader:
    """Reads e-mail addresses."""

    def read(cells: Cells, said: Said) -> None:
        emails: list[Email] = []
        for place, _ in columns:
            if text := cells[place]:
                emails.extend(read_email_cell(text))
        if emails:
            said.values["emails"] = tuple(emails) if len(emails) == 1 else tuple(dict.fromkeys(emails))
            for email in emails:
                if "@" not in email.address:
                    said.findings.extend(email_findings(email))

    return read


def websites_reader(columns: Columns) -> Reader:
    """Reads web addresses."""

    def read(cells: Cells, said: Said) -> None:
        websites = [site for place, _ in columns if cells[place] for site in read_website_cell(cells[place])]
        if websites:
            said.values["websites"] = tuple(dict.fromkeys(websites))

    return read


def people_reader(whole: Columns, names: Columns, roles: Columns) -> Reader:
    """Reads people: from columns of people with their roles, and from columns of names and of roles beside each other.

    Given and family names are those of one person, any other column of names holds others.
    """
    parts = [place for place, header in names if field_of_header(header) in _OF_ONE_PERSON]
    others = [place for place, _ in names if place not in parts]

    def read(cells: Cells, said: Said) -> None:
        people = [person for place, _ in whole for person in read_people(cells[place])]
        called = [" ".join(cells[place] for place in parts if cells[place])]
        called += [one_line(name) for place in others for name in read_texts(cells[place])]
        called = [name for name in called if name]
        said_roles = [(header, one_line(cells[place])) for place, header in roles if cells[place]]
        for header, role in said_roles[len(called) :]:
            said.keep(header, role)
        texts = [role for _, role in said_roles[: len(called)]]
        people += map(Person, called, texts + [""] * (len(called) - len(texts)))
        if people:
            said.values["people"] = tuple(dict.fromkeys(people))

    return read
