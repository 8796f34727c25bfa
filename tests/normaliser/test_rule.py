"""The rule engine: patterns, longest match, context, what a rule can begin with."""

import pytest
import regex

from timeline.normaliser.grammar import STAGES
from timeline.normaliser.rule import Token, apply_stages, make_stage, rule
from timeline.normaliser.words.kinds import CHARS


@rule("month number")
def day(month, number):
    return "date", (month, number)


@rule("month number (comma? year)?", "year dash? month")
def full(month, number, year):
    return None if year is None else ("date", (year, month, number))


@rule("[in] year")
def alone(year):
    return "date", year


@rule("first:date dash second:date")
def span(first, second, first_at, second_at):
    return "span", (first, first_at, second, second_at)


def run(stage, *kinds, passes=1):
    tokens = [Token(kind, i, 10 * i, 10 * i + 5) for i, kind in enumerate(kinds)]
    return [(t.kind, t.value) for t in apply_stages([(stage, passes)], tokens)]


@pytest.mark.parametrize(
    ("kinds", "read"),
    [
        (["month", "number"], [("date", (0, 1))]),
        (["month", "number", "year"], [("date", (2, 0, 1))]),
        (["month", "number", "comma", "year"], [("date", (3, 0, 1))]),
        (["year", "month"], [("date", (0, 1, None))]),
        (["year", "number"], [("year", 0), ("number", 1)]),
        (["in", "year"], [("in", 0), ("date", 1)]),
        (["on", "year"], [("on", 0), ("year", 1)]),
        (["month", "comma", "number"], [("month", 0), ("comma", 1), ("number", 2)]),
        ([], []),
    ],
)
def test_the_longest_match_wins_and_none_passes(kinds, read):
    assert run(make_stage(day, full, alone), *kinds) == read


def test_offsets_of_a_token_are_handed_over():
    ((kind, value),) = run(make_stage(span), "date", "dash", "date")
    assert (kind, value) == ("span", (0, (0, 5), 2, (20, 25)))


def test_a_second_pass_reads_what_the_first_made():
    stage = make_stage(day, span)
    kinds = ["month", "number", "dash", "month", "number"]
    assert [kind for kind, _ in run(stage, *kinds)] == ["date", "dash", "date"]
    assert [kind for kind, _ in run(stage, *kinds, passes=2)] == ["span"]


@pytest.mark.parametrize(
    ("pattern", "told"), [("month nosuchkind", "nosuchkind"), ("who:month", "who")]
)
def test_a_pattern_that_cannot_be_is_told(pattern, told):
    with pytest.raises((ValueError, KeyError), match=told):
        rule(pattern)(lambda month: None)


def test_what_a_rule_can_begin_with_is_what_its_expression_can():
    rules = {one for stage, _ in STAGES for some in stage.rules.values() for one in some}
    assert len(rules) > 200
    for one in rules:
        bare = one.shape.pattern
        while bare.startswith("(?<="):
            bare = bare[bare.index(")") + 1 :]
        whole = regex.compile(bare)
        can = {char for char in CHARS.values() if whole.match(char, partial=True)}
        assert one.first == can, (one.name, bare)
