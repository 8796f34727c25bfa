"""Compiling: from documents to events, each once, with kinds, ties and ids that stay."""

from __future__ import annotations

import pytest

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Anniversary, Interval, Length, Time
from timeline.chronology import annotated, draft
from timeline.chronology.compile import compile_events
from timeline.chronology.event import KINDS, Event
from timeline.chronology.source import DayCandidate, Document
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

MONDAY = Cell.day(2024, 6, 17)
YEARS = Length(((Grain.YEAR, 50),))


def read(text: str, written: Cell | None = MONDAY, name: str = "a") -> tuple[Event, ...]:
    return compile_events([Document(name, text, written)])


def told(events: tuple[Event, ...]) -> list[tuple[str | None, str, str]]:
    return [(e.edtf, e.kind, e.title) for e in events]


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Time]:
    """Words that mean a time, for texts in which the reader is not what is tested."""
    times: dict[str, Time] = {}

    def find(text: str, **_: object) -> list[Mention]:
        found = []
        for words, time in times.items():
            at = text.find(words)
            while at >= 0:
                found.append(Mention(at, at + len(words), words, time, rule="test"))
                at = text.find(words, at + 1)
        return sorted(found, key=lambda m: m.start)

    monkeypatch.setattr(annotated, "mentions", find)
    monkeypatch.setattr(annotated, "_annotate_again", annotated._annotate)
    monkeypatch.setattr(draft, "_drafts_again", draft._drafts)
    return times


KIND_ROWS = [
    ("The bridge was built in 1931.", "reported"),
    ("The bridge will open in 2031.", "planned"),
    ("The bridge is due to open in 2026.", "planned"),
    ("Ida Roe was mayor of Bonn in 1990.", "background"),
    ("The firm employed 900 people in 1990.", "background"),
    ("Ida Roe was born in Bonn in 1990.", "reported"),
    ("The minister said on June 14, 2024 that taxes will fall.", "statement"),
    ("The minister announced on June 14, 2024 that taxes will fall.", "reported"),
    ("The bank had fired two men in 1990.", "reported"),
]


@pytest.mark.parametrize(("text", "kind"), KIND_ROWS)
def test_kinds(text: str, kind: str) -> None:
    assert [e.kind for e in read(text)] == [kind]
    assert kind in KINDS


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "No date here.",
        "The 1998 Space Act is long.",
        "Expo 2020 drew crowds.",
        "It took three years.",
        "They meet every Monday.",
        "1990, 1991, 1992",
        "Published 3 June 2024",
    ],
)
def test_no_event(text: str) -> None:
    assert [e for e in read(text) if e.main] == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ida Roe was born in 1950. She moved to Bonn in 1971.", "Ida Roe moved to Bonn"),
        ("Ida Roe won a prize, and in 1971 she moved to Bonn.", "Ida Roe moved to Bonn"),
        ("The cat slept. It was sold in 1971.", "The cat was sold"),
        ("The minister slept. It was sold in 1971.", "It was sold"),
        ("The cats slept. It was sold in 1971.", "It was sold"),
        (
            "The cat slept. It was clear in 1971 that Ulm would fall.",
            "It was clear that Ulm would fall",
        ),
        ("The mill was built by Ida Roe. She sold it in 1971.", "Ida Roe sold it"),
        ("Ann Poe and Ed Moss met. He left in 1971.", "He left"),
        ("Ann Poe and Ed Moss met. They left in 1971.", "Ann Poe and Ed Moss left"),
        ("Ida Roe was born in 1950.\n\nShe moved to Bonn in 1971.", "Ida Roe moved to Bonn"),
        ("Ida Roe, the mayor, said she left Bonn in 1971.", "Ida Roe left Bonn"),
        ("Acme Corp., a bank, said it had moved in 1971.", "Acme Corp. had moved"),
        ("Otto Runge met Ed Moss. Runge left, and in 1971 it closed.", "It closed"),
        ("The executives agreed. In 1971 it closed.", "It closed"),
        ("Ida Roe's plan was bold. She left Bonn in 1971.", "Ida Roe left Bonn"),
        ("Ida Roe's wife was bold. She left Bonn in 1971.", "She left Bonn"),
        ("We saw Ida Roe and Roe's first plan. Roe's plan failed. She left in 1971.", "Roe left"),
        ("The Rev. Ed Moss Jr., who led it in 1963, slept.", "The Rev. Ed Moss Jr. led it"),
        ("Gov. Ida Roe, a lawyer, signed it in 1971.", "Gov. Ida Roe signed it"),
        ("In 1904 St. Louis hosted the games.", "St. Louis hosted the games"),
        ("In 1983, U.S. forces landed.", "U.S. forces landed"),
    ],
)
def test_pronouns(text: str, title: str) -> None:
    assert title in {e.title for e in read(text)}


