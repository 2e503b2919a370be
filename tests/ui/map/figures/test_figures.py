from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from directory_app.geo.projection import to_world
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.colours import DARK, LIGHT, MapColours
from directory_app.ui.map.figures.figures import Figures
from directory_app.ui.map.figures.shapes import WorldPoint, great_circle, outline

CAMERA = Camera(0.5, 0.5, 3.0, 600.0, 400.0)


def _painted(figures: Figures, camera: Camera = CAMERA, theme: MapColours = LIGHT) -> QImage:
    image = QImage(round(camera.width), round(camera.height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.land))
    painter = QPainter(image)
    figures.paint(painter, camera, theme)
    painter.end()
    return image


def _is_touched(image: QImage, at: QPointF, theme: MapColours = LIGHT) -> bool:
    return image.pixelColor(at.toPoint()) != QColor(theme.land)


def _place(latitude: float, longitude: float, camera: Camera = CAMERA) -> QPointF:
    return QPointF(*camera.nearest_on_screen(*to_world(latitude, longitude)))


def _outlined(*places: tuple[float, float]) -> Figures:
    figures = Figures()
    figures.outline(outline([to_world(*place) for place in places]))
    return figures


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_region_is_toned_with_some_air_around_it(theme: MapColours) -> None:
    corners = [(-10.0, -20.0), (-10.0, 20.0), (15.0, 0.0)]
    image = _painted(_outlined(*corners), theme=theme)
    assert _is_touched(image, _place(0.0, 0.0), theme)
    for corner in corners:
        assert _is_touched(image, _place(*corner), theme)
    left = _place(-10.0, -20.0)
    assert _is_touched(image, left - QPointF(15.0, 0.0), theme)
    assert not _is_touched(image, left - QPointF(25.0, 0.0), theme)
    assert not _is_touched(image, QPointF(5.0, 5.0), theme)


@pytest.mark.parametrize("places", [[(0.0, 0.0)], [(0.0, -10.0), (0.0, 10.0)]])
def test_one_office_has_a_circle_and_two_have_a_capsule(places: Sequence[tuple[float, float]]) -> None:
    image = _painted(_outlined(*places))
    for place in places:
        at = _place(*place)
        for away in (QPointF(0.0, 19.0), QPointF(0.0, -19.0)):
            assert _is_touched(image, at + away)
        for away in (QPointF(0.0, 23.0), QPointF(0.0, -23.0)):
            assert not _is_touched(image, at + away)
    assert _is_touched(image, _place(0.0, 0.0))


def test_a_region_across_the_antimeridian_is_one_piece_wherever_one_looks_from() -> None:
    figures = _outlined((-18.0, 178.0), (-13.0, -172.0))
    for longitude in (170.0, -170.0):
        camera = Camera(to_world(-15.0, longitude)[0], to_world(-15.0, 0.0)[1], 4.0, 600.0, 400.0)
        image = _painted(figures, camera)
        for place in ((-18.0, 178.0), (-15.5, -177.0), (-13.0, -172.0)):
            assert _is_touched(image, _place(*place, camera))
        assert not _is_touched(image, _place(0.0, -178.0, camera))


def test_lines_are_drawn_and_go_again() -> None:
    figures = Figures()
    line = great_circle(to_world(0.0, -20.0), to_world(10.0, 20.0))
    figures.show_lines([line])
    image = _painted(figures)
    for x, y in line:
        assert _is_touched(image, QPointF(*CAMERA.to_screen(x, y)))
    assert not _is_touched(image, _place(-10.0, 0.0))
    figures.show_lines([])
    assert not _is_touched(_painted(figures), _place(0.0, -19.9))


def test_a_line_over_the_pacific_is_seen_on_both_sides_of_the_world() -> None:
    figures = Figures()
    line: tuple[WorldPoint, ...] = great_circle(to_world(35.0, 140.0), to_world(37.0, -122.0))
    figures.show_lines([line])
    middle = line[len(line) // 2]
    for shift in (0.0, 1.0, -1.0):
        camera = Camera(middle[0] + shift, middle[1], 4.0, 600.0, 400.0).held()
        image = _painted(figures, camera)
        assert any(_is_touched(image, QPointF(300.0, 200.0 + dy)) for dy in (-1.0, 0.0, 1.0))
