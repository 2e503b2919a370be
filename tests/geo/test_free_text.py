"""An address in one text, taken apart."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geo.free_text import taken_apart


@pytest.mark.parametrize(
    ("text", "parts", "postal_code"),
    [
        ("Leopoldring 3, 79098 Freiburg, Germany", ("Leopoldring", "Freiburg", "Germany"), "79098"),
        ("Toronto, Ontario M5V 3A8, Canada", ("Toronto", "Ontario", "Canada"), "M5V3A8"),
        ("Rua A – Salvador – CEP 40020-010", ("Rua A", "Salvador"), "40020-010"),
        ("ميدان التحرير، القاهرة، مصر", ("ميدان التحرير", "القاهرة", "مصر"), ""),
        ("東京都新宿区西新宿2-8-1", ("西新宿", "新宿区", "東京都"), "2-8-1"),
        ("日本京都府京都市中京区", ("中京区", "京都市", "京都府", "日本"), ""),
        ("東京都中央区日本橋1", ("日本橋", "中央区", "東京都"), "1"),
        ("上海市黄浦区人民大道200号，中国", ("号", "人民大道", "黄浦区", "上海市", "中国"), "200"),
        ("대한민국 서울특별시 중구 세종대로 110", ("세종대로", "중구", "서울특별시", "대한민국"), "110"),
        ("10 Wall Street, New York 纽约", ("Wall Street", "New York 纽约"), "10"),
        ("天安门广场, 北京, 中国", ("天安门广场", "北京", "中国"), ""),
        ("125032, Россия, г. Москва, ул. Тверская, д. 13", ("Россия", "Москва"), "13"),
        ("г.Киров, ул.Ленина", ("Киров",), ""),
        ("", (), ""),
        (" ,;|()/ ", (), ""),
    ],
)
def test_a_text_is_taken_apart_with_what_is_largest_at_the_end(
    text: str, parts: tuple[str, ...], postal_code: str
) -> None:
    taken = taken_apart(text)
    assert (taken.parts, taken.postal_code, taken.country) == (parts, postal_code, "")


@given(st.text(alphabet="aé,. 1-–京都府市Bонгул.한국()|\ud800\0،、", max_size=200))
def test_no_text_fails_and_parts_are_words_of_it(text: str) -> None:
    taken = taken_apart(text)
    assert len(taken.parts) <= 6
    assert {word for part in taken.parts for word in part.split() if word not in text} == set()


def test_a_huge_text_takes_no_longer_than_a_page() -> None:
    begun = time.perf_counter()
    taken_apart("京a1 г.(" * 1_000_000)
    assert time.perf_counter() - begun < 1
