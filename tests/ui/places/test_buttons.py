"""No button of the dialogs about places is cut, however large the font and however narrow the window."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from directory_app.jobs.geocoding import Controls, Geocoded
from directory_app.model.place import Precision
from directory_app.model.progress import Progress
from directory_app.ui.nearby.asking import Asking
from directory_app.ui.nearby.dialog import NearbyDialog
from directory_app.ui.places.batch_dialog import BatchDialog
from directory_app.ui.places.candidates_dialog import CandidatesDialog
from directory_app.ui.places.not_on_map import NotOnMapDialog
from directory_app.ui.places.position_dialog import PositionDialog, PositionTools
from directory_app.ui.places.unplaced import Unplaced
from directory_app.ui.theme import LIGHT
from tests.builders import a_position, an_office
from tests.ui.large_fonts import buttons_cut, styled_app

LONG = "Der Ort heißt wie zehn andere, und keiner davon steht in diesem Land. " * 2


@pytest.fixture(params=[10, 13])
def style(request: pytest.FixtureRequest) -> Iterator[None]:
    with styled_app(request.param):
        yield


def _typing(tools: PositionTools) -> QDialog:
    dialog = PositionDialog(an_office(position=a_position(precision=Precision.MANUAL)), tools, "ada", LIGHT)
    dialog.type_text("7.0982, 50.7374")
    return dialog


def _missing(_: PositionTools) -> QDialog:
    return NotOnMapDialog([Unplaced(UUID(int=1), LONG, LONG, LONG, 10)], LIGHT)


def _nothing(tools: PositionTools) -> QDialog:
    return CandidatesDialog(an_office(LONG), (), tools.base_map, "ada", LIGHT)


def _batch(tools: PositionTools) -> QDialog:
    def work(_: Controls, progress: Progress) -> Geocoded:
        return Geocoded((), ())

    return BatchDialog(1200, work, LONG, tools.background, LIGHT)


def _near(tools: PositionTools) -> QDialog:
    return NearbyDialog(
        Asking(lambda position, count, leave_out: [], lambda text: [], lambda text: None),
        tools.background,
        LIGHT,
        lambda: pytest.fail("there is no time to be told"),
    )


def _shown(dialog: QDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("opening", "button"),
    [
        (_typing, "Swap them"),
        (_missing, "Choose among 10 …"),
        (_nothing, "Type coordinates …"),
        (_batch, "Close"),
        (_near, "Show office"),
    ],
)
@pytest.mark.usefixtures("style")
def test_no_button_is_cut_at_560_pixels(
    tools: PositionTools, qtbot: QtBot, opening: Callable[[PositionTools], QDialog], button: str
) -> None:
    dialog = opening(tools)
    qtbot.addWidget(dialog)
    dialog.resize(560, 600)
    dialog.show()
    dialog.resize(560, 600)
    assert dialog.width() == 560
    qtbot.waitUntil(lambda: button in _shown(dialog) and buttons_cut(dialog) == [])
