"""Pictures that somebody else has drawn, decoded with care: nobody knows what is in them."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from directory_app.geo.tiles.pictures import HEAVIEST, TilesError

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SMALLEST, _LARGEST = 16, 1024
"""Sides of pictures, in pixels."""

_PNG_PARTS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""What a picture is made of; texts and profiles are left out, as each of them may inflate to megabytes."""

_JPEG_SCAN = b"\xff\xda"
_MOST_SCANS = 32
"""A progressive JPEG has ten passes over the picture or so; thousands would keep a processor busy for hours."""


def decoded(data: bytes) -> QImage:
    """Returns a square picture, premultiplied where it is transparent and RGB32 where not.

    Raises TilesError where the bytes are not a PNG, JPEG or WebP picture of a tile.
    """
    if len(data) > HEAVIEST:
        raise TilesError("A picture of the map is too large. Choose another map, or the built-in one.")
    kind, clean = _cleaned(data)
    buffer = QBuffer()
    buffer.setData(QByteArray(clean))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()  # said by the first bytes; nothing is decoded yet
    is_tile = size.isValid() and size.width() == size.height() and _SMALLEST <= size.width() <= _LARGEST
    image = reader.read() if is_tile else QImage()
    if image.isNull() or image.size() != size:
        raise _no_tile()
    has_holes = image.hasAlphaChannel()
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied if has_holes else QImage.Format.Format_RGB32)


def _cleaned(data: bytes) -> tuple[bytes, bytes]:
    """Returns which kind of picture it is, as Qt calls it, and what of it is to be decoded."""
    if data.startswith(_PNG):
        return b"png", _PNG + b"".join(_png_parts(data))
    if data.startswith(_JPEG) and data.count(_JPEG_SCAN) <= _MOST_SCANS:
        return b"jpeg", data
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp", data
    raise _no_tile()


def _png_parts(data: bytes) -> list[bytes]:
    """Returns the chunks of a PNG that make the picture; PNG specification 1.2, section 3.2."""
    parts = []
    place = len(_PNG)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if data[place + 4 : place + 8] in _PNG_PARTS:
            parts.append(data[place:end])
        place = end
    return parts


def _no_tile() -> TilesError:
    return TilesError(
        "A picture of the map is damaged, or not PNG, JPEG or WebP. Choose another map, or the built-in one."
    )
