"""Lines from a secretariat to its offices, and the outline of the region whose heading is pointed at, or asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from directory_app.directory import Directory
from directory_app.geo.projection import to_world
from directory_app.model.office import Kind
from directory_app.ui.main_window import MainWindow
from tests.builders import a_position, an_office
from tests.directories import a_directory
from tests.ui.conftest import BERLIN, KOLN, TOKYO, WORLD

FREIBURG = an_office("European Secretariat", kind=Kind.REGIONAL_SECRETARIAT, position=a_position(48.0, 7.85))
ASIA = an_office(
    "Asian Secretariat", kind=Kind.REGIONAL_SECRETARIAT, region="East Asia", position=a_position(37.5, 127.0)
)
LIMA = an_office("Lima Office", region="South America", position=a_position(-12.0, -77.0))


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    offices = [WORLD, BERLIN, KOLN, TOKYO, FREIBURG, ASIA, LIMA]
    with a_directory(empty_database, tmp_path, offices) as directory:
        yield directory


def _lines(window: MainWindow) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return [(line[0], line[-1]) for line in window.map._figures.lines]


def _ends(*ids: tuple[float, float]) -> list[tuple[float, float]]:
    return [to_world(*point) for point in ids]


def test_the_lines_of_the_chosen_offices_region_are_drawn_and_taken_away(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    assert _lines(window) == []
    window.actions_.lines.trigger()
    starts, ends = zip(*_lines(window), strict=True)
    assert list(starts) == _ends((48.0, 7.85)) * 2
    assert sorted(ends) == [pytest.approx(end) for end in sorted(_ends((52.52, 13.4), (50.94, 6.96)))]
    assert window.status.notice == "Lines from European Secretariat to 2 offices."
    window.actions_.lines.trigger()
    assert _lines(window) == []


def test_the_lines_follow_the_choice(window: MainWindow) -> None:
    window.session.select(BERLIN.id)
    window.actions_.lines.trigger()
    european = window.map._figures.lines
    window.session.select(KOLN.id)
    assert window.map._figures.lines is european
    window.session.select(WORLD.id)
    assert window.status.notice == "Lines from World Secretariat to 2 regional secretariats."
    assert {start for start, _ in _lines(window)} == set(_ends((50.73, 7.1)))
    assert len(_lines(window)) == 2
    window.session.select(None)
    assert _lines(window) == []


def test_they_follow_what_becomes_of_the_offices(window: MainWindow) -> None:
    window.session.select(TOKYO.id)
    window.actions_.lines.trigger()
    assert len(_lines(window)) == 1
    window.session.remove(window.session.directory.office(ASIA.id))
    assert _lines(window) == []
    window.session.undo()
    window.session.select(TOKYO.id)
    assert len(_lines(window)) == 1


def test_it_is_said_why_there_are_none(window: MainWindow) -> None:
    window.session.select(LIMA.id)
    window.actions_.lines.trigger()
    assert window.status.notice == "South America has no secretariat on the map."
    window.actions_.lines.trigger()
    window.session.select(None)
    window.actions_.lines.trigger()
    assert window.status.notice == "Choose an office to see the lines of its region."


def _hull(window: MainWindow) -> list[tuple[float, float]]:
    return list(window.map._figures.hull)


def _list(window: MainWindow) -> QListView:
    return window.office_list.findChildren(QListView)[0]


def _row(window: MainWindow, text: str) -> QModelIndex:
    model = _list(window).model()
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data() == text)


def _point_at(window: MainWindow, text: str, beside: int = 0) -> None:
    """Points at a row, elsewhere than before: a pointer that stays where it is says nothing."""
    view = _list(window)
    QTest.mouseMove(view.viewport(), view.visualRect(_row(window, text)).center() + QPoint(beside, 0))


def test_the_region_whose_heading_is_pointed_at_is_outlined(window: MainWindow) -> None:
    _point_at(window, "East Asia")
    assert sorted(_hull(window)) == [
        pytest.approx(corner, abs=1e-8) for corner in sorted(_ends((35.68, 139.69), (37.5, 127.0)))
    ]
    _point_at(window, "Japan Office")
    assert _hull(window) == []
    _point_at(window, "Europe")
    assert len(_hull(window)) == 3
    QApplication.sendEvent(_list(window).viewport(), QEvent(QEvent.Type.Leave))
    assert _hull(window) == []


def test_an_outline_goes_when_other_rows_come_under_the_pointer(window: MainWindow) -> None:
    _point_at(window, "Europe", beside=5)
    assert _hull(window)
    window.session.ask("tokyo")
    assert _hull(window) == []
    window.session.ask("")
    _point_at(window, "Europe", beside=9)
    assert _hull(window)


def test_space_outlines_the_region_of_the_chosen_office_and_takes_it_away(window: MainWindow) -> None:
    view = _list(window)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert _hull(window) == []
    window.session.select(TOKYO.id)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(_hull(window)) == 2
    window.session.select(BERLIN.id)
    assert len(_hull(window)) == 2
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(_hull(window)) == 3
    assert window.session.selected == BERLIN.id
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert _hull(window) == []


def test_space_outlines_nothing_where_what_was_found_stands_under_no_region(window: MainWindow) -> None:
    window.session.ask("tokyo")
    window.session.select(TOKYO.id)
    QTest.keyClick(_list(window), Qt.Key.Key_Space)
    assert _hull(window) == []
