import pytest

from directory_app.model.points.answer import ReadPoint, Trouble
from directory_app.model.points.links import read_link

GOOGLE = "https://www.google.com/maps"


@pytest.mark.parametrize(
    "uri",
    [
        "geo:50.7192,7.1222",
        "GEO:50.7192,7.1222",
        "geo:50.7192,7.1222,60",
        "geo:50.7192,7.1222;crs=WGS84;u=35",
        "geo:50.7192,7.1222?z=15",
        "geo:0,0?q=50.7192,7.1222(Town%20Hall)",
        "geo:50,7?q=50.7192%2C7.1222",
        "geo:50.7192,7.1222?q=Town+Hall",
    ],
)
def test_a_geo_uri_is_read_with_all_that_may_follow(uri: str) -> None:
    assert read_link(uri) == ReadPoint((50.7192, 7.1222), "geo: link")


@pytest.mark.parametrize(
    "link",
    [
        "https://www.openstreetmap.org/#map=15/50.7192/7.1222",
        "https://www.openstreetmap.org/#map=15.5/50.7192/7.1222&layers=T",
        "https://www.openstreetmap.org/?mlat=50.7192&mlon=7.1222#map=15/50.7/7.1",
        "https://www.openstreetmap.org/node/1#map=15/50.7192/7.1222",
        "https://www.openstreetmap.org/?lat=50.7192&lon=7.1222&zoom=15",
        "www.openstreetmap.org/#map=15/50.7192/7.1222",
        f"{GOOGLE}/@50.7192,7.1222,17z",
        f"{GOOGLE}/@50.7192,7.1222,3a,75y,90h,90t/data=!3m6!1e1",
        f"{GOOGLE}/place/Bonn/@50.7,7.1,17z/data=!4m6!3m5!1s0x47bee1:0x86db!8m2!3d50.7192!4d7.1222!16zL20v?entry=ttu",
        f"{GOOGLE}/place/50%C2%B043'09.12%22N+7%C2%B007'19.92%22E/@50.7,7.1,17z",
        f"{GOOGLE}/search/50.7192,+7.1222?sa=X",
        f"{GOOGLE}/search/?api=1&query=50.7192%2C7.1222",
        f"{GOOGLE}?ll=50.7192,7.1222&z=15",
        "https://consent.google.com/m?continue=https%3A%2F%2Fwww.google.com%2Fmaps%2F%4050.7192%2C7.1222%2C17z",
        "https://maps.google.com/?q=loc:50.7192,7.1222",
        "https://maps.google.com/maps?q=Bonn&ll=50.7192,7.1222",
        "https://maps.apple.com/?ll=50.7192,7.1222&q=Town%20Hall",
        "https://maps.apple.com/place?coordinate=50.7192,7.1222&name=Bonn",
        "https://www.bing.com/maps?cp=50.7192~7.1222&lvl=15",
        "https://yandex.com/maps/?ll=7.1222%2C50.7192&z=12",
        "https://geohack.toolforge.org/geohack.php?pagename=B&params=50.7192_N_7.1222_E_region:DE",
        "Town Hall\nhttps://www.openstreetmap.org/#map=15/50.7192/7.1222",
        "<https://www.openstreetmap.org/#map=15/50.7192/7.1222>",
        "\u200ehttps://www.openstreetmap.org/#map=15/50.7192/7.1222",
    ],
)
def test_a_link_to_a_map_is_read_without_opening_it(link: str) -> None:
    answer = read_link(link)
    assert isinstance(answer, ReadPoint)
    assert answer.point == pytest.approx((50.7192, 7.1222))


def test_the_middle_of_a_map_is_said_to_be_no_more_than_that() -> None:
    assert read_link(f"{GOOGLE}/search/coffee/@50.7,7.1,15z") == ReadPoint((50.7, 7.1), "the middle of a linked map")
    assert read_link(f"{GOOGLE}/search/50.7,7.1/@50.9,7.2,15z") == ReadPoint((50.7, 7.1), "link to a map")


def test_a_plus_code_in_a_link_is_completed_near_the_middle_of_its_map() -> None:
    answer = read_link(f"{GOOGLE}/place/P4MC%2BPQ+Bonn/@50.73,7.11,17z")
    assert isinstance(answer, ReadPoint)
    assert answer.point == pytest.approx((50.7343125, 7.1219375))


@pytest.mark.parametrize(
    "link",
    [
        "https://maps.app.goo.gl/AbC",
        "goo.gl/maps/AbC",
        "https://osm.org/go/0GEy_--",
        "https://maps.apple/p/AbC",
        "https://bit.ly/x",
    ],
)
def test_a_shortened_link_is_to_be_opened_first(link: str) -> None:
    answer = read_link(link)
    assert isinstance(answer, Trouble)
    assert "browser" in answer.sentence


@pytest.mark.parametrize(
    "link",
    [
        f"{GOOGLE}/dir/Bonn/K%C3%B6ln/@50.84,6.9,10z",
        "geo:1",
        "geo:a,b",
        "geo:",
        "geo:0,0?q=Bonn",
        "geo:95.5,200",
        "geo:50,7;crs=nad27",
        "https://example.org/",
        "https://www.openstreetmap.org/node/240109189",
        "https://www.google.com/maps/place/Bonn",
        "https://www.openstreetmap.org/#map=15/95.5/200",
        "https://%C3%28@@@/?q=%",
        "https://a.b/" + "%C3" * 1500,
        "https://a.b/?q=" + "1," * 2000,
    ],
)
def test_a_link_without_a_place_on_earth_is_answered_with_what_to_do(link: str) -> None:
    answer = read_link(link)
    assert answer is None or (isinstance(answer, Trouble) and answer.sentence.endswith("."))
    assert not isinstance(answer, ReadPoint)


@pytest.mark.parametrize("text", ["50.7192, 7.1222", "", "example.org", "Bonn", "N 50.7 E 7.1"])
def test_other_text_is_no_link(text: str) -> None:
    assert read_link(text) is None
