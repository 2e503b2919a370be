"""What the colours of countries mean, listed over the map."""

from itertools import combinations
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from directory_app.ui.map.colours import DARK, LIGHT
from directory_app.ui.map.corners.buttons import ButtonColumn
from directory_app.ui.map.corners.legend import MOST_ROWS, Entry, Legend, listing_of
from directory_app.ui.map.map_view import MapView
from directory_app.ui.plain_text import plain_tooltip
from tests.ui.map.offices import BERLIN, SUVA
from tests.ui.map.pictures import a_picture

_LONG = "Regionalgeschäftsstelle für Kommunalentwicklungszusammenarbeit <b>und</b> & Klimaschutz"
_CODES = ("FR", "DE", "IT", "ES", "PT", "PL", "CZ", "AT", "CH", "BE", "NL", "DK", "FJ", "AU", "BR", "ZA")


def an_entry(name: str, *countries: str, group: int = 0) -> Entry:
    return Entry(uuid4(), name, group, countries)


def many() -> list[Entry]:
    return [an_entry(f"Office {code}", code, group=n % 6) for n, code in enumerate(_CODES)]


def coloured(view: MapView, entries: list[Entry]) -> Legend:
    view.colour_countries({code: entry.group for entry in entries for code in entry.countries}, entries)
    (legend,) = view.findChildren(Legend)
    return legend


def list_of(legend: Legend) -> QListWidget:
    return legend.findChildren(QListWidget)[0]


def head_of(legend: Legend) -> QToolButton:
    return legend.findChildren(QToolButton)[0]


def test_the_legend_names_who_serves_what_while_the_map_is_coloured(view: MapView) -> None:
    assert view.findChildren(Legend) == []
    legend = coloured(view, [an_entry("South Asia Secretariat", "IN", "NP"), an_entry("Japan Office", "JP", group=1)])
    assert legend.isVisible()
    assert legend.texts() == [
        "South Asia Secretariat. Serves 2 countries: India, Nepal.",
        "Japan Office. Serves Japan.",
    ]
    view.colour_countries(None)
    assert not legend.isVisible()


def test_each_row_has_the_colour_that_its_countries_have_on_the_map_in_both_themes(view: MapView) -> None:
    legend = coloured(view, [an_entry("Japan Office", "JP", group=4)])
    for dark, theme in ((False, LIGHT), (True, DARK)):
        view.set_dark(dark)
        picture = list_of(legend).item(0).icon().pixmap(12, 12).toImage()
        assert picture.pixelColor(picture.width() // 2, picture.height() // 2).name().upper() == theme.group_colour(4)


def test_offices_in_view_are_listed_and_the_others_counted(view: MapView, qtbot: QtBot) -> None:
    legend = coloured(view, many())
    assert len(legend.texts()) == MOST_ROWS + 1
    assert legend.texts()[-1] == f"and {len(_CODES) - MOST_ROWS} more. Enter shows all."
    view.select(SUVA.id)
    qtbot.waitUntil(lambda: len(legend.texts()) == 2)
    assert legend.texts() == ["Office FJ. Serves Fiji.", "and 15 more. Enter shows all."]
    coloured(view, [entry for entry in many() if entry.countries != ("FJ",)])
    assert legend.texts() == ["15 offices elsewhere. Enter shows all."]


def test_enter_on_the_last_row_shows_all_and_on_an_office_chooses_it(view: MapView, qtbot: QtBot) -> None:
    entries = many()
    legend, rows = coloured(view, entries), list_of(view.findChildren(Legend)[0])
    chosen: list[UUID] = []
    view.legend_chosen.connect(chosen.append)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(legend.texts()) == len(entries))
    assert rows.currentRow() == MOST_ROWS
    QTest.keyClick(rows, Qt.Key.Key_Home)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert [entry.name for entry in entries if entry.office in chosen] == [rows.item(0).text()]


