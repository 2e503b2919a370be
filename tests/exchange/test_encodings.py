"""The encoding of a text is found from few lines of names and towns."""

import pytest

from directory_app.errors import BadInputError
from directory_app.exchange.tables.encodings import ENCODINGS, codec_of, detect_encoding

GERMAN = "Name;Ort\r\nBüro Köln;Köln\r\nGeschäftsstelle Zürich;Zürich\r\n"
FRENCH = "Nom;Téléphone\r\nSecrétariat européen;Évry\r\n"
SPANISH = "Nombre;Ciudad;País\r\nOficina México;Ciudad de México;México\r\n"
PORTUGUESE = "Nome;Cidade\r\nEscritório São Paulo;São Paulo\r\n"
ONE_LETTER = "name;city\r\nOffice A;Munich\r\nOffice B;Köln\r\n"
RUSSIAN = "Имя;Город\r\nОфис;Москва\r\n"
POLISH = "Nazwa;Miasto\r\nBiuro Łódź;Łódź\r\n"
JAPANESE = "名前,市,国,電話\r\n日本事務所,東京,日本,03-6205-8415\r\n"
CHINESE = "名称,城市,国家,电话\r\n北京办公室,北京市海淀区,中国,010-57125289\r\n"
TAIWANESE = "名稱,城市,國家,電話\r\n高雄辦公室,高雄市小港區,臺灣,07-1234567\r\n"
KOREAN = "이름,도시\r\n한국사무소,고양시\r\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "windows-1252") for text in (GERMAN, FRENCH, SPANISH, PORTUGUESE, ONE_LETTER)),
        *((text, "mac-roman") for text in (GERMAN, FRENCH, SPANISH, PORTUGUESE, ONE_LETTER)),
        *((text, "iso-8859-1") for text in (GERMAN, FRENCH)),
        *((RUSSIAN, encoding) for encoding in ("windows-1251", "koi8-r")),
        (POLISH, "windows-1250"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (KOREAN, "euc-kr"),
    ],
)
def test_an_encoding_is_found_from_a_few_lines(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert data.decode(codec_of(detect_encoding(data))) == text


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE, CHINESE, KOREAN, "name,city\nA,B\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_found_with_and_without_its_mark(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert data.decode(codec_of(detect_encoding(data))) == text


def test_a_text_that_is_utf_8_to_its_end_is_utf_8() -> None:
    assert detect_encoding(b"a" * 3_000_000 + "é".encode()) == "utf-8"
    assert detect_encoding(b"a,b\n" * 800_000 + "Köln\n".encode("cp1252")) == "windows-1252"


def test_nothing_is_beyond_reading() -> None:
    assert bytes(range(256)).decode(codec_of(detect_encoding(bytes(range(256)) * 9)), "replace")


@pytest.mark.parametrize("encoding", [*ENCODINGS, "UTF-8", "latin-1", "cp1252"])
def test_an_encoding_can_be_named_in_any_usual_way(encoding: str) -> None:
    assert "name".encode(codec_of(encoding))


@pytest.mark.parametrize("encoding", ["", "rot13", "base64", "idna", "undefined", "no\0where", "../etc"])
def test_what_is_no_encoding_of_texts_is_refused(encoding: str) -> None:
    with pytest.raises(BadInputError, match="Choose one of: utf-8"):
        codec_of(encoding)
