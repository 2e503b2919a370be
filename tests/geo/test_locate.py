import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.bundled import bundled
from directory_app.geo.candidate import PlaceQuery
from directory_app.geo.gazetteer import Gazetteer
from directory_app.geo.locate import locate, locate_text
from directory_app.model.address import PostalAddress
from directory_app.model.place import Precision, great_circle_km
from tests.geo.places import PLACES
from tests.geo.test_gazetteer import ODD_TEXTS


@pytest.mark.parametrize(("query", "text", "true_place", "timezone"), PLACES, ids=[p[0].city for p in PLACES])
def test_every_published_address_is_found_as_it_is_written(
    gazetteer: Gazetteer, query: PlaceQuery, text: str, true_place: tuple[float, float], timezone: str
) -> None:
    best = locate_text(gazetteer, text)[0]
    assert great_circle_km((best.position.latitude, best.position.longitude), true_place) < 25
    assert (best.country, best.timezone) == (query.country, timezone)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rosario, Santa Fe, Argentina", "Rosario, Argentina"),
        ("Goyang-si, Gyeonggi-do 10390, Republic of Korea", "Goyang-si, South Korea"),
        ("Bonn", "Bonn, Germany"),
        ("Bonn Germany", "Bonn, Germany"),
        ("Bonn, DE", "Bonn, Germany"),
        ("서울, 대한민국", "Seoul, South Korea"),
        ("Xiaogang, Taiwan", "Taiwan"),
        ("Singapore", "Singapore"),
        ("Georgia", "Georgia"),
        ("Tbilisi, Georgia", "Tbilisi, Georgia"),
        ("Atlanta, Georgia", "Atlanta, Georgia, United States"),
        ("Los Angeles, CA", "Los Angeles, United States"),
        ("Nowhere at all, Fiji", "Fiji"),
        ("السراي الكبير، بيروت، لبنان", "Beirut, Lebanon"),
        ("東京都新宿区西新宿2-8-1, 日本", "Shinjuku, Japan"),
        ("中国上海市黄浦区人民大道200号", "Huangpu, China"),
        ("서울특별시 중구 세종대로 110, 대한민국", "Seoul, South Korea"),
        ("Україна, 79008, м. Львів, пл. Ринок 1", "Lviv, Ukraine"),
        ("620014, Свердловская область, г. Екатеринбург, пр. Ленина, 24А", "Yekaterinburg, Russia"),
        ("Marktplatz 1, 15230 Frankfurt (Oder), Deutschland", "Frankfurt (Oder), Germany"),
        ("Piazza della Scala 2, 20121 Milano MI, Italia", "Milan, Italy"),
    ],
)
def test_a_text_is_understood(gazetteer: Gazetteer, text: str, label: str) -> None:
    assert locate_text(gazetteer, text)[0].label == label


def test_a_text_never_leads_out_of_the_country_asked_for(gazetteer: Gazetteer) -> None:
    assert {c.country for c in locate_text(gazetteer, "Rosario, Brazil", "AR")} == {"AR"}
    assert {c.country for c in locate_text(gazetteer, "Rosario", "AR")} == {"AR"}


def test_a_structured_address_is_located(gazetteer: Gazetteer) -> None:
    address = PostalAddress(city="Rosário", state="Santa Fé", country="AR", published="Rosário, Santa Fé, Argentina")
    assert locate(gazetteer, address)[0].label == "Rosario, Argentina"


def test_a_published_text_helps_where_the_parts_name_no_town(gazetteer: Gazetteer) -> None:
    address = PostalAddress(country="DE", published="Kaiser-Friedrich-Str. 7 53113 Bonn Germany")
    assert locate(gazetteer, address)[0].label == "Bonn, Germany"
    assert locate(gazetteer, PostalAddress(country="DE", lines=("Rathaus", "53113 Bonn")))[0].label == "Bonn, Germany"


@pytest.mark.parametrize(
    ("city", "country", "label"),
    [
        ("Praha 1", "CZ", "Prague, Czechia"),
        ("København V", "DK", "Copenhagen, Denmark"),
        ("Dublin 2", "IE", "Dublin, Ireland"),
        ("Jakarta Selatan", "ID", "Jakarta, Indonesia"),
    ],
)
def test_a_part_of_a_town_with_a_number_or_a_compass_point_is_that_town(
    gazetteer: Gazetteer, city: str, country: str, label: str
) -> None:
    assert locate(gazetteer, PostalAddress(city=city, country=country))[0].label == label


def test_a_street_named_after_a_town_does_not_stand_for_an_unknown_town(gazetteer: Gazetteer) -> None:
    unknown = PostalAddress(("Nová radnice", "Plzeňská 3"), city="Xyzzov", country="CZ")
    assert locate(gazetteer, unknown)[0].position.precision is Precision.COUNTRY
    borne_out = PostalAddress(("Altstadt, Freiburg",), "79098", "Xyzzheim", state="Baden-Württemberg", country="DE")
    assert locate(gazetteer, borne_out)[0].name.startswith("Freiburg")
    elsewhere = PostalAddress(("Kölner Straße, Berlin",), city="Xyzzheim", state="Bayern", country="DE")
    assert locate(gazetteer, elsewhere)[0].position.precision is Precision.AREA


def test_an_empty_address_is_nowhere_and_a_country_alone_is_the_country(gazetteer: Gazetteer) -> None:
    assert locate(gazetteer, PostalAddress()) == []
    assert locate(gazetteer, PostalAddress(country="FJ"))[0].position.precision is Precision.COUNTRY


@pytest.mark.parametrize("text", [*ODD_TEXTS, ", ".join(["San José de la Hill"] * 2_000), "1 2 3", ",,;|()"], ids=ascii)
def test_odd_texts_are_answered(gazetteer: Gazetteer, text: str) -> None:
    assert isinstance(locate_text(gazetteer, text), list)
    assert isinstance(locate(gazetteer, PostalAddress((text,), text, text, text, text, "DE", text)), list)


@given(st.text(alphabet="aé,. 1-–京Bonn()|\ud800\0'%", max_size=80), st.sampled_from(["", "DE", "TW"]))
def test_no_text_fails_or_leaves_its_country(text: str, country: str) -> None:
    with Gazetteer(bundled("resources", "gazetteer", "gazetteer.sqlite")) as gazetteer:
        found = locate_text(gazetteer, text, country)
    assert {candidate.country for candidate in found} <= {country} or not country
