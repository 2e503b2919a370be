"""The map whose marks can be opened, and that offers what can be done with a place and the offices there."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.clock import local_now
from directory_app.model.office import Summary
from directory_app.model.place import Point
from directory_app.model.points.web_maps import WebMap
from directory_app.ui.map.figures.shapes import WorldPoint, outline
from directory_app.ui.map.marks.mark import Mark, spot_of
from directory_app.ui.map.menus.office_menu import OfficeMenu
from directory_app.ui.map.menus.place_menu import Asked, PlaceMenu
from directory_app.ui.map.pin.pin import rounded_degrees
from directory_app.ui.map.pin_map import PinMap


class MarkMap(PinMap):
    """Opens marks and menus, and draws what concerns a region; how that is asked for is known to `MapView`."""

    office_activated = Signal(object)
    """The id of an office that was clicked, or chosen with Enter."""

    nearest_asked = Signal(float, float)
    """Latitude and longitude in degrees of a place whose nearest offices somebody wants to see."""

    office_nearest_asked = Signal(object)
    """The id of the office whose nearest others somebody wants to see."""

    web_map_asked = Signal(float, float, str)
    """Latitude and longitude in degrees of what is to be shown on the web map, and the office's name, if it is one."""

    pin_move_asked = Signal(object)
    """The id of the office whose pin somebody wants to move."""

    def __init__(
        self, base_map: BaseMap, parent: QWidget | None = None, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        """Takes the base map, of which nothing is read before the first paint, and what says the time here."""
        super().__init__(base_map, parent, clock=clock)
        self._web_map = WebMap.OPENSTREETMAP

    def offer_web_map(self, web_map: WebMap) -> None:
        """Offers to show places on this map from now on."""
        self._web_map = web_map

    def outline_offices(self, offices: Sequence[Summary]) -> None:
        """Draws one line around these offices, or none without any that is on the map."""
        spots = (spot for spot in map(spot_of, offices) if spot is not None)
        self._figures.outline(outline((spot.x, spot.y) for spot in spots))
        self.update()

    def show_lines(self, lines: Sequence[Sequence[WorldPoint]]) -> None:
        """Draws these lines, given in world units, instead of those before."""
        self._figures.show_lines(lines)
        self.update()

    def _open(self, mark: Mark) -> None:
        """Activates the office of a mark; of several, comes nearer or lets one choose."""
        if not mark.is_cluster:
            self.office_activated.emit(mark.first.office.id)
            return
        padding = min(self._camera.width, self._camera.height) / 4.0
        points = [(spot.x, spot.y) for spot in mark.spots]
        nearer = self._settled(self._camera.fitted(points, padding, self._camera.max_zoom))
        if mark.is_one_place or nearer.zoom <= self._camera.zoom + 0.05:
            self._open_offices(mark)
        else:
            self._fly_to(nearer)

    def _open_offices(self, mark: Mark) -> None:
        menu = OfficeMenu(mark, self._theme, self)
        menu.office_chosen.connect(self.office_activated)
        menu.open_at(self._below(mark))

    def _open_menu(self, at: QPoint, mark: Mark | None) -> None:
        """Opens the menu at a place of the screen, about the mark there, if there is one."""
        chosen = self._scene.office(self._scene.selected)
        menu = PlaceMenu(Asked(self._place_of(mark, at), mark, chosen, self._web_map), self)
        menu.office_chosen.connect(self.office_activated)
        menu.mark_opened.connect(self._open)
        menu.office_nearest_asked.connect(self.office_nearest_asked)
        menu.nearest_asked.connect(self.nearest_asked)
        menu.web_map_asked.connect(self.web_map_asked)
        menu.pin_move_asked.connect(self.pin_move_asked)
        menu.pin_placed.connect(self.pin_placed)
        menu.open_at(at)

    def _place_of(self, mark: Mark | None, at: QPoint) -> Point:
        """Returns where the one office of a mark is, or else what is at a place of the screen."""
        office = mark.first.office if mark is not None and not mark.is_cluster else None
        if office is not None and office.latitude is not None and office.longitude is not None:
            return office.latitude, office.longitude
        return rounded_degrees(*self._camera.to_world(at.x(), at.y()))

    def _below(self, mark: Mark) -> QPoint:
        at_x, at_y = self._camera.nearest_on_screen(mark.x, mark.y)
        return QPoint(round(at_x), round(at_y + mark.radius))
