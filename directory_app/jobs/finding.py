"""The search over a whole directory: made ready once, in any thread, and kept true by reading again what changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Lock
from uuid import UUID

from directory_app.jobs.collecting import young_only
from directory_app.model.office import Office, Region
from directory_app.model.progress import Progress, untold
from directory_app.search.document import Document, document_of
from directory_app.search.index import Hit, Index

_AT_ONCE = 900
"""How many offices are read between two tellings of the progress."""
_FEW = 50
"""So many changed offices are read again within a search without anybody noticing."""
_LAZY = "a"
"""What the index puts off until it is first asked is then done, too."""


class Finder:
    """Finds offices; any thread may make it ready or search while another says what has changed."""

    def __init__(
        self,
        ids: Callable[[], Sequence[UUID]],
        read: Callable[[Sequence[UUID]], list[Office]],
        regions: Callable[[], Sequence[Region]],
    ) -> None:
        self._ids, self._read, self._regions = ids, read, regions
        self._index: Index | None = None
        self._changed: set[UUID] = set()
        self._lock, self._making = Lock(), Lock()

    @property
    def is_ready(self) -> bool:
        """Whether a search answers at once."""
        return self._index is not None and len(self._changed) <= _FEW

    def forget(self, offices: Iterable[UUID]) -> None:
        """Reads these offices anew before the next search."""
        with self._lock:
            self._changed.update(offices)

    def search(self, text: str, among: frozenset[UUID] | None, limit: int | None) -> list[Hit]:
        """Returns the offices that match, best first; whoever cannot wait asks first whether it `is_ready`."""
        return self._current(untold).search(text, among=among, limit=limit)

    def make_ready(self, progress: Progress) -> None:
        """Reads what is not known yet; whoever is told of the progress may stop the job by raising."""
        self._current(progress)

    def _current(self, progress: Progress) -> Index:
        with self._making:
            while True:
                with self._lock:
                    index, changed = self._index, self._changed
                    if index is not None and not changed:
                        return index
                    # Until it is true again nobody searches in it, and if that fails, it is made from the beginning.
                    self._index, self._changed = None, set()
                with young_only():
                    index = self._made(progress) if index is None else self._updated(index, changed)
                self._index = index

    def _made(self, progress: Progress) -> Index:
        ids = self._ids()
        index = Index(self._documents(ids, progress), progress)
        index.search(_LAZY)
        return index

    def _updated(self, index: Index, changed: set[UUID]) -> Index:
        documents = list(self._documents(list(changed), untold))
        index.replace(documents)
        index.remove(changed - {document.id for document in documents})
        return index

    def _documents(self, ids: Sequence[UUID], progress: Progress) -> Iterator[Document]:
        aliases = {region.name: region.aliases for region in self._regions()}
        for start in range(0, len(ids), _AT_ONCE):
            for office in self._read(ids[start : start + _AT_ONCE]):
                yield document_of(office, aliases.get(office.region, ()))
            progress(start, len(ids))
