"""Entries of a pasted text gathered from its parts: what belongs to one office."""

from collections.abc import Iterator

from directory_app.exchange.pasted.entry import Entry, Stray
from directory_app.exchange.pasted.lines import Gap
from directory_app.exchange.pasted.names import is_office_word
from directory_app.exchange.pasted.parts import Part, PartType
from directory_app.exchange.pasted.people import is_person
from directory_app.exchange.pasted.phrases import last_country, only_country, words_of
from directory_app.exchange.pasted.pieces import Piece, PieceType
from directory_app.exchange.pasted.vocabulary import body_words
from directory_app.model.office import Person

_LONGEST_END = 3
_NAME_EDGE = ",;: "


class Gatherer:
    """Takes the parts of a text in their order and gives the entries as they are complete."""

    def __init__(self) -> None:
        self._entry: Entry | None = None
        self._region = ""
        self._country = ""
        self._unused: list[Stray] = []
        """The headings under which no entry came yet, the lowest last."""
        self._above: list[Stray] = []
        """Those that the entry is the first under."""
        self._words: list[Stray] = []
        """All the words that went into the entry."""
        self._label = ""
        self._done: list[Entry | Stray] = []

    def taken(self) -> Iterator[Entry | Stray]:
        """Yields what is complete, each once."""
        done, self._done = self._done, []
        yield from done

    def close(self) -> None:
        """Completes everything, at the end of the text."""
        self.finish()
        self._done += self._unused
        self._unused = []

    def finish(self) -> None:
        """Completes the entry that is begun; headings go on."""
        entry, self._entry = self._entry, None
        if entry is None:
            return
        if entry.is_office:
            self._done.append(entry)
        else:
            self._unused = [*self._above, *self._unused]
            self._done += self._words

    def take(self, part: Part, line: int, gap: Gap) -> None:
        """Takes words; `gap` is what lies between them and what came before."""
        if gap is Gap.ROW:
            self.finish()
        match part.type:
            case PartType.HEADING:
                self._take_heading(part.text, line, gap)
            case PartType.MENU:
                self._done.append(Stray(line, part.text))
            case PartType.NOTE:
                self._take_note(part.text, line, gap)
            case _:
                self._take_for_entry(part, line, gap)
                self._words.append(Stray(line, part.text))

    def _take_for_entry(self, part: Part, line: int, gap: Gap) -> None:
        match part.type:
            case PartType.REGION:
                self._take_region(part.text, line, gap)
            case PartType.NAME:
                self._take_name(part.text, line, gap)
            case PartType.TITLE:
                self._take_title(part, line, gap)
            case PartType.ADDRESS:
                self._take_address(part, line, gap)
            case PartType.LABEL:
                self._take_label(part, line, gap)
            case _:
                self._take_person(part, line, gap)

    def take_contact(self, piece: Piece, line: int, gap: Gap) -> None:
        """Takes a number, an e-mail or a web address for the entry that is begun, or begins one."""
        if gap is Gap.ROW:
            self.finish()
        entry = self._entry or self._begin(line)
        label, self._label = self._label, ""
        if piece.type is PieceType.PHONE:
            entry.phones.append((f"{label} {piece.text}".strip(), None if label else piece.kind))
        elif piece.type is PieceType.EMAIL:
            entry.emails.append(f"{label} {piece.text}".strip())
        else:
            entry.sites.append(piece.text)
            entry.notes += [f"{label} {piece.text}"] if label else []

    def _begin(self, line: int) -> Entry:
        self.finish()
        heading = self._unused[-1].text if self._unused else ""
        self._entry = Entry(line, region=self._region, country=self._country, heading=heading)
        self._above, self._unused, self._words = self._unused, [], []
        return self._entry

    def _take_heading(self, text: str, line: int, gap: Gap) -> None:
        """Takes a region, or a country, which ends an address that goes on and else stands above one."""
        entry = self._entry
        is_country = bool(only_country(text))
        if is_country and entry and not entry.has_contacts and (entry.address or (entry.name and gap is Gap.LINE)):
            entry.address.append(text)
            self._words.append(Stray(line, text))
            return
        self.finish()
        if is_country:
            above = [heading for heading in self._unused if heading.text == self._region]
            self._country = text
        else:
            above = []
            self._region, self._country = text, ""
        self._done += [heading for heading in self._unused if heading not in above]
        self._unused = [*above, Stray(line, text)]

    def _take_region(self, text: str, line: int, gap: Gap) -> None:
        entry = self._entry
        if entry and gap is not Gap.BLANK and entry.own_region:
            entry.notes.append(text)
        elif entry and gap is not Gap.BLANK:
            entry.own_region = text
        else:
            self._take_heading(text, line, gap)

    def _take_name(self, name: str, line: int, gap: Gap) -> None:
        entry = self._entry
        if entry is None or entry.has_contacts or gap not in (Gap.LINE, Gap.BLANK):
            self._name(self._begin(line), name)
        elif not entry.name and not entry.address:
            self._name(entry, name)
        elif gap is Gap.LINE and _is_body(name) and not _ends_in_country(entry):
            entry.address.append(name)  # the house
        elif gap is Gap.LINE and not entry.address and (not entry.has_office_word or _is_body(entry.name)):
            entry.notes.insert(0, entry.name)  # the organisation
            self._name(entry, name)
        else:
            self._name(self._begin(line), name)

    def _name(self, entry: Entry, name: str) -> None:
        entry.name, entry.is_sure, entry.has_office_word = name.rstrip(_NAME_EDGE), True, True

    def _take_title(self, part: Part, line: int, gap: Gap) -> None:
        entry = self._entry
        if entry and entry.has_contacts and part.rest and gap is not Gap.BLANK:
            entry.notes.append(part.text)
        elif entry and not entry.has_contacts and _goes_on(entry, gap):
            if entry.name or entry.address:
                entry.address.append(part.text)
            else:
                entry.name, entry.is_sure = part.text.rstrip(_NAME_EDGE), True
        else:
            entry = self._begin(line)
            entry.name, entry.is_sure = part.lead or part.text.rstrip(_NAME_EDGE), gap is not Gap.NONE
            entry.address += [part.rest] if part.rest else []

    def _take_address(self, part: Part, line: int, gap: Gap) -> None:
        entry = self._entry
        if entry and entry.has_contacts and entry.has_place and gap is Gap.LINE and part.alone:
            entry.notes.append(part.text)
            return
        if entry is None or (entry.has_contacts and (entry.address or gap is Gap.BLANK)) or _is_next(entry, gap):
            entry = self._begin(line)
        if part.lead and not entry.name and not entry.address:
            entry.name, entry.address = part.lead, [part.rest]
        elif gap is Gap.NONE and entry.address:
            entry.address[-1] = f"{entry.address[-1].rstrip(',')}, {part.text}"
        else:
            entry.address.append(part.text)
        entry.has_place = True

    def _take_person(self, part: Part, line: int, gap: Gap) -> None:
        entry = self._entry
        if part.type is PartType.PERSON:
            is_next = entry and entry.has_contacts and (gap is Gap.BLANK or not part.alone)
            entry = self._begin(line) if entry is None or is_next else entry
            entry.people.append(Person(part.lead, part.rest))
        elif entry and is_person(entry.name) and not entry.has_office_word and not entry.address:
            entry.people.append(Person(entry.name, part.text))
            entry.name = ""
        elif entry:
            entry.notes.append(part.text)
        else:
            self._begin(line).notes.append(part.text)

    def _take_label(self, part: Part, line: int, gap: Gap) -> None:
        """Takes the label of what comes next, which is a name where no entry is begun that it could belong to."""
        entry, name = self._entry, part.text.rstrip(":")
        is_office = has_office_word(name) and " " in name
        if is_office:
            self._take_name(name, line, gap)
        elif entry and (entry.has_place or entry.has_office_word) and gap is not Gap.BLANK:
            self._label = part.text
        else:
            entry = self._begin(line)
            entry.name, entry.is_sure = name, True

    def _take_note(self, text: str, line: int, gap: Gap) -> None:
        if self._entry and gap is not Gap.BLANK:
            self._entry.notes.append(text)
            self._words.append(Stray(line, text))
        else:
            self._done.append(Stray(line, text))


def _goes_on(entry: Entry, gap: Gap) -> bool:
    """Tells whether words without a sign belong to the entry before them."""
    return gap is not Gap.BLANK or not (entry.name or entry.address)


def _is_next(entry: Entry, gap: Gap) -> bool:
    """Tells whether an address can only be another entry's, because the one before has all of its own."""
    return gap is Gap.BLANK and _ends_in_country(entry)


def _ends_in_country(entry: Entry) -> bool:
    return bool(entry.address) and bool(last_country(words_of(entry.address[-1])[-_LONGEST_END:]))


def has_office_word(text: str) -> bool:
    """Tells whether words name a kind of office."""
    words = words_of(text)
    return any(is_office_word(words, place) for place in range(len(words)))


def _is_body(name: str) -> bool:
    """Tells whether a name is that of an organisation, which may also be that of a house."""
    words = words_of(name)
    return any(
        word.folded.rpartition("-")[2] in body_words() and is_office_word(words, place)
        for place, word in enumerate(words)
    )
