"""The index: a typed text in, the matching offices out, best first, each with the reason it matched."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from uuid import UUID

from directory_app.model.phone import international
from directory_app.model.progress import Progress, untold
from directory_app.search.document import Document, Field
from directory_app.search.marking import excerpt, spans
from directory_app.search.query import Number, Query, Word, parse
from directory_app.search.segment import Enough, Scores, Segment, cost_of, field_of

REASONS = 100
"""Only so many hits get a reason: nobody reads further down in a list that is still this long."""

MOST_REASONS = 2

_SHOWN_ANYWAY = frozenset({Field.NAME, Field.CITY, Field.COUNTRY})
_MAX_RECENT = 500
_NUMBER_BITS = 40
_FEW = 32
"""So few documents are faster read again than looked up in a large segment."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An office that matched.

    `matched_in` are the fields of its best matches, the first term's first; `reason` says what
    matched, such as "alias: Bombay", where that was not its name, town or country.
    """

    id: UUID
    matched_in: tuple[str, ...] = ()
    reason: str = ""


class Index:
    """Every office's document, searched by what people type.

    Changed documents go into a small second segment until they are many: making the large one
    anew at every edit would take seconds in a large directory.
    """

    def __init__(self, documents: Iterable[Document], progress: Progress = untold) -> None:
        self._documents: dict[int, Document] = dict(enumerate(documents))
        self._next = len(self._documents)
        self._changed: set[int] = set()
        self._rebuild(progress)

    def search(self, text: str, among: Collection[UUID] | None = None, limit: int | None = None) -> list[Hit]:
        """Returns the offices that match every word typed, best first; equally good ones stay in order.

        A text that asks for nothing matches every office, in order. Typing mistakes are looked for
        only where nothing matches otherwise. `among` narrows to some offices, `limit` cuts the list.
        """
        query = parse(text)
        allowed = None if among is None else {self._numbers[office] for office in among if office in self._numbers}
        if not query.terms:
            numbers = [number for number in self._documents if allowed is None or number in allowed]
            return [Hit(self._documents[number].id) for number in numbers[:limit]]
        exact = self._merged(self._base.exact(query), self._recent.exact(query), allowed)
        found = _Found(query, self._scores(query, exact, allowed, limit), exact)
        if not found.costs:
            found = _Found(query, [self._with_mistakes(term, allowed) for term in query.terms], {})
        return list(self._hits(found, limit))

    def replace(self, documents: Iterable[Document]) -> None:
        """Takes in new and changed offices; a changed one keeps its place, a new one comes last."""
        for document in documents:
            number = self._numbers.setdefault(document.id, self._next)
            self._next = max(self._next, number + 1)
            self._documents[number] = document
            self._changed.add(number)
        self._refresh()

    def remove(self, ids: Iterable[UUID]) -> None:
        """Forgets offices; those it does not know are ignored."""
        for office in ids:
            if (number := self._numbers.pop(office, None)) is not None:
                del self._documents[number]
                self._changed.add(number)
        self._refresh()

    def _refresh(self) -> None:
        if len(self._changed) > _MAX_RECENT:
            self._rebuild()
            return
        kept = sorted(self._changed & self._documents.keys())
        self._recent = Segment((number, self._documents[number]) for number in kept)

    def _rebuild(self, progress: Progress = untold) -> None:
        self._numbers = {document.id: number for number, document in self._documents.items()}
        self._changed.clear()
        self._base = Segment(self._documents.items(), progress)
        self._recent = Segment(())

    def _scores(self, query: Query, exact: Scores, allowed: set[int] | None, limit: int | None) -> list[Scores]:
        """Returns each term's scores; the longest term goes first, because it leaves the fewest to look at."""
        enough = None
        if len(query.terms) == 1 and limit is not None and allowed is None:
            enough = _enough(limit + len(self._changed), exact)
        found: dict[Word | Number, Scores] = {}
        for term in sorted(query.terms, key=_length, reverse=True):
            left = set.intersection(*map(set, found.values())) if found else None
            if left is not None and len(left) <= _FEW:
                found[term] = Segment((number, self._documents[number]) for number in left).scores(term)
            else:
                found[term] = self._merged(self._base.scores(term, enough), self._recent.scores(term), allowed)
        return [found[term] for term in query.terms]

    def _with_mistakes(self, term: Word | Number, allowed: set[int] | None) -> Scores:
        near = self._merged(self._base.similar(term), self._recent.similar(term), allowed)
        return near | self._merged(self._base.scores(term), self._recent.scores(term), allowed)

    def _merged(self, base: Scores, recent: Scores, allowed: set[int] | None) -> Scores:
        for number in self._changed:
            base.pop(number, None)
        base.update(recent)
        return base if allowed is None else {number: base[number] for number in base.keys() & allowed}

    def _hits(self, found: "_Found", limit: int | None) -> Iterator[Hit]:
        for place, number in enumerate(found.ranked(limit)):
            document = self._documents[number]
            reason = _reason(document, found.matched(number)) if place < REASONS else ""
            yield Hit(document.id, found.fields(number), reason)


