"""Every action of the window: its name, its keys, its icon; what it does is connected by the window."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


def button_of(action: QAction, parent: QWidget | None = None) -> QPushButton:
    """Returns a button that does an action, under its short name, and rests while the action does."""
    button = QPushButton(action.iconText(), parent)
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.iconText())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


class Actions(QObject):
    """The actions, each an attribute; the menu, the palette and the sheet of keys are made of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: list[QAction] = []
        self.find = self._action("Search", "Ctrl+F", "/")
        self.new = self._action("New office", "Ctrl+N", icon_text="New")
        self.edit = self._action("Edit the office", "Ctrl+E", icon_text="Edit")
        self.verify = self._action("Mark the office as verified today")
        self.ask = self._action("Ask the office whether this is right …")
        self.move_pin = self._action("Move the office's pin on the map", icon_text="Move the pin")
        self.type_coordinates = self._action("Type the office's coordinates …", icon_text="Type coordinates …")
        self.choose_place = self._action("Choose the office's place …", icon_text="Choose the place …")
        self.web_map = self._action("Show on OpenStreetMap")
        self.copy_coordinates = self._action("Copy the coordinates")
        self.nearest = self._action("Nearest offices …", "Ctrl+Shift+N")
        self.call = self._action("When to call …", "Ctrl+T")
        self.coverage = self._action("Colour countries by who serves them", checkable=True)
        self.lines = self._action("Lines from the secretariat to its offices", checkable=True)
        self.place_all = self._action("Place all that are not on the map …")
        self.not_on_map = self._action("What is not on the map …")
        self.remove = self._action("Remove the office")
        self.import_file = self._action("Import …", "Ctrl+I", icon_text="Import")
        self.import_text = self._action("Import pasted text …", "Ctrl+Shift+I")
        self.merge = self._action("Merge two chosen offices …")
        self.export = self._action("Export …", "Ctrl+S", icon_text="Export")
        self.picture = self._action("Picture of the map …", "Ctrl+P")
        self.copy_card = self._action("Copy the card as text", "Ctrl+C")
        self.copy_number = self._action("Copy the number", "Ctrl+Shift+C")
        self.undo = self._action("Undo", "Ctrl+Z")
        self.redo = self._action("Redo", "Ctrl+Shift+Z", "Ctrl+Y")
        self.history = self._action("History of the office", "Ctrl+H")
        self.findings = self._action("What looks doubtful", "Ctrl+D")
        self.show_all = self._action("Show all offices", "Ctrl+0")
        self.go_list = self._action("Go to the list", "Ctrl+1")
        self.go_map = self._action("Go to the map", "Ctrl+2")
        self.go_card = self._action("Go to the card", "Ctrl+3")
        self.settings = self._action("Settings …", "Ctrl+,")
        self.light = self._action("Light", checkable=True)
        self.dark = self._action("Dark", checkable=True)
        self.system = self._action("As the system", checkable=True)
        self.palette = self._action("Commands …", "Ctrl+K")
        self.keys = self._action("Keys", "?", "F1")
        self.about = self._action("About")
        self.menu = self._action("Menu", "F10")
        self.quit = self._action("Quit", "Ctrl+Q")

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._all)

    def of_an_office(self) -> tuple[QAction, ...]:
        """Returns the actions that need a chosen office."""
        return (
            *(self.edit, self.verify, self.ask, self.remove, self.copy_card, self.copy_number, self.history),
            *self.of_a_place(),
        )

    def of_a_place(self) -> tuple[QAction, ...]:
        """Returns the actions that put the chosen office on the map."""
        return self.move_pin, self.type_coordinates, self.choose_place

    def of_a_position(self) -> tuple[QAction, ...]:
        """Returns the actions that need a chosen office that is on the map."""
        return self.web_map, self.copy_coordinates

    def name_web_map(self, name: str) -> None:
        """Names the map on which the chosen office can be shown in the browser."""
        self.web_map.setText(f"Show on {name}")
        self.web_map.setIconText(self.web_map.text())
        self.web_map.setToolTip(f"Opens {name} in the browser")

    def build_menu(self, parent: QWidget) -> QMenu:
        """Returns the menu behind the button at the upper right."""
        menu = QMenu(parent)
        menu.addActions([self.edit, self.verify, self.ask, self.copy_card, self.copy_number, self.history, self.remove])
        menu.addMenu(self.place_menu(menu))
        menu.addSeparator()
        menu.addActions([self.nearest, self.call, self.coverage, self.lines, self.picture])
        menu.addSeparator()
        menu.addActions([self.import_file, self.import_text])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo, self.findings, self.merge])
        menu.addSeparator()
        appearance = menu.addMenu("Appearance")
        appearance.addActions([self.system, self.light, self.dark])
        menu.addActions([self.settings, self.palette, self.keys, self.about])
        menu.addSeparator()
        menu.addAction(self.quit)
        return menu

    def place_menu(self, parent: QWidget) -> QMenu:
        """Returns the menu of what tells where an office is and of what puts offices on the map."""
        menu = QMenu("Place on the map", parent)
        menu.addActions(self.of_a_position())
        menu.addSeparator()
        menu.addActions(self.of_a_place())
        menu.addSeparator()
        menu.addActions([self.not_on_map, self.place_all])
        return menu

    def _action(self, text: str, *keys: str, icon_text: str = "", checkable: bool = False) -> QAction:
        action = QAction(text, self.parent())
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setCheckable(checkable)
        name = icon_text or text
        action.setIconText(name)
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{name} ({native})" if native else name)
        self._all.append(action)
        return action