def test_two_dates_of_a_clause_have_two_titles() -> None:
    (record, paid) = read(
        "The dividend will be paid July 9, 2024 to holders of record July 1, 2024."
    )
    assert record.title == "The dividend: holders of record"
    assert paid.title == "The dividend will be paid to holders of record"


def test_drafts_are_kept_and_numbered_anew() -> None:
    texts = ("The mill closed in 1978.", "Ulm Zoo celebrated its 50th anniversary in 2020.")
    documents = [Document(text, text, MONDAY) for text in texts]
    alone = [compile_events([one]) for one in documents]
    assert sorted(e.id for e in compile_events(documents)) == sorted(e.id for a in alone for e in a)
    assert compile_events(documents) == compile_events(documents)


MERGED = [
    ("Jury frees Pole in May 2024\n\nA jury freed Ed Pole on May 9, 2024.", ["2024-05-09"]),
    ("The bridge at Bonn fell in 1945. In 1945 the Bonn bridge fell.", ["1945"]),
    ("The bridge at Bonn fell in 1945. In 1945 the mill at Ulm burned.", ["1945", "1945"]),
    ("The bridge at Bonn fell in 1945. The bridge at Bonn fell in 1949.", ["1945", "1949"]),
    ("Ida Roe won the prize in 1990. Ed Moss won the prize in 1990.", ["1990", "1990"]),
    ("The fire in Ulm killed 5 men in 1990. A fire in Ulm killed 12 men in 1990.", ["1990"] * 2),
    ("The fire killed 5 men in 1990. The war ended in 1990.", ["1990", "1990"]),
]


@pytest.mark.parametrize(("text", "expected"), MERGED)
def test_merging(text: str, expected: list[str]) -> None:
    assert [e.edtf for e in read(text)] == expected


def test_passages_of_all_documents_are_kept() -> None:
    texts = {
        "a": "Rebels seized the port of Kolda in May 1998.",
        "b": "On May 3, 1998 rebels seized the port of Kolda. It rained.",
    }
    documents = [Document(name, text) for name, text in texts.items()]
    (event,) = compile_events(documents)
    assert event.edtf == "1998-05-03"
    assert [p.document for p in event.passages] == ["a", "b"]
    for passage in event.passages:
        assert texts[passage.document][passage.start : passage.end] == passage.text
        assert passage.mentions
    assert [e.id for e in compile_events(documents[::-1])] == [event.id]


def test_names_must_differ() -> None:
    with pytest.raises(ValueError, match="give each document a name of its own"):
        compile_events([Document("a", ""), Document("a", "")])


def test_ids_stay() -> None:
    text = "The mill closed on Friday. The bridge fell in 1945."
    ids = {e.title: e.id for e in read(text)}
    assert ids == {e.title: e.id for e in read(text, Cell.day(2020, 1, 6))}
    longer = {e.title: e.id for e in read(f"It rained all day.\n\n{text} All slept.") if e.main}
    assert ids == longer
    assert len(set(ids.values())) == 2


def test_ids_are_unique() -> None:
    texts = "The mill closed on Friday."
    days = [Cell.day(2024, 6, 17), Cell.day(2024, 7, 15), Cell.day(2024, 8, 19)]
    events = compile_events([Document(str(d), texts, d) for d in days])
    assert len({e.id for e in events}) == len(events) == 3


