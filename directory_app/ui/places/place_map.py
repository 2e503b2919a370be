"""The map with places on it that are not offices yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.model.office import Kind, Status, Summary
from directory_app.model.place import Point, Precision
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.labels.place_names import PlaceNames
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.marks.mark import Mark, Spot
from directory_app.ui.map.painter import Emphasis
from directory_app.ui.places.extent import country_extent, extent_of
from directory_app.ui.places.pin_painting import paint_number, paint_present, paint_way
from directory_app.ui.places.place_scene import PlaceScene
from directory_app.ui.theme import SPACE, Theme

_PADDING = 36.0
_BUTTONS = 44.0
"""What the buttons take of the map, beside which every place is to be seen."""
_CLOSEST = 8.0
"""Of the first view, in which there is to be something around the places that one knows."""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place and its name, with the number that is on its pin and what more there is to say of it.

    `country`, ISO 3166-1 alpha-2, is given where no more is known than that: it is coloured while the place is chosen.
    The place where an office is now has another pin.
    """

    name: str
    point: Point
    number: str = ""
    detail: str = ""
    precision: Precision | None = None
    country: str = ""
    is_present: bool = False


class PlaceMap(MapView):
    """Shows places, each with a pin of its own, and tells by its place among them which one is chosen."""

    NOUN = "place"

    place_chosen = Signal(int)
    """Which of the places was clicked, or chosen with Enter."""

    def __init__(self, base_map: BaseMap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(base_map, parent)
        self._base_map = base_map
        self._scene = PlaceScene(PlaceNames(base_map.countries, base_map.names))
        self._places: tuple[PlaceMark, ...] = ()
        self._coloured = ""
        self.setAccessibleName("Map of the places")
        self.setMinimumSize(60 * SPACE, 45 * SPACE)
        self.set_dark(theme.dark)
        self.office_activated.connect(self._on_activated)

    def show_places(self, places: Sequence[PlaceMark]) -> None:
        """Shows these places instead of those before."""
        self._places = tuple(places)
        self.show_offices([_summary(number, place) for number, place in enumerate(places)])

    def choose(self, number: int | None, *, fly: bool = True) -> None:
        """Marks a place as chosen, or none, and goes there; without `fly`, only as far as it is not in view."""
        place = self._places[number] if number is not None else None
        self.select(None if number is None else UUID(int=number), fly)
        self._colour(place.country if place is not None else "")
        self.show_precision(place.precision if place is not None and not self._coloured else None)
        spot = self._scene.spot(self._scene.selected)
        if place is None or spot is None or not self.isVisible():
            return
        if self._coloured:
            self._fly_to(self._holding([place]))
        elif not fly:
            self._reveal(spot.x, spot.y)

    def _colour(self, country: str) -> None:
        """Colours a country, if it is drawn, and no other."""
        drawn = country if country and country_extent(self._base_map, country) else ""
        if drawn != self._coloured:
            self._coloured = drawn
            self.colour_countries({drawn: 0} if drawn else None)

    def _fitted(self, spots: Sequence[Spot]) -> Camera:
        """Returns the camera that shows all places: they are few, and none is dimmed."""
        return self._holding(self._places)

    def _holding(self, places: Sequence[PlaceMark]) -> Camera:
        """Returns the camera that shows places and as much around them as they may stand for, beside the buttons."""
        points = [point for place in places for point in self._extent(place)]
        camera = self._camera
        free = camera.resized(camera.width - _BUTTONS, camera.height)
        fitted = free.fitted(points, min(_PADDING, free.width / 8.0), _CLOSEST)
        whole = fitted.resized(camera.width, camera.height)
        return self._settled(whole.panned(-_BUTTONS / 2.0, 0.0) if points else whole)

    def _extent(self, place: PlaceMark) -> tuple[tuple[float, float], ...]:
        around = country_extent(self._base_map, place.country) if place.country else ()
        return (*around, *extent_of(place.point, place.precision if not around else None))

    def _paint_marks(self, painter: QPainter, marks: Sequence[Mark], emphasis: Emphasis) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in marks:
            paint_way(painter, mark, self._camera, self._theme)
        for mark in marks:
            place = self._places[mark.first.office.id.int]
            if place.is_present:
                paint_present(painter, mark, self._camera, self._theme)
            else:
                is_chosen = mark.first.office.id == emphasis.selected
                paint_number(painter, mark, place.number, self._camera, self._theme, self.font(), is_chosen=is_chosen)
        painter.restore()

    def _on_activated(self, place: UUID) -> None:
        self.place_chosen.emit(place.int)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers nothing: what can be done with a place is done by the dialog's buttons."""
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(90 * SPACE, 70 * SPACE)


def _summary(number: int, place: PlaceMark) -> Summary:
    return Summary(UUID(int=number), place.name, Kind.OFFICE, "", place.detail, "", *place.point, "", Status.ACTIVE)
