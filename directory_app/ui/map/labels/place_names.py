"""The names of countries and towns that a view of the map can have, the greatest first, in one language."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from directory_app.geo.box import Box
from directory_app.geo.map_level import Country
from directory_app.geo.map_names import LOCAL, MapNames, Town
from directory_app.geo.projection import to_world
from directory_app.geo.tiles.pictures import Area, TileSet
from directory_app.ui.map.camera import TILE, Camera
from directory_app.ui.map.labels.labels import COUNTRY_SLACKS, PlaceName, Style
from directory_app.ui.map.tiles.picture_source import COARSEST

_MARGIN = 120.0
"""Pixels beside the screen from where a name can reach into it."""

_AHEAD = 0.1
"""How much of the screen is looked at on each side beyond that, so that a push need not look again."""

_HAIR = 0.02
"""Zooms are a little less than whole where tiles need it; see `camera.whole_tiles`."""

_GREAT = 97
"""The size, as `Town` has it, of towns with a million inhabitants."""

_TOO_ROOMY = 1500.0
"""A country that offers its name more pixels than this is no longer seen as a whole."""

_LETTER = 6.5
"""About how many pixels a letter of a country's name takes; that is off by less than `_DOUBT` zooms."""

_DOUBT = 0.8

_Rank = tuple[float, bool, int, int]
"""The zoom from which on there is room for a name, then what decides between those of one zoom; less is greater."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which names somebody wants to read.

    `language` is a code such as "de", "pt_BR" or "zh_Hant", `LOCAL` for what people there say, and empty for the
    language of the system. `pictures` are those that somebody else has drawn: where they are, they say themselves
    what is there.
    """

    language: str = ""
    pictures: TileSet | None = None


class _Drawn:
    """Where pictures are on the map, as far as is known before they come."""

    def __init__(self, pictures: TileSet) -> None:
        self._zooms = pictures.min_zoom, pictures.max_zoom
        area = pictures.area
        self._box = _box(area) if area is not None else None

    def without(self, named: Iterator[tuple[_Rank, PlaceName]], zoom: float) -> Iterator[tuple[_Rank, PlaceName]]:
        """Yields the names of places where no picture is; a picture is as large as a tile, whatever is drawn on it."""
        least, most = self._zooms
        z = math.floor(zoom + _HAIR)
        if not least <= z <= most + COARSEST:
            return named
        if self._box is None:
            return iter(())
        count = 2 ** min(z, most)
        left, top, right, bottom = (edge * count for edge in self._box)
        columns, rows = (math.floor(left), math.ceil(right)), (math.floor(top), math.ceil(bottom))
        return (
            (rank, name)
            for rank, name in named
            if not (columns[0] <= name.x % 1.0 * count < columns[1] and rows[0] <= name.y * count < rows[1])
        )


