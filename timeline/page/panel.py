"""The panel of the selected event: what was read, by which rule, from where, and what else."""

from __future__ import annotations

from typing import Any

import streamlit as st

from timeline.calendar.edtf import edtf
from timeline.chronology.event import Claim, Event, Passage
from timeline.normaliser.confidence import sureness
from timeline.normaliser.explain import Explanation, explain_mention
from timeline.normaliser.mention import Mention
from timeline.normaliser.steps import Step
from timeline.page import correcting, state
from timeline.page.plain import cut
from timeline.page.prose import Node, node, prose
from timeline.page.reading import Chronology, dates
from timeline.page.words import PART_LABELS, kind_label

MOST = 12
"""No list in the panel is longer than this."""
_GIVEN = "the date is yours"


def show(found: Chronology, colors: dict[str, str]) -> None:
    """The panel, or a line that says how to fill it."""
    event = found.by_id.get(state.view().selected or "")
    if event is None:
        hint = "Select an event on the chart, in the list or in the text to see how it was read."
        nodes = [node("p", hint, cls="quiet")] if found.events else []
    else:
        nodes = [
            node("p", event.title, cls="title"),
            node("p", node("span", cls="dot"), _heading(event), cls=f"when {event.kind}"),
            node("dl", *_facts(event, found)),
        ]
    prose(node("div", *nodes, cls="panel"), key="panel", colors=colors, on_act=_clicked)
    if event is not None:
        correcting.show(found, event)


def _heading(event: Event) -> str:
    words = event.words if event.placed or event.time is not None else "no date"
    return f"{words[:1].upper()}{words[1:]} · {kind_label(event.kind)}"


def _facts(event: Event, found: Chronology) -> list[Node]:
    told = _explain(event, found)
    given = "date" in event.corrected
    rows: list[tuple[str, list[Node | str]]] = [
        ("Disputed", [_claim(claim) for claim in event.claims[:MOST]]),
        ("Words read", _distinct(f"“{one.steps.words}”" for one in told)),
        ("Read by", _rules(told)),
        ("Counted from", _distinct(one.anchor for one in told)),
        ("Direction", _distinct(one.direction for one in told)),
        ("Could also be", _distinct(words for one in told for words in one.otherwise)[:MOST]),
        ("As data", _values(event, event.mentions[:MOST])),
        ("Confidence", [_GIVEN if given else sureness(event.confidence)]),
        ("Because", _because(event, told)),
        ("Corrected", _distinct(correcting.changed(event, found))),
        ("Importance", _importance(event)),
        ("Who and where", [node("li", f"{e.name} ({e.kind})") for e in event.entities]),
        ("Tied to", [_link(found.by_id[one]) for one in event.related if one in found.by_id]),
        (
            "Written in" if len(event.passages) == 1 else f"{len(event.passages)} passages",
            [
                _passage(passage, number, several=len(found.documents) > 1)
                for number, passage in enumerate(event.passages[:MOST])
            ],
        ),
    ]
    return [
        part for name, values in rows if values for part in (node("dt", name), node("dd", *values))
    ]


def _importance(event: Event) -> list[Node | str]:
    """The parts of its weight that add something, the largest first."""
    points = sorted(event.weight.points.items(), key=lambda item: -item[1][0])
    parts = [
        node("li", f"{PART_LABELS[name]}: {own} of {most}") for name, (own, most) in points if own
    ]
    return [node("li", f"{event.weight.total:.0%}", node("ul", *parts))] if parts else []


def _because(event: Event, told: list[Explanation]) -> list[Node | str]:
    """Why its date is trusted as far as it is; nothing where the user gave it."""
    if "date" in event.corrected:
        return []
    words = [one.mention.basis.words for one in told]
    if event.basis != "date" or event.reason:
        words.append(f"{event.reason[:1].upper()}{event.reason[1:]}.")
    return _distinct(words)


def _claim(claim: Claim) -> Node:
    documents = claim.documents
    more = f" and {len(documents) - MOST} more" if len(documents) > MOST else ""
    words = claim.words
    return node("li", f"{words[:1].upper()}{words[1:]}: {', '.join(documents[:MOST])}{more}")


def _distinct(words: Any) -> list[Node | str]:
    return [node("li", one) for one in dict.fromkeys(filter(None, words))]


def _explain(event: Event, found: Chronology) -> list[Explanation]:
    """The explanations of the dates an event was read from."""
    told = []
    for passage in event.passages[:MOST]:
        document = next(one for one in found.documents if one.name == passage.document)
        others = dates(found, document)
        told += [explain_mention(mention, others) for mention in passage.mentions]
    return told[:MOST]


def _rules(told: list[Explanation]) -> list[Node | str]:
    """The rules and what they are made of; of those that read the same words alike, one."""
    same = {(one.steps.words, *one.steps.lines()): one.steps for one in told}
    return [node("li", step.told, *_made_of(step)) for step in same.values()]


def _made_of(step: Step) -> list[Node]:
    if not step.parts:
        return []
    parts = [node("li", f"“{part.words}”: {part.told}", *_made_of(part)) for part in step.parts]
    return [node("ul", *parts)]


def _values(event: Event, mentions: tuple[Mention, ...]) -> list[Node | str]:
    made = edtf(event.time, event.shade)
    values = [node("li", "EDTF ", node("code", made))] if made else []
    for value in dict.fromkeys(m.value for m in mentions if m.value):
        mods = {m.mod for m in mentions if m.value == value and m.mod}
        values.append(node("li", "TIMEX3 ", node("code", " ".join([value, *sorted(mods)]))))
    for mention in mentions:
        if mention.origin is not None:
            values.append(node("li", "Origin ", node("code", mention.origin)))
            break
    return [*values]


def _link(event: Event) -> Node:
    return node("li", node("button", f"{event.words}: {event.title}", act={"event": event.id}))


def _passage(passage: Passage, number: int, *, several: bool) -> Node:
    quote = node("button", f"“{cut(passage.text, 220)}”", act={"passage": number})
    where = [node("p", passage.document, cls="quiet small")] if several else []
    return node("li", *where, quote)


def _clicked(act: Any) -> None:
    if not isinstance(act, dict):
        return
    st.session_state["clicked"] = None
    passage = act.get("passage")
    if isinstance(passage, int):
        state.choose(state.view().selected, passage)
    else:
        state.choose(str(act.get("event")))
