import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from directory_app.geo.projection import kilometres_per_world, to_world
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.corners.overlay import scale_of
from directory_app.ui.map.map_view import MapView
from tests.ui.map.offices import SUVA
from tests.ui.map.pictures import a_picture

UNITS = {"km": 1.0, "m": 0.001, "mi": 1.609344, "ft": 0.0003048}


@given(st.floats(0.0, 22.0), st.floats(-84.0, 84.0), st.booleans())
def test_the_bar_is_as_long_as_it_says(zoom: float, latitude: float, miles: bool) -> None:
    camera = Camera(0.5, to_world(latitude, 0.0)[1], zoom)
    length, text = scale_of(camera, miles=miles)
    number, unit = text.split()
    kilometres = length / camera.world * kilometres_per_world(camera.y)
    assert float(number.replace(",", "")) * UNITS[unit] == pytest.approx(kilometres)
    assert unit in ({"mi", "ft"} if miles else {"km", "m"})
    assert 40.0 <= length <= 110.0 + 1e-6
    assert number.strip("0.,")[:1] in {"1", "2", "5"}


@pytest.mark.parametrize(
    ("zoom", "kilometres", "miles"),
    [(2.0, "2,000 km", "2,000 mi"), (9.0, "20 km", "20 mi"), (15.0, "500 m", "0.2 mi"), (18.0, "50 m", "200 ft")],
)
def test_units_are_those_that_people_use(zoom: float, kilometres: str, miles: str) -> None:
    camera = Camera(0.5, 0.5, zoom)
    assert scale_of(camera)[1] == kilometres
    assert scale_of(camera, miles=True)[1] == miles


def test_the_map_says_miles_where_they_are_wanted(qtbot: QtBot, view: MapView) -> None:
    view.select(SUVA.id)
    before = a_picture(qtbot, view)
    view.set_miles(True)
    assert a_picture(qtbot, view) != before
    view.set_miles(False)
    assert a_picture(qtbot, view) == before


class _Still(QProxyStyle):
    """A style on a system that wants nothing to move."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        return_data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, return_data)


def test_nothing_flies_where_the_system_wants_no_motion(view: MapView) -> None:
    view.set_motion(True)
    still = _Still()
    view.setStyle(still)
    for move in (view.zoom_in, view.fit_all, view.zoom_out):
        camera = view.camera
        move()
        assert not view._flight.is_flying
        assert view.camera != camera or move is view.fit_all
    view.setStyle(None)  # type: ignore[arg-type]
