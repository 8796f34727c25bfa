"""The reader as a whole: offsets, order, repeatability, no today, hostile texts in linear work."""

import datetime
import json
import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import normaliser
from timeline.calendar.cell import Cell
from timeline.calendar.times import Shade
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import make_reader, mentions, read_date

WRITTEN = "2025-05-04"
FIELDS = (
    "start end text type value mod edtf first last anchor rule confidence readings origin parts"
).split()
TYPES = {"DATE", "TIME", "DURATION", "SET", "RANGE", "ANNIVERSARY"}

FRAGMENTS = (
    "May|may|May 4|7 May 2025|May 7-10|from May 7 to 10|1945|in 1945|2025-05-04|5/4/2025"
    "|44 BC|AD 79|the 5th century BC|Friday|last Friday|next Monday|on Sunday|yesterday"
    "|two days later|a year|three weeks ago|25 years ago today|that year"
    "|the following spring|the 80th anniversary of|turns 50|its centenary|10:30 a.m."
    "|at noon|24:00|midnight|tonight|Friday night|the 1990s|'90s|'68|1914-18|9-11 a.m."
    "|Q3 2019|1q|h1|the third quarter|early|late|the end of|mid-|every|daily|each Monday"
    "|twenty|one hundred|½|2 1/2|1,000,000|99999|999999999999|29 February 1900|2025-13-40"
    "|31 June|c. 480|since|until|before|after|between|and|to|from|the|of|a|second"
    "|previously|now|'s|’s|-|–|—|/|,|.|:|;|(|)|\"|$|%|#|\n|\n\n|\r\n|\t| |\u00a0|\u200b"
    "|\u2028|\x00|İ|ß|ﬁ|ǅ|ΰ|٢٠٢٥|２０２５|²|५ मई|😀|👩‍👩‍👧|🇫🇷|e\u0301|\u202e4 May|מאי|مايو"
    "|\ud800|\udfff"
).split("|")
pieces = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8), st.characters())
spaced = st.lists(pieces, max_size=24).map(" ".join)
packed = st.lists(pieces, max_size=16).map("".join)
texts = spaced | packed
days = st.sampled_from(
    [None, "2025-05-04", "2024-02-29", "1998", "May 2025", "44 BC", "0001-01-01"]
)


def check(text, found):
    """What holds for the mentions of any text."""
    stop = 0
    for m in found:
        assert 0 <= stop <= m.start < m.end <= len(text)
        assert m.text == text[m.start : m.end]
        assert m.text.strip() == m.text
        assert m.type in TYPES
        assert m.rule
        stop = m.end
        end = m.start
        for part in m.parts:
            assert m.start <= end <= part.start < part.end <= m.end
            assert part.text == text[part.start : part.end]
            assert part.parts == ()
            end = part.end
        if m.type != "RANGE":
            assert m.parts == ()
        else:  # a feast of several days is a range in one word
            assert len(m.parts) == 2 or "feast" in m.rule
        if m.first is not None and m.last is not None and m.type != "ANNIVERSARY":
            assert read_day(m.first) <= read_day(m.last)


def read_day(text):
    sign = -1 if text.startswith("-") else 1
    year, month, day = text.lstrip("-").split("-")
    return sign * int(year), int(month), int(day)


# -- any text at all


FUZZED = [
    json.loads(line)
    for line in (Path(__file__).parent / "fuzzed.jsonl").read_text("utf-8").splitlines()
]


def test_texts_that_the_fuzzer_found():
    # Short texts that reached code of their own (fuzz.py); many in one test, since each is quick.
    assert len(FUZZED) > 500
    for text in FUZZED:
        found = mentions(text, published=WRITTEN)
        check(text, found)
        assert mentions(text, published=WRITTEN) == found, text


