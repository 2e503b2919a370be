import pytest
from hypothesis import given

from directory_app.model.address import PostalAddress, address_findings, format_address, format_one_line
from tests.strategies import addresses


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            PostalAddress(("Leopoldring 3",), "79098", "Freiburg", state="Baden-Württemberg", country="DE"),
            ("Leopoldring 3", "79098 Freiburg", "Germany"),
        ),
        (
            PostalAddress(("401 Richmond St. W", "Studio 204"), "M5V 3A8", "Toronto", state="ON", country="CA"),
            ("401 Richmond St. W", "Studio 204", "Toronto ON M5V 3A8", "Canada"),
        ),
        (
            PostalAddress(("536 Wynkoop St.",), "80202", "Denver", state="CO", country="US"),
            ("536 Wynkoop St.", "Denver, CO 80202", "United States"),
        ),
        (
            PostalAddress(("536 Wynkoop St.",), "80202", "Denver", country="US"),
            ("536 Wynkoop St.", "Denver 80202", "United States"),
        ),
        (
            PostalAddress(("1-14-2 Nishi-Shimbashi",), "105-0003", "Tokyo", "Minato-ku", country="JP"),
            ("1-14-2 Nishi-Shimbashi", "Minato-ku, Tokyo 105-0003", "Japan"),
        ),
        (
            PostalAddress(("西新橋1-14-2",), "105-0003", "港区", state="東京都", country="JP"),
            ("〒105-0003", "東京都港区", "西新橋1-14-2", "Japan"),
        ),
        (
            PostalAddress(("킨텍스로 217-59",), "10390", "고양시", "일산서구", "경기도", "KR"),
            ("경기도 고양시 일산서구", "킨텍스로 217-59", "10390", "South Korea"),
        ),
        (
            PostalAddress(("38 Jongno",), "03188", "Seoul", "Jongno-gu", country="KR"),
            ("38 Jongno", "Jongno-gu", "Seoul", "03188", "South Korea"),
        ),
        (
            PostalAddress(("Bahnhofstrasse 1",), "8001", "Zürich", country="CH"),
            ("Bahnhofstrasse 1", "CH-8001 Zürich", "Switzerland"),
        ),
        (
            PostalAddress(("Bahnhofstrasse 1",), "CH-8001", "Zürich", country="CH"),
            ("Bahnhofstrasse 1", "CH-8001 Zürich", "Switzerland"),
        ),
        (
            PostalAddress(("Bahnhofstrasse 1",), "", "Zürich", country="CH"),
            ("Bahnhofstrasse 1", "Zürich", "Switzerland"),
        ),
        (
            PostalAddress(("1 Raffles Place",), "048616", "Singapore", country="SG"),
            ("1 Raffles Place", "Singapore 048616", "Singapore"),
        ),
        (PostalAddress(("8 Mitchell Street",), "", "Suva", country="FJ"), ("8 Mitchell Street", "Suva", "Fiji")),
        (
            PostalAddress((), "", "Kaohsiung", "Xiaogang District", country="TW"),
            ("Xiaogang District", "Kaohsiung", "Taiwan"),
        ),
        (PostalAddress(("Somewhere 1",), "123", "Town", country="Nowhere"), ("Somewhere 1", "123 Town", "Nowhere")),
        (PostalAddress(("Somewhere 1",), "123", "Town", state="State"), ("Somewhere 1", "123 Town", "State")),
        (PostalAddress(country="FJ"), ("Fiji",)),
        (PostalAddress(), ()),
        (PostalAddress(published="8 Mitchell Street,\nSuva, Fiji", country="FJ"), ("8 Mitchell Street,", "Suva, Fiji")),
    ],
)
def test_an_address_is_laid_out_as_its_country_writes_it(address: PostalAddress, lines: tuple[str, ...]) -> None:
    assert format_address(address) == lines


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            PostalAddress(("本町6丁目50番地の10", "市庁舎"), "231-0005", "横浜市", "中区", "神奈川県", "JP"),
            ("〒231-0005", "神奈川県横浜市中区", "本町6丁目50番地の10", "市庁舎"),
        ),
        (
            PostalAddress(("세종대로 110",), "04524", "서울특별시", "중구", country="KR"),
            ("서울특별시 중구", "세종대로 110", "04524"),
        ),
        (
            PostalAddress(("福中三路1号",), "518035", "深圳市", "福田区", "广东省", "CN"),
            ("518035", "广东省深圳市福田区", "福中三路1号"),
        ),
        (
            PostalAddress(("市府路1號",), "11008", "台北市", "信義區", country="TW"),
            ("11008", "台北市信義區", "市府路1號"),
        ),
        (PostalAddress(("梳士巴利道10號",), "", "尖沙咀", "", "九龍", "HK"), ("九龍", "尖沙咀", "梳士巴利道10號")),
        (PostalAddress(("港灣道1號",), "", "灣仔", country="HK"), ("灣仔", "港灣道1號")),
        (
            PostalAddress(("173 ถนนดินสอ",), "10200", "เขตพระนคร", "แขวงเสาชิงช้า", "กรุงเทพมหานคร", "TH"),
            ("173 ถนนดินสอ", "แขวงเสาชิงช้า เขตพระนคร", "กรุงเทพมหานคร 10200"),
        ),
        (PostalAddress(("173 ถนนดินสอ",), "10200", "กรุงเทพฯ", country="TH"), ("173 ถนนดินสอ", "กรุงเทพฯ 10200")),
        (
            PostalAddress(("ул. Ленина, д. 23",), "614000", "Пермь", "", "Пермский край", "RU"),
            ("ул. Ленина, д. 23", "Пермь", "Пермский край", "614000"),
        ),
        (PostalAddress(("Αθηνάς 63",), "105 52", "Αθήνα", country="GR"), ("Αθηνάς 63", "105 52 Αθήνα")),
        (
            PostalAddress(("١٢ شارع طلعت حرب",), "١١٥١١", "القاهرة", country="EG"),
            ("١٢ شارع طلعت حرب", "القاهرة", "١١٥١١"),
        ),
        (PostalAddress(("طريق الملك فهد",), "11564", "الرياض", country="SA"), ("طريق الملك فهد", "الرياض 11564")),
        (PostalAddress(("ص.ب. ٦٧",), "", "دبي", country="AE"), ("ص.ب. ٦٧", "دبي")),
    ],
)
def test_an_address_in_its_own_script_is_laid_out_as_its_country_writes_it(
    address: PostalAddress, lines: tuple[str, ...]
) -> None:
    assert format_address(address, country_line=False) == lines


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            PostalAddress((), "", "", country="ZA", published="14 Bridge Boulevard Cape Town\nSouth Africa"),
            ("14 Bridge Boulevard Cape Town", "South Africa"),
        ),
        (
            PostalAddress((), "V8W 1P6", "", "", "BC", "CA", "1 Centennial Square Victoria, BC V8W 1P6"),
            ("1 Centennial Square Victoria, BC V8W 1P6", "Canada"),
        ),
        (
            PostalAddress((), "10200", "", country="TH", published="173 ถนนดินสอ กรุงเทพมหานคร 10200"),
            ("173 ถนนดินสอ กรุงเทพมหานคร 10200", "Thailand"),
        ),
        (PostalAddress(country="HK", published="香港灣仔港灣道1號"), ("香港灣仔港灣道1號",)),
    ],
)
def test_the_published_text_is_shown_where_the_street_stands_in_it_alone(
    address: PostalAddress, lines: tuple[str, ...]
) -> None:
    assert format_address(address) == lines


