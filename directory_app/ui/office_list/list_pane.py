"""The left pane: the offices, or what to do where there are none."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from directory_app.model.countries import country_code, country_in_sentence
from directory_app.search.marking import spans
from directory_app.search.query import parse
from directory_app.ui.background import Background
from directory_app.ui.headed_list import ROW_ROLE, HeadingRow
from directory_app.ui.office_list.list_model import OfficeListModel
from directory_app.ui.office_list.open_offices import OpenOffices
from directory_app.ui.office_list.row_delegate import RowDelegate
from directory_app.ui.office_list.rows import rows_of
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.session import DirectorySession, Shown
from directory_app.ui.theme import SPACE, Theme

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_LONGEST_QUERY_SHOWN = 40


class ListPane(QWidget):
    """Shows what the session shows, keeps the selection by office, and is told which one was chosen."""

    entered = Signal()
    """Enter was pressed on the chosen office."""
    clicked = Signal()
    """An office was clicked."""
    typed = Signal(str)
    """A letter was typed, which is meant for the search."""
    cleared = Signal()
    """The person wants to see everything again."""
    created = Signal()
    """The person wants to add an office."""
    region_pointed = Signal(object)
    """The offices under the heading at which the pointer is now, a tuple of `Summary`; empty where there is none.

    The space key points at the heading over the chosen office, and no more at it when pressed again.
    """

    def __init__(
        self,
        session: DirectorySession,
        theme: Theme,
        clock: Callable[[], datetime],
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open = OpenOffices(background, clock, self)
        self._model = OfficeListModel(self._open.of, self)
        self._delegate = RowDelegate(theme, clock, self._open.of, self)
        self._view = _OfficeView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._empty = _NothingFound(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self.setFocusProxy(self._view)
        # Later, when the view has finished its own selecting: what comes of it may be a question and a no.
        self._view.selectionModel().currentChanged.connect(self._on_current_changed, Qt.ConnectionType.QueuedConnection)
        self._view.clicked.connect(self.clicked)
        self._view.typed.connect(self.typed)
        self._view.pointed_at.connect(self._on_pointed_at)
        self._view.entered_row.connect(self._on_entered_row)
        self._view.outline_asked.connect(self._on_outline_asked)
        self._empty.clear_button.clicked.connect(self.cleared)
        self._empty.new_button.clicked.connect(self.created)
        self._open.learnt.connect(self.tick)
        session.shown_changed.connect(self._on_shown_changed)
        session.office_selected.connect(self._on_office_selected)
        session.choice_refused.connect(self._on_choice_refused)

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        self._delegate.set_theme(theme)
        self._view.viewport().update()

    def watch_first_paint(self, watcher: QObject) -> None:
        """Lets an object see the events of what paints the rows."""
        self._view.viewport().installEventFilter(watcher)

    def tick(self) -> None:
        """Paints the clocks anew, and who is open."""
        self._view.viewport().update()

    def move_choice(self, step: int) -> None:
        """Chooses the office that stands so many places further."""
        self._session.select(self._model.neighbour(self._session.selected, step))

    def chosen(self) -> tuple[UUID, ...]:
        """Returns the offices selected in the list, in its order."""
        indexes = sorted(self._view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return tuple(office for office in map(self._model.office_at, indexes) if office is not None)

    def choose_first(self) -> None:
        """Chooses the best match."""
        if self._session.shown.offices:
            self._session.select(self._session.shown.offices[0].id)

    def _on_shown_changed(self, shown: Shown) -> None:
        asked = shown.query.strip()
        self._view.point_at(QModelIndex())  # another heading may come under the pointer
        self._delegate.mark(partial(spans, query=parse(asked)) if asked else None)
        with QSignalBlocker(self._view.selectionModel()):
            self._model.show_rows(rows_of(shown.offices, shown.reasons, ranked=bool(asked)))
        self._on_office_selected(self._session.selected)
        self._empty.explain(shown, len(self._session.all_offices))
        self._stack.setCurrentWidget(self._view if shown.offices else self._empty)
        if asked:
            self._view.scrollToTop()

    def _on_office_selected(self, office_id: UUID | None) -> None:
        index = self._model.index_of(office_id)
        if index == self._view.currentIndex():
            return
        with QSignalBlocker(self._view.selectionModel()):
            self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._view.viewport().update()
        if index.isValid():
            self._view.scrollTo(index)

    def _on_choice_refused(self) -> None:
        self._on_office_selected(self._session.selected)

    def _on_entered_row(self) -> None:
        if not self._view.currentIndex().isValid():
            self.choose_first()
        self.entered.emit()

    def _on_pointed_at(self, index: QModelIndex) -> None:
        self.region_pointed.emit(self._model.offices_under(index))

    def _on_outline_asked(self) -> None:
        heading = self._model.heading_over(self._view.currentIndex())
        self._view.point_at(QModelIndex() if self._view.is_pointed_at(heading) else heading)

    def _on_current_changed(self) -> None:
        office_id = self._model.office_at(self._view.currentIndex())
        if office_id is not None:
            self._session.select(office_id)


class _OfficeView(QListView):
    """A list whose rows are as wide as it is and that tells when Enter is pressed."""

    entered_row = Signal()
    outline_asked = Signal()
    typed = Signal(str)
    pointed_at = Signal(QModelIndex)
    """The heading at which the pointer is now, or an invalid index where it is at none; see `outline_asked`, too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = -1
        self.setAccessibleName("Offices")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)

    def point_at(self, index: QModelIndex) -> None:
        """Takes what is at an index as what the pointer is at."""
        heading = index if isinstance(index.data(ROW_ROLE), HeadingRow) else QModelIndex()
        if self._heading != heading.row():
            self._heading = heading.row()
            self.pointed_at.emit(heading)

    def is_pointed_at(self, heading: QModelIndex) -> bool:
        """Tells whether a heading is that at which the pointer is."""
        return heading.isValid() and heading.row() == self._heading

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leaves the choice to the person: Qt would make the first row the current one, and so choose it."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
            return
        with QSignalBlocker(self.selectionModel()):
            super().focusInEvent(event)
            self.selectionModel().clearCurrentIndex()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point_at(QModelIndex())
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.point_at(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.outline_asked.emit()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class _NothingFound(QWidget):
    """What stands in the list's place where there is nothing to list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = PlainLabel()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear_button = QPushButton("Show all offices")
        self.new_button = QPushButton("Add an office")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def explain(self, shown: Shown, total: int) -> None:
        """Says why nothing is listed and what to do."""
        self.clear_button.setVisible(shown.narrowed and total > 0)
        self.new_button.setVisible(total == 0)
        if total == 0:
            self._text.setText("There are no offices yet.")
        elif shown.query.strip():
            asked = shown.query.strip()
            short = asked if len(asked) <= _LONGEST_QUERY_SHOWN else f"{asked[:_LONGEST_QUERY_SHOWN]}…"
            country = country_in_sentence(country_code(asked))
            self._text.setText(
                f"No office says that it serves {country}.\n\nThe nearest offices to it: Ctrl+Shift+N."
                if country
                else f"No office matches “{short}”.\n\nTry part of a name, a town, a country, a person or a number."
            )
        else:
            self._text.setText("No office is of this region and kind.")
