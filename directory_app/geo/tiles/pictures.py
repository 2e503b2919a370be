"""What a file or a server of map pictures has to offer."""

from dataclasses import dataclass
from typing import Protocol

from directory_app.errors import DirectoryError

DEEPEST = 22
"""The deepest zoom that is asked of anybody; a house fills the screen there."""

HEAVIEST = 4 * 1024 * 1024
"""No picture has more bytes than this; one of 512 pixels a side has a hundred thousand or so."""


class TilesError(DirectoryError):
    """A picture, or all of them, cannot be had; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the world between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class TileSet:
    """What is known of a set of pictures: its name, whom to thank (plain text), and its zooms, both included.

    To be sharp on a fine screen, a tile may be put together from the pictures `finer` zooms on, four to each zoom.
    What is drawn lies in `area`, or anywhere if that is None; pictures at its edge may show more.
    """

    name: str
    attribution: str
    min_zoom: int
    max_zoom: int
    finer: int = 2
    area: Area | None = None


def believed_zooms(least: object, most: object) -> tuple[int, int]:
    """Returns the zooms that a set says it has, held to what is possible; what makes no sense is taken as all."""
    low, high = _zoom(least, 0), _zoom(most, DEEPEST)
    return (low, high) if low <= high else (0, high)


def believed_area(west: float, south: float, east: float, north: float) -> Area | None:
    """Returns the area that a set says it has, or None if there is no such area on the earth."""
    is_area = -180.0 <= west < east <= 180.0 and -90.0 <= south < north <= 90.0
    return Area(west, south, east, north) if is_area else None


def _zoom(value: object, otherwise: int) -> int:
    text = str(value).strip()
    return min(int(text), DEEPEST) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise


class TilePictures(Protocol):
    """Encoded pictures (PNG, JPEG or WebP) of 256 or 512 pixels a side, numbered as on the web: y grows southwards."""

    @property
    def about(self) -> TileSet:
        """What is known of the set."""
        ...

    def picture(self, z: int, x: int, y: int) -> bytes | None:
        """Returns a picture, or None where the set has none; safe to call from several threads, and may take long.

        Raises TilesError if it cannot be had, perhaps only now.
        """
        ...

    def close(self) -> None:
        """Lets go of file or connection; closing twice does no harm.

        May be called in any thread, also while another waits for a picture, which soon gets TilesError then.
        """
        ...
