"""A part of the settings that lets something leave the machine: what such parts have in common."""

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from directory_app import __version__
from directory_app.geo.online.allowed import PROGRAM
from directory_app.settings import Settings
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.ticks import TickBox

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Words:
    """What is said beside the switch, of how a server may be used, and over the lines."""

    switch: str
    policy: str
    url: str
    second: str

    @property
    def names(self) -> tuple[str, str, str]:
        """The names of the three lines."""
        return self.url, self.second, "The name that the program gives itself there (optional)"


class ServerSection(QWidget):
    """A switch, off at first, with what it does said beneath; who is asked can be changed while it is on.

    Three lines are asked for: the server's address, one more that may be doubtful, and what the program calls itself.
    """

    def __init__(
        self,
        settings: Settings,
        words: Words,
        lines: tuple[QLineEdit, QLineEdit, QLineEdit],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Takes what is said and the lines to type in; whoever inherits sets the switch, which shows the rest."""
        super().__init__(parent)
        self._given = settings
        self.switch = TickBox(words.switch, theme)
        self._text, policy = PlainLabel(), PlainLabel(words.policy, selectable=True)
        for label in (self._text, policy):
            label.setFont(scaled_font(self.font(), 0.85))
            label.setStyleSheet(f"color: {theme.muted}")
        self.url, self._second, self.agent = lines
        self._fields = tuple(Field(name, line, theme) for name, line in zip(words.names, lines, strict=True))
        self._url_field, self._second_field, _ = self._fields
        self.setStyleSheet(f"QLineEdit:disabled {{ color: {theme.faint}; background: {theme.sunken}; }}")
        for line in lines:
            line.textChanged.connect(self._on_changed)
            line.editingFinished.connect(self.check)
        self.switch.toggled.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        for widget in (self.switch, self._text, policy, *self._fields):
            layout.addWidget(widget)

    @abstractmethod
    def applied_to(self, settings: Settings) -> Settings:
        """Returns settings with what was chosen here; what cannot be used is as it was."""

    @abstractmethod
    def _said(self, settings: Settings, is_on: bool) -> str:
        """Returns what is sent once these settings are kept."""

    @abstractmethod
    def _doubts(self) -> tuple[str, str]:
        """Returns what cannot be used of the server's address and of the second line, in a sentence each."""

    @property
    def text(self) -> str:
        """What is said of the switch."""
        return self._text.text()

    @property
    def doubts(self) -> tuple[str, str]:
        """What is said under the server's address and under the second line."""
        return self._url_field.doubt, self._second_field.doubt

    def check(self) -> bool:
        """Says under each field what cannot be used; whether all can, which is so while the switch is off."""
        self._show_doubts(*self._doubts_while_on())
        return self.doubts == ("", "")

    def first_doubtful(self) -> QLineEdit:
        """Returns the field to mend first."""
        return self.url if self._url_field.doubt else self._second

    def _doubts_while_on(self) -> tuple[str, str]:
        return self._doubts() if self.switch.isChecked() else ("", "")

    def _on_changed(self) -> None:
        """Follows the typing; what is doubtful is said when it ends, but taken back at once."""
        is_on = self.switch.isChecked()
        for field in self._fields:
            field.setEnabled(is_on)
        self._text.setText(self._said(self.applied_to(self._given), is_on))
        url, second = self._doubts_while_on()
        self._show_doubts(url and self._url_field.doubt and url, second and self._second_field.doubt)

    def _show_doubts(self, url: str, second: str) -> None:
        self._url_field.show_doubt(url)
        self._second_field.show_doubt(second)


def agent_line(text: str) -> QLineEdit:
    """Returns the line for what the program calls itself."""
    return line_of(text, f"{PROGRAM}/{__version__}")


def line_of(text: str, usual: str) -> QLineEdit:
    """Returns a line to type in, with what is usual shown while it is empty."""
    line = QLineEdit(text)
    line.setPlaceholderText(usual)
    line.setMaxLength(_LONGEST)
    line.setCursorPosition(0)
    return line
