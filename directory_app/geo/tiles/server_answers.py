"""What a server's answer says of a picture."""

from typing import TYPE_CHECKING

from directory_app.geo.tiles.server_cache import Kept
from directory_app.geo.tiles.server_freshness import DAY, Freshness, freshness_of
from directory_app.geo.tiles.server_problems import BusyError, RefusedError, ServerError, UnusableError

if TYPE_CHECKING:
    from directory_app.geo.tiles.server_connection import Answer

_NONE_THERE = (204, 404, 410)
_NONE_FOR_AT_LEAST = 600.0
"""Seconds; what is not there is not asked for at every turn, whatever the headers say."""
_NONE_FOR = DAY
"""Seconds, where the headers say nothing."""
_BUSY = (429, 503)
_USUAL_PAUSE = 60.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 5.0, DAY


def picture_of(answer: "Answer", kept: Kept | None, host: str, now: float) -> Kept:
    """Returns the picture in an answer, or what was kept of it if the server says that nothing has changed.

    Raises ServerError for what is no picture.
    """
    said = freshness_of(answer.headers, now)
    if answer.status == 304 and kept is not None:
        return Kept(kept.picture, now, _renewed(kept.freshness, said))
    if answer.status in _NONE_THERE:
        seconds = max(said.seconds, _NONE_FOR_AT_LEAST) if said.is_said else _NONE_FOR
        return Kept(None, now, Freshness(seconds=seconds))
    if answer.status != 200:
        raise _refusal(answer, host, now)
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise UnusableError(f"{host} sends its pictures packed, which nobody asked for; its map is not shown.")
    if not _is_picture(answer.body):
        raise UnusableError(_not_a_picture(answer.body, host))
    return Kept(answer.body, now, said)


def _renewed(old: Freshness, new: Freshness) -> Freshness:
    """Returns what holds after the server said that nothing has changed (RFC 9111, section 3.2)."""
    return Freshness(
        may_keep=new.may_keep,
        seconds=new.seconds if new.is_said else old.seconds,
        is_said=new.is_said or old.is_said,
        is_strict=new.is_strict if new.is_said else old.is_strict,
        etag=new.etag or old.etag,
        modified=new.modified or old.modified,
    )


def _refusal(answer: "Answer", host: str, now: float) -> ServerError:
    from directory_app.geo.online.transport import retry_after  # slow to import

    code = answer.status
    if code in _BUSY:
        told = retry_after(answer.headers.get("Retry-After"), now)
        pause = min(max(_USUAL_PAUSE if told is None else told, _SHORTEST_PAUSE), _LONGEST_PAUSE)
        return BusyError(f"{host} is busy and asks to be left alone for {_duration(pause)}.", pause)
    if 300 <= code < 400:
        return RefusedError(
            f"{host} sends on to another address, which was not asked. Put the right one into Settings."
        )
    if code in (401, 403, 407, 418):
        return RefusedError(f"{host} does not let this program have its map ({code}). See Settings.")
    if code >= 500:
        return ServerError(f"{host} is out of order ({code}). It is tried again later.")
    return RefusedError(f"{host} has no map where Settings say ({code}). Put the right address there.")


def _is_picture(body: bytes) -> bool:
    """Tells whether bytes begin as a PNG, a JPEG or a WebP does."""
    return body.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")) or body[:4] + body[8:12] == b"RIFFWEBP"


def _not_a_picture(body: bytes, host: str) -> str:
    what = "a web page" if body[:1_000].lstrip().lower().startswith((b"<!doctype html", b"<html")) else "something else"
    return f"{host} sent {what} in place of a picture of the map. Check the network and the map's address in Settings."


def _duration(seconds: float) -> str:
    for size, name in ((3600, "hours"), (60, "minutes")):
        if seconds > 2 * size:
            return f"{-int(-seconds // size)} {name}"
    return f"{-int(-seconds // 1)} seconds"
