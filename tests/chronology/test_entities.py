"""Names: which people, organisations and places a text and its events speak of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.chronology.casting import MOST
from timeline.chronology.compile import compile_events
from timeline.chronology.entities import find_entities
from timeline.chronology.entity import KINDS, Entity
from timeline.chronology.source import Document
from timeline.chronology.view import View, select

NAMES = Path(__file__).resolve().parent.parent / "names"
MARK = re.compile(r"\[\[([^\]|]+)\|(\w+)(?:\|([^\]]+))?\]\]")


def named(text: str) -> list[str]:
    """What a text names, as "name/kind", each once, with a letter for the kind."""
    found = (one.entity for one in find_entities(text).appearances)
    return list(dict.fromkeys(f"{one.name}/{one.kind[0]}" for one in found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Tim Cook.", "Tim Cook/p"),
        ("It was Tim Cook's idea.", "Tim Cook/p"),
        ("He saw Mr. Tanaka there.", "Tanaka/p"),
        ("The plan of President Joe Biden failed.", "Joe Biden/p"),
        ("Then Prime Minister Anna Holm left.", "Anna Holm/p"),
        ("The speech of Martin Luther King Jr. moved them.", "Martin Luther King Jr./p"),
        ("A drawing by Leonardo da Vinci was sold.", "Leonardo da Vinci/p"),
        ("The lawyer Kevin O'Brien spoke.", "Kevin O'Brien/p"),
        ("The lawyer Kevin O’Brien spoke.", "Kevin O'Brien/p"),
        ("They heard Marie-Claire Dubois sing.", "Marie-Claire Dubois/p"),
        ("He married Margaret of Hungary.", "Margaret of Hungary/p"),
        ("The crown of King Gustav II was lost.", "King Gustav II/p"),
        ("It was won by Stephen King, the writer.", "Stephen King/p"),
        ("The fall of Theresa May came soon.", "Theresa May/p"),
        ("It was read by June Abbott.", "June Abbott/p"),
        ("The minister Robert Hill resigned.", "Robert Hill/p"),
        ("She read Pliny the Younger.", "Pliny the Younger/o"),
        ("Secretary of State Antony Blinken came.", "Antony Blinken/p"),
        ("He taught at the University of Bonn.", "University of Bonn/o"),
        ("The Bank of England cut its rate.", "Bank of England/o"),
        ("A unit of Procter & Gamble was sold.", "Procter & Gamble/o"),
        ("He works for Acme, Inc. now.", "Acme Inc./o"),
        ("The New York Times said so.", "New York Times/o"),
        ("The U.S. Department of Justice sued.", "U.S. Department of Justice/o"),
        ("The Food and Drug Administration agreed.", "Food and Drug Administration/o"),
        ("The Ministry of Health and Sport agreed.", "Ministry of Health and Sport/o"),
        ("The Supreme Court agreed.", "Supreme Court/o"),
        ("The U.S. took part.", "United States/p"),
        ("She was born in Wien-Mitte.", "Wien-Mitte/p"),
        ("It happened near Lowmoor.", "Lowmoor/p"),
        ("It happened in Gary, Indiana.", "Gary/p Indiana/p"),
        ("He came from Ulm, Calif., by bus.", "Ulm/p California/p"),
        ("They live in Church Street.", "Church Street/p"),
        ("Ships sail the Baltic Sea.", "Baltic Sea/p"),
        ("The Frankfurt-based bank closed.", "Frankfurt/p"),
        ("The Thirty Years' War ended.", "Thirty Years' War/o"),
        ("The Fraud Act 2006 applies.", "Fraud Act 2006/o"),
        ("Shares of Zorblax rose.", "Zorblax/o"),
        ("It was told to Texas Governor Greg Abbott.", "Texas/p Greg Abbott/p"),
        ("People love the iPhone.", "iPhone/o"),
        ("It was São Paulo that won.", "São Paulo/p"),
    ],
)
def test_a_name(text: str, names: str) -> None:
    assert " ".join(named(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "In May it rained. On Monday, however, the sun shone.",
        "However, the mill stood. Nevertheless it burned. Yesterday they left.",
        "Engineers said the bridge was safe. Police agreed. Rain fell.",
        "They met at Christmas, on Easter Monday and on Labor Day.",
        "French and German experts met two Italians and the Dutch.",
        "ALL SHOPS CLOSED AFTER HEAVY RAIN",
        "Council Approves Plan After Long Debate",
        "The Company and the Board approved the Annual Report.",
        "The Court heard the Defendant. Judgment was given.",
        "It was Room 12, on Page 4 and in Section II.",
        "“Nobody won,” he said. “We lost.”",
        "She was Chief Executive Officer and later Prime Minister.",
        "I said I'd come, and I'm here. OK?",
        "It cost US$5 or EUR 4 at 5 PM EST.",
        "Zorblax",
        "١٢ مايو ٢٠٢٥ 五月 \ud800 👩‍👩‍👧",
    ],
)
def test_no_name(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Tim Cook. Cook smiled. Later Tim left.", "Tim Cook/p"),
        ("We met Ann Roe and Bo Roe. Then Roe left.", "Ann Roe/p Bo Roe/p Roe/p"),
        ("The plan of Acme Corp. failed. We like Acme.", "Acme Corp./o"),
        ("Then Acme Corp. and Acme Corporation met. We like Acme.", "Acme Corp./o"),
        ("The plan of Acme Inc. failed. We like AI.", "Acme Inc./o AI/o"),
        ("The World Bank Group (WBG) met. The WBG agreed.", "World Bank Group/o"),
        ("The European Central Bank met. The ECB agreed.", "European Central Bank/o"),
        ("It hit Johann von Rantzau. But von Rantzau fled.", "Johann von Rantzau/p"),
        ("The army of King Gustav II came. There Gustav fell.", "King Gustav II/p"),
        ("Here is Raymond T. Hutchins. We know Raymond Hutchins.", "Raymond T. Hutchins/p"),
        ("We saw the U.S. and the UK. America won.", "United States/p United Kingdom/p"),
        ("They met Abraham Lincoln in Lincoln.", "Abraham Lincoln/p Lincoln/p"),
        ("Kestrels Beat Their Old Rivals Again\n\nThen Kestrels United sang.",
         "Kestrels United/o"),
        ("Present: Theo May, Ida Roe\n\nTM reported. Later TM left.", "Theo May/p Ida Roe/p"),
    ],
)  # fmt: skip
def test_shorter_forms(text: str, names: str) -> None:
    assert " ".join(named(text)) == names


def test_appearances_stand_where_they_say() -> None:
    text = "In\nMay Tim Cook’s very old and very good friend, Dr. Ida  Roe of New\nYork, left."
    found = find_entities(text).appearances
    assert [text[one.start : one.end] for one in found] == [
        "Tim Cook", "Ida", "Roe", "New\nYork",
    ]  # fmt: skip
    assert all(one.entity.kind in KINDS for one in found)


@pytest.mark.parametrize(
    "text",
    ["A" * 9_999, "Abc " * 5_000, "A." * 5_000, "A. " * 5_000, "of Bank " * 3_000, "A&" * 5_000,
     "Tim and " * 3_000, "Tim Cook\n" * 3_000, "U.S. " * 3_000, "A’" * 5_000, "(A: " * 3_000,
     "Mr. " * 3_000, "King " * 3_000, "Ulm, a " * 3_000, "X-" * 5_000, "iP" * 5_000],
)  # fmt: skip
def test_hostile_texts(text: str) -> None:
    for one in find_entities(text).appearances:
        assert 0 <= one.start < one.end <= len(text)
        assert len(one.entity.name) <= 120


def marked(path: Path) -> tuple[str, dict[tuple[int, int], tuple[str, str]]]:
    """A text with its marks taken out, and the kind and full name at each marked stretch."""
    raw = path.read_text(encoding="utf-8")
    gold, shift = {}, 0
    for mark in MARK.finditer(raw):
        start = mark.start() - shift
        gold[start, start + len(mark[1])] = mark[2], mark[3] or mark[1]
        shift += len(mark[0]) - len(mark[1])
    return MARK.sub(r"\1", raw), gold


def plain(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without an article before and a full stop behind it."""
    start += 4 * text.startswith("The ", start)
    return start, end - (text[end - 1] == ".")


