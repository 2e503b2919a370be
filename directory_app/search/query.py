"""What somebody typed, read as things to look for; no text is a pattern, and none is an error."""

import re
from dataclasses import dataclass

from directory_app.search.folding import foldings, trimmed, words

MAX_CHARACTERS = 200
MAX_TERMS = 12
"""What is typed or pasted beyond these limits is not looked at."""

_NUMBER_PART = re.compile(r"[-+()/.0-9]*[0-9][-+()/.0-9]*")
_TRUNK_IN_BRACKETS = re.compile(r"\(0\)")
_EXTENSION_MARK = re.compile(r"(?:(?<=[0-9])[\s;]*|(?<!\w))(?:extension|extn|ext|xt|x|#)\s*[.:=]?\s*(?=[0-9])")
_PHONE_LABEL = re.compile(r"\b(?:(?:telephone|phone|tel|fax|mobile|mob)\s*[.:]?|[tfm]\s*[.:])\s*(?=[+(0-9])")
_SCHEME = re.compile(r"\b(?:mailto:|https?://(?:www\.)?)")
"""What a pasted link begins with; the directory holds most addresses without."""


@dataclass(frozen=True, slots=True)
class Word:
    """A typed word, in each form it folds to.

    `parts` are its words where it has punctuation inside: it is then looked for as it stands,
    or as its parts.
    """

    forms: tuple[str, ...]
    parts: tuple["Word | Number", ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """Adjacent groups of typed digits: one phone number, or each group a text of its own."""

    groups: tuple[str, ...]
    plus: bool = False

    @property
    def digits(self) -> str:
        """All of its digits."""
        return "".join(self.groups)

    @property
    def parts(self) -> tuple["Number", ...]:
        """Its groups one by one, where it has several."""
        return tuple(Number((group,)) for group in self.groups) if len(self.groups) > 1 else ()


@dataclass(frozen=True, slots=True)
class Query:
    """A typed text: an office matches if it matches every term; `whole` are the folded forms of all of it."""

    whole: tuple[str, ...] = ()
    terms: tuple[Word | Number, ...] = ()


def parse(text: str) -> Query:
    """Returns what a typed text asks for; nothing but blanks asks for nothing."""
    whole = tuple(" ".join(form.split()) for form in foldings(text[:MAX_CHARACTERS]))
    if not any(whole):
        return Query()
    spoken = [_PHONE_LABEL.sub("", _EXTENSION_MARK.sub(" ", _SCHEME.sub("", form))) for form in whole]
    chunks = list(zip(*(form.split() for form in spoken), strict=False))
    terms = _terms(chunks) or [Word(whole)]
    return Query(whole, tuple(terms[:MAX_TERMS]))


def _terms(chunks: list[tuple[str, ...]]) -> list[Word | Number]:
    terms: list[Word | Number] = []
    run: list[str] = []
    for chunk in chunks:
        if _NUMBER_PART.fullmatch(chunk[0]):
            run.append(chunk[0])
            continue
        if not words(chunk[0]) and run:
            continue
        terms += _number(run)
        run = []
        terms += _word(chunk)
    return terms + _number(run)


def _number(run: list[str]) -> list[Word | Number]:
    typed = " ".join(run)
    groups = tuple(re.findall("[0-9]+", _TRUNK_IN_BRACKETS.sub(" ", typed)))
    return [Number(groups, plus=typed.startswith(("+", "(+")))] if groups else []


def _word(forms: tuple[str, ...]) -> list[Word | Number]:
    split = [words(form) for form in forms]
    if not split[0]:
        return []
    typed = tuple(dict.fromkeys(trimmed(form) for form in forms))
    if len(split[0]) == 1:
        return [Word(tuple(dict.fromkeys(words(form)[0] for form in typed)))]
    parts = zip(*split, strict=False)
    return [Word(typed, tuple(_part(tuple(dict.fromkeys(part))) for part in parts))]


def _part(forms: tuple[str, ...]) -> Word | Number:
    return Number(forms) if forms[0].isdecimal() else Word(forms)