@settings(max_examples=400)
@given(texts, days)
@example("İ" * 40 + " May 4, 2025 " + "İ", WRITTEN)
@example("\ud800 May 4 \udfff", WRITTEN)
@example("\x00May 4\x00, \x00in 1945", WRITTEN)
@example("😀 on Friday 👩‍👩‍👧 the 80th anniversary", WRITTEN)
@example("\u202eفي May 4, 2025 مايو", None)
@example("²/²/2025 ٣ May ٢٠٢٥", None)
@example("24:00:30 on May 4", WRITTEN)
@example("2025-05-04T24:30", WRITTEN)
@example("1 May 999999999999999999999999999", WRITTEN)
def test_any_text(text, published):
    found = mentions(text, published=published)
    check(text, found)
    assert mentions(text, published=published) == found


@settings(max_examples=100)
@given(texts, days)
def test_plain_data_is_ready_for_json(text, published):
    for m in mentions(text, published=published):
        data = m.to_dict()
        assert list(data) == FIELDS
        assert json.loads(json.dumps(data)) == data
        assert [data[name] for name in FIELDS[:12]] == [getattr(m, name) for name in FIELDS[:12]]
        assert [set(part) for part in data["parts"]] == [set(FIELDS)] * len(m.parts)


@settings(max_examples=100)
@given(texts)
def test_a_fresh_reader_gives_the_same(text):
    # The reader of a language remembers what short runs of words mean; that must never show.
    fresh = make_reader.__wrapped__("en").read(text, Cell.day(2025, 5, 4))
    assert mentions(text, published=WRITTEN) == fresh


@settings(max_examples=100)
@given(st.lists(st.sampled_from(FRAGMENTS[:40]), min_size=1, max_size=8).map(" ".join), texts)
def test_offsets_follow_the_text(text, before):
    lead = f"{before}\n\nZyx. "
    moved = mentions(lead + text)
    check(lead + text, moved)


@settings(max_examples=60)
@given(texts.filter(lambda text: len(text) < 40))
def test_read_date_of_any_text(text):
    if any(char.isdigit() and not char.isdecimal() for char in text):
        return  # see test_odd_digits_are_no_date
    answer = read_date(text, written=Cell.day(2025, 5, 4))
    if answer is not None:
        assert isinstance(answer[1], Shade)


@pytest.mark.parametrize("text", ["²", "①", "5²"])
def test_odd_digits_are_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("8s90s", None),  # int() of "8s90"
        ("1990s1990s", None),
        ("in 8q", WRITTEN),  # a quarter numbered 8
        ("5q of last year", WRITTEN),
        ("last Easter", "0001-01-01"),
        ("that Easter", "0001-01-01"),
    ],
)
def test_no_exception_leaves_the_reader(text, published):
    check(text, mentions(text, published=published))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "\x00" * 1000,
        "9" * 1_000_000,
        "1" * 500_000 + " May 2025 " + "0" * 500_000,
        "\ud800" * 1000,
        "x" * 1_000_000,
        "İ" * 200_000,
        "(" * 100_000,
        "٢" * 100_000,
    ],
    ids=lambda text: f"{text[:3]!a} of {len(text)}",
)
def test_large_and_odd_texts(text):
    check(text, mentions(text, published=WRITTEN))


def test_twenty_thousand_dates():
    text = "On May 4, 2025 it rained in Lyon. " * 20_000
    found = mentions(text)
    assert len(found) == 20_000
    assert {m.value for m in found} == {"2025-05-04"}
    assert found[-1].end == text.rindex("2025") + 4


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("İİİ May 4, 2025", [(4, 15)]),
        ("😀😀 1945 was bad", [(3, 7)]),
        ("ﬁn in 1945", [(6, 10)]),
        ("מאי in 1945 מאי", [(7, 11)]),
        ("e\u0301te\u0301 2019: in 1945", [(6, 10), (15, 19)]),
        ("(May 7–10, 2025)", [(1, 15)]),
        ("“May 4, 2025”", [(1, 12)]),
        ("from May 7 to 10, 2025.", [(5, 22)]),
        ("Dec. 25, 2024.", [(0, 13)]),
        ("44 B.C. was bad", [(0, 7)]),
    ],
)
def test_spans_count_code_points(text, spans):
    assert [(m.start, m.end) for m in mentions(text)] == spans