@pytest.mark.parametrize(
    ("folder", "spans", "kinds", "wholes"),
    [("tuned", 0.97, 0.96, 0.98), ("blind", 0.97, 0.93, 0.98)],
)
def test_marked_texts(folder: str, spans: float, kinds: float, wholes: float) -> None:
    hits = missed = extra = kind = whole = 0
    for path in sorted((NAMES / folder).glob("*.txt")):
        text, gold = marked(path)
        right = {plain(text, *span): told for span, told in gold.items()}
        found = {
            plain(text, one.start, one.end): one.entity for one in find_entities(text).appearances
        }
        hits += len(right.keys() & found.keys())
        missed += len(right.keys() - found.keys())
        extra += len(found.keys() - right.keys())
        for span in right.keys() & found.keys():
            kind += right[span][0] == found[span].kind
            told, read = (name.removeprefix("The ").rstrip(".").casefold()
                          for name in (right[span][1], found[span].name))  # fmt: skip
            whole += told == read
    assert hits > 100
    assert 2 * hits / (2 * hits + missed + extra) >= spans
    assert kind / hits >= kinds
    assert whole / hits >= wholes


def events(*texts: str) -> dict[str, str]:
    """The names of each event by its title."""
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    return {
        event.title: ", ".join(one.name for one in event.entities)
        for event in compile_events(documents)
        if event.main
    }


