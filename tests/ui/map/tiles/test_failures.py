from directory_app.ui.map.colours import DARK, LIGHT
from directory_app.ui.map.tiles.failures import Failures
from directory_app.ui.map.tiles.tile import Layer, Tile


def _tile(x: int, side: int = 256) -> Tile:
    return Tile(Layer(5, side, LIGHT, 1), x, 0)


def test_a_tile_in_view_is_not_asked_for_again_in_another_size_or_light() -> None:
    failures = Failures()
    failures.add(_tile(3))
    others = [_tile(3, 300), Tile(Layer(5, 256, DARK, 1), 3, 0)]
    for other in others:
        failures.look([other, _tile(4)])
    assert failures.without([*others, _tile(4)]) == [_tile(4)]
    assert failures.among([*others, _tile(4)]) == others


def test_a_tile_that_left_the_view_has_two_more_chances() -> None:
    failures = Failures()
    for _ in range(2):
        failures.add(_tile(3))
        failures.look([_tile(4)])
        assert failures.without([_tile(3)]) == [_tile(3)]
    failures.add(_tile(3))
    failures.look([])
    assert failures.without([_tile(3)]) == []


def test_the_same_tile_of_another_source_or_zoom_is_another() -> None:
    failures = Failures()
    failures.add(_tile(3))
    others = [Tile(Layer(5, 256, LIGHT, 2), 3, 0), Tile(Layer(6, 256, LIGHT, 1), 3, 0)]
    assert failures.without(others) == others


def test_all_are_forgiven_when_an_outage_ends_but_not_for_a_tile_that_came_in_between() -> None:
    failures = Failures()
    for x in range(10):
        failures.add(_tile(x))
        if x == 4:
            failures.end_outage()
    assert failures.without([_tile(1)]) == []
    for x in range(10, 14):
        failures.add(_tile(x))
    failures.end_outage()
    assert failures.without([_tile(1), _tile(12)]) == [_tile(1), _tile(12)]
