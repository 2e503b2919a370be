"""A card while it is read: what it says, and what nobody has asked it for yet."""

import re
from collections import deque
from collections.abc import Iterable

from directory_app.exchange.vcard.line import Line
from directory_app.exchange.vcard.text import unescape

_OF_EXTRAS = re.compile(r"extra\d+", re.IGNORECASE)


class Card:
    """The properties of one card; whoever takes one is the only one to get it.

    Names are in capitals. What shares a group with a property belongs to it. Groups "extra1" and so
    on hold what the writer of this program only keeps: nobody can take that.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = tuple(lines)
        self._by_name: dict[str, list[Line]] = {}
        self._beside: dict[tuple[str, str], deque[Line]] = {}
        self._taken: set[int] = set()
        for line in self.lines:
            if group := line.head.group.lower():
                self._beside.setdefault((group, line.head.key), deque()).append(line)
            if not (group and _OF_EXTRAS.fullmatch(group)):
                self._by_name.setdefault(line.head.key, []).append(line)

    def has(self, name: str) -> bool:
        """Tells whether the card has such a property, taken or not."""
        return name in self._by_name

    def take(self, name: str) -> list[Line]:
        """Returns every property of a name that is left, in the order of the file."""
        if name not in self._by_name:
            return []
        found = [line for line in self._by_name[name] if id(line) not in self._taken]
        self._taken.update(map(id, found))
        return found

    def take_first(self, name: str) -> Line | None:
        """Returns the first property of a name that is left, or None."""
        for line in self._by_name.get(name, ()):
            if id(line) not in self._taken:
                self._taken.add(id(line))
                return line
        return None

    def take_text(self, name: str) -> str | None:
        """Returns the text of the first property of a name that is left, or None."""
        line = self.take_first(name)
        return None if line is None else unescape(line.value)

    def text(self, name: str) -> str:
        """Returns the text of the first property of a name without taking it, or ""."""
        found = self._by_name.get(name)
        return " ".join(unescape(found[0].value).split()) if found else ""

    def take_beside(self, line: Line, name: str) -> str | None:
        """Returns the text of the next property of a name that shares the line's group, or None."""
        beside = self._beside.get((line.head.group.lower(), name)) if line.head.group else None
        while beside:
            other = beside.popleft()
            if id(other) not in self._taken:
                self._taken.add(id(other))
                return unescape(other.value)
        return None

    def leave(self, line: Line) -> None:
        """Gives a property back that says nothing an office has a field for."""
        self._taken.discard(id(line))

    def left(self) -> list[Line]:
        """Returns what nobody took, in the order of the file."""
        return [line for line in self.lines if id(line) not in self._taken]
