"""What is kept, for how long, and what damage costs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.online.cache import AnswerCache
from tests.geo.online.hands import Clock

DAY = 86_400.0
PLACES = [{"lat": 50.7, "lon": 7.1, "display_name": "Bonn"}]


def test_an_answer_is_found_again_by_another_process(tmp_path: Path) -> None:
    AnswerCache(tmp_path / "a" / "b").put("http://x/search?q=Bonn", PLACES)
    assert AnswerCache(tmp_path / "a" / "b").get("http://x/search?q=Bonn") == PLACES
    assert AnswerCache(tmp_path / "a" / "b").get("http://x/search?q=bonn") is None


def test_answers_get_old_and_those_without_a_place_sooner(tmp_path: Path, clock: Clock) -> None:
    cache = AnswerCache(tmp_path, clock=clock.time)
    cache.put("found", PLACES)
    cache.put("nothing", [])
    clock.now += 6 * DAY
    assert (cache.get("found"), cache.get("nothing")) == (PLACES, [])
    clock.now += 2 * DAY
    assert (cache.get("found"), cache.get("nothing")) == (PLACES, None)
    clock.now += 180 * DAY
    assert cache.get("found") is None


def test_an_answer_from_the_future_is_asked_for_again(tmp_path: Path, clock: Clock) -> None:
    cache = AnswerCache(tmp_path, clock=clock.time)
    cache.put("found", PLACES)
    clock.now -= DAY
    assert cache.get("found") is None


def test_the_oldest_answers_make_room(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path, most=20)
    for number in range(100):
        cache.put(f"{number}", PLACES)
        assert cache.get(f"{number}") == PLACES
    assert len(list(tmp_path.iterdir())) <= 20


DAMAGED = [
    b"",
    b"{",
    b"\xff\xfe",
    b"null",
    b"[]",
    b'{"asked": "found", "at": "x", "places": []}',
    b'{"asked": "found", "at": null, "places": []}',
    b'{"asked": "found", "at": 1, "places": [7]}',
    b'{"asked": "found", "at": 1, "places": {}}',
    b'{"asked": "another", "at": 1, "places": []}',
    b'{"at": 1, "places": []}',
    b"[" * 100_000,
    b" " * 200_000,
]


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: repr(content[:45]))
def test_a_damaged_answer_is_set_aside_and_asked_for_again(tmp_path: Path, content: bytes) -> None:
    cache = AnswerCache(tmp_path)
    cache.put("found", PLACES)
    cache.put("other", PLACES)
    (path,) = (path for path in tmp_path.iterdir() if b'"found"' in path.read_bytes())
    path.write_bytes(content)
    assert cache.get("found") is None
    assert (tmp_path / "damaged").read_bytes() == content
    cache.put("found", PLACES)
    assert cache.get("found") == cache.get("other") == PLACES


def test_a_folder_that_cannot_be_used_keeps_nothing_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = AnswerCache(tmp_path / "file")
    cache.put("found", PLACES)
    assert cache.get("found") is None
    assert "cannot be kept" in caplog.text


def test_an_answer_that_is_too_long_is_not_kept(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path)
    cache.put("found", PLACES * 5000)
    assert cache.get("found") is None
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=200))
def test_any_file_can_be_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any answers"
    cache = AnswerCache(folder)
    cache.put("found", PLACES)
    (path,) = folder.glob("*.json")
    path.write_bytes(content)
    assert cache.get("found") is None
    cache.put("found", PLACES)
    assert cache.get("found") == PLACES
