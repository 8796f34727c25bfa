"""Links: what goes in comes out; whatever is wrong with one ends in a sentence."""

from __future__ import annotations

import base64
import json
import random
import string
import zlib

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from timeline.calendar.cell import Cell, Grain
from timeline.calendar.times import Shade
from timeline.chronology.correction import Add, Hide, Redate, Rename
from timeline.chronology.event import KINDS
from timeline.chronology.plain import correction_to_plain
from timeline.chronology.view import View
from timeline.chronology.workspace import Source, Workspace
from timeline.share import (
    ENORMOUS,
    MAX_CORRECTIONS,
    MAX_LINK,
    MAX_PLAIN,
    NEWER,
    VERSION,
    ShareError,
    from_plain,
    in_reach,
    pack,
    to_plain,
    unpack,
)

DAYS = st.integers(-3_650_000, 3_650_000)


def cells(*grains: Grain) -> st.SearchStrategy[Cell]:
    days = DAYS.map(lambda day: Cell(Grain.DAY, day))
    chosen = st.tuples(days, st.sampled_from(grains or [g for g in Grain if g >= Grain.DAY]))
    times = st.tuples(DAYS, st.integers(0, 23), st.integers(0, 59)).map(lambda c: Cell.clock(*c))
    return st.one_of(chosen.map(lambda pair: pair[0].up(pair[1])), times).filter(in_reach)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SOURCES = st.one_of(
    st.builds(Source, name=NAMES, text=TEXTS, written=st.none() | cells()),
    st.builds(Source, name=NAMES, sample=NAMES.filter(bool), written=st.none() | cells()),
)
CORRECTIONS = (
    Hide("1a"),
    Rename("2b", "Größe <b>"),
    Redate("3c", Cell.year(-479), Shade(about=True), "c. 480 BC"),
    Add("a", 3, 6, "was", "It was", "planned"),
)
WORKSPACES = st.builds(
    Workspace,
    st.lists(SOURCES, max_size=4, unique_by=lambda source: source.name).map(tuple),
    NAMES,
    st.lists(st.sampled_from(CORRECTIONS), max_size=4).map(tuple),
)
VIEWS = st.builds(
    View,
    first=st.none() | cells(),
    last=st.none() | cells(),
    hidden=st.frozensets(st.sampled_from(KINDS)),
    text=NAMES,
    selected=st.none() | NAMES.filter(bool),
    document=st.none() | NAMES.filter(bool),
    names=st.frozensets(NAMES, max_size=4),
    disputed=st.booleans(),
)
VISIT = Workspace((Source("state-visit", sample="state-visit"),))
NOTE = Workspace((Source("note", "It began on 7 May 2025. " * 10),))


def link_of(plain: object, *, level: int = 9) -> str:
    data = plain if isinstance(plain, bytes) else json.dumps(plain).encode()
    return base64.urlsafe_b64encode(zlib.compress(data, level)).rstrip(b"=").decode()


@given(WORKSPACES, VIEWS)
@example(
    Workspace((Source("مقال 🗞️", "وُقّعت الاتفاقية في ٧ مايو ٢٠٢٥ 👩‍👩‍👧"),), "título"),
    View(first=Cell.year(-479), last=Cell(Grain.CENTURY, -4), hidden=frozenset({"planned"})),
)
def test_what_goes_in_comes_out(workspace: Workspace, view: View) -> None:
    if view.first is not None and view.last is not None:
        assume(view.first.first_day <= view.last.last_day)
    assert unpack(pack(workspace, view)) == (workspace, view)
    assert from_plain(json.loads(json.dumps(to_plain(workspace, view)))) == (workspace, view)


def test_half_characters_are_replaced() -> None:
    workspace, _ = unpack(pack(Workspace((Source("a", "x\ud800y"),)), View()))
    assert workspace.sources[0].text == "x\ufffdy"


def test_a_sample_makes_a_short_link() -> None:
    assert len(pack(VISIT, View(first=Cell.year(1939)))) < 300


def test_too_much_for_a_link() -> None:
    noise = "".join(random.Random(5).choices(string.ascii_letters, k=20_000))
    for text in (noise, "a" * (MAX_PLAIN + 1), "é" * (MAX_PLAIN - 100)):
        with pytest.raises(ShareError, match="too large for a link"):
            pack(Workspace((Source("a", text),)), View())


def test_a_cut_link() -> None:
    code = pack(NOTE, View())
    for length in range(len(code)):
        with pytest.raises(ShareError):
            unpack(code[:length])


