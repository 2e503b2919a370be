"""The preview of an import: what it would do, record by record, and the chosen record beside the list."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from directory_app.model.office import Office
from directory_app.ui.importing.choices import Choices, Tick
from directory_app.ui.importing.detail import DetailPane
from directory_app.ui.importing.fate_chips import FateChips
from directory_app.ui.importing.preview_list import PreviewList
from directory_app.ui.importing.preview_model import PreviewModel
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.ticks import TickBox

_BESIDE_FROM = 800
"""The width, in device-independent pixels, from which the detail has room beside the list."""
_LIST_FROM = 12
"""From how many records on there is something to search in."""
_TYPING_MS = 150
_STATES = {Tick.NONE: Qt.CheckState.Unchecked, Tick.PARTLY: Qt.CheckState.PartiallyChecked}


class Preview(QFrame):
    """Chips with counts, the list, and the detail; tells when anything was chosen."""

    chosen = Signal()
    """Something was chosen: what would be written is something else now."""
    merge_asked = Signal(int, object)
    """See the detail."""

    def __init__(self, office_of: Callable[[UUID], Office | None], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = FateChips()
        self.model = PreviewModel(self)
        self.list = PreviewList(self.model, theme)
        self.detail = DetailPane(office_of, theme)
        self._all = TickBox("Take all", theme)
        self._all.setTristate(True)
        self._find = QLineEdit()
        self._find.setPlaceholderText("Find in this list …")
        self._find.setAccessibleName("Find in this list")
        self._find.setClearButtonEnabled(True)
        self._find.setMaximumWidth(60 * SPACE)
        self._nothing = PlainLabel("No record holds these words.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setStyleSheet(f"color: {theme.muted}; padding: 24px")
        self._nothing.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._lay_out(theme)
        self._connect()

    def show_choices(self, choices: Choices) -> None:
        """Shows the records of a plan and what is chosen of them."""
        self._find.clear()
        self._typing.stop()
        self._find.setVisible(len(choices.plan.records) >= _LIST_FROM)
        self.chips.show_plan(choices.plan)
        self.model.show_choices(choices)
        self.list.choose(None)
        self._update_all()

    def search(self, text: str) -> None:
        """Shows only the records that hold these words."""
        self._find.setText(text)
        self._on_narrowed()

    def take_all(self) -> None:
        """Ticks everything shown, or nothing of it where all is ticked already."""
        self.model.set_ticks(self.model.shown, self.model.tick_of_shown() is not Tick.WHOLE)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(3 * SPACE, 0, 0, 0)
        head.setSpacing(2 * SPACE)
        head.addWidget(self._all)
        head.addStretch(1)
        head.addWidget(self._find, 2)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 2 * SPACE, 2 * SPACE, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.detail)
        self._splitter.setSizes([560, 440])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.chips)
        layout.addWidget(self._splitter, 1)
        self._splitter.setStyleSheet(f"QSplitter::handle {{ background: {theme.line}; }}")

    def _connect(self) -> None:
        self.chips.fate_chosen.connect(self._on_narrowed)
        self._find.textChanged.connect(self._on_typed)
        self._typing.timeout.connect(self._on_narrowed)
        self._all.clicked.connect(self.take_all)
        self.list.record_chosen.connect(self._on_record_chosen)
        self.list.entered_record.connect(self.detail.focus_first)
        self.model.dataChanged.connect(self._on_ticked_in_list)
        self.detail.chosen.connect(self._on_chosen_in_detail)
        self.detail.merge_asked.connect(self.merge_asked)

    def _on_typed(self) -> None:
        self._typing.start()

    def _on_narrowed(self) -> None:
        self._typing.stop()
        before = self.list.chosen()
        self.model.narrow(self.chips.fate, self._find.text())
        self.list.choose(before)
        self.list.setVisible(bool(self.model.shown))
        self._nothing.setVisible(not self.model.shown)
        self._update_all()

    def _on_record_chosen(self, record: int | None) -> None:
        self.detail.show_record(self.model.choices, record)

    def _on_ticked_in_list(self) -> None:
        self.detail.show_record(self.model.choices, self.list.chosen())
        self._update_all()
        self.chosen.emit()

    def _on_chosen_in_detail(self) -> None:
        self.list.viewport().update()
        self._update_all()
        self.chosen.emit()

    def _update_all(self) -> None:
        tick = self.model.tick_of_shown()
        self._all.setVisible(tick is not None)
        if tick is not None:
            self._all.setCheckState(_STATES.get(tick, Qt.CheckState.Checked))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE_FROM
        self._splitter.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
