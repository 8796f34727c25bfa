"""When that happened which some words tell: date_of."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.chronology.dating import date_of
from timeline.chronology.source import document

REPORT = """The mill burned down on Friday. Two men were hurt, and the owner, who had insured it in
2019, said he would rebuild. The council, after it met on Monday, promised money. "We lost our
jobs," said Ann Poe on Saturday. A hearing opens on May 12."""
STORY = """On 3 March 1862 the bombardment began. The first assault failed. In May, cholera broke
out. The garrison surrendered on 19 June. Marr died in 1871."""

ROWS = [
    # text, day of writing, words, EDTF, what the reason names
    (REPORT, "2025-05-07", "burned", "2025-05-02", "same clause"),
    (REPORT, "2025-05-07", "on Friday", "2025-05-02", "part of the words"),
    (REPORT, "2025-05-07", "hurt", "2025-05-02", "the report was last at “Friday”"),
    (REPORT, "2025-05-07", "insured", "2019", "same clause"),
    (REPORT, "2025-05-07", "met", "2025-05-05", "same clause"),
    (REPORT, "2025-05-07", "lost", "2025-05-07", "day the text was written"),
    (REPORT, "2025-05-07", "opens", "2025-05-12", "same clause"),
    (REPORT, None, "hurt", None, "no date stands near"),
    (STORY, "2020-01-01", "bombardment", "1862-03-03", "same clause"),
    (STORY, "2020-01-01", "assault", "1862-03-03", "story was last at “3 March 1862”"),
    (STORY, "2020-01-01", "surrendered", "1862-06-19", "same clause"),
    (STORY, None, "assault", "1862-03-03", "story was last at"),
]


@pytest.mark.parametrize(("text", "published", "words", "wanted", "reason"), ROWS)
def test_date_of(text, published, words, wanted, reason):
    told = document(text + " It was 1900, 1901 and 1902.", published=published) if (
        text is STORY
    ) else document(text, published=published)  # fmt: skip
    start = told.text.index(words)
    dating = date_of(told, start, start + len(words))
    assert (dating.edtf, reason in dating.reason) == (wanted, True), dating.reason


def test_nearer_words_are_trusted_more():
    told = document(REPORT, published="2025-05-07")
    at = {words: told.text.index(words) for words in ("on Friday", "burned", "hurt")}
    trust = [date_of(told, at[w], at[w] + len(w)).confidence for w in at]
    assert trust == sorted(trust, reverse=True)
    assert 0 < trust[-1] <= trust[0] <= 1


@pytest.mark.parametrize("stretch", [(-1, 2), (3, 3), (5, 4), (0, 99)])
def test_a_stretch_that_is_none(stretch):
    with pytest.raises(ValueError, match="no stretch of 5 characters"):
        date_of(document("hello"), *stretch)


@settings(max_examples=100)
@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_any_stretch_of_any_text_has_an_answer(text, start, length):
    told = document(f"On May 4, 2025 {text}", published="2025-05-04")
    end = min(start + length, len(told.text))
    if start < end:
        data = timeline.date_of(told, start, end).to_dict()
        assert json.loads(json.dumps(data)) == data
        assert 0 <= data["confidence"] <= 1
        assert data["reason"]
