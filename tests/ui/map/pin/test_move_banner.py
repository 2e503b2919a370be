"""What stands over the map while a pin is moved."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from directory_app.ui.map.pin.move_banner import MoveBanner
from tests.ui.large_fonts import buttons_cut, styled_app


@pytest.mark.parametrize("points", [10, 13])
@pytest.mark.parametrize("width", [280, 340, 560, 1200])
def test_no_button_is_cut_on_a_narrow_map(qtbot: QtBot, points: int, width: int) -> None:
    with styled_app(points):
        owner = QWidget()
        qtbot.addWidget(owner)
        owner.resize(width, 400)
        banner = MoveBanner(owner)
        owner.show()
        banner.show()
        banner.place(width)
        assert buttons_cut(owner) == []
        assert owner.rect().contains(banner.geometry())
        assert banner.height() >= banner.sizeHint().height() or banner.width() >= banner.sizeHint().width()
