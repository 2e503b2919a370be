"""A sheet has the map, a title, a legend, and is written as pixels or as vectors."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from directory_app.model.office import Kind
from directory_app.ui.map.colours import DARK, LIGHT
from directory_app.ui.map.picture.formats import FORMATS, PictureFormat, image_of, pdf_of, png_of, svg_of
from directory_app.ui.map.picture.sheet import Entry, Sheet, laid_out

_SEA = "#123456"
_ENTRIES = (Entry("Regional secretariat", Kind.REGIONAL_SECRETARIAT), Entry("Southern Center", colour="#AECEB7"))


def _paint(painter: QPainter) -> None:
    painter.fillRect(QRectF(-5000.0, -5000.0, 10000.0, 10000.0), QColor(_SEA))
    painter.drawText(QPointF(20.0, 40.0), "Bonn")


@pytest.fixture
def sheet(qapp: QApplication) -> Sheet:
    return Sheet("Offices in Europe", "22 November 2026", _ENTRIES, 400.0, 300.0, LIGHT, QFont("DejaVu Sans", 10))


def test_the_map_keeps_to_its_place_on_the_sheet(sheet: Sheet) -> None:
    layout = laid_out(sheet)
    image = image_of(sheet, _paint, 1.0)
    assert image.size() == layout.size.toSize()
    inside, beside = layout.map.center().toPoint(), (layout.map.topLeft() - QPointF(4.0, 4.0)).toPoint()
    assert image.pixelColor(inside) == QColor(_SEA)
    assert image.pixelColor(beside) == QColor(LIGHT.panel)


def test_title_legend_and_map_stand_below_each_other(sheet: Sheet) -> None:
    layout = laid_out(sheet)
    assert layout.title.bottom() <= layout.subtitle.top()
    assert layout.subtitle.bottom() < layout.map.top()
    assert all(box.top() > layout.map.bottom() for _, box in layout.entries)
    assert layout.size.height() > max(box.bottom() for _, box in layout.entries)


def test_a_sheet_without_title_and_legend_is_the_map_with_an_edge(sheet: Sheet) -> None:
    bare = laid_out(replace(sheet, title="", subtitle="", entries=()))
    assert bare.size.toSize() == QSize(448, 348)
    assert bare.map == QRectF(24.0, 24.0, 400.0, 300.0)


def test_a_long_title_takes_as_many_lines_as_it_needs(sheet: Sheet) -> None:
    longer = laid_out(replace(sheet, title="Bürgermeisterkonferenz " * 20))
    assert longer.title.height() > 3 * laid_out(sheet).title.height()
    assert longer.size.width() == laid_out(sheet).size.width()


@pytest.mark.parametrize("count", [1, 7, 60])
def test_the_legend_never_leaves_the_sheet(sheet: Sheet, count: int) -> None:
    many = laid_out(replace(sheet, entries=tuple(Entry(f"Office {n} " * (n % 9), Kind.OFFICE) for n in range(count))))
    boxes = [box for _, box in many.entries]
    assert all(box.left() >= many.map.left() and box.right() <= many.map.right() for box in boxes)
    assert not any(a.intersects(b) for place, a in enumerate(boxes) for b in boxes[:place])


def test_a_picture_is_twice_as_sharp_as_the_screen(sheet: Sheet) -> None:
    read = QImage.fromData(png_of(sheet, _paint))
    assert read.size() == laid_out(sheet).size.toSize() * 2
    assert read.text("Title") == sheet.title


def test_a_huge_sheet_is_made_with_fewer_pixels(sheet: Sheet) -> None:
    image = image_of(replace(sheet, map_width=12_000.0, map_height=100.0), _paint)
    assert max(image.width(), image.height()) <= 16_000


def test_a_vector_drawing_has_the_title_and_no_pixels(sheet: Sheet) -> None:
    root = ET.fromstring(svg_of(sheet, _paint))
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    texts = ["".join(element.itertext()) for element in root.iter() if element.tag.endswith(("text", "title"))]
    assert "image" not in names
    assert any("Offices in Europe" in text for text in texts)
    assert any("Southern Center" in text for text in texts)


def test_a_document_has_one_page_of_the_sheets_size(sheet: Sheet) -> None:
    data = pdf_of(sheet, _paint)
    size = laid_out(sheet).size
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1
    box = data.split(b"/MediaBox [")[1].split(b"]")[0].split()
    assert [float(number) for number in box] == pytest.approx([0, 0, size.width() * 0.75, size.height() * 0.75], abs=1)


@pytest.mark.parametrize("picture_format", FORMATS, ids=[f.suffix for f in FORMATS])
@pytest.mark.parametrize("title", ["", "<b>&amp;", "مكتب", "東京", "\ud800", "a\x00b", "\n"])
def test_any_title_gives_a_file(sheet: Sheet, picture_format: PictureFormat, title: str) -> None:
    dark = replace(sheet, title=title, entries=(Entry(title, colour="#FF0000"),), theme=DARK)
    assert len(picture_format.data(dark, _paint)) > 500
