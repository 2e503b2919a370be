"""Phone numbers in cards: written, read back, and read out of the cards of other programs."""

import re
from dataclasses import replace
from urllib.parse import unquote

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.labels import joined, take_label
from directory_app.exchange.vcard.line import Line
from directory_app.exchange.vcard.property import Property, Version, label_beside
from directory_app.exchange.vcard.text import clean, escape, escape_uri, parameter, unescape
from directory_app.model.phone import Phone, PhoneKind, international, tel_uri
from directory_app.model.phones.cell import read_phones
from directory_app.model.phones.words import read_label

CELL = "X-OFFICE-PHONE-CELL"
NUMBER = "X-OFFICE-PHONE-NUMBER"
EXTENSION = "X-OFFICE-PHONE-EXTENSION"
KIND = "X-OFFICE-PHONE-KIND"

_EMERGENCY = "Emergency"
_TYPES = {
    PhoneKind.VOICE: ("WORK", "VOICE"),
    PhoneKind.FAX: ("WORK", "FAX"),
    PhoneKind.MOBILE: ("WORK", "CELL"),
    PhoneKind.EMERGENCY: ("WORK", "VOICE"),
}
_MOBILE_TYPES = frozenset({"cell", "mobile", "pcs", "iphone"})
_DIALLED = re.compile(r"(?:tel:)?(\+[0-9 ().-]*[0-9])(?:(?:,|;ext=)([0-9]+))?")
_PAUSE = re.compile(r"(?<=\d)[,;pw]+(\d{1,7})#?\Z", re.IGNORECASE)
_PAUSES = frozenset(",;pPwW")
_URI_PARAMETER = re.compile(r";([\w-]+)=([^;]*)")


def phone_property(phone: Phone, version: Version) -> Property:
    """Returns a number as a property, and beside it whatever cannot be read out of that again."""
    # One TYPE parameter a type: a list in one is misread by some readers.
    types = "".join(parameter("TYPE", kind if version == "3.0" else kind.lower()) for kind in _TYPES[phone.kind])
    uri = tel_uri(phone) if version == "4.0" else ""
    text = uri or _dialled(phone)
    beside = (*label_beside(_written_label(phone)), *_not_in(text, phone))
    if uri:
        return Property("TEL", escape_uri(uri), parameter("VALUE", "uri") + types, beside)
    if version == "4.0":
        types = parameter("VALUE", "text") + types
    return Property("TEL", escape(text), types, beside)


def own_phone(card: Card, line: Line) -> Phone:
    """Returns the number that `phone_property` wrote."""
    text = unescape(line.value)
    number, extension = _read_dialled(text)
    number = _or_else(card.take_beside(line, NUMBER), number)
    raw = _or_else(card.take_beside(line, CELL), number or text)
    extension = _or_else(card.take_beside(line, EXTENSION), extension)
    label = card.take_beside(line, "X-ABLABEL") or ""
    if card.take_beside(line, KIND) == PhoneKind.EMERGENCY:
        label = label.removeprefix(_EMERGENCY).removeprefix(": ")
        return Phone(raw, number, extension, PhoneKind.EMERGENCY, label)
    return Phone(raw, number, extension, _kind(line) or PhoneKind.VOICE, label)


def read_phone(card: Card, line: Line, country: str) -> tuple[Phone, ...]:
    """Returns the numbers of a property of another program, those without a country code as of `country`."""
    raw = unescape(line.value).strip()
    if not raw:
        return ()
    given = take_label(card, line)
    label = read_label([given]) if given else None
    kind = _kind(line) or (label.kind if label else None)
    if card.take_beside(line, KIND) == PhoneKind.EMERGENCY:
        kind = PhoneKind.EMERGENCY
    phones = read_phones(_spoken(raw), country, kind)
    cell = card.take_beside(line, CELL)
    if cell and not {phone.number for phone in phones} <= {phone.number for phone in read_phones(cell, country)}:
        cell = None  # somebody gave the office another number since
    for name in (NUMBER, EXTENSION):
        card.take_beside(line, name)
    shown = label.text if label else ""
    return tuple(
        Phone(cell or raw, phone.number, phone.extension, phone.kind, joined(shown, phone.label)) for phone in phones
    )


def _written_label(phone: Phone) -> str:
    # No version has a type for it, and it must not be lost.
    if phone.kind is not PhoneKind.EMERGENCY:
        return phone.label
    return f"{_EMERGENCY}: {phone.label}" if phone.label else _EMERGENCY


def _dialled(phone: Phone) -> str:
    """Returns the number with the extension after a comma, the pause that telephones dial."""
    number = international(replace(phone, extension="")) if phone.number else ""
    if not number:
        return phone.raw or phone.number
    return f"{number},{phone.extension}" if phone.extension else number


def _not_in(text: str, phone: Phone) -> tuple[tuple[str, str], ...]:
    number, extension = _read_dialled(clean(text))
    raw = clean(phone.number or text)
    return (
        *(((NUMBER, escape(phone.number)),) if number != clean(phone.number) else ()),
        *(((EXTENSION, escape(phone.extension)),) if extension != clean(phone.extension) else ()),
        *(((CELL, escape(phone.raw)),) if raw != clean(phone.raw) else ()),
        *(((KIND, phone.kind.value),) if phone.kind is PhoneKind.EMERGENCY else ()),
    )


def _read_dialled(text: str) -> tuple[str, str]:
    """Returns the number and the extension, as `_dialled` and `tel_uri` write them, or nothing."""
    found = _DIALLED.fullmatch(text)
    if found is None:
        return "", ""
    return "+" + "".join(c for c in found[1] if c.isdigit()), found[2] or ""


def _kind(line: Line) -> PhoneKind | None:
    types = line.head.types
    if "fax" in " ".join(types) and "voice" not in types:
        return PhoneKind.FAX
    return PhoneKind.MOBILE if _MOBILE_TYPES.intersection(types) else None


def _spoken(text: str) -> str:
    """Returns a number with its extension in words: what stands after a pause, or in a URI (RFC 3966)."""
    if text[:4].lower() == "tel:":
        parameters = {name.lower(): value for name, value in _URI_PARAMETER.findall(text)}
        number = unquote(text[4:].partition(";")[0])
        context = parameters.get("phone-context", "")
        if context.startswith("+") and not number.startswith("+"):
            number = f"{context} {number}"
        return f"{number} ext. {parameters['ext']}" if parameters.get("ext") else number
    return _PAUSE.sub(r" ext. \1", text) if _PAUSES.intersection(text) else text


def _or_else(text: str | None, otherwise: str) -> str:
    return otherwise if text is None else text
