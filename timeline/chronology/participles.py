"""Participles: past forms that only say more of the noun before them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.chronology.tokens import Token
from timeline.chronology.verbs import REPORTING, is_participle, is_plain_past
from timeline.chronology.words import COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS


def is_reduced(tokens: Sequence[Token], verbs: Sequence[int], i: int, end: int) -> bool:
    """Whether a past form is a participle after its noun ("the bank founded in Bonn closed"):
    something other than an object follows it, and a surer verb comes later.
    """
    word = tokens[i].lower
    if is_plain_past(word) or not is_participle(word) or word in REPORTING:
        return False
    if i + 1 < end:
        after = tokens[i + 1]
        if after.date is None and after.lower not in PREPOSITIONS:
            return False
    for later in range(i + 1, end):
        lower = tokens[later].lower
        if lower in COORDINATORS or lower in SUBORDINATORS or lower in RELATIVES or lower == "that":
            return False
        if verbs[later] == 2:
            return True
    return False
