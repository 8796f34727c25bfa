"""Keys: short hashes of what a text says in one place, that stay when the text around changes."""

from __future__ import annotations

import re
from hashlib import blake2s

_WORD = re.compile(r"\w+")
LONGEST = 400
"""Of an endless clause its beginning is enough."""
_TOO_FEW = 3
"""A clause of fewer words than this ("(1990)") is known by its sentence."""


def key_of(document: str, words: str, said: str = "") -> str:
    """A key for what the words of a clause tell in a document (by name), with the words of its
    date; marks, spaces and capitals don't matter.

    >>> key_of("a", "The bridge fell", "in 1945") == key_of("a", "the  bridge fell,", "In 1945")
    True
    >>> key_of("a", "The bridge fell") == key_of("b", "The bridge fell")
    False
    """
    parts = (document, _plain(words[:LONGEST]), _plain(said[:LONGEST]))
    data = "\0".join(parts).encode(errors="surrogatepass")
    return blake2s(data, digest_size=6).hexdigest()


def says_little(words: str) -> bool:
    """Whether a clause has too few words to be known by.

    >>> says_little("(1867-1934)"), says_little("The bridge fell")
    (True, False)
    """
    return len(_WORD.findall(words[:LONGEST])) < _TOO_FEW


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))