class PlaceNames:
    """Finds the names for a camera; without a file of names there are only countries, in English."""

    def __init__(self, countries: Sequence[Country], names: MapNames | None = None, wanted: Wanted = Wanted()) -> None:
        self._names = names
        self._drawn = _Drawn(wanted.pictures) if wanted.pictures is not None else None
        self._is_local = wanted.language == LOCAL
        self._language = _language(wanted.language, names.languages if names is not None else ())
        self._said: dict[str, str] | None = None
        self._given = [country for country in countries if country.code]
        self._countries: tuple[tuple[_Rank, PlaceName], ...] | None = None
        self._box: Box | None = None
        self._zoom = 0.0
        self._found: tuple[PlaceName, ...] = ()

    def around(self, camera: Camera) -> tuple[PlaceName, ...]:
        """Returns the names in view and around it, the greatest first; the same tuple until others are needed.

        Whichever has a place when one looks from farthest off is the greatest, so that coming closer adds names
        and takes none away.
        """
        if self._box is None or self._zoom != camera.zoom or not self._box.has(camera.box(_MARGIN, _MARGIN)):
            self._zoom = camera.zoom
            self._box = camera.box(_MARGIN + _AHEAD * camera.width, _MARGIN + _AHEAD * camera.height)
            named = self._all_in(self._box, camera)
            if self._drawn is not None:
                named = self._drawn.without(named, camera.zoom)
            ranked = sorted(named, key=_rank)
            self._found = tuple(name for _, name in ranked)
        return self._found

    def _all_in(self, box: Box, camera: Camera) -> Iterator[tuple[_Rank, PlaceName]]:
        for rank, name in self._named_countries():
            if rank[0] < camera.zoom + _DOUBT and name.reach * camera.world < _TOO_ROOMY:
                yield rank, name
        for town in self._towns_in(box, math.floor(camera.zoom + _HAIR)):
            yield (town.level, not town.is_capital, -town.size, town.number), self._town(town)

    def _towns_in(self, box: Box, level: int) -> Iterator[Town]:
        if self._names is None:
            return iter(())
        right = min(box.right, box.left + 1.0)
        return self._names.towns(box.left, box.top, right, box.bottom, level)

    def _town(self, town: Town) -> PlaceName:
        name = town.local_name if self._is_local else self._in_language().get(str(town.number), "")
        style = Style.CAPITAL if town.is_capital else Style.CITY if town.size >= _GREAT else Style.TOWN
        return PlaceName(name or town.name, style, town.x, town.y)

    def _named_countries(self) -> tuple[tuple[_Rank, PlaceName], ...]:
        if self._countries is None:
            said = self._in_language()
            self._countries = tuple(self._country(country, said) for country in self._given)
        return self._countries

    def _country(self, country: Country, said: dict[str, str]) -> tuple[_Rank, PlaceName]:
        name = PlaceName(self._capitals(country, said), Style.COUNTRY, country.x, country.y, country.reach)
        fits_from = math.log2(len(name.text) * _LETTER / (2.0 * max(country.reach, 1e-9) * TILE))
        return _country_rank(fits_from), name

    def _capitals(self, country: Country, said: dict[str, str]) -> str:
        name = said.get(country.code, country.name)
        if not _has_capitals(name):
            return name
        if self._is_local:
            return QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(country.code)).toUpper(name)
        return QLocale(self._language or "en").toUpper(name)

    def _in_language(self) -> dict[str, str]:
        """Returns names by country or town, read when first asked for."""
        if self._said is None:
            self._said = self._names.names(self._language) if self._names is not None else {}
        return self._said


def _language(wanted: str, known: Sequence[str]) -> str:
    """Returns that code among those known that comes nearest to the one wanted; empty if it is English."""
    if wanted == LOCAL:
        return LOCAL
    locale = QLocale(wanted) if wanted else QLocale()
    language = QLocale.languageToCode(locale.language())
    if QLocale(locale.language()).script() != locale.script():
        language = f"{language}_{QLocale.scriptToCode(locale.script())}"
    return language if language in known else ""


def _country_rank(fits_from: float) -> _Rank:
    """Returns the rank of a country's name: those wider than their land come after all others of their zoom."""
    given = COUNTRY_SLACKS[0][1]
    named_from = min(max(since, fits_from - math.log2(much / given)) for since, much in COUNTRY_SLACKS)
    if named_from >= fits_from:
        return (fits_from, False, 0, 0)
    return (named_from, True, round(100 * fits_from), 0)


def _has_capitals(name: str) -> bool:
    """Tells whether a name looks usual in capitals: Georgian does not, though Unicode has them."""
    return not any("\u10a0" <= char <= "\u10ff" for char in name)


def _box(area: Area) -> tuple[float, float, float, float]:
    """Returns left, top, right and bottom in world units; at 180 degrees, the right is 1 and not where 0 is again."""
    (_, top), (_, bottom) = to_world(area.north, 0.0), to_world(area.south, 0.0)
    return (area.west + 180.0) / 360.0, top, (area.east + 180.0) / 360.0, bottom


def _rank(ranked: tuple[_Rank, PlaceName]) -> _Rank:
    return ranked[0]
