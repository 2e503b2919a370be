"""The bar on top: the search field, what narrows the list, and the few things one does most."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from directory_app.model.office import Region
from directory_app.model.scope import Scope
from directory_app.ui.actions import button_of
from directory_app.ui.icons import Icons
from directory_app.ui.plain_text import without_mnemonic
from directory_app.ui.theme import SPACE, Theme
from directory_app.ui.words import KIND_NAMES

_LETTERS = frozenset(Qt.Key(number) for number in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1))
_LONGEST_CHIP = 24
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchField(QLineEdit):
    """Where every look-up starts; arrows move in the list without leaving it."""

    moved = Signal(int)
    """An arrow or page key wants the choice moved by so many offices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search offices, people, numbers …")
        self.setAccessibleName("Search")
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(9 * SPACE)
        self.setMaxLength(1000)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Tints the magnifying glass."""
        self._glass.setIcon(icons.icon("search", theme.muted))

    def _wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the text; on X11 a line of text takes more keys with Ctrl than it should."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        wanted = {
            Qt.Key.Key_C: self.hasSelectedText(),
            Qt.Key.Key_X: self.hasSelectedText(),
            Qt.Key.Key_Z: self.isUndoAvailable(),
            Qt.Key.Key_Y: self.isRedoAvailable(),
        }
        key = Qt.Key(event.key())
        return key not in _LETTERS or key in (Qt.Key.Key_A, Qt.Key.Key_V) or wanted.get(key, False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and not self._wants(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Chip(QPushButton):
    """A rounded button with a menu of choices, of which one holds; the first means no choice."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self._title = title
        self._values: list[object] = [None]
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self._show(None)

    def offer(self, none: str, choices: list[tuple[str, object]]) -> None:
        """Offers these choices, each a text and a value, after one that means none."""
        held = self.value()
        for action in self._group.actions():
            self._group.removeAction(action)
            self._menu.removeAction(action)
            action.deleteLater()
        self._values = [None, *(value for _, value in choices)]
        for place, (text, value) in enumerate([(none, None), *choices]):
            action = self._menu.addAction(without_mnemonic(text))
            action.setCheckable(True)
            action.setData(place)
            action.setChecked(value == held)
            self._group.addAction(action)

    def value(self) -> Any:
        """Returns the value chosen, or None."""
        action: QAction | None = self._group.checkedAction()
        return None if action is None else self._values[action.data()]

    def choose(self, value: object) -> None:
        """Makes a value the choice, without telling."""
        for action in self._group.actions():
            if self._values[action.data()] == value:
                action.setChecked(True)
                self._show(action if value is not None else None)

    def _on_triggered(self, action: QAction) -> None:
        self._show(action if self.value() is not None else None)
        self.chosen.emit(self.value())

    def _show(self, action: QAction | None) -> None:
        name = self._title if action is None else action.text()
        short = name if len(name) <= _LONGEST_CHIP else f"{name[:_LONGEST_CHIP].rstrip()}…"
        self.setText(f"{short}  ▾")
        self.setProperty("active", action is not None)
        self.style().unpolish(self)
        self.style().polish(self)


class TopBar(QWidget):
    """Search, region, kind, when it was verified; new, export, menu."""

    asked = Signal(str)
    narrowed = Signal(object)

    def __init__(
        self,
        new: QAction,
        export: QAction,
        menu: QMenu,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.search = SearchField(self)
        self._regions = Chip("Region", self)
        self._kinds = Chip("Kind", self)
        self._kinds.offer("All kinds", [(name, kind) for kind, name in KIND_NAMES.items()])
        self._verified = Chip("Verified", self)
        self._verified.offer("Verified or not", [("Not within a year", True)])
        self._chips = (self._regions, self._kinds, self._verified)
        self._new = button_of(new, self)
        self._export = button_of(export, self)
        self._menu = QPushButton(self)
        self._menu.setMenu(menu)
        self._menu.setToolTip("Menu (F10)")
        self._menu.setAccessibleName("Menu")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.search, 20)
        for chip in self._chips:
            layout.addWidget(chip)
            chip.chosen.connect(self._on_chosen)
        layout.addStretch(1)
        layout.addWidget(self._new)
        layout.addWidget(self._export)
        layout.addWidget(self._menu)
        self.search.setMinimumWidth(55 * SPACE)
        self.search.setMaximumWidth(110 * SPACE)
        self.search.textChanged.connect(self.asked)

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Tints the icons."""
        self.search.set_theme(theme, icons)
        for button, name in ((self._new, "plus"), (self._export, "export"), (self._menu, "menu")):
            button.setIcon(icons.icon(name, theme.text))
            button.setIconSize(QSize(4 * SPACE, 4 * SPACE))

    def offer_regions(self, regions: list[Region]) -> None:
        """Offers these regions to narrow the list to."""
        self._regions.offer("All regions", [(region.name, region.name) for region in regions])

    def choose_region(self, name: str) -> None:
        """Narrows the list to a region."""
        self._regions.choose(name)
        self._on_chosen()

    def choose_stale(self) -> None:
        """Narrows the list to what nobody has verified within a year."""
        self._verified.choose(True)
        self._on_chosen()

    def chips_in_sight(self) -> list[str]:
        """Returns what the chips say that can be seen."""
        return [chip.text() for chip in self._chips if chip.isVisibleTo(self)]

    def clear(self) -> None:
        """Shows everything again."""
        self.search.clear()
        for chip in self._chips:
            chip.choose(None)
        self._on_chosen()

    def open_menu(self) -> None:
        """Drops the menu down."""
        self._menu.showMenu()

    def compact(self, narrow: bool) -> None:
        """Leaves away words and chips where the window is narrow."""
        self._new.setText("" if narrow else "New")
        self._export.setText("" if narrow else "Export")
        self.search.setMinimumWidth((20 if narrow else 55) * SPACE)
        for chip in self._chips:  # one that leaves something out must be seen
            chip.setVisible(not narrow or chip.value() is not None)

    def _on_chosen(self) -> None:
        stale_on = self._clock().date() if self._verified.value() else None
        self.narrowed.emit(Scope(region=self._regions.value() or "", kind=self._kinds.value(), stale_on=stale_on))
