from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from directory_app.geo.base_map import BaseMap
from directory_app.model.office import Summary
from directory_app.ui.map.map_view import MapView
from directory_app.ui.map.marks.clusters import FEW
from directory_app.ui.map.marks.gathered import Gathered
from directory_app.ui.map.marks.gatherer import Gatherer
from tests.ui.map.offices import BERLIN, BONN, SUVA, a_summary

MANY = [a_summary(f"Office {number}", number % 120 - 60.0, number * 0.1 - 90.0) for number in range(FEW + 1)]


def test_a_few_offices_are_gathered_at_once(qapp: QObject) -> None:
    parent = QObject()
    gatherer = Gatherer(parent)
    got: list[Gathered] = []
    gatherer.gathered.connect(got.append)
    gatherer.gather([BERLIN, SUVA])
    assert [len(gathered.spots) for gathered in got] == [2]
    assert not gatherer.is_busy


def test_many_offices_are_gathered_in_the_background(qtbot: QtBot) -> None:
    parent = QObject()
    gatherer = Gatherer(parent)
    with qtbot.waitSignal(gatherer.gathered) as blocker:
        gatherer.gather(MANY)
        assert gatherer.is_busy
    assert blocker.args is not None
    assert len(blocker.args[0].spots) == len(MANY)
    assert not gatherer.is_busy


def test_only_the_offices_given_last_are_handed_over(qtbot: QtBot) -> None:
    parent = QObject()
    gatherer = Gatherer(parent)
    got: list[Gathered] = []
    gatherer.gathered.connect(got.append)
    gatherer.gather(MANY)
    gatherer.gather([BERLIN])
    gatherer.gather([*MANY, BONN])
    qtbot.waitUntil(lambda: not gatherer.is_busy)
    assert [len(gathered.spots) for gathered in got] == [1, len(MANY) + 1]


def test_a_map_can_go_while_its_offices_are_gathered(base_map: BaseMap) -> None:
    for _ in range(3):
        view = MapView(base_map)
        view.show_offices(MANY)
        delete(view)


def test_many_offices_are_all_in_view_once_they_are_gathered(qtbot: QtBot, view: MapView) -> None:
    view.show_offices([])
    rows: list[Summary] = [*MANY, BONN]
    view.show_offices(rows)
    assert view.marks() == ()
    qtbot.waitUntil(lambda: view.marks() != ())
    assert sum(mark.count for mark in view.marks()) == len(rows)
    view.select(BONN.id, fly=False)
    assert BONN in [spot.office for spot in view.marks()[-1].spots]
