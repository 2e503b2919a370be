import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.mail_domains import domain_of, is_public, is_under, organisation_domains


def test_the_domain_is_what_follows_the_last_at_sign() -> None:
    assert domain_of("A@B@Example.ORG") == "example.org"
    assert domain_of("nobody") == "nobody"


def test_the_domain_that_most_offices_use_is_the_organisations() -> None:
    offices = [["example.org"]] * 6 + [["elsewhere.com"], ["gmail.com"], []]
    assert organisation_domains(offices) == ("example.org",)


def test_an_organisation_may_have_several_domains() -> None:
    offices = [["example.org"]] * 6 + [["example.org.br"]] * 5 + [["elsewhere.com"]]
    assert organisation_domains(offices) == ("example.org", "example.org.br")


def test_a_part_of_a_domain_counts_for_the_whole() -> None:
    offices = [["example.org"], ["africa.example.org"], ["asia.example.org"], ["elsewhere.com"]]
    assert organisation_domains(offices) == ("example.org",)


@pytest.mark.parametrize(
    "offices",
    [
        [],
        [["example.org"]] * 2,
        [["gmail.com"]] * 20,
        [[f"office{number}.org"] for number in range(20)],
        [["example.org"]] * 5 + [[f"office{number}.org"] for number in range(5)],
    ],
)
def test_where_no_domain_is_that_of_most_offices_none_is_the_organisations(offices: list[list[str]]) -> None:
    assert organisation_domains(offices) == ()


def test_a_domain_is_under_itself_and_its_wholes_only() -> None:
    assert is_under("example.org", "example.org")
    assert is_under("africa.example.org", "example.org") and is_under("example.org", "africa.example.org")
    assert not is_under("badexample.org", "example.org")
    assert not is_under("example.org.evil.com", "example.org")


@given(st.lists(st.lists(st.sampled_from(["a.org", "b.a.org", "c.com", "gmail.com", "", "x"]), max_size=3)))
def test_what_is_found_is_used_and_not_public(offices: list[list[str]]) -> None:
    for domain in organisation_domains(offices):
        assert any(domain in office for office in offices) and not is_public(domain)
