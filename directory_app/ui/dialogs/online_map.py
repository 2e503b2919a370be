"""The part of the settings that lets a server see which part of the world is looked at."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from directory_app.errors import BadInputError
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
from directory_app.ui.dialogs.server_section import ServerSection, Words, agent_line, line_of
from directory_app.ui.theme import Theme

_NOBODY = f"Whoever draws a map is named on it; for OpenStreetMap that is {DEFAULT_ATTRIBUTION}."


_WORDS = Words(
    "Fetch the map from the network",
    f"How the pictures of OpenStreetMap's own server may be used:\n{POLICY_URL}",
    "Address of the tile server",
    "Whom to thank, shown on the map",
)


class OnlineMap(ServerSection):
    """Lets the pictures of a map be fetched."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        self.attribution = line_of(settings.tile_attribution or DEFAULT_ATTRIBUTION, DEFAULT_ATTRIBUTION)
        url, agent = line_of(settings.tile_url or DEFAULT_URL, DEFAULT_URL), agent_line(settings.tile_user_agent)
        super().__init__(settings, _WORDS, (url, self.attribution, agent), theme, parent)
        self.switch.setChecked(settings.online_tiles == ON)
        self._is_usual = settings.tile_url in ("", DEFAULT_URL)
        self.url.editingFinished.connect(self._on_url_given)
        self._on_changed()

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

    def _on_url_given(self) -> None:
        """Has whoever names another server than the usual one say whom that wants to be thanked: nobody else knows."""
        is_usual = self.url.text().strip() in ("", DEFAULT_URL)
        thanks = self.attribution.text()
        if is_usual and not thanks:
            self.attribution.setText(DEFAULT_ATTRIBUTION)
        elif self._is_usual and not is_usual and thanks == DEFAULT_ATTRIBUTION:
            self.attribution.clear()
        self._is_usual = is_usual

    def _doubts(self) -> tuple[str, str]:
        thanks = "" if one_line(self.attribution.text()) else _NOBODY
        try:
            read_tile_address(self.url.text())
        except BadInputError as error:
            return str(error), thanks
        return "", thanks

    def _said(self, settings: Settings, is_on: bool) -> str:
        return _said(settings, is_on)


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
