"""Pictures of map tiles as somebody else may have drawn them."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from directory_app.geo.tiles.pictures import TilesError, TileSet

At = tuple[int, int, int]


def encoded(image: QImage, kind: str = "png") -> bytes:
    """Returns a picture as a file would hold it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def plain(colour: str, side: int = 256, kind: str = "png") -> bytes:
    """Returns a picture in one colour, transparent for one written #00RRGGBB."""
    is_clear = QColor(colour).alpha() < 255
    image = QImage(side, side, QImage.Format.Format_ARGB32 if is_clear else QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return encoded(image, kind)


def quartered(colours: tuple[str, str, str, str], side: int = 256) -> bytes:
    """Returns a picture in four colours: upper left, upper right, lower left, lower right."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number, colour in enumerate(colours):
        half = side // 2
        painter.fillRect(number % 2 * half, number // 2 * half, half, half, QColor(colour))
    painter.end()
    return encoded(image)


def half_clear(colour: str, side: int = 256) -> bytes:
    """Returns a picture whose right half is not there."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(0, 0, side // 2, side, QColor(colour))
    painter.end()
    return encoded(image)


class Pictures:
    """A set of pictures that notes who asks for what, and can be told to fail or to wait."""

    def __init__(self, draw: Callable[[At], bytes | None], zooms: tuple[int, int] = (0, 18)) -> None:
        self.about = TileSet("Town", "© Surveyors", *zooms)
        self.asked: list[At] = []
        self.threads: set[int] = set()
        self.trouble = ""
        self.closed = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self._draw = draw

    def picture(self, z: int, x: int, y: int) -> bytes | None:
        self.asked.append((z, x, y))
        self.threads.add(threading.get_ident())
        self.go_on.wait(10.0)
        if self.trouble:
            raise TilesError(self.trouble)
        return self._draw((z, x, y))

    def close(self) -> None:
        self.closed.set()
