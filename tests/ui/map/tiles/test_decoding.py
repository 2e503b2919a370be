import zlib
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from directory_app.geo.tiles.pictures import HEAVIEST, TilesError
from directory_app.ui.map.tiles.decoding import decoded
from tests.ui.map.tiles.drawn import half_clear, plain

pytestmark = pytest.mark.qt_log_level_fail("CRITICAL")  # Qt says of each damaged picture what is wrong with it


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, extra: bytes = b"") -> bytes:
    header = _chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\x20\x40\x60" * min(width, 2000)) * min(height, 2000))
    return b"\x89PNG\r\n\x1a\n" + header + extra + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
@pytest.mark.parametrize("side", [256, 512])
def test_pictures_of_every_kind_are_read(kind: str, side: int) -> None:
    image = decoded(plain("#4080C0", side, kind))
    assert image.width() == image.height() == side
    assert image.format() == QImage.Format.Format_RGB32
    pixel, colour = image.pixelColor(9, 9), QColor("#4080C0")
    assert abs(pixel.red() - colour.red()) + abs(pixel.blue() - colour.blue()) < 8


def test_what_is_transparent_stays_so() -> None:
    image = decoded(half_clear("#FF0000"))
    assert image.pixelColor(10, 10) == QColor("#FF0000")
    assert image.pixelColor(250, 10).alpha() == 0


@pytest.mark.parametrize(
    "size", [(60_000, 60_000), (2**31 - 1, 2**31 - 1), (1025, 1025), (256, 100_000), (256, 255), (1, 1)]
)
def test_what_has_not_the_size_of_a_tile_is_not_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(TilesError, match="damaged"):
        decoded(_png(*size))


def test_texts_and_profiles_in_a_picture_are_not_unpacked() -> None:
    text = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(7_000_000), 9))
    profile = _chunk(b"iCCP", b"Profile\0\0" + zlib.compress(bytes(7_000_000), 9))
    image = decoded(_png(256, 256, profile + text * 100))
    assert image.textKeys() == []
    assert not image.colorSpace().isValid()
    assert image.pixelColor(5, 5) == QColor(0x20, 0x40, 0x60)


def test_a_jpeg_of_thousands_of_passes_is_refused() -> None:
    data = plain("#4080C0", 256, "jpg")
    scan = data.index(b"\xff\xda")
    with pytest.raises(TilesError):
        decoded(data[:-2] + data[scan:-2] * 100 + data[-2:])


def test_a_heavy_picture_is_refused() -> None:
    with pytest.raises(TilesError, match="too large"):
        decoded(plain("#4080C0") + bytes(HEAVIEST))


PNG = plain("#4080C0", 64)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>Not found</html>",
        b"GIF89a" + PNG,
        b"\x1f\x8b" + PNG,
        PNG[:40],
        b"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'/>",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 60,
        b"RIFF\x04\0\0\0WEBP",
        b"\xff\xd8\xff\xd9",
    ],
    ids=range(10),
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(TilesError, match="damaged"):
        decoded(data)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["png", "jpg", "webp"]),
    st.lists(st.tuples(st.integers(0), st.integers(0, 255)), max_size=12),
    st.integers(0),
)
def test_a_damaged_picture_is_a_tile_or_refused(kind: str, changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(plain("#4080C0", 64, kind))
    for place, value in changes:
        data[place % len(data)] = value
    try:
        image = decoded(bytes(data[: len(data) - cut % 20]))
    except TilesError:
        return
    assert 16 <= image.width() == image.height() <= 1024
