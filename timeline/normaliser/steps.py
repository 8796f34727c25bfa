"""Steps: the tree of rules that a mention was read by, down to the single words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.calendar.phrase import phrase
from timeline.calendar.timex3 import timex_value
from timeline.normaliser.context import Answer, Context
from timeline.normaliser.grammar import RULES
from timeline.normaliser.item import MEANINGS
from timeline.normaliser.mention import Mention
from timeline.normaliser.rule import Token

GLUE = frozenset(
    "the whose of to and or in on at for between from comma dash slash poss lparen rparen".split()
)
_PLACING = "this last next that same ago later earlier before after fromnow past current"
KIND_WORDS = {
    "cardinal": "number",
    "big": "number",
    "article": "one",
    "few": "recent, coming or a few",
    "weakmonth": "month",
    "weakday": "weekday",
    "shortyear": "year in two digits",
    "unit": "unit of time",
    "units": "unit of time",
    "century": "unit of time",
    "fortnight": "unit of time",
    "weakseason": "season",
    "daypart": "part of the day",
    "halves": "half of a year",
    "iso": "date in digits",
    "slashed": "date in digits",
    "dotted": "date in digits",
    "clock": "time of day",
    "meridiem": "half of the day",
    "zone": "time zone",
    "oclock": "time of day",
    "age": "age, counted from a birth that is told",
    "dayword": "day counted from the day of writing",
    "vague": "vague time",
    "adverb": "repeat",
    "every": "repeat",
    "edge": "beginning, middle or end",
    "border": "beginning or end",
    "about": "not exact",
    "morethan": "more or less than",
    **dict.fromkeys(_PLACING.split(), "which way to count"),
}
"""What a single word is, by its kind; the others are called as their kind."""


@dataclass(frozen=True, slots=True)
class Step:
    """Words (`start` to `end` in the text) and what they were read as.

    `rule` names the rule that read them, `description` says what that reads; a single word has
    no rule (""), and its description is what sort of word it is. `value` is what they mean
    without the text around, as TIMEX3 or a number, `meaning` the same in words; both None
    where they mean nothing by themselves.
    """

    start: int
    end: int
    text: str
    rule: str
    kind: str
    description: str
    value: str | None = None
    meaning: str | None = None
    parts: tuple[Step, ...] = ()

    @property
    def words(self) -> str:
        """The words on one line."""
        return " ".join(self.text.split())

    def lines(self) -> list[str]:
        """The tree in plain words; the first line without the words themselves."""
        return [self.told, *self._branches()]

    @property
    def told(self) -> str:
        """The rule with its description, or the sort of word; and what it means."""
        told = f"{self.rule}: {self.description}" if self.rule else self.description
        return told if self.meaning is None else f"{told}  →  {self.meaning}"

    def _branches(self) -> Iterator[str]:
        for number, part in enumerate(self.parts, 1):
            last = number == len(self.parts)
            yield f"{'└' if last else '├'} “{part.words}”  {part.told}"
            for line in part._branches():
                yield f"{' ' if last else '│'} {line}"

    def to_dict(self) -> dict[str, object]:
        """The same as plain data, ready for JSON."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "rule": self.rule or None,
            "kind": self.kind,
            "description": self.description,
            "value": self.value,
            "words": self.meaning,
            "parts": [part.to_dict() for part in self.parts],
        }


def make_steps(mention: Mention) -> Step:
    """The steps of a mention; one without parts if it was not read by the grammar."""
    if mention.tree is None:
        return _step(Token("date", None, mention.start, mention.end, mention.rule), mention, 0)
    return _step(mention.tree, mention, mention.start - mention.tree.start, top=True)


def _step(token: Token, mention: Mention, offset: int, *, top: bool = False) -> Step:
    start, end = token.start + offset, token.end + offset
    name = token.rule.partition("(")[0]
    if name in RULES:
        description = RULES[name].description
    else:
        description = KIND_WORDS.get(token.kind, token.kind)
    value, meaning = (None, None) if top else _meaning(token)
    parts = [
        part
        for part in token.parts
        if part.parts or (part.kind not in GLUE and (part.start, part.end) != token[2:4])
    ]
    return Step(
        start,
        end,
        mention.text[start - mention.start : end - mention.start],
        name,
        token.kind,
        description,
        value,
        meaning,
        tuple(_step(part, mention, offset) for part in parts),
    )


def _meaning(token: Token) -> tuple[str | None, str | None]:
    """What a token means without the text around it, as a value and in words."""
    if not token.parts:
        return None, None
    if isinstance(token.value, int | float):
        return (str(token.value),) * 2
    if token.kind not in MEANINGS:
        return None, None
    answer: Answer | None = token.value.resolve(Context())
    value = None if answer is None else timex_value(answer.time)
    if answer is None or value is None or not value.strip("X-W"):
        return None, None
    return value, phrase(answer.time, answer.shade)


_WORDS_THEMSELVES = frozenset("ago later earlier before after fromnow dayword".split())
_PLACING_KINDS = frozenset([*_PLACING.split(), "dayword"])


def find_cue(step: Step) -> str:
    """The words that say from where to count: "ago", "last week", "the following"; all of them
    if no single one does.
    """
    return _find_cue(step) or step.words


def _find_cue(step: Step) -> str | None:
    for part in step.parts:
        if part.parts and (cue := _find_cue(part)) is not None:
            return cue
    leaf = next((p for p in step.parts if not p.rule and p.kind in _PLACING_KINDS), None)
    if leaf is None:
        return None
    return leaf.words if leaf.kind in _WORDS_THEMSELVES else step.words
