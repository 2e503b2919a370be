"""What files and servers of map pictures say of themselves, as plain text."""

from contextlib import suppress
from html.parser import HTMLParser

_MOST_READ = 4_000
_LONGEST = 200
_UNSEEN = ("script", "style")


def plain_line(html: str) -> str:
    """Returns one line of plain text out of HTML, as attributions are written; of very long ones, the beginning.

    What follows a marked section that makes no sense, such as "<![x[", is left out.
    """
    reader = _Reader()
    with suppress(AssertionError):  # which is how html.parser refuses a marked section
        reader.feed(html[:_MOST_READ])
        reader.close()
    line = " ".join("".join(reader.texts).split())
    printable = "".join(letter for letter in line if letter.isprintable())
    return printable if len(printable) <= _LONGEST else printable[: _LONGEST - 1].rstrip() + "…"


class _Reader(HTMLParser):
    """Collects what a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _UNSEEN
        if tag in ("br", "p", "div", "li"):
            self.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(self._hidden - (tag in _UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)
