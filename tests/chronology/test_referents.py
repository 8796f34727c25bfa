"""Referents: the name that takes the place of a pronoun, and where none may."""

from __future__ import annotations

import pytest

from timeline import document, events

NAMED = [
    ("Ms. Ida Roe ran the mill. The mill burnt in 1980.\n\nIt stood empty.\n\nShe sold it in 1990.",
     "Ida Roe sold it"),
    ("Ida Roe, a potter, lives in Ulm.\n\nHer uncle Karl was a monk.\n\nIn 1990 she won a prize.",
     "Ida Roe won a prize"),
    ("The Liberal, Mark Hill, is in hospital. In May 1990 he resigned.", "Mark Hill resigned"),
    ("Mrs. Roe kept bees. Paul Dunn left Ulm in 1950.\n\nThat year she bought a farm in 1951.",
     "Roe bought a farm"),
    ("Anna Lund is a painter. Peter Moss is a clerk. Her first show opened in 1990.",
     "Anna Lund's first show opened"),
    ("Vera Holm taught music in Linz.\n\nIt was bombed.\n\nIn 1944 she and the poet Otto Runge "
     "hid a family.", "Vera Holm and the poet Otto Runge hid a family"),
    ("In 1961 Anna Lund married her neighbour, Otto Runge. They were divorced in 1974.",
     "Anna Lund and Otto Runge were divorced"),
    ("By noon on Monday the Elbe had risen, and at 3 p.m. it broke a dam.", "The Elbe broke a dam"),
    ("Nobody here remembers the mint. It was closed in 1850.", "The mint was closed"),
    ("If the lander survives, it could work until 2030.", "The lander could work"),
    ('Ida Roe taught law. "He told me it was girl talk," she recalled in 1996.',
     "Ida Roe: He told me it was girl talk"),
    ("The town marked the 75th anniversary of the Harbour Act in 2022, as it did for the 50th "
     "anniversary in 1997.", "50th anniversary of the Harbour Act"),
]  # fmt: skip
KEPT = [
    "A clerk in Ulm, Karl Moss, came. An officer ran. In 1990 he left.",
    "Ida Roe met Anna Lund. The rain fell.\n\nIn 1990 she left.",
    "Ida Roe is a judge. A nurse came. In 1990 she left.",
    "Ida Roe is a judge. The ferry ran aground. In 1990 she was refloated.",
    "Karl Moss is a judge. Her friends agree. In 1990 she left.",
    '"A man came," said Karl Moss. "He left in 1990."',
]


def titles(text: str) -> list[str]:
    return [event.title for event in events(document(text)).events]


@pytest.mark.parametrize(("text", "title"), NAMED)
def test_the_one_who_can_be_meant(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize("text", KEPT)
def test_nobody_is_named_where_two_can_be_meant(text: str) -> None:
    assert [t for t in titles(text) if t.startswith(("She ", "He "))], titles(text)
