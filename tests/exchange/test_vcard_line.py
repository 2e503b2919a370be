"""What stands before a value is read from any program, and parameters survive being written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.exchange.vcard.decoding import read_line
from directory_app.exchange.vcard.line import Line, read_head, read_parameters, write_parameters
from directory_app.exchange.vcard.text import clean, parameter

PAIRS = st.tuples(st.sampled_from(["TYPE", "X-A", "LABEL"]), st.text(st.characters(codec=None), max_size=30))


def line(data: bytes, *, is_old: bool = False) -> Line:
    found = read_line(data, lambda _: "cp1252", is_old=is_old)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("before", "group", "name", "parameters"),
    [
        ("TEL", "", "TEL", ()),
        ("item1.tel", "item1", "tel", ()),
        ("TEL;WORK;VOICE", "", "TEL", (("TYPE", "WORK"), ("TYPE", "VOICE"))),
        ("NOTE;QUOTED-PRINTABLE", "", "NOTE", (("ENCODING", "QUOTED-PRINTABLE"),)),
        ("PHOTO;INLINE;B", "", "PHOTO", (("VALUE", "INLINE"), ("ENCODING", "B"))),
        ("TEL;type=work,voice", "", "TEL", (("type", "work"), ("type", "voice"))),
        ('TEL;TYPE="work,voice";PREF=1', "", "TEL", (("TYPE", "work"), ("TYPE", "voice"), ("PREF", "1"))),
        ('ADR;LABEL="a:b;c,d"', "", "ADR", (("LABEL", "a:b;c,d"),)),
        ("ADR;LABEL=one^ntwo^'^^", "", "ADR", (("LABEL", 'one\ntwo"^'),)),
        ("TEL ; TYPE = work ; ;=x;a b=c", "", "TEL", (("TYPE", "work"),)),
    ],
)
def test_a_head_is_read_as_it_is_meant(
    before: str, group: str, name: str, parameters: tuple[tuple[str, str], ...]
) -> None:
    found = read_head(f"{before}:the value: all of it")
    assert found is not None
    head, value = found
    assert (head.group, head.name, head.parameters, value) == (group, name, parameters, "the value: all of it")
    assert head.key == name.upper()


@pytest.mark.parametrize("text", ["", "no colon", ":value", "two words:x", "ü:x", "a/b.TEL:x", ".:x"])
def test_what_has_no_name_is_no_property(text: str) -> None:
    assert read_head(text) is None


def test_a_quote_that_does_not_close_hides_nothing() -> None:
    found = read_head('TEL;TYPE="work:+49 228 97629900')
    assert found is not None
    assert found[1] == "+49 228 97629900"


@given(st.lists(PAIRS))
def test_parameters_that_were_written_are_read_back(pairs: list[tuple[str, str]]) -> None:
    written = "".join(parameter(name, value) for name, value in pairs)
    read = read_parameters(written)
    assert write_parameters(read_parameters(write_parameters(read))) == write_parameters(read)
    assert [value for name, value in read if name != "TYPE"] == [
        clean(value) for name, value in pairs if name != "TYPE" and value
    ]


@pytest.mark.parametrize(
    ("data", "is_old", "value"),
    [
        (b"NOTE:one\r\n two\n three\r\tfour", False, "onetwothreefour"),
        (b"NOTE:one\r\n two", True, "one two"),
        ("NOTE:é".encode()[:-1] + b"\r\n " + "é".encode()[1:], False, "é"),
        (b"NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\ntwo=20=\n three=0D=0Afour", False, "onetwo three\\nfour"),
        (b"NOTE;ENCODING=QUOTED-PRINTABLE:one=\r\n two", True, "one two"),
        (b"NOTE;ENCODING=QUOTED-PRINTABLE:one= \r\ntwo=ZZ=", True, "onetwo=ZZ"),
        (b"NOTE;ENCODING=8BIT:as it is", True, "as it is"),
        (b"NOTE;ENCODING=BASE64:R3LDvMOf\r\n ZQ==", False, "Grüße"),
        (b"NOTE;ENCODING=BASE64:!", False, ""),
        (b"NOTE;CHARSET=iso-8859-1:Gr\xfc\xdfe", True, "Grüße"),
        ("NOTE;CHARSET=iso-8859-1:Grüße".encode(), True, "Grüße"),
        ("NOTE;CHARSET=SHIFT_JIS:表示".encode("cp932"), True, "表示"),
        ("NOTE;CHARSET=GB2312:联通".encode("gb18030"), True, "联通"),
        ("NOTE;CHARSET=ISO-2022-JP:東京;x".encode("iso2022_jp"), True, "東京;x"),
        (b"NOTE:Gr\xfc\xdfe", False, "Grüße"),
        (b"NOTE:nul \0 and escape \x1b", False, "nul \ufffd and escape \ufffd"),
    ],
)
def test_bytes_become_the_text_that_was_meant(data: bytes, is_old: bool, value: str) -> None:
    assert line(data, is_old=is_old).value == value


def test_only_what_nothing_explains_is_a_guess() -> None:
    assert line(b"NOTE:Gr\xfc\xdfe").guessed
    assert line(b"NOTE;CHARSET=ascii:Gr\xfc\xdfe").guessed
    assert not line(b"NOTE;CHARSET=latin1:Gr\xfc\xdfe").guessed
    assert not line("NOTE:Grüße".encode()).guessed


@pytest.mark.parametrize(
    "data",
    [
        b"LOGO;ENCODING=b;TYPE=PNG:iVBO\r\n Rw0=",
        b"LOGO;PNG;BASE64:\r\n iVBO\r\n Rw0=",
        b"LOGO:data:image/png;base64,iVBORw0=",
        b"LOGO;VALUE=uri:data:image/png;base64\\,iVBORw0=",
    ],
)
def test_a_picture_is_the_same_text_in_every_version(data: bytes) -> None:
    picture = line(data)
    assert (picture.head.parameters, picture.value) == ((("ENCODING", "b"), ("TYPE", "PNG")), "iVBORw0=")


@given(st.binary(max_size=80))
def test_any_bytes_are_a_line_or_none(data: bytes) -> None:
    found = read_line(b"NOTE;ENCODING=QUOTED-PRINTABLE:" + data, lambda _: "cp1252")
    assert found is not None
    assert len(found.value.splitlines()) <= 1
    assert read_line(data, lambda _: "cp1252") is None or data
