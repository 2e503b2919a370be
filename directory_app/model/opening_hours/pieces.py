"""Tokens taken one after another, and the sentence about the one that nobody expected."""

from itertools import pairwise

from directory_app.errors import DirectoryError
from directory_app.model.opening_hours.tokens import Kind, Token

_EXAMPLE = "Hours are written like “Mo-Fr 09:00-17:00; PH off”."
_LONGEST_QUOTE = 24
_WHY = {
    "week": "Numbers of weeks are not understood in opening hours.",
    "easter": "Days counted from Easter are not understood in opening hours.",
    "||": "“||”, for hours that hold where the others do not, is not understood.",
    "[": "Days such as the first Monday of a month are not understood in opening hours.",
    "+": "Hours with an open end (+) are not understood: say when they end.",
} | dict.fromkeys(
    ("sunrise", "sunset", "dawn", "dusk"),
    "Hours that follow the sun are not understood: say them by the clock.",
)


class NotUnderstoodError(DirectoryError):
    """The text is no opening hours as far as they are read here; the message is a sentence for people."""


class Pieces:
    """What is left of the tokens; `take…` goes on, and only if the next token is of that kind."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def left(self) -> bool:
        """Whether there is anything left."""
        return self._at < len(self._tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        """Returns the next token, or one further ahead, without taking it."""
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else None

    def next_is(self, kind: Kind, ahead: int = 0) -> bool:
        """Whether the next token, or one further ahead, is of a kind."""
        token = self.peek(ahead)
        return token is not None and token.kind is kind

    def next_is_sign(self, sign: str, ahead: int = 0) -> bool:
        """Whether the next token, or one further ahead, is this sign."""
        token = self.peek(ahead)
        return token is not None and token.text == sign

    def take(self) -> Token:
        """Takes the next token, whatever it is; raises NotUnderstoodError at the end."""
        token = self.peek()
        if token is None:
            raise self.not_understood()
        self._at += 1
        return token

    def take_sign(self, sign: str) -> bool:
        """Takes a sign if it is next; returns whether it was."""
        found = self.next_is_sign(sign)
        self._at += found
        return found

    def not_understood(self) -> NotUnderstoodError:
        """Returns the error that says why the next token cannot be read."""
        token = self.peek()
        if token is None:
            return NotUnderstoodError(f"The opening hours end too early. {_EXAMPLE}")
        why = _WHY.get(token.text.casefold())
        return NotUnderstoodError(why or f"{quoted(self._run())} is not understood in opening hours. {_EXAMPLE}")

    def _run(self) -> str:
        """Returns the next token and what is written right behind it, up to a space."""
        run = self._tokens[self._at].text
        for before, token in pairwise(self._tokens[self._at :]):
            if token.start != before.end or token.text in (";", ","):
                break
            run += token.text
        return run


def quoted(text: str) -> str:
    """Returns the beginning of a text in quotation marks, without what cannot be shown."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return f"“{shown}”" if len(shown) <= _LONGEST_QUOTE else f"“{shown[:_LONGEST_QUOTE]}…”"