class _Found:
    """The documents that match every term, and what that costs."""

    def __init__(self, query: Query, by_term: list[Scores], exact: Scores) -> None:
        self._terms = query.terms
        self._by_term = by_term
        self._exact = exact
        self._fields: dict[tuple[int, ...], tuple[str, ...]] = {}
        self.costs = _sums(by_term)
        for number in exact.keys() & self.costs.keys():
            self.costs[number] = min(self.costs[number], cost_of(exact[number]))

    def ranked(self, limit: int | None) -> list[int]:
        """Returns the best document numbers, the lower number first among equals."""
        # One integer each, because pairs take several times as long to compare.
        keys = [(cost << _NUMBER_BITS) | number for number, cost in self.costs.items()]
        best = sorted(keys) if limit is None else nsmallest(limit, keys)
        return [key & ((1 << _NUMBER_BITS) - 1) for key in best]

    def fields(self, number: int) -> tuple[str, ...]:
        """Returns the fields in which the document matched best, term by term; that of an exact match stands last."""
        key = tuple(self._scores_of(number))
        if key not in self._fields:
            self._fields[key] = tuple(dict.fromkeys(field_of(score).value for score in key))
        return self._fields[key]

    def matched(self, number: int) -> list[tuple[Field, Word | Number]]:
        """Returns each term with the field in which it matched best."""
        pairs = zip(self._by_term, self._terms, strict=True)
        return [(field_of(scores[number]), term) for scores, term in pairs]

    def _scores_of(self, number: int) -> list[int]:
        exact = [self._exact[number]] if number in self._exact else []
        return [scores[number] for scores in self._by_term] + exact


def _enough(limit: int, exact: Scores) -> Enough:
    """Returns whether found documents suffice: as many as asked for, and every exact match among them."""
    return lambda found: len(found) >= limit and exact.keys() <= found.keys()


def _length(term: Word | Number) -> int:
    return len(term.digits) if isinstance(term, Number) else len(term.forms[0])


def _sums(by_term: list[Scores]) -> dict[int, int]:
    fewest, *others = sorted(by_term, key=len)
    sums = {number: cost_of(score) for number, score in fewest.items()}
    for scores in others:
        sums = {number: cost + cost_of(scores[number]) for number, cost in sums.items() if number in scores}
    return sums


def _reason(document: Document, matched: list[tuple[Field, Word | Number]]) -> str:
    """Returns the texts that matched, with their fields, for the terms that nothing shown anyway matches."""
    shown = _first_texts(document)
    reasons: dict[tuple[Field, str], list[Word | Number]] = {}
    for field, term in matched:
        if field not in _SHOWN_ANYWAY and not any(spans(text, Query((), (term,))) for text in shown):
            reasons.setdefault((field, _matching_text(document, field, term)), []).append(term)
    parts = [f"{field.value}: {excerpt(text, Query((), tuple(terms)))}" for (field, text), terms in reasons.items()]
    return " · ".join(parts[:MOST_REASONS])


def _first_texts(document: Document) -> list[str]:
    texts = {field: text for field, text in reversed(document.texts) if field in _SHOWN_ANYWAY}
    return list(texts.values())


def _matching_text(document: Document, field: Field, term: Word | Number) -> str:
    """Returns the text of a field in which a term matches best."""
    texts = [text for of, text in document.texts if of is field]
    options = [Document(document.id, texts=((field, text),)) for text in texts]
    if field is Field.PHONE:
        options += [Document(document.id, phones=(phone,)) for phone in document.phones]
        texts += [international(phone) for phone in document.phones]
    segment = Segment(enumerate(options))
    for part in (term, *term.parts):
        if scores := segment.similar(part) | segment.scores(part):
            return texts[min(scores, key=lambda place: (scores[place], place))]
    return texts[0]
