"""Which office a card is of."""

import re
from uuid import UUID, uuid5

from directory_app.model.record import UNIDENTIFIED

_NAMESPACE = UUID("d2a7f0c4-6b0e-5e0b-9c65-0f5a3ad7e6b1")
"""Never changed: the ids of offices out of other programs' cards are made in it."""

_UUID = re.compile(r"(?:urn:)?(?:uuid:)?\{?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})\}?", re.IGNORECASE)


def read_uid(text: str) -> UUID:
    """Returns the id that a card gives its office.

    A UUID in any spelling is the office's own, any other text always leads to the same id, and no
    text to none.
    """
    text = text.strip()
    if found := _UUID.fullmatch(text):
        return UUID(found[1])
    return uuid5(_NAMESPACE, text) if text else UNIDENTIFIED
