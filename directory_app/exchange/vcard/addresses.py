"""Addresses in cards: written, read back, and read out of the cards of other programs."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from directory_app.exchange.vcard.card import Card
from directory_app.exchange.vcard.labels import preference
from directory_app.exchange.vcard.line import Line
from directory_app.exchange.vcard.place import geo_uri
from directory_app.exchange.vcard.property import Property, Version
from directory_app.exchange.vcard.text import clean, escape, parameter, split, unescape
from directory_app.model.address import PostalAddress, format_address
from directory_app.model.countries import country_code, country_shown
from directory_app.model.office import Office

LOCAL = "X-OFFICE-LOCAL-ADDRESS"
PUBLISHED = "X-OFFICE-ADDRESS-PUBLISHED"
COUNTRY = "X-OFFICE-COUNTRY"

_PARTS = 7
_LANGUAGES = {"HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "THAI": "th", "HEBREW": "he", "GREEK": "el"}
_UNDETERMINED = "und"


def address_properties(office: Office, version: Version) -> Iterator[Property]:
    """Yields the address in Latin letters and the local one; in 4.0 they are alternatives of one (RFC 6350, 5.4)."""
    address, local = office.address, office.local_address
    if any(_parts(address)):
        is_pair = version == "4.0" and local is not None and any(_parts(local))
        yield from _main(office, version, parameter("ALTID", "1") if is_pair else "")
    if address.published:
        yield Property(PUBLISHED, escape(address.published))
    if local is None:
        return
    value, beside = _value(local), _beside(local)
    if local.published:
        beside = (*beside, (PUBLISHED, escape(local.published)))
    if version == "4.0" and any(_parts(local)):
        label = parameter("LABEL", "\n".join(format_address(local)))
        said = parameter("ALTID", "1") + parameter("LANGUAGE", _language(local)) + parameter("TYPE", "work")
        yield Property("ADR", value, said + parameter("CC", local.country) + label, beside)
    else:
        yield Property(LOCAL, value, "", beside)


def own_addresses(card: Card) -> tuple[PostalAddress, PostalAddress | None]:
    """Returns the two addresses that `address_properties` wrote."""
    address, local = PostalAddress(), None
    for line in (*card.take("ADR"), *card.take(LOCAL)):
        if line.head.key == LOCAL or line.head.value_of("LANGUAGE"):
            local = replace(_own(card, line), published=card.take_beside(line, PUBLISHED) or "")
        else:
            address = _own(card, line)
            card.take_beside(line, "X-ABADR")
    card.take("LABEL")
    return replace(address, published=card.take_text(PUBLISHED) or ""), local


def read_addresses(card: Card, *, was_ours: bool) -> tuple[PostalAddress, PostalAddress | None]:
    """Returns the address of another program's card and the same in another script, if it has that.

    Of several the preferred one is the office's, then one at work; the others stay with the card.
    In a card that `was_ours` the second part is a district, as this program writes it.
    """
    lines = [line for line in card.take("ADR") if line.value.strip("; ")]
    lines.sort(key=lambda line: (preference(line), "work" not in line.head.types))
    pair = [line for line in lines if line is lines[0] or (_altid(line) and _altid(line) == _altid(lines[0]))][:2]
    for line in lines:
        if line not in pair:
            card.leave(line)
    if len(pair) > 1:
        # Of two alternatives the one in Latin letters is the one that everybody can read.
        pair.sort(key=lambda line: not _is_latin(line.value))
    read = [_foreign(card, line, was_ours=was_ours) for line in pair]
    local = next((_own(card, line) for line in card.take(LOCAL)), None)
    address = read[0] if read else _from_label(card)
    if published := card.take_text(PUBLISHED):
        address = replace(address, published=published)
    return address, read[1] if len(read) > 1 else local


def _main(office: Office, version: Version, pair: str) -> Iterator[Property]:
    address = office.address
    label = "\n".join(format_address(address))
    if version == "4.0":
        of_place = parameter("LABEL", label) + parameter("GEO", geo_uri(office)) + parameter("TZ", office.timezone)
        said = pair + parameter("TYPE", "work") + parameter("CC", address.country) + of_place
        yield Property("ADR", _value(address), said, _beside(address))
        return
    # Apple lays an address out as in the country of this code, and otherwise as in its reader's own.
    code = country_code(address.country).lower()
    beside = ((("X-ABADR", code),) if code else ()) + _beside(address)
    yield Property("ADR", _value(address), parameter("TYPE", "WORK"), beside)
    if label:
        yield Property("LABEL", escape(label), parameter("TYPE", "WORK"))


def _parts(address: PostalAddress) -> tuple[str, ...]:
    country = country_shown(address.country)
    street = "\n".join(map(clean, address.lines))
    return ("", address.district, street, address.city, address.state, address.postal_code, country)


def _value(address: PostalAddress) -> str:
    return ";".join(map(escape, _parts(address)))


def _beside(address: PostalAddress) -> tuple[tuple[str, str], ...]:
    """Returns the country by itself where its name does not lead back to it."""
    code = clean(address.country)
    return ((COUNTRY, escape(code)),) if _country(clean(_parts(address)[-1])) != code else ()


def _country(text: str) -> str:
    return country_code(text) or text


def _own(card: Card, line: Line) -> PostalAddress:
    _, district, street, city, state, postal_code, name = _split(line)[:_PARTS]
    country = card.take_beside(line, COUNTRY)
    lines = tuple(street.split("\n")) if street else ()
    return PostalAddress(lines, postal_code, city, district, state, _country(name) if country is None else country)


def _foreign(card: Card, line: Line, *, was_ours: bool) -> PostalAddress:
    box, extended, street, city, state, postal_code, name, *finer = _split(line)
    district = _flat(extended) if was_ours else ""
    street = street or ", ".join(filter(None, finer))  # RFC 9554 parts the street further
    pieces = (f"PO Box {box.strip()}" if box.strip().isdigit() else box, "" if was_ours else extended, street)
    said_beside = card.take_beside(line, "X-ABADR") or ""
    code = country_code(name) or country_code(line.head.value_of("CC")) or country_code(said_beside)
    laid_out = _published(card, line)
    published = card.take_beside(line, PUBLISHED) or ("" if was_ours else laid_out)
    return PostalAddress(
        lines=tuple(text for piece in pieces for one in piece.splitlines() if (text := one.strip())),
        postal_code=_flat(postal_code),
        city=_flat(city),
        district=district,
        state=_flat(state),
        country=card.take_beside(line, COUNTRY) or code or _flat(name),
        published=published,
    )


def _published(card: Card, line: Line) -> str:
    """Returns the address as somebody laid it out: in a parameter (4.0), or in the property beside it."""
    if label := line.head.value_of("LABEL"):
        return unescape(label).strip()
    labels = card.take("LABEL")
    same = [one for one in labels if set(one.head.types) - {"pref"} == set(line.head.types) - {"pref"}]
    chosen = same[0] if same else None
    for one in labels:
        if one is not chosen:
            card.leave(one)
    return unescape(chosen.value).strip() if chosen else ""


def _from_label(card: Card) -> PostalAddress:
    text = (card.take_text("LABEL") or "").strip()
    if not text:
        return PostalAddress()
    from directory_app.model.addresses.reading import read_address

    return read_address(text)


def _split(line: Line) -> list[str]:
    parts = split(line.value, ";")
    return parts + [""] * (_PARTS - len(parts))


def _altid(line: Line) -> str:
    return line.head.value_of("ALTID")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _language(address: PostalAddress) -> str:
    """Returns the language of an address by its script (BCP 47), which is all that is known of it."""
    letters = (c for c in "".join(_parts(address)[:-1]) if c.isalpha())
    script = unicodedata.name(next(letters, "-"), "").partition(" ")[0]
    if script == "CJK":
        return {"JP": "ja", "KR": "ko"}.get(address.country, "zh")
    return _LANGUAGES.get(script, _UNDETERMINED)


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(c, "LATIN").startswith("LATIN") for c in text if c.isalpha())
