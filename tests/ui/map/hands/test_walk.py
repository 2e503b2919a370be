from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.office import Kind, Summary
from directory_app.ui.map.camera import Camera
from directory_app.ui.map.hands.walk import in_view, mark_towards, next_mark
from directory_app.ui.map.marks.gathered import Gathered, Marks
from directory_app.ui.map.marks.mark import Mark, Spot, spots_of
from tests.builders import a_position, an_office, summary_of

CAMERA = Camera(0.5, 0.5, 4.0, 1000.0, 800.0)


def _office(name: str, latitude: float, longitude: float, region: str = "R", kind: Kind = Kind.OFFICE) -> Summary:
    return summary_of(an_office(name, region=region, kind=kind, position=a_position(latitude, longitude)))


def _alone(office: Summary, *, dimmed: bool = False) -> Mark:
    (spot,) = spots_of([office])
    return Mark(spot, spot.x, spot.y, dimmed=dimmed)


def _walked(marks: tuple[Mark, ...], step: int = 1) -> list[str]:
    """Returns the names of all stops until there are no more."""
    names: list[str] = []
    at: Spot | None = None
    while (mark := next_mark(marks, CAMERA, at, step, around=False)) is not None:
        at = mark.first
        names.append(at.office.name)
    return names


CAIRO = _office("Cairo", 2.0, 2.0, "Africa")
ABUJA = _office("Abuja", 1.0, -3.0, "Africa")
NAIROBI = _office("Nairobi", -1.0, 5.0, "Africa", Kind.REGIONAL_SECRETARIAT)
ACCRA = _office("Accra", 0.0, 0.0, "West")
FAR = _office("Far", 60.0, 170.0, "Africa")
MARKS = tuple(map(_alone, (ACCRA, CAIRO, FAR, ABUJA, NAIROBI)))


def test_marks_in_view_come_by_region_the_secretariat_first() -> None:
    assert _walked(MARKS) == ["Nairobi", "Abuja", "Cairo", "Accra"]
    assert _walked(MARKS, -1) == ["Accra", "Cairo", "Abuja", "Nairobi"]


def test_one_may_go_around() -> None:
    (accra,), (nairobi,) = spots_of([ACCRA]), spots_of([NAIROBI])
    after, before = (
        next_mark(MARKS, CAMERA, accra, 1, around=True),
        next_mark(MARKS, CAMERA, nairobi, -1, around=True),
    )
    assert after is not None
    assert before is not None
    assert after.first == nairobi
    assert before.first == accra


def test_one_goes_on_from_an_office_that_is_not_in_view() -> None:
    (far,) = spots_of([FAR])
    mark = next_mark(MARKS, CAMERA, far, 1, around=False)
    assert mark is not None
    assert mark.first.office == ACCRA


def test_dimmed_marks_are_left_out_unless_there_are_no_others() -> None:
    marks = (_alone(ACCRA, dimmed=True), _alone(CAIRO))
    assert _walked(marks) == ["Cairo"]
    assert _walked(marks[:1]) == ["Accra"]
    assert _walked(()) == []


def test_arrows_go_to_the_nearest_mark_that_way() -> None:
    (accra,) = spots_of([ACCRA])

    def towards(dx: float, dy: float) -> str | None:
        mark = mark_towards(MARKS, CAMERA, accra, (dx, dy))
        return mark.first.office.name if mark is not None else None

    assert towards(1.0, 0.0) == "Cairo"
    assert towards(-1.0, 0.0) == "Abuja"
    assert towards(0.0, -1.0) == "Cairo"
    assert towards(0.0, 1.0) is None


@given(
    places=st.lists(st.tuples(st.integers(-30, 30), st.integers(-60, 60), st.sampled_from("ABC")), max_size=30),
    step=st.sampled_from([1, -1]),
)
def test_every_mark_in_view_is_reached_once(places: list[tuple[int, int, str]], step: int) -> None:
    rows = [_office(f"{number}", *place) for number, place in enumerate(places)]
    marks = Marks(Gathered(rows)).marks(CAMERA)
    walked = _walked(marks, step)
    assert sorted(walked) == sorted(mark.first.office.name for mark, _ in in_view(marks, CAMERA))
    regions = [rows[int(name)].region for name in walked]
    assert all((a <= b) if step > 0 else (a >= b) for a, b in pairwise(regions))
