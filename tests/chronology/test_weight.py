"""Which events are key: the parts of their weight, and the choice of the most important."""

from __future__ import annotations

import pytest

from timeline.calendar.cell import Cell
from timeline.chronology.compile import compile_events
from timeline.chronology.event import Event
from timeline.chronology.key import key_events
from timeline.chronology.source import Document
from timeline.chronology.view import View, select
from timeline.chronology.weight import PARTS

DAY = Cell.day(2024, 6, 17)
FIRE = "A fire destroyed the Roe mill in Ulm on June 14."
NEWS = [
    f"{FIRE} Four days before, on June 10, an inspector had warned the owners. Rain fell in 2019.",
    f"Ulm, a town of mills, is in shock. {FIRE} The next day, the mayor asked for help.",
    f"In 1921 Anton Roe built a mill. {FIRE}",
]


def compiled(*texts: str) -> tuple[Event, ...]:
    return compile_events([Document(str(n), text, DAY) for n, text in enumerate(texts)])


def named(events: tuple[Event, ...], words: str) -> Event:
    return next(e for e in events if words in e.title)


PAIRS = [
    # the part, texts, the title of the weightier event, the title of the other
    ("sources", NEWS, "fire destroyed", "inspector"),
    ("exact", ["The dam broke on 3 May 1990. The pier fell in 1991."], "dam broke", "pier fell"),
    ("exact", ["The dam broke in May 1990. The pier fell in the 1920s."], "dam broke", "pier"),
    ("opening", ["The dam broke on 3 May 2024. The pier fell on 4 May 2024."], "dam", "pier"),
    ("referred", ["The dam broke on 3 May 1990. The next day the pier fell."], "dam", "pier"),
    (
        "names",
        ["The dam of Ulm broke in 1990. The mill of Ulm fell in 1991. A pier sank in 1992."],
        "dam",
        "pier",
    ),
    ("kind", ["The dam broke on 3 May 1990. The pier was old in 1991."], "dam", "pier"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "texts", "more", "less"), PAIRS)
def test_parts(part: str, texts: list[str], more: str, less: str) -> None:
    events = compiled(*texts)
    weightier, other = (named(events, words).weight for words in (more, less))
    assert weightier.parts[part] > other.parts[part]


def test_a_weight_is_its_parts() -> None:
    for event in compiled(*NEWS):
        assert set(event.weight.parts) == set(PARTS)
        assert all(0 <= part <= 1 for part in event.weight.parts.values())
        assert 0 <= event.weight.total <= 1


def test_the_event_of_all_documents_comes_first() -> None:
    assert [e.title for e in key_events(compiled(*NEWS), 1)] == [
        named(compiled(*NEWS), "fire").title
    ]


def test_neighbours_do_not_repeat_one_event() -> None:
    text = "The Roe mill burned on June 10. The Roe mill burned down on June 11. Moss won that day."
    chosen = key_events(compiled(text), 2)
    assert len(chosen) == 2
    assert any("Moss" in e.title for e in chosen)


@pytest.mark.parametrize("most", [0, 1, 3, 100])
def test_no_more_than_asked(most: int) -> None:
    events = compiled(*NEWS)
    chosen = key_events(events, most)
    assert len(chosen) <= most
    assert [e for e in events if e in chosen] == list(chosen)


def test_a_negative_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="-1"):
        key_events((), -1)


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [Document(str(n), text, DAY) for n, text in enumerate(NEWS)]
    weights = {e.title: e.weight for e in compile_events(documents)}
    assert {e.title: e.weight for e in compile_events(documents[::-1])} == weights


def test_a_view_chooses_after_its_other_filters() -> None:
    events = compiled(*NEWS)
    shown = select(events, View(text="inspector", most=5))
    assert [e.title for e in shown] == [named(events, "inspector").title]
    assert len(select(events, View(most=2))) == 2
