from math import inf, nan

import pytest
from hypothesis import given

from directory_app.model.address import PostalAddress
from directory_app.model.checks import check_office, position_findings
from directory_app.model.email import email_findings
from directory_app.model.office import Email, Office
from directory_app.model.phones.cell import read_phones
from directory_app.model.web import website_findings
from tests.builders import a_position, an_office
from tests.strategies import offices


def test_an_office_that_is_right_is_in_no_doubt() -> None:
    office = an_office(
        phones=read_phones("+49-228 / 97 62 99-00"),
        emails=(Email("iclei.ws@iclei.org"),),
        websites=("iclei.org",),
        position=a_position(),
    )
    assert check_office(office) == ()


def test_an_office_without_anything_is_in_no_doubt() -> None:
    assert check_office(an_office(city="", country="")) == ()


def test_the_findings_of_all_fields_come_together() -> None:
    office = an_office(
        phones=read_phones("+27 21 202 0381; +63-2/426-0851"),
        emails=(Email("iclei.ws(at)iclei.org"),),
        websites=("not a site",),
        position=a_position(0.0, longitude=0.0),
        address=PostalAddress(postal_code="110-110", country="KR"),
    )
    assert [finding.code for finding in check_office(office)] == [
        "phone_other_country",
        "phone_other_country",
        "phone_old_plan",
        "email_without_at",
        "website_malformed",
        "position_zero",
        "postal_code_unusual",
    ]


def test_a_number_met_twice_is_pointed_out_once() -> None:
    office = an_office(country="CO", phones=read_phones("+52 55 5345 3000 xt 5622 and 5623"))
    assert len(check_office(office)) == 1


@given(offices)
def test_any_office_can_be_checked(office: Office) -> None:
    findings = check_office(office)
    assert len(findings) == len(set(findings))


@pytest.mark.parametrize(("latitude", "longitude"), [(91.0, 0.0), (0.0, -180.5), (nan, 7.0), (50.0, inf)])
def test_a_position_that_is_not_on_earth_is_pointed_out(latitude: float, longitude: float) -> None:
    (finding,) = position_findings(a_position(latitude, longitude=longitude))
    assert finding.code == "position_out_of_range"


@pytest.mark.parametrize("address", ["a@b.org", "a.b+c@b-c.example", "jürgen@bücher.de", "", " a@b.org "])
def test_an_email_address_that_could_be_one_is_in_no_doubt(address: str) -> None:
    assert email_findings(Email(address)) == ()


@pytest.mark.parametrize(
    ("address", "code", "suggestion"),
    [
        ("iclei.ws(at)iclei.org", "email_without_at", "iclei.ws@iclei.org"),
        ("ws [at] iclei [dot] org", "email_without_at", "ws@iclei.org"),
        ("nobody", "email_without_at", ""),
        ("<a@b.org>", "email_malformed", "a@b.org"),
        ("mailto:a@b.org", "email_malformed", "a@b.org"),
        ("a@b", "email_malformed", ""),
        ("a@b..org", "email_malformed", ""),
        ("a b@c.org", "email_malformed", ""),
        ("a@" + "b" * 300 + ".org", "email_malformed", ""),
    ],
)
def test_an_email_address_that_is_none_is_pointed_out(address: str, code: str, suggestion: str) -> None:
    (finding,) = email_findings(Email(address))
    assert (finding.code, finding.field, finding.suggestion) == (code, "emails", suggestion)


@pytest.mark.parametrize(
    "website", ["iclei.org", "www.iclei.org.mx", "https://x.org:8080/a?b=1#c", "HTTP://münchen.de/", "東京.jp", ""]
)
def test_a_web_address_that_could_be_one_is_in_no_doubt(website: str) -> None:
    assert website_findings(website) == ()


@pytest.mark.parametrize(
    ("website", "suggestion"),
    [
        ("http:// www.iclei.org", "http://www.iclei.org"),
        ("iclei", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("a..b", ""),
    ],
)
def test_a_web_address_that_is_none_is_pointed_out(website: str, suggestion: str) -> None:
    (finding,) = website_findings(website)
    assert (finding.code, finding.field, finding.suggestion) == ("website_malformed", "websites", suggestion)
