"""Opens a file of map pictures, whichever of the known kinds it is."""

from pathlib import Path

from directory_app.geo.tiles.mbtiles import MbTiles
from directory_app.geo.tiles.pictures import TilePictures, TilesError
from directory_app.geo.tiles.pmtiles import PmTiles

ENDINGS = (".mbtiles", ".pmtiles")
"""How such files are named; what one is, its first bytes say."""

_SQLITE = b"SQLite format 3\0"
_PMTILES = b"PMTiles"


def open_tile_file(path: Path) -> TilePictures:
    """Opens an MBTiles or PMTiles file with raster pictures, without ever writing beside it; may take a second.

    Raises TilesError if there is none, it cannot be read, or it is of another kind.
    """
    beginning = _beginning(path)
    if beginning == _SQLITE:
        return MbTiles(path)
    if beginning.startswith(_PMTILES):
        return PmTiles(path)
    raise TilesError(f"{path.name} is neither MBTiles nor PMTiles. Choose a file with one of these kinds of map.")


def _beginning(path: Path) -> bytes:
    try:
        if path.is_file():  # a pipe would never answer
            with path.open("rb") as file:
                return file.read(len(_SQLITE))
        if not path.exists():
            raise TilesError(f"There is no file {path}. Choose another map, or the built-in one.")
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    raise _unreadable(path)


def _unreadable(path: Path) -> TilesError:
    return TilesError(f"The map {path} cannot be read. Look whether you may open it, or choose another.")
