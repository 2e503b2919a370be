"""Whether addresses may be looked up online, and with which server."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from directory_app.errors import BadInputError
from directory_app.settings import ON, Settings

DEFAULT_URL = "https://nominatim.openstreetmap.org"
POLICY_URL = "https://operations.osmfoundation.org/policies/nominatim/"
PROGRAM = "office-directory"

_LONGEST = 500
_HOST = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?\.?|\[[0-9A-Fa-f:.]+\]")
_NO_HEADER = re.compile(r"[^ -~]")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True, slots=True)
class Server:
    """Where a Nominatim server is: "https", "nominatim.example.org:8080/path"; no slash at the end."""

    scheme: str
    place: str

    @property
    def url(self) -> str:
        """The server's address as people write it."""
        return f"{self.scheme}://{self.place}"

    @property
    def host(self) -> str:
        """The machine's name, with the port if there is one."""
        return self.place.partition("/")[0]


@dataclass(frozen=True, slots=True)
class OnlineSettings:
    """What a user allows: nothing, unless `is_on`.

    `user_agent` says which program asks, `email` who can be written to, which may be empty;
    `seconds` is how long one answer may take.
    """

    is_on: bool = False
    server: Server = Server("https", "nominatim.openstreetmap.org")
    user_agent: str = PROGRAM
    email: str = ""
    seconds: float = 10.0


def online_settings(settings: Settings, version: str) -> OnlineSettings:
    """Returns what a user's settings allow.

    Raises BadInputError where the switch is on and the server's address cannot be used.
    """
    if settings.online_geocoding != ON:
        return OnlineSettings()
    agent = _NO_HEADER.sub("", settings.nominatim_user_agent).strip()[:_LONGEST]
    email = settings.nominatim_email.strip()
    return OnlineSettings(
        is_on=True,
        server=read_server(settings.nominatim_url),
        user_agent=agent or f"{PROGRAM}/{version}",
        email=email if is_email(email) else "",
    )


def is_email(text: str) -> bool:
    """Tells whether a text has the form of an e-mail address."""
    return len(text) <= _LONGEST and text.isprintable() and _EMAIL.fullmatch(text) is not None


def read_server(text: str) -> Server:
    """Returns the server at a URL, OpenStreetMap's own for an empty one; "/search" at its end is left out.

    Raises BadInputError, with a sentence for the field, for what is no http or https address.
    """
    url = text.strip() or DEFAULT_URL
    try:
        parts = urlsplit(url if len(url) <= _LONGEST else "")
        host, port = parts.hostname or "", parts.port
    except ValueError:  # brackets that do not match, or a port that is none
        raise BadInputError(_NO_URL) from None
    if _is_unusable(parts, host):
        raise BadInputError(_NO_URL)
    if parts.username is not None or parts.query or parts.fragment:
        raise BadInputError("The address of the server has no name, password, “?” or “#” in it; please leave them out.")
    name = f"[{host}]" if ":" in host else _in_ascii(host)
    path = parts.path.rstrip("/").removesuffix("/search").rstrip("/")
    return Server(parts.scheme, name + (f":{port}" if port is not None else "") + path)


_NO_URL = f"This is no address of a server; it looks like {DEFAULT_URL}."


def _is_unusable(parts: SplitResult, host: str) -> bool:
    is_host = _HOST.fullmatch(f"[{host}]" if ":" in host else host) is not None
    is_path = re.fullmatch(r"[!-~]*", parts.path) is not None
    return parts.scheme not in ("http", "https") or not is_host or not is_path


def _in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:  # a label that is empty or too long
        raise BadInputError(_NO_URL) from None
