"""People in pasted text: who looks like one, and what words say of the role."""

from collections.abc import Sequence

from directory_app.exchange.pasted import vocabulary
from directory_app.exchange.pasted.names import is_office_word
from directory_app.exchange.pasted.phrases import Word, country_at, words_of
from directory_app.model.office import Person

_LONGEST_ROLE = 12
_ROLE_AMONG_FIRST = 3
_LONGEST_NAME = 5


def read_person(text: str) -> Person | None:
    """Returns somebody named with a role after a comma, "Anna Weber, Director"."""
    name, comma, role = text.partition(",")
    if comma and is_person(name) and is_role(words_of(role)):
        return Person(name.strip(), role.strip())
    return None


def is_person(text: str) -> bool:
    """Tells whether words may be the name of a person."""
    words = words_of(text)
    plain = all(not w.has_digit and (w.is_capitalised or w.folded in vocabulary.joining_words()) for w in words)
    named = any(is_office_word(words, place) or country_at(words, place)[0] for place in range(len(words)))
    return 1 < len(words) <= _LONGEST_NAME and plain and not named


def is_role(words: Sequence[Word]) -> bool:
    """Tells whether words say what a person does: "Head of Office", "Coordinadora Regional"."""
    first = words[:_ROLE_AMONG_FIRST]
    return 0 < len(words) <= _LONGEST_ROLE and any(word.folded in vocabulary.role_words() for word in first)
