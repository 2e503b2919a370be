"""Where names go on the map, none upon another: pure layout, text is measured by whoever asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol
from uuid import UUID

from directory_app.geo.base_map import Country
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.marks import Mark

_GAP = 3.0
_AIR = 2.0
_RING = 10.0
"""How far from its mark the label of the selected office stands, beyond the ring."""
_COUNTRY_SLACK = 1.15


class Style(Enum):
    """How a label is written."""

    OFFICE = "office"
    SELECTED = "selected"
    COUNTRY = "country"


class Measure(Protocol):
    """Says how large text is, in pixels."""

    def size(self, text: str, style: Style) -> tuple[float, float]:
        """Returns width and height of one line."""
        ...

    def elided(self, text: str, style: Style) -> str:
        """Returns the text, shortened with an ellipsis where it is too long for a label."""
        ...


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; its upper left corner is `dx`, `dy` pixels from the world point `x`, `y`."""

    text: str
    style: Style
    x: float
    y: float
    dx: float
    dy: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on the screen, in pixels."""

    left: float
    top: float
    width: float
    height: float


class _Room:
    """The rectangles taken so far; the world repeats every `period` pixels."""

    def __init__(self, period: float) -> None:
        self._period = period
        self._taken: list[tuple[float, float, float, float]] = []

    def take(self, rect: Rect) -> None:
        half_width, half_height = rect.width / 2.0, rect.height / 2.0
        self._taken.append((rect.left + half_width, rect.top + half_height, half_width, half_height))

    def is_free(self, rect: Rect) -> bool:
        half_width, half_height = rect.width / 2.0 + _AIR, rect.height / 2.0
        x, y = rect.left + rect.width / 2.0, rect.top + rect.height / 2.0
        period = self._period
        for other_x, other_y, other_half_width, other_half_height in self._taken:
            if abs(y - other_y) < half_height + other_half_height:
                apart = (x - other_x) % period
                if min(apart, period - apart) < half_width + other_half_width:
                    return False
        return True


def labels_of(
    marks: Sequence[Mark],
    countries: Sequence[Country],
    camera: Camera,
    measure: Measure,
    *,
    selected: UUID | None = None,
    reserved: Iterable[Rect] = (),
) -> tuple[Label, ...]:
    """Returns the labels that fit; offices win over countries, secretariats over offices.

    The selected office's label is there in any case. `reserved` are places of the screen to be left free.
    """
    room = _Room(camera.world)
    for rect in reserved:
        room.take(rect)
    for mark in marks:
        left, top = camera.nearest_on_screen(mark.x, mark.y)
        room.take(Rect(left - mark.radius, top - mark.radius, 2.0 * mark.radius, 2.0 * mark.radius))
    labels = []
    for mark in sorted(marks, key=lambda mark: (selected not in mark.ids, mark.spots[0].rank)):
        label = _office_label(mark, camera, measure, room, selected)
        if label is not None:
            labels.append(label)
    labels.extend(_country_labels(countries, camera, measure, room))
    return tuple(labels)


def _office_label(mark: Mark, camera: Camera, measure: Measure, room: _Room, selected: UUID | None) -> Label | None:
    is_selected = selected in mark.ids
    if not is_selected and (mark.is_cluster or mark.dimmed):
        return None
    style = Style.SELECTED if is_selected else Style.OFFICE
    office = next(spot.office for spot in mark.spots if not is_selected or spot.office.id == selected)
    text = measure.elided(office.name or office.city, style)
    if not text:
        return None
    width, height = measure.size(text, style)
    at_x, at_y = camera.nearest_on_screen(mark.x, mark.y)
    places = _places(mark.radius + (_RING if is_selected else _GAP), width, height)
    fallback: tuple[float, float] | None = None
    for dx, dy in places:
        rect = Rect(at_x + dx, at_y + dy, width, height)
        if not _is_inside(rect, camera, at_x, at_y):
            continue
        if room.is_free(rect):
            room.take(rect)
            return Label(text, style, mark.x, mark.y, dx, dy, width, height)
        fallback = fallback or (dx, dy)
    if not is_selected:
        return None
    dx, dy = fallback or places[0]
    room.take(Rect(at_x + dx, at_y + dy, width, height))
    return Label(text, style, mark.x, mark.y, dx, dy, width, height)


def _places(away: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    """Returns where a label may stand beside its mark, the best place first."""
    middle_y = -height / 2.0
    middle_x = -width / 2.0
    return (
        (away, middle_y),
        (-away - width, middle_y),
        (middle_x, away - 1.0),
        (middle_x, -away - height + 1.0),
        (away * 0.6, away * 0.6),
        (away * 0.6, -away * 0.6 - height),
        (-away * 0.6 - width, away * 0.6),
        (-away * 0.6 - width, -away * 0.6 - height),
    )


def _is_inside(rect: Rect, camera: Camera, at_x: float, at_y: float) -> bool:
    """Tells whether a label is not cut by the edge, for marks that can be seen themselves."""
    if not (0.0 <= at_x <= camera.width and 0.0 <= at_y <= camera.height):
        return True
    return (
        rect.left >= _AIR
        and rect.top >= _AIR
        and rect.left + rect.width <= camera.width - _AIR
        and rect.top + rect.height <= camera.height - _AIR
    )


def _country_labels(countries: Sequence[Country], camera: Camera, measure: Measure, room: _Room) -> Iterable[Label]:
    """Writes the names of countries in which there is space for them, the roomiest first.

    Only those within one screen around the view are tried: more cannot be reached by one push.
    """
    for country in countries:
        at_x, at_y = camera.nearest_on_screen(country.x, country.y)
        near_x = -camera.width <= at_x <= 2.0 * camera.width
        if not (country.code and near_x and -camera.height <= at_y <= 2.0 * camera.height):
            continue
        width, height = measure.size(country.name, Style.COUNTRY)
        if width / 2.0 > country.reach * camera.world * _COUNTRY_SLACK:
            continue
        rect = Rect(at_x - width / 2.0, at_y - height / 2.0, width, height)
        if room.is_free(rect):
            room.take(rect)
            yield Label(country.name, Style.COUNTRY, country.x, country.y, -width / 2.0, -height / 2.0, width, height)
