"""Sheets as files: pixels for a message, vectors for a poster."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter

from directory_app.ui.map.picture.sheet import PaintMap, Sheet, laid_out, paint_sheet

_CREATOR = "Office directory"
_POINTS = 72.0 / 96.0
_PDF_DPI = 1200
_SHARPNESS = 2.0
_MOST_PIXELS = 16_000


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A format, what files of it end in, and how a sheet becomes the bytes of one."""

    label: str
    suffix: str
    data: Callable[[Sheet, PaintMap], bytes]


def image_of(sheet: Sheet, paint_map: PaintMap, scale: float = _SHARPNESS) -> QImage:
    """Returns a sheet as pixels, `scale` of them to one of the screen's, fewer where it would be too large."""
    size = laid_out(sheet).size
    scale = min(scale, _MOST_PIXELS / max(size.width(), size.height()))
    image = QImage((size * scale).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.setText("Title", sheet.title)
    image.setText("Software", _CREATOR)
    painter = QPainter(image)
    paint_sheet(painter, sheet, paint_map)
    painter.end()
    return image


def png_of(sheet: Sheet, paint_map: PaintMap) -> bytes:
    """Returns a sheet as a PNG of twice the screen's sharpness."""
    image = image_of(sheet, paint_map)
    return _written(lambda buffer: QImageWriter(buffer, b"png").write(image))


def svg_of(sheet: Sheet, paint_map: PaintMap) -> bytes:
    """Returns a sheet as an SVG, in which lines and signs stay sharp at any size."""
    from PySide6.QtSvg import QSvgGenerator

    size = laid_out(sheet).size

    def write(buffer: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(round(size.width()), round(size.height())))
        generator.setViewBox(QRectF(0.0, 0.0, size.width(), size.height()))
        generator.setResolution(96)
        generator.setTitle(sheet.title)
        generator.setDescription(_CREATOR)
        painter = QPainter(generator)
        paint_sheet(painter, sheet, paint_map)
        painter.end()

    return _written(write)


def pdf_of(sheet: Sheet, paint_map: PaintMap) -> bytes:
    """Returns a sheet as a PDF of one page that fits it."""
    from PySide6.QtGui import QPdfWriter

    size = laid_out(sheet).size

    def write(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        writer.setResolution(_PDF_DPI)
        page = QPageSize(QSizeF(size.width() * _POINTS, size.height() * _POINTS), QPageSize.Unit.Point)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        writer.setTitle(sheet.title)
        writer.setCreator(_CREATOR)
        painter = QPainter(writer)
        painter.scale(_PDF_DPI / 96.0, _PDF_DPI / 96.0)
        paint_sheet(painter, sheet, paint_map)
        painter.end()

    return _written(write)


FORMATS = (
    PictureFormat("Picture (PNG)", ".png", png_of),
    PictureFormat("Vector drawing (SVG)", ".svg", svg_of),
    PictureFormat("Document (PDF)", ".pdf", pdf_of),
)


def _written(write: Callable[[QBuffer], object]) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(data.data())
