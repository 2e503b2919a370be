"""Web addresses: what is doubtful about one."""

import re

from directory_app.model.findings import Finding

_LONGEST = 2000
_ADDRESS = re.compile(
    r"""(?: https?:// )?
        (?: [^\W_](?:[\w-]{0,61}[^\W_])?\. )+ [^\W\d_][\w-]{0,61}[^\W_] \.?
        (?: :\d{1,5} )?
        (?: [/?\#]\S* )?""",
    re.VERBOSE | re.IGNORECASE,
)


def website_findings(website: str) -> tuple[Finding, ...]:
    """Returns what is doubtful about a web address, whose scheme may be missing; an empty one is in no doubt."""
    address = website.strip()
    if not address or _is_address(address):
        return ()
    closed = re.sub(r"\s+", "", address[:_LONGEST])
    suggestion = closed if _is_address(closed) else ""
    return (Finding("website_malformed", "websites", f"“{address}” is not written as a web address.", suggestion),)


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None
