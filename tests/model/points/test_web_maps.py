"""Links to maps on the web are read again as the place that they were made for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.points.answer import ReadPoint
from directory_app.model.points.links import read_link
from directory_app.model.points.web_maps import WebMap, web_map_of

_latitudes = st.floats(-90, 90, allow_nan=False)
_longitudes = st.floats(-180, 180, allow_nan=False)


@given(st.sampled_from(WebMap), _latitudes, _longitudes, st.text(max_size=60), st.integers(-5, 40))
def test_every_link_leads_to_the_place_it_was_made_for(
    web_map: WebMap, latitude: float, longitude: float, name: str, zoom: int
) -> None:
    link = web_map.link((latitude, longitude), name, zoom)
    assert link.isascii()
    assert " " not in link
    read = read_link(link)
    if abs(latitude) > 1e-6 or abs(longitude) > 1e-6:  # a link to 0/0 is doubted when it is read
        assert isinstance(read, ReadPoint)
        assert read.point == pytest.approx((latitude, longitude), abs=1e-6)


def test_each_map_is_asked_in_its_own_way() -> None:
    bonn = (50.7192, 7.1222)
    assert WebMap.OPENSTREETMAP.link(bonn).endswith("?mlat=50.719200&mlon=7.122200#map=15/50.719200/7.122200")
    assert WebMap.GOOGLE.link(bonn).endswith("/maps/search/?api=1&query=50.719200%2C7.122200")
    assert WebMap.APPLE.link(bonn, "Büro & Co").endswith("?ll=50.719200,7.122200&q=B%C3%BCro%20%26%20Co&z=15")


@pytest.mark.parametrize("web_map", WebMap)
def test_a_setting_is_read_as_it_was_kept(web_map: WebMap) -> None:
    assert web_map_of(web_map.value) is web_map
    assert web_map.shown


@pytest.mark.parametrize("setting", ["", "bing", "OSM "])
def test_an_unknown_setting_is_openstreetmap(setting: str) -> None:
    assert web_map_of(setting) is WebMap.OPENSTREETMAP
