"""Where names go on the map, none upon another: pure layout, text is measured by whoever asks."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import repeat
from typing import Protocol

from directory_app.model.office import Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.labels.room import AIR, Rect, Room
from directory_app.ui.map.marks.mark import Mark

_GAP = 3.0
_RING = 10.0
"""How far from its mark the label of the selected office stands, beyond the ring."""
COUNTRY_SLACKS = ((0.0, 1.15), (5.0, 3.5), (6.5, math.inf))
"""How many times as wide as its land a country's name may be, by zoom: island states are named over the sea."""

_SHIFT = 1.25
"""By how much of its height a country's name is moved where its best place is taken."""

SIGN_RADIUS = 3.0
"""How far the sign of a town reaches, in pixels."""

_SIGN_GAP = 2.0
_TOWN_PLACES = 4
"""A town's name stands beside its sign, above or below, and never askew."""


class Style(Enum):
    """How a label is written."""

    OFFICE = "office"
    SELECTED = "selected"
    COUNTRY = "country"
    CAPITAL = "capital"
    CITY = "city"
    TOWN = "town"

    @property
    def is_office(self) -> bool:
        """Whether it names an office and not a place."""
        return self in (Style.OFFICE, Style.SELECTED)

    @property
    def has_sign(self) -> bool:
        """Whether a small sign stands at the point that is named."""
        return self in (Style.CAPITAL, Style.CITY, Style.TOWN)


class Measure(Protocol):
    """Says how large text is, in pixels."""

    def size(self, text: str, style: Style) -> tuple[float, float]:
        """Returns width and height of one line."""
        ...

    def elided(self, text: str, style: Style) -> str:
        """Returns the text, shortened with an ellipsis where it is too long for a label."""
        ...


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a country or a town is called, and where it is in world units.

    `reach` is half the width, in world units, that the name of a country can take; towns have none.
    """

    text: str
    style: Style
    x: float
    y: float
    reach: float = 0.0


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

    @property
    def named(self) -> "Named":
        """What it names."""
        return self.x, self.y, self.style.is_office


Named = tuple[float, float, bool]
"""What a label names: the world point of an office, or of a place if the last is False."""


def labels_of(
    marks: Sequence[Mark],
    names: Sequence[PlaceName],
    camera: Camera,
    measure: Measure,
    *,
    selected: Mark | None = None,
    named: Summary | None = None,
    reserved: Iterable[Rect] = (),
    kept: Sequence[Label] = (),
    again: Collection[Named] = (),
    most: int | None = None,
) -> tuple[Label, ...]:
    """Returns the labels that fit; offices win over names of places, secretariats over offices.

    The selected mark bears the name of one of its offices, `named`, in any case. `reserved` are places of the screen
    to be left free. Of the names of places, earlier ones win over later ones. Labels that are `kept`, made at the same
    zoom, stay where they are. For others so many marks and places are looked at, the first ones, besides those to be
    named `again`; or all.
    """
    room = Room(camera.world)
    for rect in reserved:
        room.take(rect)
    for mark in marks:
        left, top = camera.nearest_on_screen(mark.x, mark.y)
        room.take(Rect(left - mark.radius, top - mark.radius, 2.0 * mark.radius, 2.0 * mark.radius))
    labels = _still_there(kept, marks, camera)
    for label in labels:
        _take(label, camera, room)
    done = {label.named for label in labels}
    turns = repeat(True) if most is None else repeat(True, most)

    def has_turn(x: float, y: float, is_office: bool) -> bool:
        named = (x, y, is_office)
        return named not in done and (named in again or next(turns, False))

    alone = sorted((mark for mark in marks if not (mark.dimmed or mark.is_cluster or mark == selected)), key=_rank)
    for mark in (selected, *alone) if selected is not None else alone:
        if (mark is selected and (mark.x, mark.y, True) not in done) or has_turn(mark.x, mark.y, True):
            labels += _office_label(mark, named if mark is selected else None, camera, measure, room)
    near = [name for name in names if _is_near(name, camera) and has_turn(name.x, name.y, False)]
    labels.extend(_place_labels(near, camera, measure, room))
    return tuple(labels)


def _still_there(kept: Sequence[Label], marks: Sequence[Mark], camera: Camera) -> list[Label]:
    """Returns the labels of marks that are still there, and of places that are still near."""
    there = {(mark.x, mark.y) for mark in marks} if kept else set()
    return [
        label for label in kept if ((label.x, label.y) in there if label.style.is_office else _is_near(label, camera))
    ]


def _take(label: Label, camera: Camera, room: Room) -> None:
    left, top = camera.nearest_on_screen(label.x, label.y)
    room.take(Rect(left + label.dx, top + label.dy, label.width, label.height))
    if label.style.has_sign:
        room.take(_sign(left, top))


def _rank(mark: Mark) -> tuple[int, str]:
    return mark.first.rank


def _office_label(mark: Mark, named: Summary | None, camera: Camera, measure: Measure, room: Room) -> list[Label]:
    """Returns the label of a mark, or nothing where there is no room; a selected one has the office to be named."""
    is_selected = named is not None
    style = Style.SELECTED if is_selected else Style.OFFICE
    office = named or mark.first.office
    text = measure.elided(office.name or office.city, style)
    if not text:
        return []
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
            return [Label(text, style, mark.x, mark.y, dx, dy, width, height)]
        fallback = fallback or (dx, dy)
    if not is_selected:
        return []
    dx, dy = fallback or places[0]
    room.take(Rect(at_x + dx, at_y + dy, width, height))
    return [Label(text, style, mark.x, mark.y, dx, dy, width, height)]


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
        rect.left >= AIR
        and rect.top >= AIR
        and rect.left + rect.width <= camera.width - AIR
        and rect.top + rect.height <= camera.height - AIR
    )


def _place_labels(names: Sequence[PlaceName], camera: Camera, measure: Measure, room: Room) -> Iterator[Label]:
    """Writes the names for which there is space, in their order."""
    slack = max((much for since, much in COUNTRY_SLACKS if camera.zoom >= since), default=COUNTRY_SLACKS[0][1])
    for name in names:
        at_x, at_y = camera.nearest_on_screen(name.x, name.y)
        text = measure.elided(name.text, name.style) if name.style.has_sign else name.text
        width, height = measure.size(text, name.style)
        if name.style.has_sign:
            if not room.is_free(_sign(at_x, at_y)):
                continue  # there is an office, or a greater town
            places = _places(SIGN_RADIUS + _SIGN_GAP, width, height)[:_TOWN_PLACES]
        elif width / 2.0 > name.reach * camera.world * slack:
            continue
        else:
            places = tuple((-width / 2.0, (shift - 0.5) * height) for shift in (0.0, -_SHIFT, _SHIFT))
        for dx, dy in places:
            if room.is_free(Rect(at_x + dx, at_y + dy, width, height)):
                label = Label(text, name.style, name.x, name.y, dx, dy, width, height)
                _take(label, camera, room)
                yield label
                break


def _sign(at_x: float, at_y: float) -> Rect:
    return Rect(at_x - SIGN_RADIUS, at_y - SIGN_RADIUS, 2.0 * SIGN_RADIUS, 2.0 * SIGN_RADIUS)


def _is_near(place: Label | PlaceName, camera: Camera) -> bool:
    """Tells whether a place is within one screen around the view: more cannot be reached by one push."""
    at_x, at_y = camera.nearest_on_screen(place.x, place.y)
    return -camera.width <= at_x <= 2.0 * camera.width and -camera.height <= at_y <= 2.0 * camera.height
