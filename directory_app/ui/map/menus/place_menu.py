"""What can be done with a place on the map, and with the offices that are there."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.model.office import Summary
from directory_app.model.place import Point
from directory_app.model.points.web_maps import WebMap
from directory_app.ui.map.marks.mark import Mark
from directory_app.ui.plain_text import without_mnemonic
from directory_app.ui.words import count_of

_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What a menu is about: a place in degrees, the mark that is there, the office chosen already, and the web map."""

    place: Point
    mark: Mark | None = None
    chosen: Summary | None = None
    web_map: WebMap = WebMap.OPENSTREETMAP

    @property
    def office(self) -> Summary | None:
        """The office at the place, where there is one alone."""
        return self.mark.first.office if self.mark is not None and not self.mark.is_cluster else None


class PlaceMenu(QMenu):
    """Offers the office or the offices at a place, to look around it, to take it elsewhere, and to move a pin there."""

    office_chosen = Signal(object)
    """The id of the office at the place."""

    mark_opened = Signal(object)
    """The mark of several offices that somebody wants to see."""

    office_nearest_asked = Signal(object)
    """The id of the office whose nearest others somebody wants to see."""

    nearest_asked = Signal(float, float)
    """Latitude and longitude in degrees."""

    web_map_asked = Signal(float, float, str)
    """Latitude and longitude in degrees of what is to be shown on the web map, and the office's name, if it is one."""

    pin_move_asked = Signal(object)
    """The id of the office whose pin somebody wants to move."""

    pin_placed = Signal(object, float, float)
    """The id of the office, and latitude and longitude in degrees."""

    def __init__(self, asked: Asked, parent: QWidget) -> None:
        """Takes what the menu is about; it deletes itself when it closes."""
        super().__init__(parent)
        self._map = parent
        self._asked = asked
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self._offer_mark()
        self._offer_place()
        self._offer_pin()

    def open_at(self, place: QPoint) -> None:
        """Opens at a place of the map."""
        self.popup(self._map.mapToGlobal(place))

    def _offer_mark(self) -> None:
        office, mark, chosen = self._asked.office, self._asked.mark, self._asked.chosen
        self.setAccessibleName(office.name if office is not None else "At this place")
        if office is not None and (chosen is None or chosen.id != office.id):
            self.addAction(f"Choose {self._shown(office)}").triggered.connect(self._on_choose)
        elif mark is not None and mark.is_cluster:
            self.addAction(f"Show the {count_of(mark.count, 'office')} here").triggered.connect(self._on_open)

    def _offer_place(self) -> None:
        is_office = self._asked.office is not None
        nearest = self.addAction("Nearest offices …" if is_office else "Nearest offices to here")
        nearest.triggered.connect(self._on_nearest)
        shown = self.addAction(f"Show on {self._asked.web_map.shown}")
        shown.setToolTip(f"Opens {self._asked.web_map.shown} in the browser")
        shown.triggered.connect(self._on_show)
        self.addAction("Copy the coordinates").triggered.connect(self._on_copy)

    def _offer_pin(self) -> None:
        office, chosen = self._asked.office, self._asked.chosen
        if office is None and chosen is None:
            return
        self.addSeparator()
        if office is not None:
            self.addAction("Move the pin").triggered.connect(self._on_move)
        elif chosen is not None:
            self.addAction(f"Move the pin of {self._shown(chosen)} here").triggered.connect(self._on_place)

    def _shown(self, office: Summary) -> str:
        """Returns a name as an entry can show it: on one line, of an end, and with every `&`."""
        metrics = self.fontMetrics()
        one_line = " ".join(office.name.split()) or "this office"
        shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, _WIDEST * metrics.averageCharWidth())
        return without_mnemonic(shown)

    @property
    def _office_id(self) -> UUID | None:
        return self._asked.office.id if self._asked.office is not None else None

    def _on_choose(self) -> None:
        self.office_chosen.emit(self._office_id)

    def _on_open(self) -> None:
        self.mark_opened.emit(self._asked.mark)

    def _on_nearest(self) -> None:
        if self._asked.office is not None:
            self.office_nearest_asked.emit(self._office_id)
        else:
            self.nearest_asked.emit(*self._asked.place)

    def _on_show(self) -> None:
        self.web_map_asked.emit(*self._asked.place, self._asked.office.name if self._asked.office is not None else "")

    def _on_copy(self) -> None:
        from directory_app.model.coordinates import written_decimal

        QGuiApplication.clipboard().setText(written_decimal(self._asked.place))

    def _on_move(self) -> None:
        self.pin_move_asked.emit(self._office_id)

    def _on_place(self) -> None:
        if self._asked.chosen is not None:
            self.pin_placed.emit(self._asked.chosen.id, *self._asked.place)
