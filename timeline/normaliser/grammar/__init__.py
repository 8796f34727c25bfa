"""The grammar of English dates: rules over kinds of tokens, one file a topic.

A rule is a function; the lines in its docstring are its examples, phrase and TIMEX3 value
(`never:` for a phrase that is no date), and run as tests with Sunday 2025-05-04 as the
document's day.
"""

from __future__ import annotations

from timeline.normaliser.grammar import (
    accounts,
    anniversaries,
    clock,
    compact,
    dates,
    feasts,
    history,
    lengths,
    numbers,
    parts,
    ranges,
    relative,
    repeats,
    years,
)
from timeline.normaliser.rule import Rule, Stage, make_stage

STAGES: tuple[tuple[Stage, int], ...] = (
    (make_stage(*numbers.RULES), 1),
    (
        make_stage(
            *anniversaries.FIRST,
            *history.RULES,
            *dates.RULES,
            *feasts.RULES,
            *years.RULES,
            *clock.RULES,
            *lengths.RULES,
            *repeats.RULES,
            *compact.RULES,
            *accounts.FIRST,
        ),
        1,
    ),
    (
        make_stage(
            *accounts.RULES,
            *relative.RULES,
            *parts.RULES,
            *lengths.COMPOSED,
            *clock.COMPOSED,
            *feasts.COMPOSED,
            *history.COMPOSED,
            *repeats.COMPOSED,
        ),
        4,
    ),
    (make_stage(*ranges.RULES, *relative.LATE), 2),
    (make_stage(*anniversaries.RULES), 1),
)
"""The stages in order, each with how many passes it takes."""

RULES: dict[str, Rule] = {
    one.name: one for stage, _ in STAGES for some in stage.rules.values() for one in some
}
"""The rules by their names; of a rule with several patterns, one of them."""