# -- ranges


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("May 7-10, 2025", [("May 7", "2025-05-07"), ("10, 2025", "2025-05-10")]),
        ("from May 7 to May 10, 2025", [("May 7", "2025-05-07"), ("May 10, 2025", "2025-05-10")]),
        ("7–10 May 2025", [("7", "2025-05-07"), ("10 May 2025", "2025-05-10")]),
        ("1914-18", [("1914", "1914"), ("18", "1918")]),
        ("1914–1918", [("1914", "1914"), ("1918", "1918")]),
        ("264-146 BC", [("264", "BC0264"), ("146", "BC0146")]),
        ("between March and May 2021", [("March", "2021-03"), ("May 2021", "2021-05")]),
    ],
)
def test_ends_of_a_range(text, parts):
    (found,) = mentions(text)
    assert found.type == "RANGE"
    assert found.value == "/".join(value for _, value in parts)
    starts = [text.index(part) for part, _ in parts]
    assert [(p.start, p.value) for p in found.parts] == list(
        zip(starts, [value for _, value in parts], strict=True)
    )


@pytest.mark.parametrize(
    "text",
    ["from 1918 to 1914", "May 10-7, 2025", "from May 10, 2025 to May 7, 2025", "2020-2019"],
)
def test_a_range_that_ends_before_it_begins_is_none(text):
    for m in mentions(text):
        assert m.type != "RANGE"


# -- no day of writing: nothing is counted from today

RELATIVE = [
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "last night",
    "this morning",
    "this year",
    "last year",
    "next month",
    "two days ago",
    "three weeks ago",
    "25 years ago today",
    "two years from now",
    "on Friday",
    "last Friday",
    "next Monday",
    "in May",
    "on May 7",
    "May 7-10",
    "this summer",
    "last Christmas",
    "next quarter",
    "the third quarter",
    "over the weekend",
    "at 5 p.m.",
    "at noon",
    "a year later",
    "the following day",
    "from Monday to Friday",
    "the end of the year",
    "later this month",
    "the current year",
]


@pytest.mark.parametrize("text", RELATIVE)
def test_without_a_day_nothing_relative_is_placed(text):
    for m in mentions(f"He left {text}."):
        assert not m.placed
        assert (m.first, m.last, m.edtf, m.anchor) == (None, None, None, None)


@pytest.mark.parametrize("text", RELATIVE)
def test_without_a_day_no_form_reads_a_relative_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["the 80th anniversary of the victory", "its centenary", "the firm turns 50"]
)
def test_without_a_day_an_anniversary_has_no_origin(text):
    (found,) = mentions(text)
    assert (found.type, found.origin) == ("ANNIVERSARY", None)


@settings(max_examples=60)
@given(texts)
def test_without_a_day_no_mention_knows_today(text):
    year = str(datetime.date.today().year)
    for m in mentions(text):
        if year in (m.value or ""):
            assert not {"document"} & {m.anchored.kind if m.anchored else ""}
            assert year in text or year[2:] in text or "century" in text or m.anchored


NEWS = (
    "Last week the mill closed. On Friday it rained. In 1952 he won; a year later, in May, he "
    "lost. Two days ago she sang at 5 p.m. The 80th anniversary falls this year."
)