def test_an_event_names_what_its_title_and_its_sentence_name() -> None:
    text = "In 1990 Acme Corp. opened a plant in Hamburg, said Tim Cook. Acme grew."
    assert list(events(text).values()) == ["Acme Corp., Hamburg, Tim Cook"]


def test_two_events_of_a_sentence_keep_their_names_apart() -> None:
    found = events("Airbus opened a plant in Hamburg in 1990, and Boeing left Seattle in 2001.")
    assert sorted(found.values()) == ["Airbus, Hamburg", "Boeing, Seattle"]


def test_a_name_in_place_of_a_pronoun() -> None:
    found = events("Ida Roe ran the mill. She sold it in 1990.")
    assert found == {"Ida Roe sold it": "Ida Roe"}


def test_equal_names_of_several_documents_are_one() -> None:
    found = events("Tim Cook spoke in 2020.", "Cook left in 2021. Acme paid in 2019.",
                   "The plan of Acme Corp. failed in 2018.")  # fmt: skip
    assert found["Cook left"] == "Tim Cook"
    assert found["Acme paid"] == "Acme Corp."


def test_between_documents_a_last_name_must_be_clear_and_first_names_stay() -> None:
    found = events("Tim Cook and Ann Cook met in 2020.", "Then Cook left in 2021.",
                   "Then Tim cried in 2022.")  # fmt: skip
    assert found["Cook left"] == "Cook"
    assert found["Tim cried"] == "Tim"


def test_no_event_names_too_many() -> None:
    crowd = ", ".join(f"Tim {chr(65 + n)}oe" for n in range(26))
    (names,) = events(f"In 1990 the town met {crowd} there.").values()
    assert names.count(",") == MOST - 1


def test_other_languages_name_nothing() -> None:
    text = "Im Jahr 1990 traf Bürgermeister Otto Runge die Direktorin."
    found = compile_events([Document("a", text, language="de")])
    assert all(event.entities == () for event in found)


def test_a_view_shows_events_that_name_any_of_its_names() -> None:
    text = "Airbus grew in 1990. In 1991 Tim Cook saw Boeing. Rain fell in 1992."
    found = compile_events([Document("a", text)])

    def years(*names: str) -> list[str | None]:
        return [e.edtf for e in select(found, View(names=frozenset(names)))]

    assert years() == ["1990", "1991", "1992"]
    assert years("Airbus") == ["1990"]
    assert years("Airbus", "Tim Cook") == ["1990", "1991"]
    assert years("airbus") == []


def test_plain_data() -> None:
    (event,) = compile_events([Document("a", "Tim Cook left Acme Corp. in 1990.")])
    assert event.entities == (Entity("Tim Cook", "person"), Entity("Acme Corp.", "organisation"))
    assert event.to_dict()["names"] == [
        {"name": "Tim Cook", "kind": "person"},
        {"name": "Acme Corp.", "kind": "organisation"},
    ]
