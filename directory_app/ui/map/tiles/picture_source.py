"""Makes tiles out of pictures that somebody else has drawn, over the base map where they have holes."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QGradient, QImage, QPainter

from directory_app.geo.tiles.pictures import TilePictures
from directory_app.ui.map.camera import TILE
from directory_app.ui.map.colours import MapColours
from directory_app.ui.map.tiles.decoding import decoded
from directory_app.ui.map.tiles.tile import TileSource

COARSEST = 5
"""A picture is stretched over so many zooms; the base map says more after that."""

_DIM = QColor(0, 0, 0, 84)
"""Laid over pictures in the dark theme, which were all drawn for a bright page."""

_MADE_FIRST = (QGradient,)
"""PySide makes a class and its enums when it is first used, and crashes where two threads do so at once.

Importing is a use; this one, which `fillRect` looks at, nothing else here imports.
"""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A picture, what part of it is shown, and where on the tile, both in pixels."""

    image: QImage
    part: QRectF
    place: QRect


class PictureSource:
    """The tile source of a file or a server of pictures."""

    def __init__(self, pictures: TilePictures, beneath: TileSource) -> None:
        """Takes the pictures, and the source that is seen where there are none."""
        self._pictures = pictures
        self._beneath = beneath
        self._side = round(TILE)
        """How large pictures are; until the first one came, as they mostly are."""

    def tile(self, z: int, x: int, y: int, scale: float, theme: MapColours) -> QImage:
        """Returns a tile; safe to call from several threads. Raises TilesError if a picture cannot be had."""
        side = round(TILE * scale)
        pieces = self._pieces(z, x, y, side)
        if len(pieces) == 1 and _covers(pieces[0], side):
            image = QImage(side, side, QImage.Format.Format_RGB32)
        else:
            image = self._beneath.tile(z, x, y, scale, theme)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for piece in pieces:
            painter.drawImage(QRectF(piece.place), _dimmed(piece.image) if theme.dark else piece.image, piece.part)
        painter.end()
        return image

    def close(self) -> None:
        """Lets go of the pictures."""
        self._pictures.close()

    def _pieces(self, z: int, x: int, y: int, side: int) -> list[_Piece]:
        """Returns what there is of a tile, the coarser below the finer."""
        about = self._pictures.about
        finer = min(max(round(math.log2(side / self._side)), 0), about.finer, about.max_zoom - z)
        if finer < 0:
            return self._stretched(-finer, z, x, y, side) if -finer <= COARSEST else []
        if z + finer < about.min_zoom:
            return []
        pieces = self._fine(finer, z, x, y, side)
        has_holes = len(pieces) < 4**finer
        if finer and has_holes and z >= about.min_zoom:
            return self._fine(0, z, x, y, side) + pieces
        return pieces

    def _fine(self, finer: int, z: int, x: int, y: int, side: int) -> list[_Piece]:
        """Returns the pictures `finer` zooms on that make up a tile; those of the same zoom with 0."""
        pieces = []
        count = 2**finer
        edges = [side * number // count for number in range(count + 1)]
        for row in range(count):
            for column in range(count):
                image = self._picture(z + finer, x * count + column, y * count + row)
                if image is not None:
                    left, top = edges[column], edges[row]
                    place = QRect(left, top, edges[column + 1] - left, edges[row + 1] - top)
                    pieces.append(_Piece(image, QRectF(image.rect()), place))
        return pieces

    def _stretched(self, coarser: int, z: int, x: int, y: int, side: int) -> list[_Piece]:
        """Returns the part of a picture `coarser` zooms back that a tile is in."""
        image = self._picture(z - coarser, x >> coarser, y >> coarser)
        if image is None:
            return []
        part = image.width() / 2**coarser
        left, top = x % 2**coarser * part, y % 2**coarser * part
        return [_Piece(image, QRectF(left, top, part, part), QRect(0, 0, side, side))]

    def _picture(self, z: int, x: int, y: int) -> QImage | None:
        data = self._pictures.picture(z, x, y)
        if data is None:
            return None
        image = decoded(data)
        self._side = image.width()
        return image


def _covers(piece: _Piece, side: int) -> bool:
    return piece.place.width() == side and not piece.image.hasAlphaChannel()


def _dimmed(image: QImage) -> QImage:
    """Returns a picture a little darker, as transparent as it was."""
    dim = QImage(image)
    painter = QPainter(dim)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(dim.rect(), _DIM)
    painter.end()
    return dim
