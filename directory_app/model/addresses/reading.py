"""An address as it was published, read into its parts."""

import re
from dataclasses import replace

from directory_app.model.address import PostalAddress
from directory_app.model.addresses.country import find_country
from directory_app.model.addresses.parts import put_together, taken_apart, tidy_lines
from directory_app.model.addresses.script import is_east_asian, read_east_asian
from directory_app.model.addresses.town import find_town
from directory_app.model.countries import country_code, country_name

_LONGEST = 1000
"""Longer texts hold more than one address and are kept as they are."""
_LABEL = re.compile(
    r"\A\s*(?:[^\W\d_]+\s)?(?:address|adresse|anschrift|direcci[oó]n|endere[cç]o|indirizzo|adres|住所|所在地|地址|주소|адрес)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
_CITY_STATES = frozenset(["SG", "MC", "MO", "GI", "VA"])


def read_address(text: str, country: str = "") -> PostalAddress:
    """Returns what is sure of an address, with the text itself as it was published.

    `country`, a code or a name, is the one that the source names beside the address. A part of which the text
    leaves a doubt stays empty; `lines` are filled where everything else is told apart. Never raises.
    """
    known = country_code(country)
    if not text.strip() or len(text) > _LONGEST:
        return PostalAddress(country=known, published=text)
    bare = _LABEL.sub("", text)
    if is_east_asian(bare):
        return replace(read_east_asian("\n".join(tidy_lines(bare)), known), published=text)
    parts = taken_apart(bare)
    named = find_country(parts, known)
    if not named.parts or not named.code:
        return PostalAddress(country=named.code, published=text)
    town = find_town(named.parts, named.code, named=bool(named.name))
    if not town.city and named.code in _CITY_STATES:
        lines = () if town.postal_code else put_together(named.parts)
        town = replace(town, city=named.name or country_name(named.code), lines=lines)
    return PostalAddress(
        town.lines, town.postal_code, town.city, town.district, town.state, country=named.code, published=text
    )