def test_a_part_that_was_changed_since_is_shown_instead_of_the_published_text() -> None:
    published = "Leopoldring 3 Freiburg, Germany"
    assert format_address(PostalAddress(city="Köln", country="DE", published=published)) == ("Köln", "Germany")


def test_a_published_text_that_says_no_more_than_the_parts_is_laid_out_as_they_are() -> None:
    address = PostalAddress(
        (), "", "Kaohsiung", "Xiaogang District", country="TW", published="Xiaogang District, Kaohsiung City, Taiwan"
    )
    assert format_address(address) == ("Xiaogang District", "Kaohsiung", "Taiwan")


def test_the_country_can_be_left_out() -> None:
    address = PostalAddress(("Leopoldring 3",), "79098", "Freiburg", country="DE")
    assert format_address(address, country_line=False) == ("Leopoldring 3", "79098 Freiburg")


def test_an_address_fits_on_one_line() -> None:
    address = PostalAddress(("Leopoldring 3",), "79098", "Freiburg", country="DE")
    assert format_one_line(address) == "Leopoldring 3, 79098 Freiburg, Germany"


@given(addresses)
def test_any_address_is_laid_out_without_empty_lines(address: PostalAddress) -> None:
    lines = format_address(address)
    assert all(line and "\n" not in line for line in lines)


@given(addresses)
def test_nothing_finer_than_a_state_is_left_out(address: PostalAddress) -> None:
    shown = format_one_line(address)
    parts = (*address.lines, address.postal_code, address.city, address.district)
    assert all(piece.strip() in shown for part in parts for piece in part.splitlines())


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("IN", "500 004"),
        ("IN", "500004"),
        ("BR", "01223-000"),
        ("BR", "01223000"),
        ("PT", "1208148"),
        ("NL", "2514 gl"),
        ("GB", "ec1a1hq"),
        ("CH", "CH-8001"),
        ("SE", "SE-111 22"),
        ("FJ", "anything"),
        ("DE", ""),
        ("", "123"),
    ],
)
def test_a_postal_code_that_its_country_could_have_is_in_no_doubt(country: str, code: str) -> None:
    assert address_findings(PostalAddress(postal_code=code, country=country)) == ()


@pytest.mark.parametrize(
    ("country", "code", "suggestion"), [("KR", "110-110", ""), ("DE", "D-79098", "79098"), ("US", "8020", "")]
)
def test_a_postal_code_of_another_form_is_pointed_out(country: str, code: str, suggestion: str) -> None:
    (finding,) = address_findings(PostalAddress(postal_code=code, country=country))
    assert (finding.code, finding.field, finding.suggestion) == (
        "postal_code_unusual",
        "address.postal_code",
        suggestion,
    )
    assert code in finding.message
    assert finding.about == code


def test_a_country_that_is_no_code_is_pointed_out_with_the_code() -> None:
    (finding,) = address_findings(PostalAddress(country="Germany", postal_code="1"))
    assert (finding.code, finding.field, finding.suggestion) == ("country_unknown", "address.country", "DE")
    assert finding.about == "Germany"


@given(addresses)
def test_any_address_can_be_checked(address: PostalAddress) -> None:
    assert all(finding.field.startswith("address.") for finding in address_findings(address))
