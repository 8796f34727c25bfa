"""Headings: dates that stand alone above what they date, as in a diary or a table of years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.calendar.times import is_placed
from timeline.chronology.sentences import Sentence
from timeline.normaliser.mention import Mention

_AROUND = " \t\r\n.,:;–—-*#_()[]•·|/"
_LEAST = 2
"""One date alone is no diary: it may be a day of writing, or a part of a sentence."""


def find_headings(
    text: str,
    sentences: Sequence[Sentence],
    inside: Mapping[int, Sequence[Mention]],
    written: Sequence[tuple[int, int]],
) -> dict[int, Mention]:
    """For the numbers of the sentences under a heading the date it says; `written` is where the
    day of writing may stand, which is no heading.

    A heading on a line of its own holds until the next line that is a headline, one that opens
    a paragraph ("10 June. The campaign begins.") to its end.
    """
    under: dict[int, Mention] = {}
    heading: Mention | None = None
    found, alone, paragraph = 0, False, -1
    for number, sentence in enumerate(sentences):
        date = _sole_date(text, sentence, inside.get(number, ()))
        if date is not None and not any(a < date.end and date.start < b for a, b in written):
            heading, found = date, found + 1
            alone, paragraph = sentence.headline, sentence.paragraph
        elif heading is not None:
            if sentence.headline or not (alone or sentence.paragraph == paragraph):
                heading = None
            else:
                under[number] = heading
    return under if found >= _LEAST else {}


def _sole_date(text: str, sentence: Sentence, inside: Sequence[Mention]) -> Mention | None:
    """The date that a sentence is, if it is nothing else."""
    if len(inside) != 1 or not is_placed(inside[0].time):
        return None
    mention = inside[0]
    around = text[sentence.start : mention.start] + text[mention.end : sentence.end]
    left = around.strip(_AROUND).lower()
    return mention if left in ("", "on") else None
