"""The map with places on it that are not offices yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.model.office import Kind, Status, Summary
from directory_app.model.place import Point
from directory_app.ui.map.map_view import MapView
from directory_app.ui.theme import SPACE, Theme


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place and its name; the one where an office is now has another sign than those where it may be."""

    name: str
    point: Point
    is_present: bool = False


class PlaceMap(MapView):
    """Shows places by their numbers in the order in which they were given, and tells which one is chosen."""

    NOUN = "place"

    place_chosen = Signal(int)
    """The number of a place that was clicked, or chosen with Enter."""

    def __init__(self, base_map: BaseMap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(base_map, parent)
        self.setAccessibleName("Map of the places")
        self.setMinimumSize(60 * SPACE, 45 * SPACE)
        self.set_dark(theme.dark)
        self.office_activated.connect(self._on_activated)

    def show_places(self, places: Sequence[PlaceMark]) -> None:
        """Shows these places instead of those before."""
        self.show_offices([_summary(number, place) for number, place in enumerate(places)])

    def choose(self, number: int | None, *, fly: bool = True) -> None:
        """Marks a place as chosen, or none."""
        self.select(None if number is None else UUID(int=number), fly)

    def _on_activated(self, place: UUID) -> None:
        self.place_chosen.emit(place.int)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers nothing: what can be done with a place is done by the dialog's buttons."""
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(90 * SPACE, 70 * SPACE)


def _summary(number: int, place: PlaceMark) -> Summary:
    kind = Kind.CENTRE if place.is_present else Kind.OFFICE
    return Summary(UUID(int=number), place.name, kind, "", "", "", *place.point, "", Status.ACTIVE)
