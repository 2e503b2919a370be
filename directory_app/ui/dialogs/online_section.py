"""The part of the settings that lets addresses leave the machine."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from directory_app import __version__
from directory_app.errors import BadInputError
from directory_app.geo.online.allowed import DEFAULT_URL, POLICY_URL, Server, is_email, online_settings, read_server
from directory_app.settings import ON, Settings
from directory_app.ui.dialogs.server_section import ServerSection, Words, agent_line, line_of
from directory_app.ui.theme import Theme

_NO_EMAIL = "This is no e-mail address; leave it empty to give none."


_WORDS = Words(
    "Look up addresses online",
    f"The places found are data © OpenStreetMap contributors. How its own server may be used: {POLICY_URL}",
    "Address of the Nominatim server",
    "Your e-mail address, for the server's operators (optional)",
)


class OnlineSection(ServerSection):
    """Lets addresses be looked up."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        self.email = line_of(settings.nominatim_email, "you@example.org")
        url, agent = (
            line_of(settings.nominatim_url or DEFAULT_URL, DEFAULT_URL),
            agent_line(settings.nominatim_user_agent),
        )
        super().__init__(settings, _WORDS, (url, self.email, agent), theme, parent)
        self.switch.setChecked(settings.online_geocoding == ON)
        self._on_changed()

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

    def _doubts(self) -> tuple[str, str]:
        url = ""
        try:
            read_server(self.url.text())
        except BadInputError as error:
            url = str(error)
        email = self.email.text().strip()
        return url, _NO_EMAIL if email and not is_email(email) else ""

    def _said(self, settings: Settings, is_on: bool) -> str:
        return _said(settings, is_on)


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