def test_a_click_on_a_row_chooses_its_office_once_and_leaves_the_map_where_it_is(view: MapView) -> None:
    legend = coloured(view, [an_entry("Japan Office", "JP")])
    chosen: list[UUID] = []
    view.legend_chosen.connect(chosen.append)
    camera, rows = view.camera, list_of(legend)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(0)).center())
    assert len(chosen) == 1
    assert view.camera == camera


def test_the_rows_stay_where_they_are_for_whoever_has_the_keyboard_there(view: MapView, qtbot: QtBot) -> None:
    legend = coloured(view, many())
    before = legend.texts()
    list_of(legend).setFocus()
    view.select(SUVA.id)
    with qtbot.assertNotEmitted(legend.reshaped, wait=0):
        view.select(BERLIN.id)
    assert legend.texts() == before
    view.select(SUVA.id)
    view.setFocus()
    qtbot.waitUntil(lambda: len(legend.texts()) == 2)


def test_it_is_folded_and_opened_with_the_keyboard_and_says_which_it_is(view: MapView) -> None:
    legend = coloured(view, many())
    tall, head = legend.height(), head_of(legend)
    assert head.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert list_of(legend).focusPolicy() & Qt.FocusPolicy.TabFocus
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert not legend.is_open
    assert legend.height() < tall / 3
    assert "folded" in head.accessibleName()
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert legend.height() == tall
    assert "open" in head.accessibleName()


def test_in_a_narrow_map_it_begins_folded(view: MapView) -> None:
    view.resize(560, 600)
    assert not coloured(view, many()).is_open


def test_a_long_name_is_cut_and_whole_in_the_tip_and_nothing_in_it_is_markup(view: MapView) -> None:
    legend = coloured(view, [an_entry(_LONG, "DE")])
    rows = list_of(legend)
    assert rows.visualItemRect(rows.item(0)).width() <= rows.viewport().width() < legend.width() < view.width() / 2
    assert rows.horizontalScrollBar().maximum() == 0
    assert rows.item(0).toolTip() == plain_tooltip(f"{_LONG}. Serves Germany.")


@pytest.mark.parametrize("size", [(360, 300), (560, 600), (720, 420), (1440, 900)])
@pytest.mark.parametrize("points", [10, 13])
def test_it_covers_neither_scale_nor_attribution_nor_buttons(view: MapView, size: tuple[int, int], points: int) -> None:
    font = view.font()
    font.setPointSize(points)
    view.setFont(font)
    view.resize(*size)
    legend = coloured(view, [*many(), an_entry(_LONG, "SE")])
    legend.fold(is_open=True)
    assert QRect(0, 0, *size).contains(legend.geometry())
    assert legend.geometry().bottom() < view.height() - 2 * view.fontMetrics().height()
    (buttons,) = view.findChildren(ButtonColumn)
    assert not legend.geometry().intersects(buttons.geometry())


def test_names_on_the_map_leave_it_its_place(qtbot: QtBot, view: MapView) -> None:
    legend = coloured(view, many())
    view.fit_all()
    a_picture(qtbot, view)
    at = legend.geometry()
    labels = view._scene.labels(view.camera, view._stamps, ())
    assert labels
    for label in labels:
        left, top = view.camera.nearest_on_screen(label.x, label.y)
        assert not QRectF(at).intersects(QRectF(left + label.dx, top + label.dy, label.width, label.height)), label


_entries = st.lists(
    st.builds(an_entry, st.text(max_size=5), st.sampled_from(_CODES), st.sampled_from(_CODES)), max_size=20
)


@given(_entries, st.frozensets(st.sampled_from(_CODES)), st.integers(3, 10))
def test_every_office_is_listed_or_counted_once(entries: list[Entry], seen: frozenset[str], most: int) -> None:
    listing = listing_of(entries, seen, most)
    listed = (*listing.first, *listing.rest)
    assert sorted(map(id, listed)) == sorted(map(id, entries))
    assert len(listing.first) <= most + 1
    assert len(listing.rest) != 1 or not listing.first
    in_view = [not seen.isdisjoint(entry.countries) for entry in listed]
    assert all(before or not after for before, after in combinations(in_view, 2))
