"""The town of an address, and with it the state, the district and the lines before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from directory_app.model.addresses.code import TOWN_FIRST, PostalCode, find_code
from directory_app.model.addresses.parts import Part, put_together
from directory_app.model.addresses.rules import area_key, area_keys, rules_of, state_named
from directory_app.model.addresses.words import (
    district_name,
    ends_with_unit,
    is_district,
    is_finer_than_town,
    is_like_town,
    is_town,
    town_name,
)

# Where a name at the end, or before the code, is that of a state, and the one before it that of a town.
_STATE_AFTER_TOWN = frozenset(["US", "CA", "AU", "GB", "IE", "IN", "BR", "CO", "MX", "MY", "ID", "CN"])
_TOWNS_TOO = area_keys(
    "Delhi, Chandigarh, Puducherry, Melaka, Labuan, Putrajaya, Jilin, Yogyakarta, Bengkulu, Jambi, Gorontalo,"
    " São Paulo, Rio de Janeiro, Durham, Armagh, Antrim, Dublin, Cork, Galway, Limerick, Waterford, Wexford, Kilkenny,"
    " Aguascalientes, Chihuahua, Colima, Durango, Guanajuato, Oaxaca, Puebla, Querétaro, San Luis Potosí, Tlaxcala,"
    " Zacatecas, Campeche, Veracruz"
)
"""States of these countries that have the name of a town."""
_CITIES_AND_STATES = area_keys(
    "Bangkok, กรุงเทพมหานคร, Seoul, Busan, Daegu, Incheon, Gwangju, Daejeon, Ulsan, Tokyo, Beijing, Shanghai, Tianjin,"
    " Chongqing, Taipei, New Taipei, Taoyuan, Taichung, Tainan, Kaohsiung, Hà Nội, Hanoi, Ho Chi Minh,"
    " Da Nang, Đà Nẵng, Hai Phong, Can Tho, Jakarta, DKI Jakarta, Kuala Lumpur, Bogotá, Mexico City, Ciudad de México,"
    " Moscow, Москва, Ciudad Autónoma de Buenos Aires, Saint Petersburg, Санкт-Петербург, Kyiv, Київ"
)
"""States that are one city and nothing else."""
_SAYS_STATE = re.compile(
    r".+(?:-do|-ken|-fu|\sprovince|\sstate|\soblast|\sgovernorate|\scounty|область|край|\sобл\.)"
    r"|(?:province|state|co\.|county|provincia|prov\.|estado|edo\.|metro)\s.+",
    re.IGNORECASE,
)
_WITH_SHORT_STATE = re.compile(r"(.+?)(?:\s*[-–/]\s*|\s+)([A-Z]{2,3}|[A-Z][\w.]{1,5}\.)")
_WITH_STATE = re.compile(r"(.+?)\s*/\s*(.+)")


@dataclass(frozen=True, slots=True)
class Town:
    """What is sure of the end of an address; `lines` are what stands before it, if nothing else is left."""

    lines: tuple[str, ...] = ()
    postal_code: str = ""
    city: str = ""
    district: str = ""
    state: str = ""


def find_town(parts: Sequence[Part], country: str, *, named: bool) -> Town:
    """Returns what the parts of an address, without the name of its country, say of its town.

    `named` is whether that name stood in the address: of "Bonn, Germany" the first is a town, of "Bonn" alone it may
    be a house.
    """
    code = find_code(parts, country)
    if code is None:
        return _before(parts, country, certain=False) if named or len(parts) > 1 else Town()
    street = [*parts[: code.place], *([Part(code.before)] if code.before else [])]
    names = [*([Part(code.after)] if code.after else []), *parts[code.place + 1 :]]
    is_behind = code.town_follows(country) and not code.before and not _is_state_only(code.after, country)
    if names and (rules_of(country).code_first or not street or is_behind):
        return replace(_behind(street, names, country), postal_code=code.code)
    return replace(_around(code, street, names, country), postal_code=code.code)


def _around(code: PostalCode, street: list[Part], names: list[Part], country: str) -> Town:
    """Reads a town before the code, with at most its state behind it."""
    if country in TOWN_FIRST and len(street) > 1 and is_finer_than_town(street[-1].text):
        return Town(put_together(street[1:]), city=street[0].text) if is_like_town(street[0].text) else Town()
    town = _before(street, country, certain=not code.town_follows(country) or is_town(code.before))
    state = state_named(names[0].text, country) if names else ""
    left = names[1:] if state else names
    return replace(town, state=town.state or state, lines=() if left else town.lines)


def _behind(street: list[Part], names: list[Part], country: str) -> Town:
    """Reads a town that follows the code, with what follows the town: a state, or the street."""
    district = ""
    if is_district(names[0].text) and len(names) > 1:
        district = district_name(names.pop(0).text)
    if _says_state(names[0].text, country) and len(names) > 1:
        names = [names[1], names[0], *names[2:]]
    city, state = _split_state(names[0].text, country)
    if not city:
        city, state = state, ""
    if not is_like_town(city, in_line_of_code=True):
        return Town(district=district)
    left = names[1:]
    if left and (named := state_named(left[0].text, country)):
        state, left = named, left[1:]
    elif state:
        state = state_named(state, country)
    if area_key(state) == area_key(city):
        state = ""
    if left and street:
        return Town(city=town_name(city), district=district, state=state)
    lines = put_together(left or street)
    return Town(lines, city=town_name(city), district=district, state=state)


def _before(parts: Sequence[Part], country: str, *, certain: bool) -> Town:
    """Reads a town that ends a row of parts, or has only its state behind it.

    It is `certain` where the code follows; otherwise the part before the last must be one of a street.
    """
    if not parts:
        return Town()
    *rest, last = parts
    city, state = _split_state(last.text, country)
    if not state:
        sure = certain or not rest or is_town(city) or is_finer_than_town(rest[-1].text)
        return _at_end([*rest, last], "", certain=certain) if sure else Town()
    shown = state_named(state, country)
    if city and is_district(city):
        return Town(put_together(rest), city=state, district=city)
    if city or not rest:
        return _at_end([*rest, Part(city or state)], shown if city else "", certain=certain)
    return _before_state(rest, state, country)


def _before_state(parts: list[Part], state: str, country: str) -> Town:
    """Reads a town whose state is in a part of its own; the state may turn out to be the town."""
    shown = state_named(state, country)
    previous = parts[-1].text
    if area_key(state) in _CITIES_AND_STATES and not _is_state_only(state, country):
        return _at_end([*parts, Part(state)], "", certain=True)
    is_of_state = area_key(state) in area_key(previous) or is_town(previous)
    if _is_state_only(state, country) or (is_of_state and is_like_town(previous)):
        return _at_end(parts, shown, certain=True)
    if is_district(previous):
        return Town(put_together(parts[:-1]), city=state, district=previous)
    if is_finer_than_town(previous):
        return Town(put_together(parts), city=state)
    if len(parts) > 1 and is_district(parts[-2].text):
        return _at_end(parts, shown, certain=True)
    return Town(state=shown)


def _at_end(parts: list[Part], state: str, *, certain: bool) -> Town:
    """Reads the town at the end of the last part, and a district in the part before it."""
    *rest, last = parts
    street, city = _split_town(last.text, in_line_of_code=certain)
    if not city:
        return Town(state=state)
    if street:
        return Town(put_together([*rest, Part(street)]), city=city, state=state)
    district = rest.pop().text if rest and is_district(rest[-1].text) else ""
    return Town(put_together(rest), city=town_name(city), district=district, state=state)


def _split_town(text: str, *, in_line_of_code: bool) -> tuple[str, str]:
    """Returns what stands before a town and the town; both are empty where the town is not sure.

    After the number of a suite or a floor, the town follows: "536 Wynkoop St. Suite 901 Denver".
    """
    if is_like_town(text, in_line_of_code=in_line_of_code):
        return "", text
    words = text.split()
    numbers = [place for place, word in enumerate(words) if any(c.isdigit() for c in word)]
    if not numbers:
        return "", ""
    street, city = " ".join(words[: numbers[-1] + 1]), " ".join(words[numbers[-1] + 1 :])
    if ends_with_unit(street) and is_like_town(city) and len(city.split()) <= 3:
        return street, city
    return "", ""


def _split_state(text: str, country: str) -> tuple[str, str]:
    """Returns what stands before the name of a state at the end of a text, and the name; either may be empty."""
    if state_named(text, country):
        return "", text
    match = _WITH_SHORT_STATE.fullmatch(text) or _WITH_STATE.fullmatch(text)
    if match and state_named(match[2], country):
        return match[1], match[2]
    words = text.split()
    for count in range(min(3, len(words) - 1), 0, -1):
        head, tail = " ".join(words[:-count]), " ".join(words[-count:])
        if (country in ("US", "CA", "AU", "IN") or is_district(head)) and state_named(tail, country):
            return head, tail
    return text, ""


def _is_state_only(state: str, country: str) -> bool:
    """Tells whether a name of a state is not that of a town as well."""
    if _says_state(state, country) or (state.isupper() and len(state) <= 4):
        return True
    return country in _STATE_AFTER_TOWN and area_key(state) not in _TOWNS_TOO | _CITIES_AND_STATES


def _says_state(text: str, country: str) -> bool:
    return bool(state_named(text, country)) and _SAYS_STATE.fullmatch(text) is not None
