"""E-mail addresses: what is doubtful about one."""

import re

from directory_app.model.findings import Finding
from directory_app.model.office import Email

_LONGEST = 254
_ADDRESS = re.compile(
    r"""[^\s@"(),:;<>\[\]\\.]+ (?: \.[^\s@"(),:;<>\[\]\\.]+ )*
        @ (?: [^\W_](?:[\w-]{0,61}[^\W_])?\. )+ [^\W\d_][\w-]{0,61}[^\W_]""",
    re.VERBOSE,
)
_WRITTEN_AT = re.compile(r"\s*[(\[{]\s*at\s*[)\]}]\s*|\s+at\s+", re.IGNORECASE)
_WRITTEN_DOT = re.compile(r"\s*[(\[{]\s*dot\s*[)\]}]\s*|\s+dot\s+", re.IGNORECASE)


def email_findings(email: Email) -> tuple[Finding, ...]:
    """Returns what is doubtful about an e-mail address; an empty one is in no doubt."""
    address = email.address.strip()
    if not address or _is_address(address):
        return ()
    proposed = _mended(address)
    suggestion = proposed if _is_address(proposed) else ""
    if "@" not in address:
        return (Finding("email_without_at", "emails", f"“{address}” is no e-mail address: it has no @.", suggestion),)
    return (Finding("email_malformed", "emails", f"“{address}” is not written as an e-mail address.", suggestion),)


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def _mended(text: str) -> str:
    """Returns the address without what people put around it or in the place of its signs."""
    bare = text[:_LONGEST].strip(" \t<>,;.")
    bare = bare.removeprefix("mailto:")
    return _WRITTEN_DOT.sub(".", _WRITTEN_AT.sub("@", bare, count=1))
