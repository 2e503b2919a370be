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


def test_a_country_that_is_no_code_is_pointed_out_with_the_code() -> None:
    (finding,) = address_findings(PostalAddress(country="Germany", postal_code="1"))
    assert (finding.code, finding.field, finding.suggestion) == ("country_unknown", "address.country", "DE")


@given(addresses)
def test_any_address_can_be_checked(address: PostalAddress) -> None:
    assert all(finding.field.startswith("address.") for finding in address_findings(address))
