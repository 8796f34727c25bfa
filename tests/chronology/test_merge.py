"""Merging: one event for what several passages tell, and both dates where they disagree."""

from __future__ import annotations

import random

import pytest

from timeline.calendar.cell import Cell
from timeline.chronology.compile import compile_events
from timeline.chronology.event import Event
from timeline.chronology.source import Document
from timeline.chronology.view import View, select

MONDAY = Cell.day(2024, 6, 17)


def compiled(*texts: str, written: Cell | None = MONDAY) -> tuple[Event, ...]:
    """The events of some texts, each a document of its own."""
    return compile_events([Document(str(n), text, written) for n, text in enumerate(texts)])


def joined(*texts: str) -> list[tuple[str | None, int]]:
    """The dates of the events that have several passages, with the number of passages."""
    return [(e.edtf, len(e.passages)) for e in compiled(*texts) if len(e.passages) > 1]


MERGED = [
    # the finer date wins, the coarser agrees
    (("Rebels seized Kolda in March 2008.", "On 6 March 2008 rebels seized Kolda."), "2008-03-06"),
    (("Ida Roe left Ulm in 1990. On 3 May 1990 Ida Roe left Ulm.",), "1990-05-03"),
    # other words for one act
    (("Ida Roe resigned as mayor on 3 May 2021.", "Ida Roe stepped down on 3 May 2021."),
     "2021-05-03"),
    (("Roe quit on 3 May 2021.", "Ida Roe resigned as mayor on 3 May 2021."), "2021-05-03"),
    (("Acme bought Vega Labs in 2010.", "Acme acquired Vega Labs in May 2010."), "2010-05"),
    (("Acme bought Vega Labs in 2010.", "Vega Labs was acquired by Acme in 2010."), "2010"),
    (("Acme unveiled the Ping 4 on 7 June 2010.", "Acme launched the Ping 4 on 7 June 2010."),
     "2010-06-07"),
    (("Ida Roe died on 3 May 2021.", "Ida Roe, the painter, passed away on 3 May 2021."),
     "2021-05-03"),
    (("Moss sued Acme in May 2020.", "Moss filed a lawsuit against Acme on 4 May 2020."),
     "2020-05-04"),
    (("Zeta Mill was founded in 1921.", "Otto Runge founded Zeta Mill in 1921."), "1921"),
    (("Zeta Mill was set up in 1921.", "Zeta Mill was established in March 1921."), "1921-03"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "date"), MERGED)
def test_merged(texts: tuple[str, ...], date: str) -> None:
    assert joined(*texts) == [(date, 2)]


APART = [
    # the date alone
    ("The mill at Ulm burned down in 1990. The bank at Bonn was founded in 1990.",),
    ("The mill at Ulm burned down on 3 May 1990.", "Ida Roe resigned on 3 May 1990."),
    # the same names, another act
    ("Acme bought Vega Labs in 2010.", "Acme sold Vega Labs in 2010."),
    ("Ida Roe was born in 1900.", "Ida Roe died in 1900."),
    ("Acme opened the Ulm plant in 1990. Acme closed the Ulm plant in 1990.",),
    # the same act, other names, numbers or roles
    ("Ida Roe won the Kolb prize in 1990.", "Ed Moss won the Kolb prize in 1990."),
    ("Acme launched the Ping 4 in 2010.", "Acme launched the Ping 5 in 2010."),
    ("Acme released the Ping phone in 2010.", "Acme released the Tock watch in 2010."),
    ("Ida Roe won her second title in 1990.", "Ida Roe won her third title in 1990."),
    ("Acme sued Vega in 2010.", "Vega sued Acme in 2010."),
    ("Mayor Roe's son met Otto Runge on 3 May 1990.", "Mayor Roe met Otto Runge on 3 May 1990."),
    ("The shop at Ulm opened in 1990. The shop at Bonn opened in 1990.",),
    # what did not happen
    ("Roe did not resign as mayor of Ulm in 2020.", "Roe resigned as mayor of Ulm in 2020."),
    # every company has a quarter
    ("Acme's profit rose 5% in May 2010.", "Vega's profit rose 5% in May 2010."),
    # one after the other
    ("Ida Roe visited Ulm on 3 May 1990. Ida Roe visited Ulm on 9 May 1990.",),
    ("Rebels seized Kolda on 6 March 2008.", "Rebels seized Kolda on 9 March 2008."),
]


@pytest.mark.parametrize("texts", APART)
def test_apart(texts: tuple[str, ...]) -> None:
    assert joined(*texts) == []
    assert not any(e.disputed for e in compiled(*texts))


def test_a_coarse_date_joins_one_of_two_days() -> None:
    texts = [f"Rebels seized Kolda {when}." for when in ("in March 2008", "on 6 March 2008",
                                                         "on 9 March 2008")]  # fmt: skip
    assert [(e.edtf, len(e.passages)) for e in compiled(*texts)] == [
        ("2008-03-06", 2),
        ("2008-03-09", 1),
    ]


