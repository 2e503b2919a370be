"""Whose an e-mail address is, by its domain: the organisation's, a public mail service's, or somebody else's."""

from collections import Counter
from collections.abc import Iterable

_FEWEST = 3
_LEAST_SHARE = 0.1
"""A domain is the organisation's only if so many offices use it, and so large a part of them."""

_PUBLIC = frozenset(
    [
        *("126.com", "163.com", "aol.com", "bol.com.br", "daum.net", "foxmail.com", "free.fr", "gmail.com", "gmx.at"),
        *("gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hanmail.net", "hotmail.co.uk", "hotmail.com"),
        *(
            "hotmail.de",
            "hotmail.es",
            "hotmail.fr",
            "hotmail.it",
            "icloud.com",
            "ig.com.br",
            "laposte.net",
            "libero.it",
        ),
        *("live.com", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com"),
        *("outlook.com.br", "outlook.de", "outlook.es", "outlook.fr", "proton.me", "protonmail.com", "qq.com"),
        *("rediffmail.com", "seznam.cz", "sina.com", "t-online.de", "terra.com.br", "uol.com.br", "wanadoo.fr"),
        *("web.de", "wp.pl", "yahoo.ca", "yahoo.co.id", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com"),
        *("yahoo.com.ar", "yahoo.com.au", "yahoo.com.br", "yahoo.com.mx", "yahoo.com.ph", "yahoo.de", "yahoo.es"),
        *("yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru", "ymail.com", "zoho.com"),
    ]
)


def domain_of(email: str) -> str:
    """Returns what follows the @, in lower case."""
    return email.rpartition("@")[2].lower()


def is_public(domain: str) -> bool:
    """Tells whether anybody can have an address there."""
    return domain in _PUBLIC


def is_under(domain: str, known: str) -> bool:
    """Tells whether one of the two is the other or a part of it: "africa.example.org" and "example.org"."""
    return domain == known or domain.endswith(f".{known}") or known.endswith(f".{domain}")


def organisation_domains(offices: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Returns the domains that together more than half of the offices have, the most frequent first; () if none do.

    Each office gives the domains of its addresses; those of public services count for nothing, and a domain
    that is part of another counts for that.
    """
    used = [domains for office in offices if (domains := {domain for domain in office if not is_public(domain)})]
    known = {domain for domains in used for domain in domains}
    whole = {domain: _whole(domain, known) for domain in known}
    counts = Counter(root for domains in used for root in {whole[domain] for domain in domains})
    fewest = max(_FEWEST, _LEAST_SHARE * len(used))
    found = tuple(domain for domain, count in counts.most_common() if count >= fewest)
    having = sum(any(whole[domain] in found for domain in domains) for domains in used)
    return found if having * 2 > len(used) else ()


def _whole(domain: str, known: set[str]) -> str:
    """Returns the shortest domain among the known ones that a domain is part of, or itself."""
    labels = domain.split(".")
    ends = (".".join(labels[start:]) for start in range(len(labels) - 2, 0, -1))
    return next((end for end in ends if end in known), domain)
