"""The sample documents hold the gold dates that lie beside them: every one and no other."""

import json
from pathlib import Path

import pytest

from timeline.normaliser.reader import mentions

DATA = Path(__file__).resolve().parent.parent / "data"
GOLD = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in DATA.glob("gold/*.json")
}
MODS = ("START", "MID", "END", "APPROX")


def read(name):
    text = (DATA / GOLD[name]["document"]).read_text(encoding="utf-8")
    return text, mentions(text, published=GOLD[name]["written"])


def row(mention):
    """A mention as the gold has it; "25 years ago today" has an origin too, that is not there."""
    mod = mention.mod if mention.mod in MODS else None
    origin = mention.origin if mention.type == "ANNIVERSARY" else None
    return mention.start, mention.end, mention.text, mention.type, mention.value, origin, mod


def gold_row(gold):
    fields = "start end text type value origin mod".split()
    return tuple(gold.get(field) for field in fields)


def rows():
    for name, gold in sorted(GOLD.items()):
        for number, mention in enumerate(gold["mentions"]):
            yield pytest.param(name, gold_row(mention), id=f"{name} {number} {mention['text']}")


FOUND = {}


def found_in(name):
    if name not in FOUND:
        FOUND[name] = {(m.start, m.end): row(m) for m in read(name)[1]}
    return FOUND[name]


@pytest.mark.parametrize(("name", "gold"), list(rows()))
def test_gold_mention_is_found(name, gold):
    nearby = [r for r in found_in(name).values() if r[0] < gold[1] and gold[0] < r[1]]
    assert nearby == [gold]


@pytest.mark.parametrize("name", sorted(GOLD))
def test_nothing_else_is_a_date(name):
    spans = {(gold["start"], gold["end"]) for gold in GOLD[name]["mentions"]}
    assert [r for span, r in found_in(name).items() if span not in spans] == []


@pytest.mark.parametrize("name", sorted(GOLD))
def test_gold_is_in_order_and_slices_to_its_text(name):
    text, _ = read(name)
    stop = 0
    for gold in GOLD[name]["mentions"]:
        assert stop <= gold["start"]
        assert text[gold["start"] : gold["end"]] == gold["text"]
        stop = gold["end"]


def test_every_sample_has_gold():
    samples = {path.name for path in DATA.iterdir() if path.suffix in (".txt", ".md")}
    assert samples == {gold["document"] for gold in GOLD.values()}
    assert len(samples) >= 5
