"""How much room the call helper takes, and what it shows in it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from directory_app.ui.background import Background
from directory_app.ui.calls.dialog import CallDialog
from directory_app.ui.theme import LIGHT
from tests.ui.calls.conftest import NOW, OFFICES, nine_to_five

Over = Callable[[int, int], CallDialog]


@pytest.fixture(params=[10, 13])
def over(request: pytest.FixtureRequest, background: Background, qtbot: QtBot) -> Iterator[Over]:
    """Opens a call helper with all offices over a window of a size, with a font of 10 or 13 points."""
    before = QApplication.font()
    font = QFont(before)
    font.setPointSize(request.param)
    QApplication.setFont(font)
    windows: list[QWidget] = []

    def open_over(width: int, height: int) -> CallDialog:
        window = QWidget()
        windows.append(window)  # which the dialog does not keep alive
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        ids = [office.id for office in OFFICES]
        dialog = CallDialog(OFFICES, ids, nine_to_five, lambda: NOW, "Europe/Berlin", LIGHT, background, window)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: dialog.plan is not None)
        QGuiApplication.sendPostedEvents()
        return dialog

    yield open_over
    QApplication.setFont(before)


def whole_rows(dialog: CallDialog) -> float:
    """Returns how many rows of the chart are in sight."""
    chart = dialog.body.chart
    return chart.viewport().height() / chart.sizeHintForRow(0)


@pytest.mark.parametrize("size", [(560, 600), (420, 480), (1200, 900)])
def test_it_fits_the_window_and_the_screen(over: Over, size: tuple[int, int]) -> None:
    dialog = over(*size)
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= min(size[0], screen.width())
    assert dialog.height() <= min(size[1], screen.height())


@pytest.mark.parametrize("size", [(560, 600), (700, 700), (1200, 900)])
def test_three_rows_at_least_are_in_sight_and_none_is_cut(over: Over, size: tuple[int, int]) -> None:
    dialog = over(*size)
    rows = whole_rows(dialog)
    assert rows >= 3
    assert rows - int(rows) < 0.2  # a few pixels under the last one
    assert dialog.body.slots.height() >= 80


def test_more_room_shows_more_rows_and_less_room_fewer(over: Over) -> None:
    dialog = over(1200, 900)
    before = int(whole_rows(dialog))
    assert before > 3
    dialog.resize(dialog.width(), 500)
    QGuiApplication.sendPostedEvents()
    assert int(whole_rows(dialog)) == 3
    dialog.resize(dialog.width(), 1400)
    QGuiApplication.sendPostedEvents()
    assert int(whole_rows(dialog)) == 1 + len(OFFICES) > before
