"""The part of the settings that lets addresses leave the machine."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from directory_app import __version__
from directory_app.errors import BadInputError
from directory_app.geo.online.allowed import (
    DEFAULT_URL,
    POLICY_URL,
    PROGRAM,
    Server,
    is_email,
    online_settings,
    read_server,
)
from directory_app.settings import ON, Settings
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.ticks import TickBox

_POLICY = f"The places found are data © OpenStreetMap contributors. How its own server may be used: {POLICY_URL}"
_NO_EMAIL = "This is no e-mail address; leave it empty to give none."


class OnlineSection(QWidget):
    """A switch, off at first, with what it does said beneath; who is asked can be changed while it is on."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = settings
        self.switch = TickBox("Look up addresses online", theme)
        self.switch.setChecked(settings.online_geocoding == ON)
        self._text, policy = PlainLabel(), PlainLabel(_POLICY, selectable=True)
        for label in (self._text, policy):
            label.setFont(scaled_font(self.font(), 0.85))
            label.setStyleSheet(f"color: {theme.muted}")
        self.url = QLineEdit(settings.nominatim_url or DEFAULT_URL)
        self.url.setPlaceholderText(DEFAULT_URL)
        self.email = QLineEdit(settings.nominatim_email)
        self.email.setPlaceholderText("you@example.org")
        self.agent = QLineEdit(settings.nominatim_user_agent)
        self.agent.setPlaceholderText(f"{PROGRAM}/{__version__}")
        self.setStyleSheet(f"QLineEdit:disabled {{ color: {theme.faint}; background: {theme.sunken}; }}")
        self._url_field = Field("Address of the Nominatim server", self.url, theme)
        self._email_field = Field("Your e-mail address, for the server's operators (optional)", self.email, theme)
        self._agent_field = Field("The name that the program gives itself there (optional)", self.agent, theme)
        for line in (self.url, self.email, self.agent):
            line.setMaxLength(500)
            line.textChanged.connect(self._on_changed)
            line.editingFinished.connect(self.check)
        self.switch.toggled.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        for widget in (self.switch, self._text, policy, self._url_field, self._email_field, self._agent_field):
            layout.addWidget(widget)
        self._on_changed()

    @property
    def text(self) -> str:
        """What is said of the switch."""
        return self._text.text()

    @property
    def doubts(self) -> tuple[str, str]:
        """What is said under the server's address and under the e-mail address."""
        return self._url_field.doubt, self._email_field.doubt

    def check(self) -> bool:
        """Says under each field what cannot be used; whether all can, which is so while the switch is off."""
        self._show_doubts(*self._doubts())
        return self.doubts == ("", "")

    def applied_to(self, settings: Settings) -> Settings:
        """Returns settings with what was chosen here; what cannot be used is as it was."""
        url, email, server = self._given.nominatim_url, self.email.text().strip(), _server_at(self.url.text())
        if server is not None:
            url = "" if server.url == DEFAULT_URL else server.url
        if email and not is_email(email):
            email = self._given.nominatim_email
        online = ON if self.switch.isChecked() else ""
        agent = " ".join(self.agent.text().split())
        return replace(
            settings,
            online_geocoding=online,
            nominatim_url=url,
            nominatim_email=email,
            nominatim_user_agent=agent,
        )

    def first_doubtful(self) -> QLineEdit:
        """Returns the field to mend first."""
        return self.url if self._url_field.doubt else self.email

    def _doubts(self) -> tuple[str, str]:
        if not self.switch.isChecked():
            return "", ""
        url = ""
        try:
            read_server(self.url.text())
        except BadInputError as error:
            url = str(error)
        email = self.email.text().strip()
        return url, _NO_EMAIL if email and not is_email(email) else ""

    def _on_changed(self) -> None:
        """Follows the typing; what is doubtful is said when it ends, but taken back at once."""
        is_on = self.switch.isChecked()
        self._url_field.setEnabled(is_on)
        self._email_field.setEnabled(is_on)
        self._agent_field.setEnabled(is_on)
        self._text.setText(_said(self.applied_to(self._given), is_on))
        url, email = self._doubts()
        self._show_doubts(url and self._url_field.doubt and url, email and self._email_field.doubt)

    def _show_doubts(self, url: str, email: str) -> None:
        self._url_field.show_doubt(url)
        self._email_field.show_doubt(email)


def _said(settings: Settings, is_on: bool) -> str:
    """Returns what is sent once these settings are kept."""
    begin = "While this is on" if is_on else "Nothing is sent while this is off. Once it is on"
    try:
        allowed = online_settings(replace(settings, online_geocoding=ON), __version__)
        host, openly = allowed.server.host, " unencrypted" if allowed.server.scheme == "http" else ""
        yours = f", with your e-mail address {allowed.email}" if allowed.email else ""
    except BadInputError:  # the file itself names a server that cannot be asked
        host, openly, yours = "the server below", "", ""
    return (
        f"{begin}, an office's address, and nothing else of the office, goes{openly} to {host}{yours}, when you have "
        "it looked up: at most one request a second. The answers are kept on this computer for half a year."
    )


def _server_at(url: str) -> Server | None:
    try:
        return read_server(url)
    except BadInputError:
        return None
