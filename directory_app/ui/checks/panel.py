"""The panel of checks, in the map's place: every finding of the directory, and what settles the chosen one."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from directory_app.model.findings import Finding
from directory_app.ui.checks.doubt_model import DoubtDelegate, DoubtModel, is_note
from directory_app.ui.checks.rows import Doubt, Grouping, kinds_of, rows_of
from directory_app.ui.plain_text import PlainLabel, without_mnemonic
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.top_bar import Chip
from directory_app.ui.words import count_of

_LET_STAND = "let stand"
_NOTHING = "Nothing looks doubtful. Every number, address and link is as it should be."


class ChecksPanel(QWidget):
    """Lists findings under offices or kinds; the chosen one is told whole, with the buttons that settle it."""

    office_chosen = Signal(object)
    """The finding of this office, a UUID, is looked at."""
    mend_asked = Signal(object)
    """A machine's proposal for this `Doubt` is to be taken."""
    ignore_asked = Signal(object)
    """This `Doubt` is to be let stand, or pointed out again if it is."""
    let_stand_asked = Signal()
    """What is let stand is to be looked at."""
    edit_asked = Signal()
    """The office of the chosen finding is to be edited."""
    closed = Signal()
    """The map is to be seen again."""

    def __init__(self, offer: Callable[[UUID, Finding], str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer, self._theme = offer, theme
        self._doubts: tuple[Doubt, ...] = ()
        self._let_stand: tuple[Doubt, ...] = ()
        self._offered = ""
        self._model = DoubtModel(self)
        self._delegate = DoubtDelegate(theme, self)
        self._view = _DoubtView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._title = PlainLabel("What looks doubtful")
        self._title.setFont(scaled_font(self.font(), 1.25, bold=True))
        self._summary = PlainLabel()
        self._grouping = Chip("By office", self)
        self._grouping.offer("By office", [("By kind", Grouping.KIND), ("Let stand", _LET_STAND)])
        self._kinds = Chip("All kinds", self)
        self._close = QPushButton("Back to the map")
        self._close.setProperty("quiet", True)
        self._detail = _Detail()
        self._empty = PlainLabel(_NOTHING)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._view)
        self.set_theme(theme)
        self.show_doubts(())

    @property
    def theme(self) -> Theme:
        """The colours that it is painted in."""
        return self._theme

    @property
    def chosen(self) -> Doubt | None:
        """The finding that is told whole."""
        return self._model.doubt_at(self._view.currentIndex())

    def texts(self) -> list[str]:
        """Returns what the rows say, headings too, from top to bottom."""
        return [str(self._model.data(self._model.index(row))) for row in range(self._model.rowCount())]

    def set_theme(self, theme: Theme) -> None:
        """Paints in other colours from now on."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self._detail.set_theme(theme)
        self._summary.setStyleSheet(f"color: {theme.muted}")
        self._empty.setStyleSheet(f"color: {theme.muted}")
        self._view.viewport().update()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Shows these findings; the chosen one stays, or the one that follows it takes its place."""
        self._doubts = tuple(doubts)
        self._kinds.offer("All kinds", list(kinds_of(doubts)))
        if self._kinds.value() is None:
            self._kinds.choose(None)
        self._show_rows()
        if self._grouping.value() == _LET_STAND:
            self.let_stand_asked.emit()

    def show_let_stand(self, doubts: Sequence[Doubt]) -> None:
        """Shows what somebody lets stand, if that is still looked at."""
        self._let_stand = tuple(doubts)
        self._show_rows()

    def look_at_let_stand(self) -> None:
        """Looks at what somebody lets stand, as the choice in the menu does."""
        self._grouping.choose(_LET_STAND)
        self._on_grouping_chosen()

    def choose(self, place: int) -> None:
        """Chooses the finding at a place among the rows, as a click would."""
        self._view.setCurrentIndex(self._model.index(place))

    def group(self, grouping: Grouping) -> None:
        """Puts the findings under offices or kinds."""
        self._grouping.choose(grouping if grouping is Grouping.KIND else None)
        self._show_rows()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        chips = QHBoxLayout()
        chips.setContentsMargins(4 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        chips.setSpacing(2 * SPACE)
        chips.addWidget(self._summary, 1)
        chips.addWidget(self._grouping)
        chips.addWidget(self._kinds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(chips)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._detail)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._grouping.chosen.connect(self._on_grouping_chosen)
        self._kinds.chosen.connect(self._show_rows)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._view.clicked.connect(self._on_looked_at)
        self._view.left.connect(self.closed)
        self._view.entered_row.connect(self._on_mend_clicked)
        self._view.deleted_row.connect(self._on_ignore_clicked)
        self._detail.mend.clicked.connect(self._on_mend_clicked)
        self._detail.ignore.clicked.connect(self._on_ignore_clicked)
        self._detail.edit.clicked.connect(self.edit_asked)

    def _show_rows(self) -> None:
        chosen, place = self.chosen, self._view.currentIndex().row()
        looks_at_let_stand = self._grouping.value() == _LET_STAND
        doubts = self._let_stand if looks_at_let_stand else self._doubts
        grouping = Grouping.KIND if self._grouping.value() is Grouping.KIND else Grouping.OFFICE
        rows = rows_of(doubts, grouping, self._kinds.value() or "")
        self._empty.setText("Nobody lets a finding stand." if looks_at_let_stand else _NOTHING)
        self._model.show_rows(rows)
        self._say_how_many()
        self._view.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        there = self._model.index_near(chosen, place) if chosen is not None else QModelIndex()
        if there.isValid():
            self._view.setCurrentIndex(there)
        else:
            self._show_detail()

    def _say_how_many(self) -> None:
        notes = sum(is_note(doubt.finding) for doubt in self._doubts)
        warnings = len(self._doubts) - notes
        self._summary.setText(f"{count_of(warnings, 'finding')} · {count_of(notes, 'note')}")

    def _on_grouping_chosen(self) -> None:
        self._show_rows()
        if self._grouping.value() == _LET_STAND:
            self.let_stand_asked.emit()

    def _show_detail(self) -> None:
        doubt = self.chosen
        self._detail.setVisible(doubt is not None)
        if doubt is not None:
            self._offered = self._offer(doubt.office, doubt.finding)
            self._detail.tell(doubt, self._offered)

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._show_detail()
        self._on_looked_at(current)

    def _on_looked_at(self, index: QModelIndex) -> None:
        doubt = self._model.doubt_at(index)
        if doubt is not None:
            self.office_chosen.emit(doubt.office)

    def _on_mend_clicked(self) -> None:
        doubt = self.chosen
        if doubt is not None and doubt.reason is None and self._offered:
            self.mend_asked.emit(doubt)

    def _on_ignore_clicked(self) -> None:
        if self.chosen is not None:
            self.ignore_asked.emit(self.chosen)


class _Detail(QFrame):
    """The chosen finding in full, and its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doubt")
        self._sentence = PlainLabel(selectable=True)
        self._office = PlainLabel()
        self._office.setFont(scaled_font(self.font(), 0.85))
        self.mend = QPushButton()
        self.mend.setProperty("primary", True)
        self.ignore = QPushButton("Let it stand …")
        self.edit = QPushButton("Edit")
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.mend)
        row.addWidget(self.ignore)
        row.addWidget(self.edit)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._sentence)
        layout.addWidget(self._office)
        layout.addSpacing(SPACE)
        layout.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"#doubt {{ background: {theme.sunken}; border-top: 1px solid {theme.line}; }}")
        self._office.setStyleSheet(f"color: {theme.muted}")

    def tell(self, doubt: Doubt, offer: str) -> None:
        """Tells a finding; without an offer there is no button that takes it."""
        self._sentence.setText(doubt.finding.message)
        self._office.setText(doubt.name)
        is_let_stand = doubt.reason is not None
        self.mend.setText(without_mnemonic(offer))
        self.mend.setVisible(bool(offer) and not is_let_stand)
        self.ignore.setText("Point out again" if is_let_stand else "Let it stand …")


class _DoubtView(QListView):
    """A list that Enter, Delete and Escape mean something to."""

    entered_row = Signal()
    deleted_row = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Findings")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Return: self.entered_row,
            Qt.Key.Key_Enter: self.entered_row,
            Qt.Key.Key_Delete: self.deleted_row,
            Qt.Key.Key_Escape: self.left,
        }
        signal = keys.get(Qt.Key(event.key()))
        if signal is not None:
            signal.emit()
        else:
            super().keyPressEvent(event)
