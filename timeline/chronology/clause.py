"""Clause: a part of a sentence that tells one thing, and what it is there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a clause is in its sentence."""

    MAIN = "main"
    SUB = "subordinate"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    FRAGMENT = "fragment"
    ASIDE = "aside"
    SPEECH = "speech"


@dataclass(slots=True)
class Clause:
    """Tokens `first` to `last` (excluded) of a sentence.

    `mark` is the punctuation before it, `word` the little word that introduces it (not among
    its tokens), `verb` its first finite verb, None without one; `subject` the tokens of its
    subject, `borrowed` if they lie in another clause; `host` is the number of the clause that
    a fragment leans on; `dated` is true where the date itself is the subject ("1968 saw …"), and
    `apart` where it tells an event of its own.
    """

    first: int
    last: int
    mark: str = ""
    word: str = ""
    role: Role = Role.FRAGMENT
    verb: int | None = None
    subject: tuple[int, int] | None = None
    borrowed: bool = False
    host: int | None = None
    aside: bool = False
    dated: bool = False
    apart: bool = False
