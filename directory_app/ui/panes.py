"""List, map and card side by side where there is room, and one over the other where there is not."""

from enum import Enum

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from directory_app.ui.theme import SPACE

CARD_OVER_MAP_BELOW = 900
ONE_PANE_BELOW = 600
"""Widths, in device-independent pixels, under which panes share their place."""


class Pane(Enum):
    """One of the three panes."""

    LIST = "List"
    MAP = "Map"
    CARD = "Card"


class Panes(QWidget):
    """Three panes in a splitter; in a narrow window the one asked for last is in front."""

    def __init__(self, office_list: QWidget, office_map: QWidget, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = {Pane.LIST: office_list, Pane.MAP: office_map, Pane.CARD: card}
        self._front = self._behind = Pane.LIST
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for pane in self._panes.values():
            self._splitter.addWidget(pane)
        self._splitter.setSizes([340, 720, 380])
        self._splitter.setStretchFactor(1, 1)
        self._switch = QWidget()
        self._group = QButtonGroup(self)
        self._buttons = {pane: QPushButton(pane.value) for pane in Pane}
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 2 * SPACE)
        row.setSpacing(SPACE)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setProperty("chip", True)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_switched)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._switch)
        layout.addWidget(self._splitter, 1)

    def bring(self, pane: Pane) -> None:
        """Puts a pane in front where panes share their place."""
        if pane is not self._front:
            self._behind = self._front
        self._front = pane
        self._arrange()

    def is_in_sight(self, pane: Pane) -> bool:
        """Returns whether a pane can be seen."""
        return not self._panes[pane].isHidden()

    @property
    def behind(self) -> Pane | None:
        """The pane that was in front before the one that is now; None where all have their own place."""
        return None if self.width() >= CARD_OVER_MAP_BELOW else self._behind

    def state(self) -> str:
        """Returns where the splitter's handles are, as an opaque text."""
        return bytes(self._splitter.saveState().toBase64().data()).decode()

    def restore(self, state: str) -> None:
        """Puts the splitter's handles where a state says."""
        self._splitter.restoreState(QByteArray.fromBase64(state.encode()))

    def _on_switched(self, button: QPushButton) -> None:
        self.bring(next(pane for pane, candidate in self._buttons.items() if candidate is button))

    def _arrange(self) -> None:
        visible = self._visible_panes()
        for pane, widget in self._panes.items():
            widget.setVisible(pane in visible)
        self._switch.setVisible(len(visible) < len(Pane))
        self._buttons[Pane.LIST].setVisible(len(visible) == 1)
        front = self._front if len(visible) == 1 or self._front is not Pane.LIST else Pane.MAP
        self._buttons[front].setChecked(True)
        for pane, button in self._buttons.items():
            button.setProperty("active", pane is front)
            button.style().unpolish(button)
            button.style().polish(button)

    def _visible_panes(self) -> set[Pane]:
        if self.width() >= CARD_OVER_MAP_BELOW:
            return set(Pane)
        if self.width() >= ONE_PANE_BELOW:
            return {Pane.LIST, Pane.CARD if self._front is Pane.CARD else Pane.MAP}
        return {self._front}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