JOINING = [
    # what an anniversary remembers
    (("Zeta Mill marks its 50th anniversary in 2025.", "Zeta Mill was founded in 1975."), "1975"),
    # a headline joins what its article tells
    (("Roe to visit Ulm\n\nIda Roe will visit Ulm on 3 July 2024, her office said.",),
     "2024-07-03"),
    (("Acme unveils Ping phone\n\nAcme unveiled its Ping phone on Friday in Ulm.",),
     "2024-06-14"),
    # a plan without a date
    (("Ida Roe will visit Ulm on 3 July 2024. Roe will visit Ulm with her son.",), "2024-07-03"),
    # told again, long after
    (("The Runge mill at Ulm burned down on 3 May 1990.", "The Runge mill at Ulm burned down."),
     "1990-05-03"),
    (("Ida Roe resigned as mayor on 13 June 2024.", "Mayor Ida Roe resigned."), "2024-06-13"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "date"), JOINING)
def test_joining(texts: tuple[str, ...], date: str) -> None:
    assert joined(*texts) == [(date, 2)]


NOT_JOINING = [
    ("Ida Roe resigned on 3 May 1990.", "Ed Roe resigned."),
    ("Acme launched the Ping 4 on 3 May 1990.", "Acme launched the Ping 5."),
    ("The mill burned down on 3 May 1990.", "The barn burned down."),
    ("Ida Roe visited Ulm on 3 May 1990.", "Ida Roe visited Ulm."),
    ("Ida Roe may resign on 3 July 2024. Ida Roe resigned.",),
    ("Acme opened a shop in Ulm on 3 May 1990.", "Acme opened a shop in Bonn."),
]


@pytest.mark.parametrize("texts", NOT_JOINING)
def test_not_joining(texts: tuple[str, ...]) -> None:
    assert joined(*texts) == []


DISPUTED = [
    (("Ida Roe was born in 1950.", "Ida Roe was born in Ulm in 1951."), ["1950", "1951"]),
    (("Ida Roe died on 3 May 2021.", "Ida Roe died on 5 May 2021."), ["2021-05-03", "2021-05-05"]),
    (("Zeta Mill was founded in 1921.", "Otto Runge founded Zeta Mill in 1912."),
     ["1912", "1921"]),
    (("The Runge mill at Ulm burned down on 3 May 1990.",
      "The Runge mill at Ulm burned down on 4 June 1990."), ["1990-05-03", "1990-06-04"]),
    (("Acme acquired Vega Labs in 2010.", "Acme bought Vega Labs in 2011."), ["2010", "2011"]),
    (("Ida Roe was born in 1950 in Ulm. She moved. Ida Roe was born in 1951 in Ulm.",),
     ["1950", "1951"]),
    # most documents first
    (("Ida Roe was born in 1950.", "Ida Roe was born in 1951.", "Roe, Ida Roe, was born in 1951.",
      "Ida Roe was born in 1951 in Ulm."), ["1951", "1950"]),
    # then the more exact
    (("Ida Roe was born in 1950.", "Ida Roe was born on 3 May 1951."), ["1951-05-03", "1950"]),
    # a year that an anniversary tells
    (("In 2025 Zeta Mill marks the 80th anniversary of the founding of Zeta Mill.",
      "Zeta Mill was founded in 1946."), ["1945", "1946"]),
    (("In 2025 Zeta Mill marks its 80th anniversary.", "Zeta Mill was founded in 1946."),
     ["1945", "1946"]),
    (("In 2025 Ulm marks the 80th anniversary of the Battle of Ulm.",
      "The Battle of Ulm was fought in 1946."), ["1945", "1946"]),
    (("In 2025 Ulm marks the 80th anniversary of the victory in the Long War.",
      "The victory in the Long War came in 1946."), ["1945", "1946"]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "dates"), DISPUTED)
def test_disputed(texts: tuple[str, ...], dates: list[str]) -> None:
    (event,) = [e for e in compiled(*texts) if e.disputed]
    assert [claim.edtf for claim in event.claims] == dates
    assert event.edtf == dates[0]
    assert {p for claim in event.claims for p in claim.passages} == set(event.passages)
    assert event.to_dict()["disputed"] is True


