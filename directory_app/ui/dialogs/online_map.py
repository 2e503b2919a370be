"""The part of the settings that lets a server see which part of the world is looked at."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from directory_app import __version__
from directory_app.errors import BadInputError
from directory_app.geo.online.allowed import PROGRAM
from directory_app.geo.tiles.server_address import (
    DEFAULT_ATTRIBUTION,
    DEFAULT_URL,
    POLICY_URL,
    TileAddress,
    one_line,
    read_tile_address,
)
from directory_app.geo.tiles.server_cache import MOST_BYTES
from directory_app.settings import ON, Settings
from directory_app.ui.office_editor.field import Field
from directory_app.ui.plain_text import PlainLabel
from directory_app.ui.theme import SPACE, Theme, scaled_font
from directory_app.ui.ticks import TickBox

_POLICY = f"How the pictures of OpenStreetMap's own server may be used:\n{POLICY_URL}"
_NOBODY = f"Whoever draws a map is named on it; for OpenStreetMap that is {DEFAULT_ATTRIBUTION}."


class OnlineMap(QWidget):
    """A switch, off at first, with what it does said beneath; who is asked can be changed while it is on."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = settings
        self.switch = TickBox("Fetch the map from the network", theme)
        self.switch.setChecked(settings.online_tiles == ON)
        self._text, policy = PlainLabel(), PlainLabel(_POLICY, selectable=True)
        for label in (self._text, policy):
            label.setFont(scaled_font(self.font(), 0.85))
            label.setStyleSheet(f"color: {theme.muted}")
        self.url = _line(settings.tile_url or DEFAULT_URL, DEFAULT_URL)
        self.attribution = _line(settings.tile_attribution or DEFAULT_ATTRIBUTION, DEFAULT_ATTRIBUTION)
        self.agent = _line(settings.tile_user_agent, f"{PROGRAM}/{__version__}")
        self._url_field = Field("Address of the tile server", self.url, theme)
        self._attribution_field = Field("Whom to thank, shown on the map", self.attribution, theme)
        self._agent_field = Field("The name that the program gives itself there (optional)", self.agent, theme)
        self._fields = (self._url_field, self._attribution_field, self._agent_field)
        self.setStyleSheet(f"QLineEdit:disabled {{ color: {theme.faint}; background: {theme.sunken}; }}")
        for line in (self.url, self.attribution, self.agent):
            line.textChanged.connect(self._on_changed)
            line.editingFinished.connect(self.check)
        self.switch.toggled.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        for widget in (self.switch, self._text, policy, *self._fields):
            layout.addWidget(widget)
        self._on_changed()

    @property
    def text(self) -> str:
        """What is said of the switch."""
        return self._text.text()

    @property
    def doubts(self) -> tuple[str, str]:
        """What is said under the server's address and under whom to thank."""
        return self._url_field.doubt, self._attribution_field.doubt

    def check(self) -> bool:
        """Says under each field what cannot be used; whether all can, which is so while the switch is off."""
        self._show_doubts(*self._doubts())
        return self.doubts == ("", "")

    def applied_to(self, settings: Settings) -> Settings:
        """Returns settings with what was chosen here; what cannot be used is as it was."""
        address, thanks = _address_at(self.url.text()), one_line(self.attribution.text())
        url = self._given.tile_url if address is None else "" if address.url == DEFAULT_URL else address.url
        return replace(
            settings,
            online_tiles=ON if self.switch.isChecked() else "",
            tile_url=url,
            tile_attribution="" if thanks == DEFAULT_ATTRIBUTION else thanks or self._given.tile_attribution,
            tile_user_agent=one_line(self.agent.text()),
        )

    def first_doubtful(self) -> QLineEdit:
        """Returns the field to mend first."""
        return self.url if self._url_field.doubt else self.attribution

    def _doubts(self) -> tuple[str, str]:
        if not self.switch.isChecked():
            return "", ""
        thanks = "" if one_line(self.attribution.text()) else _NOBODY
        try:
            read_tile_address(self.url.text())
        except BadInputError as error:
            return str(error), thanks
        return "", thanks

    def _on_changed(self) -> None:
        """Follows the typing; what is doubtful is said when it ends, but taken back at once."""
        is_on = self.switch.isChecked()
        for field in self._fields:
            field.setEnabled(is_on)
        self._text.setText(_said(self.applied_to(self._given), is_on))
        url, thanks = self._doubts()
        self._show_doubts(url and self._url_field.doubt and url, thanks and self._attribution_field.doubt)

    def _show_doubts(self, url: str, thanks: str) -> None:
        self._url_field.show_doubt(url)
        self._attribution_field.show_doubt(thanks)


def _line(text: str, usual: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(usual)
    line.setMaxLength(500)
    line.setCursorPosition(0)
    return line


def _said(settings: Settings, is_on: bool) -> str:
    """Returns what is sent under these settings, which hold nothing that cannot be used unless the file did."""
    begin = (
        "While this is on" if is_on else "Nothing is sent while this is off: the built-in map is shown. Once it is on"
    )
    address = _address_at(settings.tile_url)
    host = address.host if address else "the server below"
    openly = ", unencrypted," if address and address.is_open else ""
    return (
        f"{begin}, {host} is told{openly} which part of the world you look at and how closely, and this computer's "
        "address on the network; nothing of the offices is sent. Only what is on the screen is asked for, and "
        f"it is kept on this computer, {MOST_BYTES >> 20} MB at most."
    )


def _address_at(url: str) -> TileAddress | None:
    try:
        return read_tile_address(url)
    except BadInputError:
        return None
