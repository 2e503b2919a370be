"""The places that an address may mean, in a list and on a map, for a person to choose among."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from directory_app.geo.base_map import BaseMap
from directory_app.geo.candidate import Candidate
from directory_app.model.address import format_one_line
from directory_app.model.office import WITHOUT_NAME, Office
from directory_app.model.place import Position, Precision
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.notice_box import NoticeBox
from directory_app.ui.places.candidate_list import (
    CandidateDelegate,
    CandidateModel,
    candidate_rows,
    distances_from,
    name_of,
    short_names,
)
from directory_app.ui.places.place_map import PlaceMap, PlaceMark
from directory_app.ui.places.row_list import RowList
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font

_SIDE_BY_SIDE = 180 * SPACE
_WIDE = 220 * SPACE
_LEAST_LIST = 24 * SPACE
_UNLIMITED = 16_777_215
"""Qt's own word for no limit, QWIDGETSIZE_MAX, which PySide does not have."""
_NOTHING = (
    "No place was found for this address. Check its town and its country, or type coordinates; "
    "the office stays as it is."
)


class CandidatesDialog(DialogFrame):
    """Shows candidates and where they are; accepted, `position` is the chosen one, confirmed by the author."""

    type_asked = Signal(object)
    """None of the places is the one; coordinates are to be typed for this office, a UUID. The dialog has closed."""

    def __init__(
        self,
        office: Office,
        candidates: Sequence[Candidate],
        base_map: BaseMap,
        author: str,
        theme: Theme,
        trouble: str = "",
        *,
        miles: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Takes the office, what may be meant, and why a server that was asked is of no help, if so."""
        super().__init__(f"Where is {office.name or WITHOUT_NAME}?", parent, width=140 * SPACE)
        self._office, self._candidates, self._author, self._miles = office, tuple(candidates), author, miles
        self.add_text(format_one_line(office.address) or "Its address is empty.")
        if trouble:
            notice = NoticeBox(theme)
            self.content.addWidget(notice)
            notice.tell(f"{trouble} What the built-in towns know is below." if candidates else trouble)
        if not candidates:
            self.add_text(_NOTHING)
            self.content.addStretch(1)
            self._add_typing()
            self.add_button("Close", primary=True).clicked.connect(self.reject)
            return
        model = CandidateModel(self)
        model.show_rows(candidate_rows(candidates, office.position.point if office.position else None, miles))
        self._list = RowList("Places that may be meant", model, CandidateDelegate(theme, self))
        self._map = PlaceMap(base_map, theme)
        self._map.show_places(self._marks())
        self._between = PlainLabel()
        self._panes = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out(theme)
        self._list.row_chosen.connect(self._on_row_chosen)
        self._list.row_entered.connect(self.accept)
        self._map.place_chosen.connect(self._on_place_chosen)
        self._list.choose(0)
        self._list.setFocus()
        self.resize(min(parent.window().width(), _WIDE) if parent else _WIDE, self.height())

    @property
    def position(self) -> Position | None:
        """The place that is chosen, with the author as who confirmed it; None where there is none to choose."""
        chosen = self._list.chosen if self._candidates else None
        if chosen is None:
            return None
        return replace(self._candidates[chosen].position, confirmed_by=self._author)

    def choose(self, number: int) -> None:
        """Chooses a candidate by its place among them, as a click on it would."""
        self._list.choose(number)

    @property
    def distances(self) -> str:
        """What is said of the distances between the chosen candidate and the others."""
        return self._between.text()

    def _lay_out(self, theme: Theme) -> None:
        start = "where it is now" if self._office.position else "the first"
        caption = PlainLabel(
            f"Distances are those between the pins, from {start}." if len(self._candidates) > 1 else ""
        )
        for label in (caption, self._between):
            label.setFont(scaled_font(self.font(), 0.85))
            label.setStyleSheet(f"color: {theme.muted}")
        caption.setVisible(bool(caption.text()))
        self._panes.setSpacing(3 * SPACE)
        self._panes.addWidget(self._list, 1)
        self._panes.addWidget(self._map, 1)
        self.content.addWidget(caption)
        self.content.addLayout(self._panes, 1)
        self.content.addWidget(self._between)
        self._add_typing()
        self.add_button("Cancel").clicked.connect(self.reject)
        self.add_button("Place it here", primary=True).clicked.connect(self.accept)

    def _add_typing(self) -> None:
        typing = QPushButton("Type coordinates …")
        typing.setAutoDefault(False)
        typing.setProperty("quiet", True)
        typing.clicked.connect(self._on_typing_clicked)
        self._buttons.insertWidget(0, typing)

    def _on_typing_clicked(self) -> None:
        self.reject()
        self.type_asked.emit(self._office.id)

    def _marks(self) -> list[PlaceMark]:
        """Returns what is on the map: the candidates in their order, and where the office is now."""
        marks = [
            PlaceMark(short, c.position.point, str(n), f"{n} · {name_of(c)}", c.position.precision, _only_country(c))
            for n, (short, c) in enumerate(zip(short_names(self._candidates), self._candidates, strict=True), 1)
        ]
        if self._office.position is not None:
            marks.append(PlaceMark("where it is now", self._office.position.point, is_present=True))
        return marks

    def _on_row_chosen(self, number: int) -> None:
        self._map.choose(number, fly=False)
        self._between.setText(distances_from(number, self._candidates, self._miles))
        self._between.setVisible(bool(self._between.text()))

    def _on_place_chosen(self, number: int) -> None:
        if number < len(self._candidates):
            self._list.choose(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._candidates:
            is_wide = self.width() >= _SIDE_BY_SIDE
            direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
            self._panes.setDirection(direction)
            rows = self._list.height_of_rows()
            self._list.setMinimumHeight(min(_LEAST_LIST, rows))
            self._list.setMaximumHeight(_UNLIMITED if is_wide else rows)
            self._panes.update()  # or it stays laid out as it was before the limits changed


def _only_country(candidate: Candidate) -> str:
    return candidate.country if candidate.position.precision is Precision.COUNTRY else ""
