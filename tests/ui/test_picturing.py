"""The map can be taken away as a picture with title, legend and attribution."""

import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from directory_app.settings import FROM_FILE, Settings
from directory_app.ui.dialogs.picture import PictureDialog
from directory_app.ui.main_window import MainWindow
from directory_app.ui.map.picture.formats import FORMATS
from directory_app.ui.map.tiles.base_source import ATTRIBUTION
from directory_app.ui.map_source import MapSource
from tests.geo.tiles.files import write_mbtiles
from tests.ui.conftest import BERLIN
from tests.ui.hands import in_the_dialog
from tests.ui.map.tiles.drawn import plain


def _save(dialog: PictureDialog, path: Path) -> None:
    dialog.format.set_value(next(f for f in FORMATS if f.suffix == path.suffix))
    dialog.file.type_path(str(path))
    assert dialog.can_save
    dialog.accept()


def _saved(window: MainWindow, qtbot: QtBot, path: Path) -> bytes:
    in_the_dialog(PictureDialog, lambda dialog: _save(dialog, path))
    with qtbot.waitSignal(window.session.notified) as told:
        window.actions_.picture.trigger()
    assert told.args == [f"The map was saved as {path}"]
    return path.read_bytes()


def test_a_picture_is_the_map_on_a_sheet(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage.fromData(_saved(window, qtbot, tmp_path / "map.png"))
    size = window.map.size()
    assert image.width() > 2 * size.width()
    assert image.height() > 2 * size.height()
    assert image.text("Title") == "Offices"


def test_a_vector_drawing_has_names_as_lines_and_the_thanks_as_text(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    root = ET.fromstring(_saved(window, qtbot, tmp_path / "map.svg"))
    text = " ".join("".join(element.itertext()) for element in root.iter() if element.tag.endswith("text"))
    assert ATTRIBUTION in text
    assert "Offices" in text
    assert not [element for element in root.iter() if element.tag.endswith("image")]


def test_a_document_is_written_too(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert _saved(window, qtbot, tmp_path / "map.pdf").startswith(b"%PDF-")


def test_the_title_says_what_is_shown_and_can_be_changed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.top_bar.search.setText("berlin")
    qtbot.waitUntil(lambda: window.session.shown.query == "berlin")
    titles: list[str] = []

    def rename(dialog: PictureDialog) -> None:
        titles.append(dialog.title.text())
        dialog.title.setText("Our office in Berlin")
        titles.append(dialog.sheet.title)
        dialog.reject()

    in_the_dialog(PictureDialog, rename)
    window.actions_.picture.trigger()
    assert titles == ["Offices found for “berlin”", "Our office in Berlin"]


def test_the_caption_says_how_many_of_the_offices_are_in_the_picture(window: MainWindow, qtbot: QtBot) -> None:
    captions: list[str] = []

    def read(dialog: PictureDialog) -> None:
        captions.append(dialog.sheet.subtitle.split(" · ")[0])
        dialog.reject()

    count = len(window.session.shown.offices)
    window.map.fit_all()
    in_the_dialog(PictureDialog, read)
    window.actions_.picture.trigger()
    window.session.select(BERLIN.id)
    qtbot.waitUntil(lambda: window.map.is_settled)
    for _ in range(6):
        window.map.zoom_in()
    qtbot.waitUntil(lambda: window.map.is_settled)
    in_the_dialog(PictureDialog, read)
    window.actions_.picture.trigger()
    assert captions == [f"{count} offices", f"1 of {count} offices"]


def test_the_legend_has_what_is_in_view_and_can_be_left_out(window: MainWindow) -> None:
    still = window.map.still()
    texts = [entry.text for entry in still.sheet("", "", with_legend=True).entries]
    assert "Office" in texts
    assert "Foundation" not in texts
    assert still.sheet("", "", with_legend=False).entries == ()


def test_the_legend_names_the_offices_whose_countries_are_coloured(window: MainWindow) -> None:
    window.actions_.coverage.trigger()
    entries = window.map.still().sheet("", "", with_legend=True).entries
    assert BERLIN.name in {entry.text for entry in entries if entry.colour}


def test_a_picture_can_be_copied(window: MainWindow) -> None:
    def copy(dialog: PictureDialog) -> None:
        dialog.copy()
        dialog.reject()

    in_the_dialog(PictureDialog, copy)
    window.actions_.picture.trigger()
    assert QGuiApplication.clipboard().image().width() > window.map.width()


def test_a_map_of_a_file_is_in_the_picture_with_its_thanks(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = write_mbtiles(tmp_path / "red.mbtiles", {(0, 0, 0): plain("#C01010")}, {"attribution": "© Surveyors"})
    source = MapSource(window, tmp_path, "1.0")
    source.use(Settings(map_source=FROM_FILE, tile_file=str(file)))
    qtbot.waitUntil(lambda: "© Surveyors" in window.map.attribution)
    window.map.fit_all()
    qtbot.waitUntil(lambda: window.map.is_settled)
    image = QImage.fromData(_saved(window, qtbot, tmp_path / "map.png"))
    shown = {image.pixelColor(x, image.height() // 2).name().upper() for x in range(0, image.width(), 7)}
    assert "#C01010" in shown
