"""A sheet with a title, the map, and a legend; everything in pixels of 96 to an inch, whatever it is painted on."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from directory_app.model.office import Kind
from directory_app.ui.map.colours import MapColours
from directory_app.ui.signs import paint_sign

PaintMap = Callable[[QPainter], None]
"""Paints the map with its upper left corner at (0, 0)."""

_EDGE = 24.0
_GAP = 12.0
_SIGN = 16.0
_SIGN_AIR = 6.0
_BETWEEN = 20.0
_ROW_AIR = 6.0
_TITLE_FACTOR, _SMALL_FACTOR, _SAMPLE_FACTOR = 1.6, 0.9, 0.8
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_ENDLESS = 1e6


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: the sign of a kind of office, or a colour (#RRGGBB), and what it stands for.

    With a `sample` the colour is that of a disc on which it is written; with neither sign nor colour it is only text.
    """

    text: str
    kind: Kind | None = None
    colour: str = ""
    sample: str = ""

    @property
    def has_sign(self) -> bool:
        """Whether there is something to see before the text."""
        return self.kind is not None or bool(self.colour)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is on a sheet beside the map, and how large the map is; an empty title takes no room."""

    title: str
    subtitle: str
    entries: tuple[Entry, ...]
    map_width: float
    map_height: float
    theme: MapColours
    font: QFont


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything goes."""

    size: QSizeF
    title: QRectF
    subtitle: QRectF
    map: QRectF
    entries: tuple[tuple[Entry, QRectF], ...]


def in_pixels(font: QFont, factor: float = 1.0) -> QFont:
    """Returns a font whose size no longer depends on what it is painted on."""
    derived = QFont(font)
    derived.setPixelSize(max(round(QFontInfo(font).pixelSize() * factor), 1))
    return derived


def laid_out(sheet: Sheet) -> Layout:
    """Returns the layout: as wide as the map, as high as it comes."""
    title = _text_box(sheet.title, _title_font(sheet.font), sheet.map_width, _EDGE)
    below_title = title.bottom() + (_ROW_AIR if sheet.title else 0.0)
    subtitle = _text_box(sheet.subtitle, _small_font(sheet.font), sheet.map_width, below_title)
    has_heading = bool(sheet.title or sheet.subtitle)
    picture = QRectF(_EDGE, subtitle.bottom() + (_GAP if has_heading else 0.0), sheet.map_width, sheet.map_height)
    entries = tuple(_flowing(sheet.entries, _small_font(sheet.font), picture))
    bottom = max((box.bottom() for _, box in entries), default=picture.bottom())
    size = QSizeF(math.ceil(sheet.map_width + 2.0 * _EDGE), math.ceil(bottom + _EDGE))
    return Layout(size, title, subtitle, picture, entries)


def paint_sheet(painter: QPainter, sheet: Sheet, paint_map: PaintMap) -> None:
    """Paints the whole sheet with its upper left corner at (0, 0)."""
    layout, theme = laid_out(sheet), sheet.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipRect(layout.map)
    painter.translate(layout.map.topLeft())
    paint_map(painter)
    painter.restore()
    for border in _borders(layout):  # over the map, since not every reader of vectors knows how to clip
        painter.fillRect(border, QColor(theme.panel))
    painter.setFont(_title_font(sheet.font))
    painter.setPen(QColor(theme.text))
    painter.drawText(layout.title, _WRAPPED, sheet.title)
    painter.setFont(_small_font(sheet.font))
    painter.setPen(QColor(theme.quiet_text))
    painter.drawText(layout.subtitle, _WRAPPED, sheet.subtitle)
    painter.setPen(QPen(QColor(theme.panel_edge), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(layout.map)
    for entry, box in layout.entries:
        _paint_entry(painter, entry, box, sheet)


def _borders(layout: Layout) -> tuple[QRectF, ...]:
    """Returns the sheet without the map, as strips above, below, left and right of it.

    They overlap, as many readers leave a fine line between two shapes that only touch.
    """
    width, height, inner = layout.size.width(), layout.size.height(), layout.map
    return (
        QRectF(0.0, 0.0, width, inner.top()),
        QRectF(0.0, inner.bottom(), width, height - inner.bottom()),
        QRectF(0.0, 0.0, inner.left(), height),
        QRectF(inner.right(), 0.0, width - inner.right(), height),
    )


def _paint_entry(painter: QPainter, entry: Entry, box: QRectF, sheet: Sheet) -> None:
    font = _small_font(sheet.font)
    if entry.has_sign:
        _paint_sign(painter, entry, QRectF(box.left(), box.center().y() - _SIGN / 2.0, _SIGN, _SIGN), sheet)
    text = box.adjusted(_before(entry), 0.0, 0.0, 0.0)
    painter.setFont(font)
    painter.setPen(QColor(sheet.theme.text))
    shown = QFontMetricsF(font).elidedText(_one_line(entry.text), Qt.TextElideMode.ElideRight, text.width() + 0.5)
    painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_sign(painter: QPainter, entry: Entry, square: QRectF, sheet: Sheet) -> None:
    if entry.kind is not None:
        paint_sign(painter, entry.kind, square.center(), _SIGN, sheet.theme.dark)
    elif entry.sample:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(entry.colour))
        painter.drawEllipse(square)
        painter.setFont(in_pixels(sheet.font, _SAMPLE_FACTOR))
        painter.setPen(QColor(sheet.theme.on_accent))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, entry.sample)
    else:
        painter.setPen(QPen(QColor(sheet.theme.panel_edge), 1.0))
        painter.setBrush(QColor(entry.colour))
        painter.drawRect(square.adjusted(1.5, 1.5, -1.5, -1.5))


def _before(entry: Entry) -> float:
    """Returns how much of an entry is in front of its text."""
    return _SIGN + _SIGN_AIR if entry.has_sign else 0.0


def _flowing(entries: Sequence[Entry], font: QFont, picture: QRectF) -> Iterator[tuple[Entry, QRectF]]:
    """Yields where the entries go, from left to right in as many rows as they need."""
    metrics = QFontMetricsF(font)
    height = max(math.ceil(metrics.height()), _SIGN)
    left, top = picture.left(), picture.bottom() + _GAP
    for entry in entries:
        wanted = _before(entry) + math.ceil(metrics.horizontalAdvance(_one_line(entry.text)))
        width = min(wanted, picture.width())
        if left > picture.left() and left + width > picture.right():
            left, top = picture.left(), top + height + _ROW_AIR
        yield entry, QRectF(left, top, width, height)
        left += width + _BETWEEN


def _text_box(text: str, font: QFont, width: float, top: float) -> QRectF:
    if not text:
        return QRectF(_EDGE, top, width, 0.0)
    needed = QFontMetricsF(font).boundingRect(QRectF(0.0, 0.0, width, _ENDLESS), _WRAPPED, text)
    return QRectF(_EDGE, top, width, math.ceil(needed.height()))


def _title_font(font: QFont) -> QFont:
    derived = in_pixels(font, _TITLE_FACTOR)
    derived.setWeight(QFont.Weight.DemiBold)
    return derived


def _small_font(font: QFont) -> QFont:
    return in_pixels(font, _SMALL_FACTOR)


def _one_line(text: str) -> str:
    return " ".join(text.split())