@pytest.mark.parametrize("published", [None, WRITTEN, "44 BC"])
def test_the_clock_is_never_asked(monkeypatch, published):
    class Today(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            raise AssertionError("the reader asked for the time")

        today = utcnow = now

    expected = make_reader.__wrapped__("en").read(NEWS, published and read_date(published)[0])
    monkeypatch.setattr(datetime, "datetime", Today)
    monkeypatch.setattr(datetime, "date", Today)
    monkeypatch.setattr("time.time", Today.now)
    assert mentions(NEWS, published=published) == expected


def test_a_day_of_writing_moves_what_is_relative_and_only_that():
    one = mentions(NEWS, published="2025-05-04")
    two = mentions(NEWS, published="2020-05-04")
    same = [m.text for m, n in zip(one, two, strict=True) if m.value == n.value and m.placed]
    moved = [m.text for m, n in zip(one, two, strict=True) if m.value != n.value]
    assert same == ["1952", "a year later", "May"] or same == ["1952", "a year later"]
    assert {"Last week", "Friday", "Two days ago", "this year"} <= set(moved)


# -- what the day of writing may be


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2025-05-04", "2024"),
        ("May 4, 2025", "2024"),
        ("4 May 2025", "2024"),
        ("5/4/2025", "2024"),
        ("2025", "2024"),
        ("May 2025", "2024"),
        ("44 BC", "BC0045"),
        ("1 BC", "BC0002"),
        ("AD 1", "BC0001"),
        ("0001-01-01", "BC0001"),
        ("9999-12-31", "9998"),
        (Cell.day(2025, 5, 4), "2024"),
        (Cell.year(0), "BC0002"),
    ],
)
def test_published_takes_any_way_to_write_a_date(published, value):
    assert [m.value for m in mentions("last year", published=published)] == [value]


@pytest.mark.parametrize(
    "published",
    [
        *("", " ", "garbage", "yesterday", "Friday", "May 7", "2025-13-40", "31 February 2025"),
        *("P3D", "the year 12000", "May 4, 12000", "12000-05-04", "1914-1918", "\x00"),
        *("2025-05-07/2025-05-10", "x" * 10_000, "every Monday", "three days"),
    ],
)
def test_published_that_is_no_date_is_told(published):
    with pytest.raises(ValueError, match="published") as caught:
        mentions("last year", published=published)
    assert repr(published)[:40] in str(caught.value)


# -- languages


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        (None, "4 May 2025", "2025-05-04"),
        ("en", "4 May 2025", "2025-05-04"),
        ("de", "4. Mai 2025", "2025-05-04"),
        ("fr", "le 4 mai 2025", "2025-05-04"),
        ("es", "el 4 de mayo de 2025", "2025-05-04"),
        ("de", "04.05.2025", "2025-05-04"),
    ],
)
def test_language(language, text, value):
    assert [m.value for m in mentions(text, language=language)] == [value]


@pytest.mark.parametrize("language", ["xx", "english", "EN-", "../en", "e", "zz"])
def test_a_language_nobody_speaks(language):
    with pytest.raises(ValueError, match=re.escape(repr(language))):
        mentions("4 May 2025", language=language)


# -- the work grows with the text, not with its square

HOSTILE = [
    "1 ",
    "May ",
    "the last ",
    "1-1-1-1",
    "1-",
    "from from ",
    '"',
    "\n",
    "\n\n",
    " ",
    "twenty ",
    "x",
    "2025-05-04,",
    "2025-05-04 ",
    "1,000,",
    "a year later ",
    "on Friday ",
    "the 80th anniversary ",
    "1945 ",
    "1945",
    "(1945",
    "May 4, ",
    "'",
    "'90s",
    "10:30 ",
    "every ",
    "and ",
    "1 2/3 ",
    "said. ",
    "Mr. May ",
    "--",
    "the end of ",
    "1/1/",
    "İ",
    "1945.1.",
    "2025-05-04.",
    "a.m.1945.",
    "1945:",
    "May.",
    "two years and ",
    "of the third of the ",
    "\x00",
]
ENDLESS = ["a.m.", "may'", "yesterday'", "1945."]
SIZE = 5_000


