"""For how long a picture may be used without asking, as headers say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3 import HTTPHeaderDict

from directory_app.geo.tiles.server_freshness import freshness_of
from tests.geo.tiles.server.hands import DAY, date

NOW = 1_780_000_000.0
WEEK, YEAR = 7 * DAY, 365 * DAY


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, WEEK),
        ({"Cache-Control": "public"}, WEEK),
        ({"Cache-Control": "max-age=60"}, 60),
        ({"cache-control": "Public, MAX-AGE = 60 , stale-if-error=9"}, 60),
        ({"Cache-Control": 'max-age="60"'}, 60),
        ({"Cache-Control": "max-age=60", "Age": "20"}, 40),
        ({"Cache-Control": "max-age=60", "Age": "90"}, 0),
        ({"Cache-Control": "max-age=60", "Age": "odd"}, 60),
        ({"Cache-Control": "max-age=60", "Expires": date(NOW + 10)}, 60),
        ({"Cache-Control": "max-age=0"}, 0),
        ({"Cache-Control": "max-age=-5"}, 0),
        ({"Cache-Control": "max-age"}, 0),
        ({"Cache-Control": "max-age=٣"}, 0),
        ({"Cache-Control": "max-age=999999999999"}, YEAR),
        ({"Cache-Control": "max-age=" + "9" * 4000}, 0),
        ({"Cache-Control": "no-cache, max-age=60"}, 0),
        ({"Cache-Control": "s-maxage=60"}, WEEK),
        ({"Expires": date(NOW + 60)}, 60),
        ({"Expires": date(NOW + 60), "Date": date(NOW - 40)}, 100),
        ({"Expires": date(NOW + 60), "Date": date(NOW - 40), "Age": "30"}, 70),
        ({"Expires": date(NOW + 60), "Date": "odd"}, 0),
        ({"Expires": date(NOW - 60)}, 0),
        ({"Expires": "0"}, 0),
        ({"Expires": "Fri, 99 Foo 2026 99:99:99 GMT"}, 0),
        ({"Vary": "*", "Cache-Control": "max-age=60"}, 0),
        ({"Vary": "Accept-Encoding"}, WEEK),
    ],
)
def test_a_picture_is_fresh_for_as_long_as_the_headers_say(headers: dict[str, str], seconds: float) -> None:
    assert freshness_of(HTTPHeaderDict(headers), NOW).seconds == seconds


def test_what_must_not_be_kept_or_shown_stale_is_known() -> None:
    assert not freshness_of(HTTPHeaderDict({"Cache-Control": "private, No-Store"}), NOW).may_keep
    assert freshness_of(HTTPHeaderDict({"Cache-Control": "max-age=9, must-revalidate"}), NOW).is_strict
    assert not freshness_of(HTTPHeaderDict({"Cache-Control": "max-age=9"}), NOW).is_strict


def test_what_a_picture_is_known_by_is_sent_back_only_as_it_came() -> None:
    known = freshness_of(HTTPHeaderDict({"ETag": '"a\r\nX: 1"', "Last-Modified": "é"}), NOW)
    assert (known.etag, known.modified) == ("", "")
    assert freshness_of(HTTPHeaderDict({"ETag": "x" * 501}), NOW).etag == ""


_NAMES = st.sampled_from(["Cache-Control", "Expires", "Date", "Age", "ETag", "Last-Modified", "Vary"])
_WORDS = st.sampled_from(["max-age=", "60", ",", "no-cache", "-", "=", "1e999", "nan", "Fri, 31 Feb 2026", "é", '"'])


@given(st.dictionaries(_NAMES, st.lists(_WORDS).map("".join) | st.text(max_size=40)))
def test_whatever_the_headers_say_a_picture_is_kept_for_some_time_or_none(headers: dict[str, str]) -> None:
    assert 0 <= freshness_of(headers, NOW).seconds <= YEAR
