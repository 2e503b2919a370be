"""The words that stand around phone numbers, in the languages in which they are published."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from directory_app.model.phone import PhoneKind

_EDGE = " \t.:=-/&,;'’#*|"
_WORD = re.compile(r"[^\W\d_]+|℡")


def fold_word(word: str) -> str:
    """Returns a word without case, marks and the punctuation around it."""
    decomposed = unicodedata.normalize("NFKD", word.strip(_EDGE).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in words.split())


EXTENSION_WORDS = _folded(
    "x xt ext exts extn extns extension extensions exten int interno ramal ramais anexo poste dw durchwahl klappe"
    " loc local apparat toestel anknytning nebenstelle nst wew wewn linka mell mellék dahili conm"
    " внутр доб 内線 內線 分机 分機 转 轉 내선 ต่อ"
) | {fold_word("máy lẻ")}
LIST_WORDS = _folded("and or und oder y e o u et ou och og of en и или")
RANGE_WORDS = _folded("to until till through thru bis a al au à até hasta tot")

_VOICE = _folded(
    "t tel tels telephone telephones telefon telefono telefonos telefone telefones tlf tfn tfno fon fono phone phones"
    " ph p pbx tele тел телефон 电话 電話 전화 هاتف ℡"
)
_FAX = _folded(
    "f fax faxes faks fx telefax telfax facsimile facs télécopie télécopieur факс"
    " 传真 傳真 ファックス ファクス 팩스 فاكس"
)
_MOBILE = _folded(
    "m mob mobile mobil mobiles móvil telemóvel c cel cell cellphone cellular celular cellulare handy gsm natel"
    " portable моб 手机 手機 携帯 携帯電話 휴대폰 휴대전화 جوال"
)
_EMERGENCY = _folded("emergency emergencies emergencia emergencias urgence urgences urgencia notfall notruf sos")
NUMBER_WORDS = _folded("no nr num number numbers número nummer numéro")

_APP = _folded("whatsapp")
_ON_DUTY = _folded("plantão bereitschaft bereitschaftsdienst astreinte")
_ON_DUTY_PHRASES = ("out of hours", "after hours", "fora de horas", "fuera de horario")

_NAMING_KIND = _VOICE | _FAX | _MOBILE | _EMERGENCY
_NOT_WORTH_SHOWING = _NAMING_KIND | NUMBER_WORDS | LIST_WORDS


@dataclass(frozen=True, slots=True)
class Label:
    """What the words around a number say: its kind, if they say it, and what is left to be shown."""

    kind: PhoneKind | None = None
    text: str = ""


def is_label(text: str) -> bool:
    """Tells whether the words name a kind of number, as "Tel.", "F:" and "Commercial fax" do."""
    return bool(_telling_words(text) & (_NAMING_KIND | _APP))


def read_label(texts: Iterable[str]) -> Label:
    """Returns what the words around a number say; of several kinds the first counts."""
    labels = [_read_one(text) for text in texts]
    kinds = [label.kind for label in labels if label.kind]
    shown = dict.fromkeys(label.text for label in labels if label.text)
    return Label(kinds[0] if kinds else None, ", ".join(shown))


def _read_one(text: str) -> Label:
    words = _telling_words(text)
    if words & _FAX and words & _VOICE:
        # "Tel/Fax" answers both ways: people call it, and see why it may whistle.
        return Label(PhoneKind.VOICE, _trimmed(text))
    return Label(_kind(words, fold_word(text)), _shown(text))


def _kind(words: frozenset[str], phrase: str) -> PhoneKind | None:
    if words & _FAX:
        return PhoneKind.FAX
    if words & (_EMERGENCY | _ON_DUTY) or any(known in phrase for known in _ON_DUTY_PHRASES):
        return PhoneKind.EMERGENCY
    return PhoneKind.MOBILE if words & (_MOBILE | _APP) else None


def _telling_words(text: str) -> frozenset[str]:
    """Returns the folded words, without single letters where more is said ("Door F" is no fax, "T/F" is)."""
    words = frozenset(fold_word(word) for word in _WORD.findall(text))
    return words if words <= _NOT_WORTH_SHOWING else frozenset(w for w in words if len(w) > 1 or not w.isascii())


def _shown(text: str) -> str:
    """Returns the text without the words at its ends that only name the kind of number."""
    words = _trimmed(text).split()
    telling = _telling_words(text)
    while words and _says_nothing(words[0], telling):
        del words[0]
    while words and _says_nothing(words[-1], telling):
        del words[-1]
    return _trimmed(" ".join(words))


def _says_nothing(word: str, telling: frozenset[str]) -> bool:
    if any(c.isdigit() for c in word):
        return False
    return all(fold_word(part) in _NOT_WORTH_SHOWING & telling for part in _WORD.findall(word))


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(_EDGE)