class Counted:
    """A regular expression that counts the characters it goes over."""

    work = 0

    def __init__(self, pattern):
        self.pattern = pattern

    def __getattr__(self, name):
        return getattr(self.pattern, name)

    def _count(self, found, text, pos, stop):
        Counted.work += (min(stop, len(text)) if found is None else found.end()) - pos
        return found

    def search(self, text, pos=0, stop=sys.maxsize):
        return self._count(self.pattern.search(text, pos, stop), text, pos, stop)

    def match(self, text, pos=0, stop=sys.maxsize):
        found = self.pattern.match(text, pos, stop)
        return self._count(found, text, pos, stop) if found else None

    def finditer(self, text, pos=0, stop=sys.maxsize):
        for found in self.pattern.finditer(text, pos, stop):
            Counted.work += len(found.group())
            yield found


@pytest.fixture(scope="module")
def count_work():
    """Counts a reading's work: every function called, every character a pattern takes in."""
    patch = pytest.MonkeyPatch()
    for info in pkgutil.walk_packages(normaliser.__path__, f"{normaliser.__name__}."):
        module = import_module(info.name)
        for name, value in list(vars(module).items()):
            if isinstance(value, re.Pattern):
                patch.setattr(module, name, Counted(value))

    def count(text):
        calls = 0

        def profile(frame, event, arg):
            nonlocal calls
            if event in ("call", "c_call"):
                calls += 1

        reader = make_reader.__wrapped__("en")
        Counted.work = 0
        sys.setprofile(profile)
        try:
            found = reader.read(text, Cell.day(2025, 5, 4))
        finally:
            sys.setprofile(None)
        return calls + Counted.work, found

    yield count
    patch.undo()


def work_grows(count_work, piece):
    """How many times the work doubled text takes; 2 where it is linear."""
    text = piece * (SIZE // len(piece))
    one, _ = count_work(text)
    two, found = count_work(text + text)
    check(text + text, found)
    return (two - 2_000) / one


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_work_is_linear(count_work, piece):
    assert work_grows(count_work, piece) <= 2.3


@pytest.mark.parametrize("piece", ENDLESS, ids=ascii)
def test_work_on_endless_words(count_work, piece):
    assert work_grows(count_work, piece) <= 2.3


def test_a_mention_is_frozen():
    (found,) = mentions("1945")
    assert isinstance(found, Mention)
    with pytest.raises(AttributeError):
        found.start = 3


@pytest.mark.parametrize(
    "text",
    [
        "We want to preserve our parks for the 100th anniversary.",
        "They hope to restore the mill in time for the 100th anniversary.",
        "Planning for the 250th anniversary has begun.",
        "It marked the 225th anniversary of the town by launching a ship.",
        "He bought the 50th Anniversary Edition.",
    ],
)
def test_an_anniversary_whose_year_is_not_told_has_no_origin(text):
    (one,) = mentions(text, published="2025-05-04")
    assert one.type == "ANNIVERSARY"
    assert one.origin is None


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("Paid on 05/04/2025.", "2025-05-04", "2025-04-05"),
        ("Paid on 05/04/2025, sent on 25/12/2024.", "2025-04-05", "2025-05-04"),
        ("Sent on 12/25/2024. Paid on 05/04/2025.", "2025-05-04", "2025-04-05"),
        ("Sent on 25/12/2024 or 12/25/2024, paid on 05/04/2025.", "2025-05-04", "2025-04-05"),
        ("Sent on 25.12.2024, paid on 05/04/2025.", "2025-04-05", "2025-05-04"),
        ("Sent 12/25/2024, paid on 05.04.2025.", "2025-05-04", "2025-04-05"),
        ("Paid on 05.04.2025.", "2025-04-05", "2025-05-04"),
        ("Sent on 25-12-2024, paid on 05-04-2025 at 10:30.", "2025-04-05T10:30", None),
    ],
)
def test_day_and_month_in_digits_go_by_the_habit_of_the_text(text, value, other):
    found = mentions(text, published="2025-06-01")
    (one,) = [m for m in found if m.text.startswith("05")]
    assert one.value == value
    if other is not None:
        (reading,) = one.readings
        assert reading.value == other
        assert reading.reason.startswith("if day and month are the other way round")