def test_swapped_characters() -> None:
    code = pack(NOTE, View())
    for place in range(len(code) - 1):
        one, other = code[place], code[place + 1]
        if one != other:
            with pytest.raises(ShareError):
                unpack(code[:place] + other + one + code[place + 2 :])


@given(st.text(max_size=200) | st.text(string.ascii_letters + string.digits + "_-", max_size=500))
def test_garbage(code: str) -> None:
    with pytest.raises(ShareError):
        unpack(code)


@given(st.binary(max_size=200))
def test_packed_garbage(data: bytes) -> None:
    with pytest.raises(ShareError):
        unpack(link_of(data))


def test_enormous_payloads() -> None:
    for code in (link_of(b"0" * 6_000_000), link_of(b" " * (MAX_PLAIN + 1)), "A" * (MAX_LINK + 1)):
        with pytest.raises(ShareError) as caught:
            unpack(code)
        assert str(caught.value) == ENORMOUS


def test_hostile_json() -> None:
    for data in (b"[" * 200_000, b"9" * 900_000, b'{"version": NaN}', b'"\\ud800"', b"\xff\xfe"):
        with pytest.raises(ShareError):
            unpack(link_of(data))


def test_only_corrections_need_the_new_version() -> None:
    assert to_plain(NOTE, View())["version"] == 1
    assert to_plain(NOTE.correct(Hide("a")), View())["version"] == VERSION


def test_too_many_corrections_for_a_link() -> None:
    many = Workspace(corrections=(Hide("a"),) * (MAX_CORRECTIONS + 1))
    with pytest.raises(ShareError, match="too large for a link"):
        pack(many, View())


def test_a_newer_version() -> None:
    with pytest.raises(ShareError) as caught:
        unpack(link_of({"version": VERSION + 1, "something": "else"}))
    assert str(caught.value) == NEWER


def plain(**changes: object) -> dict[str, object]:
    return {"version": 1, "title": "", "documents": [], "view": {}} | changes


def test_the_plain_form_is_accepted() -> None:
    assert from_plain(plain()) == (Workspace(), View())


@pytest.mark.parametrize(
    "changed",
    [
        None,
        [],
        {},
        "text",
        plain(version=0),
        plain(version=True),
        plain(version="1"),
        plain(version=1.0),
        plain(title=5),
        plain(title="x" * 1_000),
        plain(title="\ud800"),
        plain(more=1),
        plain(documents={}),
        plain(documents=[{}] * 101),
        plain(documents=[{"name": "a"}, {"name": "a"}]),
        plain(documents=[{"name": "a", "sample": "b", "text": "c"}]),
        plain(documents=[{"name": "a", "path": "/etc/passwd"}]),
        plain(documents=["a"]),
        plain(documents=[{"name": "a", "written": "2025"}]),
        plain(documents=[{"name": "a", "written": ["day"]}]),
        plain(documents=[{"name": "a", "written": ["day", "5"]}]),
        plain(documents=[{"name": "a", "written": ["day", True]}]),
        plain(documents=[{"name": "a", "written": ["day", 1.5]}]),
        plain(documents=[{"name": "a", "written": ["year", 12_000]}]),
        plain(documents=[{"name": "a", "written": ["year", 10**400]}]),
        plain(documents=[{"name": "a", "written": ["aeon", 1]}]),
        plain(documents=[{"name": "a", "written": [["day"], 1]}]),
        plain(documents=[{"name": "a", "written": ["hour", 1, 9_999]}]),
        plain(corrections={}),
        plain(corrections=[[]]),
        plain(corrections=[{"do": "hide"}]),
        plain(corrections=[correction_to_plain(Hide("a"))] * (MAX_CORRECTIONS + 1)),
        plain(corrections=[correction_to_plain(Rename("a", "b")) | {"more": 1}]),
        plain(view=[]),
        plain(view={"zoom": 2}),
        plain(view={"hidden": "planned"}),
        plain(view={"hidden": ["unheard of"]}),
        plain(view={"hidden": [1]}),
        plain(view={"disputed": 1}),
        plain(view={"hidden": ["planned"] * 100}),
        plain(view={"names": "Tim Cook"}),
        plain(view={"names": [1]}),
        plain(view={"names": ["x" * 1_000]}),
        plain(view={"names": [str(number) for number in range(51)]}),
        plain(view={"selected": 3}),
        plain(view={"find": "x" * 10_000}),
        plain(view={"first": ["year", 1945], "last": ["year", 1939]}),
    ],
)
def test_every_field_is_checked(changed: object) -> None:
    with pytest.raises(ShareError):
        from_plain(changed)