AGREED = [
    # what comes again
    ("Acme's owners met in Ulm on 3 May 2020.", "Acme's owners met in Ulm in May 2021."),
    ("Acme reported a $5 million profit in 2010.", "Acme reported a $5 million profit in 2011."),
    ("Ida Roe was elected mayor of Ulm in 1990.", "Ida Roe was elected mayor of Ulm in 1994."),
    ("Ulm beat Bonn 2-1 on 3 May 2020.", "Ulm beat Bonn 2-1 on 9 May 2021."),
    ("Acme opened a shop in Ulm in 1990.", "Acme opened a shop in Ulm in 1995."),
    ("Ida Roe was appointed judge in 1990.", "Ida Roe was appointed judge in 1995."),
    ("The bridge at Bonn fell in 1945. The bridge at Bonn fell in 1949.",),
    # other people, places, offices
    ("Ida Roe was born in 1950.", "Ed Roe was born in 1951."),
    ("Roe was born in 1950.", "Roe was born in 1951."),
    ("Ida Roe died in Ulm in 1990.", "Ida Roe died in Bonn in 1995."),
    ("Ida Roe resigned as mayor of Ulm in 2010.", "Ida Roe resigned from the board in 2011."),
    ("Roe was crowned king in 1990. Roe was crowned emperor in 1995.",),
    ("The mill burned down in 1990.", "The mill burned down in 1995."),
    ("Acme signed a first pact with Vega in 1990.", "Acme signed a second one with Vega in 1991."),
    # another battle
    ("In 2025 Ulm marks the 80th anniversary of the Battle of Ulm.",
     "The Battle of Bonn was fought in 1946."),
    ("In 2025 Ulm marks the 80th anniversary of the Battle of Ulm.",
     "The Second Battle of Ulm was fought in 1946."),
    # no contradiction: one within the other, about, before, since
    ("Ida Roe was born in 1950.", "Ida Roe was born on 3 May 1950."),
    ("Ida Roe was born about 1950.", "Ida Roe was born in 1951."),
    ("Ida Roe died before 1990.", "Ida Roe died in 1988."),
    # plans
    ("Acme will buy Vega Labs in 2030.", "Acme will buy Vega Labs in 2031."),
    ("Acme would buy Vega Labs in 2010.", "Acme bought Vega Labs in 2011."),
    # a date that is only implied
    ("Ida Roe died on 3 May 2021.", "Ida Roe died."),
]  # fmt: skip


@pytest.mark.parametrize("texts", AGREED)
def test_agreed(texts: tuple[str, ...]) -> None:
    events = compiled(*texts)
    assert not any(e.disputed for e in events)
    assert all(e.to_dict()["claims"] == [] for e in events)


def test_a_view_can_show_only_conflicts() -> None:
    events = compiled("Ida Roe was born in 1950. Ulm fell in 1945.", "Ida Roe was born in 1951.")
    (shown,) = select(events, View(disputed=True))
    assert shown.disputed
    assert select(events, View()) == events


def test_the_order_of_documents_changes_nothing() -> None:
    texts = sorted({text for rows in (MERGED, DISPUTED) for row, _ in rows for text in row})
    texts += [text for row in (*APART, *AGREED, *NOT_JOINING) for text in row]
    documents = [Document(str(n), text, MONDAY) for n, text in enumerate(texts)]

    def told(some: list[Document]) -> list[object]:
        return [
            (e.title, e.edtf, e.kind, [c.edtf for c in e.claims], {p.text for p in e.passages})
            for e in compile_events(some)
        ]

    whole = told(documents)
    for seed in range(4):
        shuffled = random.Random(seed).sample(documents, len(documents))
        assert told(shuffled) == whole


ARTICLE = (
    "Mill burns at Ulm\n\nThe Runge mill at Ulm burned down on Friday. Otto Runge founded it in "
    "1921. Ida Roe will visit Ulm on 3 July 2024. Roe resigned as mayor on 3 May 2021."
)


def test_a_repeated_article_is_told_once() -> None:
    once = compiled(ARTICLE)
    many = compiled(*[ARTICLE] * 50)
    assert [(e.title, e.edtf, e.kind) for e in many] == [(e.title, e.edtf, e.kind) for e in once]
    assert [len(e.passages) for e in many] == [50 * len(e.passages) for e in once]
    assert not any(e.disputed for e in many)


def test_documents_that_contradict_each_other_everywhere() -> None:
    texts = [f"Ida Roe was born on 3 May {1900 + n}." for n in range(40)]
    events = compiled(*texts)
    assert len({p for e in events for p in e.passages}) == 40
    assert all(e.disputed for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Roe{i} was born in Town{i} in {1900 + i % 90}." for i in range(2_000)),
        "\n".join(f"Acme bought Vega on {1 + i % 28} May {1900 + i % 90}." for i in range(2_000)),
        "IDA ROE DIED IN 1990. THE MILL AT ULM BURNED DOWN IN 1990. ACME BOUGHT VEGA IN 1990.",
        "Ida Roe died in 1990 and " * 2_000,
    ],
    ids=["list", "one deed", "capitals", "endless"],
)  # fmt: skip
def test_hostile_texts_stay_apart(text: str) -> None:
    events = compiled(text)
    assert len([e for e in events if e.main]) >= min(3, text.count("."))
