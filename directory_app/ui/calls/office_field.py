"""The field that adds an office: a few letters of its name, its town or a country that it serves, then Enter."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from directory_app.model.calls_text import shown, shown_name
from directory_app.model.countries import country_name
from directory_app.model.folding import fold
from directory_app.model.office import Summary
from directory_app.ui.office_list.rows import place_of
from directory_app.ui.theme import SPACE, Theme

_MOST_OFFERED = 12


class OfficeField(QLineEdit):
    """Offers the offices that hold every typed word, and empties itself when one is chosen."""

    office_chosen = Signal(object)
    """The UUID of an office."""

    def __init__(
        self,
        offices: Sequence[Summary],
        is_offered: Callable[[UUID], bool],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offices = [(office, _words_of(office)) for office in offices]
        self._is_offered = is_offered
        self._found: list[UUID] = []
        self._names = QStringListModel(self)
        self._popup = QListView()
        self._popup.setAccessibleName("Offices found")
        self._popup.setStyleSheet(_style(theme))
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_OFFERED)
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)  # and not setCompleter, which would write the choice into the field
        self._completer.activated.connect(self._on_activated)
        self.setPlaceholderText("Add an office by name, town or country")
        self.setAccessibleName("Add an office")
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self.offer)

    @property
    def offered(self) -> list[str]:
        """What is offered for the text typed."""
        return self._names.stringList()

    def offer(self, typed: str) -> None:
        """Offers what holds every word of a text."""
        words = fold(typed).split()
        matches = [o for o, text in self._offices if self._is_offered(o.id) and all(word in text for word in words)]
        matches = matches[:_MOST_OFFERED] if words else []
        self._found = [office.id for office in matches]
        self._names.setStringList([_line_of(office, words) for office in matches])
        if matches:
            self._completer.complete()
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._popup.hide()

    def choose(self, place: int) -> None:
        """Chooses one of the offices that are offered; does nothing where there is none."""
        if 0 <= place < len(self._found):
            chosen = self._found[place]
            self.clear()
            self.offer("")
            self.office_chosen.emit(chosen)

    def _on_activated(self) -> None:
        self.choose(max(0, self._popup.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated()  # and the dialog's button is not pressed
        elif event.key() == Qt.Key.Key_Down and self._found:
            self.offer(self.text())
        else:
            super().keyPressEvent(event)


def _style(theme: Theme) -> str:
    return f"""
QListView {{ background: {theme.raised}; border: 1px solid {theme.line}; padding: {SPACE}px; }}
QListView::item {{ padding: {SPACE + 2}px {2 * SPACE}px; color: {theme.text}; }}
QListView::item:selected {{ background: {theme.selected}; color: {theme.text}; }}
"""


def _words_of(office: Summary) -> str:
    return fold(" ".join((office.name, place_of(office), *map(country_name, office.covers))))


def _line_of(office: Summary, words: Sequence[str]) -> str:
    """Returns an office with its place, and the countries served for which it is offered."""
    place = fold(f"{office.name} {place_of(office)}")
    others = [word for word in words if word not in place]
    served = [name for name in map(country_name, office.covers) if any(word in fold(name) for word in others)]
    serves = f"serves {', '.join(served)}" if served else ""
    parts = (shown_name(office.name), shown(office.city), country_name(office.country), serves)
    return " · ".join(part for part in parts if part)
