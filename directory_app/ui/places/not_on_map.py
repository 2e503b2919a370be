"""The offices that are not on the map, each with the reason and what can be done."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from directory_app.model.office import WITHOUT_NAME
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.headed_list import ROW_LEFT, ROW_RIGHT, HeadedDelegate, HeadedModel
from directory_app.ui.painted_line import paint_line
from directory_app.ui.places.row_list import RowList
from directory_app.ui.places.unplaced import Unplaced
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.words import count_of

_LOOKING = "Looking for the reasons …"
_ALL_THERE = "Every office is on the map."


class UnplacedModel(HeadedModel):
    """Shows offices that are not on the map."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("office", parent)

    def text_of(self, row: Unplaced) -> str:
        """Returns the name of an office."""
        return row.name or WITHOUT_NAME

    def spoken(self, row: Unplaced) -> str:
        """Returns the name, where the office says it is, and why it is not on the map."""
        return ", ".join(part for part in (self.text_of(row), row.town, row.reason) if part)


class UnplacedDelegate(HeadedDelegate):
    """Draws an office: its name and where it says it is, and under it why it is not on the map."""

    def paint_row(self, painter: QPainter, row: Unplaced, area: QRect, font: QFont) -> None:
        """Paints an office."""
        small = scaled_font(font, 0.85)
        first, second = QFontMetrics(font).height(), QFontMetrics(small).height()
        top = area.y() + (area.height() - first - second - 1) // 2
        text = area.adjusted(ROW_LEFT, 0, -ROW_RIGHT, 0)
        width = min(QFontMetrics(small).horizontalAdvance(row.town), text.width() // 2)
        left = text.right() - width
        paint_line(painter, QRect(left, top, width + 1, first), row.town, small, self._theme.muted)
        name = QRect(text.x(), top, left - text.x() - 2 * SPACE, first)
        paint_line(painter, name, row.name or WITHOUT_NAME, font, self._theme.text)
        reason = QRect(text.x(), top + first + 1, text.width(), second)
        paint_line(painter, reason, row.reason, small, self._theme.muted)


class NotOnMapDialog(DialogFrame):
    """Lists offices; what is to be done for the chosen one is asked for by signals, and the dialog stays open."""

    choose_asked = Signal(object)
    """One of the places that may be meant is to be chosen for this office, a UUID."""
    type_asked = Signal(object)
    """Coordinates are to be typed for this office, a UUID."""
    edit_asked = Signal(object)
    """This office, a UUID, is to be edited; the dialog has closed."""
    place_all_asked = Signal()
    """All of them are to be looked up; the dialog has closed."""

    def __init__(self, rows: Sequence[Unplaced] | None, theme: Theme, parent: QWidget | None = None) -> None:
        """Takes the rows, or None where they are still looked for and `show_rows` will bring them."""
        super().__init__("Not on the map", parent, width=140 * SPACE)
        self._rows: tuple[Unplaced, ...] = ()
        self._model = UnplacedModel(self)
        self._list = RowList("Offices that are not on the map", self._model, UnplacedDelegate(theme, self))
        self._list.setMinimumHeight(60 * SPACE)
        self._summary = PlainLabel()
        self._summary.setStyleSheet(f"color: {theme.muted}")
        self._reason = PlainLabel(selectable=True)
        self._choose, self._type, self._edit = (
            QPushButton(text) for text in ("Choose a place …", "Type coordinates …", "Edit")
        )
        self._detail = self._new_detail(theme)
        self.content.addWidget(self._summary)
        self.content.addWidget(self._list, 1)
        self.content.addWidget(self._detail)
        self._place_all = self.add_button("Place all …")
        self._place_all.clicked.connect(self._on_place_all_clicked)
        self._close = self.add_button("Close", primary=True)
        self._close.clicked.connect(self.accept)
        self._connect()
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Unplaced] | None) -> None:
        """Shows these offices; the chosen one stays, or the one that follows it takes its place."""
        before = self.chosen
        place = self._list.chosen or 0
        self._rows = tuple(rows or ())
        self._model.show_rows(self._rows)
        count = len(self._rows)
        there = f"{count_of(count, 'office')} {'is' if count == 1 else 'are'} not on the map."
        self._summary.setText(_LOOKING if rows is None else there if count else _ALL_THERE)
        self._list.setVisible(bool(count))
        self._detail.setVisible(bool(count))
        if count:
            ids = [row.id for row in self._rows]
            self._list.choose(ids.index(before.id) if before and before.id in ids else min(place, count - 1))
            if before is None:
                self._list.setFocus()
        self._place_all.setVisible(bool(count))

    @property
    def chosen(self) -> Unplaced | None:
        """The office that is chosen."""
        place = self._list.chosen
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def choose(self, office: UUID) -> None:
        """Chooses an office, as a click on it would."""
        self._list.choose([row.id for row in self._rows].index(office))

    def texts(self) -> list[str]:
        """Returns how many there are, and the reason that is told whole."""
        return [self._summary.text(), *([self._reason.text()] if self._rows else [])]

    def buttons(self) -> list[QPushButton]:
        """Returns what can be done for the chosen office, as buttons."""
        return [button for button in (self._choose, self._type, self._edit) if not button.isHidden()]

    def _new_detail(self, theme: Theme) -> QWidget:
        detail = QFrame()
        detail.setObjectName("detail")
        detail.setStyleSheet(f"#detail {{ background: {theme.sunken}; border-radius: 6px; }}")
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for button in (self._choose, self._type, self._edit):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(detail)
        layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._reason)
        layout.addLayout(row)
        return detail

    def _connect(self) -> None:
        self._list.row_chosen.connect(self._on_row_chosen)
        self._list.row_entered.connect(self._on_row_entered)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._type.clicked.connect(self._on_type_clicked)
        self._edit.clicked.connect(self._on_edit_clicked)

    def _on_place_all_clicked(self) -> None:
        self.accept()
        self.place_all_asked.emit()

    def _on_row_chosen(self) -> None:
        row = self.chosen
        if row is not None:
            self._reason.setText(row.reason)
            self._choose.setText(f"Choose among {row.candidates} …" if row.candidates > 1 else "Look at the place …")
            self._choose.setVisible(row.candidates > 0)

    def _on_row_entered(self) -> None:
        row = self.chosen
        if row is not None:
            (self.choose_asked if row.candidates else self.type_asked).emit(row.id)

    def _on_choose_clicked(self) -> None:
        if self.chosen is not None:
            self.choose_asked.emit(self.chosen.id)

    def _on_type_clicked(self) -> None:
        if self.chosen is not None:
            self.type_asked.emit(self.chosen.id)

    def _on_edit_clicked(self) -> None:
        if self.chosen is not None:
            office = self.chosen.id
            self.accept()
            self.edit_asked.emit(office)
