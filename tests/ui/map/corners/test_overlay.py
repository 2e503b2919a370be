import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetricsF

from directory_app.ui.map.camera import Camera
from directory_app.ui.map.corners.overlay import reserved_places, thanks_lines
from directory_app.ui.map.corners.readout import point_text
from directory_app.ui.theme import scaled_font

THANKS = "© OpenStreetMap contributors · Natural Earth · GeoNames"


@pytest.fixture
def metrics(qapp: QObject) -> QFontMetricsF:
    return QFontMetricsF(QFont())


def test_whom_to_thank_is_one_line_where_there_is_room(metrics: QFontMetricsF) -> None:
    assert thanks_lines(THANKS, metrics, 2000.0) == [THANKS]


def test_where_there_is_less_nobody_is_left_out(metrics: QFontMetricsF) -> None:
    room = metrics.horizontalAdvance("© OpenStreetMap contributors · ")
    assert thanks_lines(THANKS, metrics, room) == ["© OpenStreetMap contributors", "Natural Earth · GeoNames"]
    assert thanks_lines("x" * 500, metrics, room)[0].endswith("…")


@pytest.mark.parametrize("attribution", ["", " · ", "©", "a · " * 200, "m" * 500])
@pytest.mark.parametrize("room", [0.0, 40.0, 400.0])
def test_whom_to_thank_never_takes_more_room_than_there_is(
    metrics: QFontMetricsF, attribution: str, room: float
) -> None:
    lines = thanks_lines(attribution, metrics, room)
    assert 1 <= len(lines) <= 3
    assert all(metrics.horizontalAdvance(line) <= room or len(line) < 2 for line in lines)


@given(st.floats(-85.0, 85.0), st.floats(-180.0, 180.0), st.floats(0.0, 22.0), st.integers(6, 24))
def test_labels_leave_the_coordinates_free(latitude: float, longitude: float, zoom: float, points: int) -> None:
    font = QFont()
    font.setPointSize(points)
    shown = QFontMetricsF(scaled_font(font, 0.78)).horizontalAdvance(point_text((latitude, longitude), zoom))
    corner = reserved_places(Camera(zoom=zoom), font, THANKS)[0]
    assert corner.left + corner.width > 12.0 + shown
