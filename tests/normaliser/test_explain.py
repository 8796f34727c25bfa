"""Explanations: the tree, the anchor and why, the direction, the other readings, confidence."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import timeline
from timeline.normaliser.anchor import Why
from timeline.normaliser.confidence import Basis, share_rest, sureness
from timeline.normaliser.explain import Explanation, explain, explain_mention
from timeline.normaliser.grammar import RULES
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

WRITTEN = "2025-05-04"  # a Sunday


def last(text, published=WRITTEN):
    return explain(text, published=published)[-1]


def outline(step):
    """A tree as nested pairs: the rule (or the kind of a word) and its parts, with the words."""
    name = step.rule or step.kind
    return (name, step.words, *map(outline, step.parts))


# -- the tree of rules


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Friday", ("lone_weekday", "Friday")),
        (
            "Friday morning",
            (
                "date_daypart",
                "Friday morning",
                ("lone_weekday", "Friday"),
                ("daypart", "morning"),
            ),
        ),
        (
            "two days before the end\nof May 1968",
            (
                "from_date",
                "two days before the end of May 1968",
                ("counted_length", "two days", ("cardinal", "two"), ("units", "days")),
                ("before", "before"),
                (
                    "edge_of",
                    "the end of May 1968",
                    ("border", "end"),
                    ("month_year", "May 1968", ("weakmonth", "May"), ("year", "1968")),
                ),
            ),
        ),
        (
            "c. 1200-1250",
            (
                "about_range",
                "c. 1200-1250",
                ("about", "c."),
                ("years", "1200-1250", ("year", "1200"), ("year", "1250")),
            ),
        ),
        (
            "the 80th anniversary",
            ("nth_anniversary", "80th anniversary", ("ordinal", "80th"),
             ("anniversary", "anniversary")),
        ),
    ],
)  # fmt: skip
def test_the_tree_of_rules(text, tree):
    assert outline(last(text).steps) == tree


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Friday morning", "Friday", "XXXX-WXX-5"),
        ("25 years ago", "25 years", "P25Y"),
        ("the day before May 7, 2020", "May 7, 2020", "2020-05-07"),
        ("twenty-one years ago", "twenty-one", "21"),
        ("two days before last Friday", "last Friday", "XXXX-WXX-5"),
        ("the week before last week", "last week", None),  # means nothing without the text around
        ("Friday morning", "morning", None),
    ],
)
def test_what_the_parts_mean_by_themselves(text, words, value):
    (part,) = [one for one in steps(last(text).steps) if one.words == words]
    assert part.value == value
    assert (part.meaning is None) is (value is None)


def steps(step):
    yield step
    for part in step.parts:
        yield from steps(part)


def test_a_rule_is_described_by_its_docstring():
    assert RULES["lone_year"].description == "A year."
    assert last("1945").steps.description == "A year."
    for name, rule in RULES.items():
        assert rule.name == name
        assert rule.description.endswith(".")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("May 7 to 10", [("May 7", "days_of_month"), ("10", "days_of_month")]),
        ("c. 1200-1250", [("1200", "years"), ("1250", "years")]),
        ("from Dec. 30, 2024 to Jan. 2, 2025",
         [("Dec. 30, 2024", "full_date"), ("Jan. 2, 2025", "full_date")]),
        ("May 7, 2025", []),
    ],
)  # fmt: skip
def test_the_ends_of_a_range(text, parts):
    assert [(part.steps.words, part.steps.rule) for part in last(text).parts] == parts


def test_a_mention_that_no_rule_made():
    (found,) = mentions("May 2025")
    bare = Mention(found.start, found.end, found.text, found.time)
    assert outline(explain_mention(bare).steps) == ("date", "May 2025")


# -- anchors


@pytest.mark.parametrize(
    ("text", "why", "anchor"),
    [
        ("two days ago", Why.COUNTED,
         "the document's day, 4 May 2025: “ago” counts from when the text was written"),
        ("last week", Why.COUNTED,
         "the document's day, 4 May 2025: “last week” counts from when the text was written"),
        ("two days before last Friday", Why.COUNTED,
         "the document's day, 4 May 2025: “last Friday” counts from when the text was written"),
        ("In March 2019 it failed. The following spring", Why.CONTINUED,
         "“March 2019” before it, March 2019: “following” goes on from the date told before"),
        ("On May 1, 2025 it rained. Two days later", Why.CONTINUED,
         "“May 1, 2025” before it, 1 May 2025: “later” goes on from the date told before"),
        ("From 3 to 5 May 2020 it rained. The next day", Why.CONTINUED,
         "“3 to 5 May 2020” before it, 5 May 2020: “The next day” goes on from the date told"
         " before"),
        ("two days later", Why.NOTHING_BEFORE,
         "the document's day, 4 May 2025: “later” goes on from a date told before, but there is"
         " none"),
        ("on Friday", Why.NO_WEEK,
         "the document's day, 4 May 2025: a day without its date is looked for near the day of"
         " writing"),
        ("in March", Why.NO_YEAR,
         "the document's day, 4 May 2025: a date without its year is looked for near the day of"
         " writing"),
        ("On May 1, 1862 they came. At noon", Why.DAY_TOLD,
         "“May 1, 1862” before it, 1 May 1862: a time without its day is on the day told last"),
        ("at noon", Why.DAY_WRITTEN,
         "the document's day, 4 May 2025: a time without its day is on the day of writing"),
        ("in April 1862. On the 4th, he asked", Why.MONTH_TOLD,
         "“April 1862” before it, April 1862: a day without its month is in the month told last"),
        ("the 80th anniversary", Why.YEAR_MARKED,
         "the document's day, 4 May 2025: no date says when it is marked, so it is the year of"
         " writing"),
        ("May 7, 2025", None, "nothing: these words stand by themselves"),
        ("three weeks", None, "nothing: these words have no place on the calendar"),
        ("every Monday", None, "nothing: these words have no place on the calendar"),
        ("recently", None, "nothing: these words have no place on the calendar"),
    ],
)  # fmt: skip
def test_what_it_was_counted_from_and_why(text, why, anchor):
    found = last(text)
    assert found.anchor == anchor
    assert (found.mention.anchored and found.mention.anchored.why) is why


def test_a_date_without_a_year_goes_on_with_the_story():
    # Without a document's day, the story's date is all there is to count from.
    told = last("The siege began on 12 March 1862. In April it rained.", published=None)
    assert told.anchor == (
        "“12 March 1862” before it, 12 March 1862: "
        "a date without its year goes on from the story's last date"
    )


def test_without_a_day_to_count_from():
    assert last("on Friday", published=None).anchor == "nothing: the day to count from is not known"


def test_the_words_before_are_told_only_where_they_are_known():
    found = mentions("In March 2019 it failed. That year", published=WRITTEN)
    assert explain_mention(found[1], found).before == "March 2019"
    alone = explain_mention(found[1])
    assert alone.before is None
    assert alone.anchor.startswith("the previous date, March 2019: “That year” goes on")


# -- directions


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The talks will resume on Friday", "looks ahead, because of “will”"),
        ("He said on Friday", "looks back, because of “said”"),
        ("The election on Friday", "no verb says which way, so the latest one"),
        ("The fair in June", "no verb says which way, so the nearest one"),
        ("She will run on April 30", "looks ahead, because of “will”, but the one behind is much"
         " nearer"),
        ("He said it in May", "looks back, because of “said”"),
        ("They announced it for May 10", "looks back, because of “announced”, but the one ahead is"
         " much nearer"),
        ("It opened on May 10", "looks back, because of “opened”"),
        ("yesterday he said", None),
        ("on 4 May 1945 he said", None),
    ],
)  # fmt: skip
def test_direction(text, direction):
    assert last(text).direction == direction


# -- other readings


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        ("The talks will resume on Friday morning",
         ["morning of 2 May 2025, if the sentence looks back",
          "morning of 25 April 2025, if an earlier one is meant"]),
        ("It ended on Friday",
         ["9 May 2025, if the sentence looks ahead", "25 April 2025, if an earlier one is meant"]),
        ("It ended at 9 p.m. on Friday",
         ["9 May 2025, 21:00, if the sentence looks ahead",
          "25 April 2025, 21:00, if an earlier one is meant"]),
        ("It ended in March",
         ["March 2026, if the sentence looks ahead", "March 2024, if an earlier one is meant"]),
        ("5/4/2025", ["5 April 2025, if day and month are the other way round"]),
        ("25/12/2024", []),
        ("May 7, 2025", []),
        ("the first week of March", []),  # the other months are no weeks
    ],
)  # fmt: skip
def test_other_readings(text, otherwise):
    found = last(text)
    assert list(found.otherwise) == otherwise
    assert len(found.readings) == len(otherwise)


# -- confidence


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("May 7, 2025", Basis.COMPLETE),
        ("480 BC", Basis.COMPLETE),
        ("25/12/2024", Basis.COMPLETE),
        ("5/4/2025", Basis.TWO_ORDERS),
        ("two days ago", Basis.COUNTED),
        ("last March", Basis.COUNTED),
        ("It ended on Friday", Basis.WEEK_CLEAR),
        ("The talks will resume on Friday", Basis.WEEK_CLEAR),
        ("A vote was expected on Friday", Basis.WEEK_WEAK),
        ("on Friday", Basis.WEEK_UNSAID),
        ("It ended in March", Basis.YEAR_CLEAR),
        ("in March", Basis.YEAR_UNSAID),
        ("It ended in December", Basis.YEAR_GUESSED),
        ("In 1952 he won. Two years later", Basis.CONTINUED),
        ("two years later", Basis.NOTHING_BEFORE),
        ("at noon", Basis.STORY),
        ("the latest quarter", Basis.QUARTER),
        ("for three weeks", Basis.LENGTH),
        ("every Monday", Basis.REPEAT),
        ("recently", Basis.VAGUE),
        ("the 80th anniversary", Basis.ORIGIN_COUNTED),
        ("On May 8, 2025 we mark the 80th anniversary", Basis.ORIGIN_TOLD),
    ],
)
def test_what_a_date_rests_on(text, basis):
    mention = last(text).mention
    assert mention.basis is basis
    assert mention.confidence == basis.share == mention.to_dict()["confidence"]


def test_a_date_without_a_place_is_a_guess():
    assert last("on Friday", published=None).mention.basis is Basis.UNPLACED
    assert last("its centenary", published=None).mention.basis is Basis.ORIGIN_UNKNOWN


def test_confidences_rank_as_people_would():
    surest = ["on May 2, 2025", "two days ago", "It ended on Friday", "on Friday"]
    shares = [last(text).mention.confidence for text in surest]
    assert shares == sorted(shares, reverse=True)
    assert len({sureness(share) for share in shares}) > 1


def test_the_rest_is_shared_among_the_other_readings():
    found = last("It ended on Friday").mention
    assert share_rest(found) == (0.02, 0.01)
    assert share_rest(last("5/4/2025").mention) == (0.3,)
    assert [one["confidence"] for one in found.to_dict()["readings"]] == [0.02, 0.01]


# -- as words and as data


def test_lines():
    assert last("The talks will resume on Friday morning").lines() == [
        "“Friday morning”  →  morning of 9 May 2025  (TIME 2025-05-09TMO)",
        "  rule          date_daypart: A part of a day that is named.",
        "                ├ “Friday”  lone_weekday: A day of the week; in the plural a repeat."
        "  →  some Friday",
        "                └ “morning”  part of the day",
        "  counted from  the document's day, 4 May 2025: a day without its date is looked for near"
        " the day of writing",
        "  direction     looks ahead, because of “will”",
        "  otherwise     morning of 2 May 2025, if the sentence looks back (2%)",
        "                morning of 25 April 2025, if an earlier one is meant (1%)",
        "  confidence    96%, sure: the verb near it says which week",
    ]


def test_data():
    data = last("In March 2019 it failed. It was mended in the following spring").to_dict()
    rule = data.pop("rule")
    assert (rule["rule"], rule["text"]) == ("story_date", "the following spring")
    assert rule["parts"][1]["value"] == "XXXX-SP"
    assert data == {
        "start": 42,
        "end": 62,
        "text": "the following spring",
        "type": "DATE",
        "value": "2020-SP",
        "mod": None,
        "words": "spring 2020",
        "anchor": {
            "kind": "previous",
            "value": "2019-03",
            "start": 3,
            "text": "March 2019",
            "why": "“following” goes on from the date told before",
        },
        "direction": None,
        "readings": [],
        "confidence": 0.85,
        "sureness": "likely",
        "basis": "it goes on from the date told before",
        "parts": [],
    }


def test_public_names():
    assert timeline.explain is explain
    assert timeline.Explanation is Explanation
    assert explain("no date in here") == explain("") == []
    with pytest.raises(ValueError, match="published is not a date"):
        explain("in May", published="soon")


FRAGMENTS = (
    "May|4 May|7 May 2025|May 7-10|from May 7 to 10|1945|5/4/2025|44 BC|Friday|Friday night"
    "|last Friday|next Monday|yesterday|two days later|three weeks ago|25 years ago today"
    "|that year|the following spring|the 80th anniversary of|its centenary|at noon|10:30 a.m."
    "|9-11 a.m.|the 1990s|c. 1200-1250|the third quarter|the quarter|a year earlier|early|late"
    "|the end of|every|daily|twenty|½|since|until|before|after|between|and|to|the|of|a|will|said"
    "|previously|'s|-|–|,|.|(|)|\n|\n\n|\t|\x1c|\u2028|\x00|İ|😀|٢٠٢٥|\ud800"
).split("|")
texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=20).map(" ".join)
days = st.sampled_from([None, WRITTEN, "2024-02-29", "1998", "May 2025", "44 BC", "0001-01-01"])


@settings(max_examples=300)
@given(texts, days)
@example("Friday\x1cnight", WRITTEN)
def test_any_text_can_be_explained(text, published):
    found = explain(text, published=published)
    assert [one.mention for one in found] == mentions(text, published=published)
    for one in found:
        check(one, text)
        data = one.to_dict()
        assert json.loads(json.dumps(data)) == data
        assert all("\n" not in line and line.strip() for line in one.lines())


def check(one, text):
    mention = one.mention
    assert (one.steps.start, one.steps.end) == (mention.start, mention.end)
    assert 0 < mention.confidence < 1
    shares = [share for _, share in one.readings]
    assert shares == sorted(shares, reverse=True)
    assert mention.confidence + sum(shares) <= 1.001
    for step in steps(one.steps):
        assert step.text == text[step.start : step.end]
        assert step.text.strip()
        stop = step.start
        for part in step.parts:
            assert stop <= part.start < part.end <= step.end
            stop = part.end
    for part in one.parts:
        check(part, text)
