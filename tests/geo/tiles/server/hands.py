"""Pictures as servers send them, and what to ask a test's servers with."""

from collections.abc import Callable
from email.utils import formatdate

from directory_app.geo.tiles.server import TileServer
from tests.geo.online.server import Reply, SmallServer

Serve = Callable[..., SmallServer]
Open = Callable[..., TileServer]

PNG = b"\x89PNG\r\n\x1a\n" + b"picture" * 20
OTHER = b"\x89PNG\r\n\x1a\n" + b"another" * 20
DAY = 86_400.0


def picture(body: bytes = PNG, **headers: str) -> Reply:
    """Returns the reply with a picture; headers are named with underscores."""
    return Reply(body, headers={name.replace("_", "-"): value for name, value in headers.items()})


def date(seconds: float) -> str:
    """Returns a moment as headers have it."""
    return formatdate(seconds, usegmt=True)