def test_anniversary(marked: dict[str, Time]) -> None:
    marked["50th anniversary"] = Anniversary(YEARS, Cell.year(1974), Cell.year(2024))
    marked["This year"] = Cell.year(2024)
    events = read("This year marks the 50th anniversary of the founding of the Ulm Zoo.")
    assert told(events) == [
        ("1974", "origin", "Founding of the Ulm Zoo"),
        ("2024", "anniversary", "50th anniversary of the founding of the Ulm Zoo"),
    ]
    origin, act = events
    assert origin.related == (act.id,)
    assert act.related == (origin.id,)


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            "She came to Bonn for the celebrations of the 50th anniversary of the victory in the "
            "Long War in Ulm.",
            ["Victory in the Long War"],
        ),
        (
            "It marks the 50th anniversary of the end of the Long War, the Cod War and the Salt "
            "War, she said.",
            ["End of the Cod War", "End of the Long War", "End of the Salt War"],
        ),
        ("Ulm Zoo celebrated its 50th anniversary.", ["Beginning of Ulm Zoo"]),
        ("They met on the 50th anniversary of the accord.", ["Accord"]),
    ],
)
def test_origins(marked: dict[str, Time], text: str, origins: list[str]) -> None:
    marked["50th anniversary"] = Anniversary(YEARS, Cell.year(1974), Cell.year(2024))
    assert sorted(e.title for e in read(text) if e.kind == "origin") == origins


def test_header_and_dateline_are_no_events(marked: dict[str, Time]) -> None:
    marked["May 4"] = Cell.day(2025, 5, 4)
    marked["2025-05-05"] = Cell.day(2025, 5, 5)
    marked["May 7-10"] = Interval(Cell.day(2025, 5, 7), Cell.day(2025, 5, 10))
    text = "2025-05-05 Roe to visit Ulm on May 7-10\n\nBONN, May 4 (Wire) -- Roe will visit Ulm."
    seen = (DayCandidate(Cell.day(2025, 5, 5), "header", 0, 10),)
    document = Document("a", text, Cell.day(2025, 5, 4), candidates=seen)
    assert told(compile_events([document])) == [
        ("2025-05-07/2025-05-10", "planned", "Roe to visit Ulm")
    ]


def test_undated_are_kept() -> None:
    (event,) = read("Roe and Moss recently agreed to build the bridge at Ulm.")
    assert (event.kind, event.placed, event.start) == ("undated", False, None)
    assert event.title == "Roe and Moss agreed to build the bridge at Ulm"


def test_order_and_range() -> None:
    events = read("Ulm fell in 1945. The mill closed in 44 BC. Bonn grew in the 1920s.")
    assert [e.edtf for e in events] == ["-0043", "192X", "1945"]
    assert all(0 < e.confidence <= 1 for e in events)


STORY = (
    "Roe Mills was founded in 1921 by two brothers. In 1952 it bought a farm near Ulm. "
    "The Bonn plant closed on May 9, 1998."
)


def test_repeated_article() -> None:
    once = read(STORY)
    many = read("\n\n".join([STORY] * 50))
    assert told(many) == told(once)
    assert [e.id for e in many] == [e.id for e in once]
    assert {len(e.passages) for e in many} == {50}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("and then they went to the house of the man who " * 3_000 + "fell in 1990", 1),
        ("\n".join(f"- The shop in Town{i} opened in 1990." for i in range(3_000)), 3_000),
        (STORY.upper(), 3),
        (STORY.replace(".", " "), 3),
        ("\0" * 50 + "Ulm fell in 1990. 🎉 \u202e!", 1),
        ("(" * 5_000 + "Ulm fell in 1990", 1),
    ],
    ids=["endless", "list", "capitals", "no marks", "odd", "brackets"],
)
def test_bad_input(text: str, count: int) -> None:
    events = read(text)
    assert len([e for e in events if e.main]) == count
    assert len({e.id for e in events}) == len(events)


def test_work_grows_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text is twice the comparisons of events, not four times."""
    from timeline.chronology import merge

    calls = [0]
    real = merge.likeness

    def count(*args: object, **kwargs: object) -> float:
        calls[0] += 1
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(merge, "likeness", count)
    work = []
    for size in (400, 800):
        calls[0] = 0
        read("\n".join(f"The shop in Town{i} opened in 1990." for i in range(size)))
        work.append(calls[0])
    assert work[1] <= 2.2 * work[0]


def test_reader_and_chronology_agree_on_offsets() -> None:
    text = f"Roe wins\n\n{STORY}"
    for event in read(text):
        for mention in event.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert mention in mentions(text, published=MONDAY)
