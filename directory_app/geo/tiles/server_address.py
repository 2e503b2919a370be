"""Where a tile server is, as people write it: a URL with {z}, {x} and {y} in it."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from directory_app.errors import BadInputError
from directory_app.geo.online.allowed import read_server

DEFAULT_URL = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
DEFAULT_ATTRIBUTION = "© OpenStreetMap contributors"
POLICY_URL = "https://operations.osmfoundation.org/policies/tiles/"

_LONGEST = 500
_SUBDOMAINS = "abc"
_STAND_IN = "any-subdomain"
_TWICE = "@2x"
"""What {r} stands for: pictures of 512 pixels, which are sharp on every screen."""
_NAMED = re.compile(r"\{([^{}]*)\}")
_KNOWN = {"z", "x", "y", "s", "r"}
_NEEDED = {"z", "x", "y"}
_IN_A_PATH = re.compile(r"[!-~]*")
_NO_URL = f"This is no address of a tile server; it looks like {DEFAULT_URL}."


@dataclass(frozen=True, slots=True)
class TileAddress:
    """A tile server's address, checked: `url` has {z}, {x} and {y} in it, and maybe {s} and {r}."""

    url: str
    host: str
    is_open: bool
    """Whether what is asked there goes unencrypted."""

    def at(self, z: int, x: int, y: int) -> str:
        """Returns the URL of a picture, always the same one for the same picture."""
        values = {"z": str(z), "x": str(x), "y": str(y), "s": _SUBDOMAINS[(x + y) % len(_SUBDOMAINS)], "r": _TWICE}
        return _NAMED.sub(lambda found: values[found[1]], self.url)


def read_tile_address(text: str) -> TileAddress:
    """Returns the address in a text, that of OpenStreetMap's own server for an empty one.

    Raises BadInputError, with a sentence for the field.
    """
    url = text.strip() or DEFAULT_URL
    parts = _parts(url)
    names = set(_NAMED.findall(url))
    odd, missing = sorted(names - _KNOWN), sorted(_NEEDED - names, key="zxy".index)
    if odd:
        raise BadInputError(
            f"{{{odd[0]}}} is not known here; the address may have {{z}}, {{x}}, {{y}}, {{s}} and {{r}}."
        )
    if missing:
        raise BadInputError(f"The address lacks {{{missing[0]}}}; it looks like {DEFAULT_URL}.")
    rest = _NAMED.sub("", f"{parts.path}?{parts.query}")
    if "{" in rest or "}" in rest or not _IN_A_PATH.fullmatch(rest):
        raise BadInputError(_NO_URL)
    if parts.username is not None or parts.fragment:
        raise BadInputError("The address of the server has no name, password or “#” in it; please leave them out.")
    try:
        server = read_server(f"{parts.scheme}://{parts.netloc.replace('{s}', _STAND_IN)}")
    except BadInputError:
        raise BadInputError(_NO_URL) from None
    query = f"?{parts.query}" if parts.query else ""
    url = f"{server.scheme}://{server.place.replace(_STAND_IN, '{s}')}{parts.path}{query}"
    return TileAddress(url, server.host.replace(_STAND_IN, _SUBDOMAINS[0]), server.scheme == "http")


def one_line(text: str) -> str:
    """Returns what was typed as one line of plain text, nothing where there is nothing to see."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:_LONGEST]


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url if len(url) <= _LONGEST else "")
    except ValueError:  # brackets that do not match
        raise BadInputError(_NO_URL) from None
    if parts.scheme not in ("http", "https") or not parts.netloc or set(_NAMED.findall(parts.netloc)) - {"s"}:
        raise BadInputError(_NO_URL)
    return parts
