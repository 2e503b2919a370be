"""Links that show a place on somebody's map in the browser; nothing is opened here."""

import re
from enum import Enum

from directory_app.model.place import Point

_WIDEST, _CLOSEST = 2, 19
"""The zooms that all of these maps know."""


class WebMap(Enum):
    """A map on the web; the value is how the settings keep it."""

    OPENSTREETMAP = "osm"
    GOOGLE = "google"
    APPLE = "apple"

    @property
    def shown(self) -> str:
        """Its name, as its owner writes it."""
        return _NAMES[self]

    def link(self, point: Point, name: str = "", zoom: int = 15) -> str:
        """Returns the address that shows a pin; of these only Apple's takes a name for it.

        OpenStreetMap: wiki "Browsing", mlat and mlon; Google: "Maps URLs", api=1, which knows no zoom
        together with a pin; Apple: "Map Links", ll with q as the pin's name, and z.
        """
        pair = "{:.6f},{:.6f}".format(*(degrees + 0.0 for degrees in point))
        latitude, longitude = pair.split(",")
        near = min(max(zoom, _WIDEST), _CLOSEST)
        if self is WebMap.OPENSTREETMAP:
            place = f"{latitude}/{longitude}"
            return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map={near}/{place}"
        if self is WebMap.GOOGLE:
            return f"https://www.google.com/maps/search/?api=1&query={pair.replace(',', '%2C')}"
        called = _escaped(" ".join(name.split())) or pair
        return f"https://maps.apple.com/?ll={pair}&q={called}&z={near}"


_NAMES = {
    WebMap.OPENSTREETMAP: "OpenStreetMap",
    WebMap.GOOGLE: "Google Maps",
    WebMap.APPLE: "Apple Maps",
}


def _escaped(text: str) -> str:
    """Returns the text as a value in a query (RFC 3986, section 2); half a surrogate becomes a question mark."""
    data = text.encode("utf-8", "replace")
    return re.sub(rb"[^A-Za-z0-9._~-]", lambda sign: b"%%%02X" % sign[0][0], data).decode("ascii")


def web_map_of(setting: str) -> WebMap:
    """Returns the map that a setting names, OpenStreetMap for none or an unknown one."""
    return next((web_map for web_map in WebMap if web_map.value == setting), WebMap.OPENSTREETMAP)
