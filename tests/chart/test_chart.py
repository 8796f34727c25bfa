"""The chart: every event can be found in it, whatever its date and its words."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import DAY_SECONDS, Cell, Grain, to_ordinal
from timeline.calendar.times import PLAIN, Bound, Edge, Interval, Shade, Time
from timeline.chart import figure
from timeline.chart.lanes import LABEL_HEIGHT, Body, pack, seat
from timeline.chart.marks import EARLIEST, LATEST
from timeline.chart.style import DARK, KINDS, LIGHT, kind_of
from timeline.chart.text import hover, plain, shorten, width, wrapped
from timeline.chart.ticks import ticks, year_second, year_steps
from timeline.chronology.event import KINDS as EVENT_KINDS
from timeline.chronology.event import Event, Passage

if TYPE_CHECKING:
    from playwright.sync_api import Page

ISO = re.compile(r"-?\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?")
day, month, year = Cell.day, Cell.month, Cell.year


def event(
    time: Time | None,
    title: str = "The treaty is signed",
    *,
    id: str = "one",
    kind: str = "reported",
    shade: Shade = PLAIN,
    text: str = "The treaty was signed in the great hall.",
    related: tuple[str, ...] = (),
) -> Event:
    return Event(id, title, time, shade, kind, (Passage("doc", 0, 10, text),), related)


def numbered(times: Iterable[Time]) -> list[Event]:
    return [event(time, f"Event number {i}", id=f"e{i}") for i, time in enumerate(times)]


def plotted(events: Sequence[Event], **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(figure(events, **options).to_json())
    return found


def points(drawn: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """Where the clickable point of each event stands; each event has one."""
    found: dict[str, tuple[str, float]] = {}
    for trace in drawn["data"]:
        for id, x, y in zip(trace.get("customdata", ()), trace["x"], trace["y"], strict=False):
            assert id not in found
            assert x is not None
            found[id] = x, y
    return found


def traces(drawn: dict[str, Any], **having: Any) -> list[dict[str, Any]]:
    return [t for t in drawn["data"] if all(t.get(k) == v for k, v in having.items())]


TIMES = [
    ("a day", day(2025, 5, 4), PLAIN, "2025-05-04 12:00:00"),
    ("a minute", Cell.clock(to_ordinal(2025, 5, 4), 6, 5), PLAIN, "2025-05-04 06:05:00"),
    ("midnight", Cell.clock(to_ordinal(2025, 5, 4), 0, 0), PLAIN, "2025-05-04"),
    ("part of a day", Cell.part(to_ordinal(2025, 5, 4), "MO"), PLAIN, "2025-05-04 09:00:00"),
    ("a day BC", day(-43, 3, 15), PLAIN, "-0043-03-15 12:00:00"),
    ("year 1 BC", year(0), PLAIN, "0000-07-02"),
    ("a two-digit year", year(79), PLAIN, "0079-07-02 12:00:00"),
    ("480 BC", year(-479), PLAIN, "-0479-07-02 12:00:00"),
    ("the first year", year(-9999), PLAIN, "-9999-07-02 12:00:00"),
    ("the last year", year(9999), PLAIN, "9999-07-02 11:59:59"),
    ("beyond the last year", year(12_000), PLAIN, "9999-12-31 23:59:59"),
    ("before the first year", year(-12_000), PLAIN, "-9999-01-01"),
    ("a visit", Interval(day(2025, 5, 7), day(2025, 5, 10)), PLAIN, "2025-05-07"),
    ("since", year(2010), Shade(bound=Bound.SINCE), "2010-01-01"),
    ("until", Interval(None, year(2010)), PLAIN, "2011-01-01"),
    ("early", month(2025, 6), Shade(edge=Edge.START), "2025-06-06"),
    ("a century BC", Cell(Grain.CENTURY, -5), PLAIN, "-0449-01-01 12:00:00"),
    ("an offset", Cell.clock(to_ordinal(2025, 5, 4), 1, 0, offset=180), PLAIN,
     "2025-05-03 22:00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("time", "shade", "x"), [c[1:] for c in TIMES], ids=[c[0] for c in TIMES])
@pytest.mark.parametrize("dark", [False, True])
def test_marker_stands_at_the_time(time: Time, shade: Shade, x: str, dark: bool) -> None:
    drawn = plotted([event(time, shade=shade)], dark=dark)
    assert points(drawn)["one"][0] == x
    for trace in drawn["data"]:
        assert all(value is None or ISO.fullmatch(value) for value in trace["x"])
    assert_range(drawn)


def assert_range(drawn: dict[str, Any]) -> None:
    axis = drawn["layout"]["xaxis"]
    low, high = axis["range"]
    assert ISO.fullmatch(low)
    assert ISO.fullmatch(high)
    assert low != high
    assert axis["autorange"] is False
    assert drawn["layout"]["yaxis"]["fixedrange"] is True


@pytest.mark.parametrize("span", [(0, 0), (10**9, 10**9), (-(10**9), 10**9), (800_000, 700_000)])
def test_any_span_is_a_range_that_plotly_draws(span: tuple[int, int]) -> None:
    drawn = plotted([event(day(2025, 5, 4))], span=span)
    assert_range(drawn)
    assert points(drawn).keys() == {"one"}


def test_span_is_shown() -> None:
    span = to_ordinal(1900, 1, 1), to_ordinal(1999, 12, 31)
    drawn = plotted(numbered([year(-479), year(1950), year(2025)]), span=span)
    assert drawn["layout"]["xaxis"]["range"] == ["1900-01-01", "2000-01-01"]
    assert len(points(drawn)) == 3


def test_marker_stands_in_what_is_seen_of_a_long_time() -> None:
    span = to_ordinal(2000, 1, 1), to_ordinal(2000, 12, 31)
    events = numbered([Cell(Grain.MILLENNIUM, 1), Interval(year(1990), year(2010))])
    found = points(plotted([*events, event(Cell(Grain.MILLENNIUM, 2), id="m")], span=span))
    assert found["m"][0].startswith("2000-07-0")
    assert found["e1"][0] == "2000-01-01"


def test_no_event_is_no_error() -> None:
    for events in ([], [event(None)]):
        drawn = plotted(events, selected="x")
        assert drawn["data"] == []
        assert drawn["layout"]["annotations"][0]["text"] == "No dated events"


def test_undated_events_are_not_drawn() -> None:
    found = points(plotted([event(None, id="none"), event(year(2025), id="some")]))
    assert found.keys() == {"some"}


def test_a_length_is_a_bar_and_a_coarse_date_a_band() -> None:
    visit = plotted([event(Interval(day(2025, 5, 7), day(2025, 5, 10)))])
    (bar,) = traces(visit, mode="lines", showlegend=False)
    assert bar["x"] == ["2025-05-07", "2025-05-11", None]
    assert bar["line"]["width"] >= 6
    decade = plotted([event(Cell(Grain.DECADE, 194))])
    (band,) = traces(decade, mode="lines", showlegend=False)
    assert band["x"] == ["1940-01-01", "1950-01-01", None]
    assert band["line"]["width"] > bar["line"]["width"]
    assert float(band["line"]["color"].rsplit(",", 1)[1][:-1]) < 0.4


def test_early_is_a_darker_third() -> None:
    drawn = plotted([event(month(2025, 6), shade=Shade(edge=Edge.START))])
    whole, core = traces(drawn, mode="lines", showlegend=False)
    assert whole["x"] == ["2025-06-01", "2025-07-01", None]
    assert core["x"] == ["2025-06-01", "2025-06-11", None]


@pytest.mark.parametrize(
    ("shade", "symbol"),
    [
        (PLAIN, "circle"),
        (Shade(about=True), "circle-open"),
        (Shade(uncertain=True), "circle-open"),
        (Shade(assumed=True), "circle-open-dot"),
    ],
)
def test_doubt_is_seen(shade: Shade, symbol: str) -> None:
    drawn = plotted([event(day(2025, 5, 4), shade=shade)])
    (trace,) = [t for t in drawn["data"] if "customdata" in t]
    assert trace["marker"]["symbol"] == symbol


@pytest.mark.parametrize(
    ("time", "shade", "symbol"),
    [
        (Interval(year(2005), None), PLAIN, "triangle-right"),
        (year(2005), Shade(bound=Bound.AFTER), "triangle-right"),
        (Interval(None, year(2005)), PLAIN, "triangle-left"),
        (year(2005), Shade(bound=Bound.BEFORE), "triangle-left"),
    ],
)
def test_an_open_end_is_an_arrow(time: Time, shade: Shade, symbol: str) -> None:
    drawn = plotted([event(time, shade=shade)])
    heads = [
        t for t in traces(drawn, hoverinfo="skip", mode="markers", showlegend=False)
        if t["marker"]["symbol"] == symbol
    ]  # fmt: skip
    assert len(heads) == 1
    assert heads[0]["x"][0] is not None


@pytest.mark.parametrize("others", [0, 900, 2_000])
def test_selected_has_ring_label_and_ties(others: int) -> None:
    events = [
        event(year(1945), "Founding of the UN", id="o", kind="origin"),
        event(year(2025), "80 years UN", id="a", kind="anniversary", related=("o",)),
        *(event(year(2025), f"Other {i}", id=f"x{i}") for i in range(others)),
    ]
    drawn = plotted(events, selected="a")
    rings = [t for t in drawn["data"] if t.get("marker", {}).get("size") == 21]
    assert [t["x"] for t in rings] == [["2025-07-02 12:00:00"]]
    words = [text for t in traces(drawn, mode="text") for text in t["text"]]
    assert any("<b>80 years UN</b>" in text for text in words)
    assert [t["x"][:2] for t in drawn["data"] if t.get("line", {}).get("dash") == "dot"] == [
        ["2025-07-02 12:00:00", "1945-07-02 12:00:00"]
    ]
    assert len(points(drawn)) == len(events)
    assert plotted(events, selected="nobody")["data"]


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<style>*{display:none}</style>",
    '<a href="javascript:alert(1)">click</a>',
    "<b>bold</b>",
    "&lt;b&gt;",
    "right\u202eto left\u2066\u200f",
    "null\x00\x1b[31m\u2028new\nline",
    "lone \ud800 surrogate",
    "Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357algo",
    "$x^2$ and $y$",
    "%{x} %{customdata} %{y|%Y}",
    "x" * 10_000,
    "",
]
TAG = re.compile(r"<(?!/?b>|br>)")


@pytest.mark.parametrize("title", HOSTILE)
def test_foreign_words_stay_words(title: str) -> None:
    events = [event(day(2025, 5, 4), title, text=title * 3, id="a"), event(year(2024), title)]
    drawn = plotted(events, selected="a")
    shown = [
        t for trace in drawn["data"] for key in ("text", "hovertext") for t in trace.get(key, ())
    ]
    for text in shown:
        assert not TAG.search(text)
        assert "$" not in text
        assert not re.search("[\x00-\x1f\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
        assert len(text) < 1_500
    keys = {key for trace in drawn["data"] for key in trace}
    assert not keys & {"hovertemplate", "texttemplate", "meta"}


def test_bold_in_a_title_is_not_ours() -> None:
    drawn = plotted([event(day(2025, 5, 4), "<b>bold</b>")])
    (text,) = [text for t in traces(drawn, mode="text") for text in t["text"]]
    assert text.strip() == "&lt;b&gt;bold&lt;/b&gt;"


def test_hover_says_title_date_kind_and_sentence() -> None:
    told = hover(event(day(2025, 5, 4), kind="statement", text="word " * 100), "Said", True)
    lines = told.split("<br>")
    assert lines[:2] == ["<b>The treaty is signed</b>", "4 May 2025 · said"]
    assert told.endswith("…")
    assert all(len(line) <= 60 for line in lines)
    assert len(told) < 400


def test_every_kind_has_its_own_colour_and_symbol() -> None:
    looks = [kind_of(name) for name in EVENT_KINDS if name != "undated"]
    assert len({look.symbol for look in looks}) == len(looks)
    assert len({look.light for look in looks}) == len({look.dark for look in looks}) == len(looks)
    assert kind_of("unheard-of").words
    assert points(plotted([event(year(2025), kind="unheard-of")])).keys() == {"one"}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_is_enough(theme: Any) -> None:
    papers = [theme.paper, "#000000" if theme.dark else "#ffffff"]
    if theme.dark:
        papers.append("#0e1117")
    for paper in papers:
        for look in KINDS.values():
            assert contrast(theme.colour(look), paper) >= 4.5, look
        assert contrast(theme.muted, paper) >= 4.5
        assert contrast(theme.ink, paper) >= 7


def test_dark_and_light_differ_only_in_colour() -> None:
    events = numbered([year(-479), day(2025, 5, 4)])
    light, dark = plotted(events), plotted(events, dark=True)
    assert light != dark
    assert points(light) == points(dark)
    for drawn in (light, dark):
        assert drawn["layout"]["paper_bgcolor"] == "rgba(0,0,0,0)"
        assert drawn["layout"]["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert light["layout"]["font"] != dark["layout"]["font"]


def test_the_same_events_give_the_same_figure() -> None:
    events = numbered([year(y) for y in range(1900, 2000)] * 2)
    assert plotted(events) == plotted(events)


@pytest.mark.parametrize("count", [1, 5, 30, 300, 1_400])
def test_height_has_limits(count: int) -> None:
    drawn = plotted(numbered([day(2025, 5, 4)] * count))
    assert 260 <= drawn["layout"]["height"] <= 640
    assert len(points(drawn)) == count


def test_twenty_thousand_events() -> None:
    events = numbered([day(1900 + i % 125, i % 12 + 1, i % 28 + 1) for i in range(20_000)])
    begin = time.process_time()
    made = figure(events)
    assert time.process_time() - begin < 10
    drawn = json.loads(made.to_json())
    assert len(points(drawn)) == 20_000
    assert len(drawn["data"]) < 20
    assert len(traces(drawn, type="scattergl")) == 1
    assert len(made.to_json()) < 20_000 * 220


@pytest.mark.parametrize("wide", [320, 390, 1_000, 1_900])
@pytest.mark.parametrize("count", [1, 12, 300])
def test_every_lane_is_in_view_and_every_label_on_the_chart(wide: int, count: int) -> None:
    kinds = list(KINDS)
    events = [
        event(
            [year(1900 + i % 90), Interval(year(1950), year(1960 + i % 30)), Cell.month(1980, 5)][
                i % 3
            ],
            f"{i} a rather long title of an event",
            id=f"e{i}",
            kind=kinds[i % len(kinds)],
            shade=[PLAIN, Shade(about=True), Shade(assumed=True)][i % 3],
        )
        for i in range(count)
    ]
    layout = (drawn := plotted(events, width=wide, selected="e1"))["layout"]
    bottom, top = layout["yaxis"]["range"]
    pixels = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    edge = 7 * (bottom - top) / pixels
    for _, y in points(drawn).values():
        assert top + edge <= y <= bottom - edge
    assert traces(drawn, mode="text") or count > 1


# -- lanes and labels

spans = st.tuples(st.floats(0, 1_000), st.floats(1, 300), st.floats(0, 200))


def body(left: float, length: float, label: float) -> Body:
    right = left + length
    spots = [(right + 4, right + 4 + label), (left - 4 - label, left - 4)] if label else []
    return Body(left, right, tuple(spots))


@given(st.lists(spans, max_size=80), st.sampled_from([100, 300, 550]))
def test_nothing_overlaps(found: list[tuple[float, float, float]], room: int) -> None:
    bodies = [body(*each) for each in found]
    seating = seat(bodies, range(len(bodies)), room)
    boxes = []
    for i, (each, got) in enumerate(zip(bodies, seating.seats, strict=True)):
        middle = got.lane * seating.lane_height
        boxes.append((i, each.left, each.right, middle, 0.0))
        if got.spot is not None:
            boxes.append((i, *each.spots[got.spot], middle, float(LABEL_HEIGHT)))
    for n, (i, left, right, y, high) in enumerate(boxes):
        for j, other_left, other_right, other_y, other_high in boxes[:n]:
            if i == j or right <= other_left or other_right <= left:
                continue
            # Bodies may touch those of other lanes; a label is clear of everything.
            assert y != other_y
            assert high == other_high == 0 or abs(y - other_y) >= LABEL_HEIGHT - 1e-6
    if seating.lanes:
        assert seating.lanes * seating.lane_height <= room + 1e-6


@given(st.lists(spans, max_size=60))
def test_as_few_lanes_as_possible(found: list[tuple[float, float, float]]) -> None:
    bodies = [body(left, length, 0) for left, length, _ in found]
    most = max((sum(b.left <= a.left < b.right for b in bodies) for a in bodies), default=0)
    assert max(pack(bodies), default=-1) + 1 == most


def test_the_most_important_keep_their_labels() -> None:
    bodies = [body(500, 16, 700)] * 3 + [body(500, 16, 100)] * 40
    ranks = [*range(20, 43), *range(20)]
    seats = seat(bodies, ranks, 550).seats
    labelled = [i for i, got in enumerate(seats) if got.spot is not None]
    assert 20 in labelled
    assert len(labelled) >= 20


def test_labels_of_important_kinds_come_first() -> None:
    title = "A title that is long enough to need its room"
    events = [
        event(day(2025, 5, 1 + i % 3), f"{kind} {title}", id=f"{kind}{i}", kind=kind)
        for i in range(40)
        for kind in ("background", "reported")
    ]
    drawn = plotted([*events, event(year(1900), id="old")])
    texts = [text.strip() for t in traces(drawn, mode="text") for text in t["text"]]
    assert sum(t.startswith("reported") for t in texts) >= sum(
        t.startswith("background") for t in texts
    )


@given(st.text(max_size=80), st.floats(20, 300))
def test_a_shortened_label_fits(text: str, pixels: float) -> None:
    text = plain(text)
    short = shorten(text, pixels)
    assert width(short) <= pixels
    assert short == text or short.endswith("…")


@given(st.text(max_size=300), st.integers(5, 60))
def test_wrapping_loses_nothing(text: str, columns: int) -> None:
    text = plain(text).replace("<", "").replace("&", "").replace("$", "").replace(">", "")
    lines = wrapped(text, columns).split("<br>")
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= columns for line in lines)


# -- ticks


def texts(low: Cell, high: Cell, pixels: float = 960) -> list[str]:
    return [t.text for t in ticks(low.seconds()[0], high.seconds()[1] - 1, pixels)]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (year(-499), year(2025), ["500 BC", "AD 1", "AD 500", "1000", "1500", "2000"]),
        (year(-489), year(-469), ["490 BC", "488 BC", "486 BC", "484 BC"]),
        (month(-43, 1), month(-43, 12), ["Jan<br>44 BC", "Feb", "Mar", "Apr"]),
        (day(-43, 3, 13), day(-43, 3, 16), ["00:00<br>13 Mar 44 BC", "12:00"]),
        (day(0, 12, 30), day(1, 1, 4), ["30 Dec<br>1 BC", "31 Dec", "1 Jan<br>AD 1", "2 Jan"]),
    ],
)
def test_ticks_before_christ(low: Cell, high: Cell, expected: list[str]) -> None:
    assert texts(low, high)[: len(expected)] == expected


@given(st.integers(EARLIEST, LATEST), st.integers(EARLIEST, LATEST), st.integers(200, 2_000))
def test_ticks_lie_in_the_range_and_apart(one: int, other: int, pixels: int) -> None:
    low, high = sorted((one, other))
    if high - low < 3_600:
        return
    found = ticks(low, high, pixels)
    places = [(t.at - low) / (high - low) * pixels for t in found]
    assert all(0 <= place <= pixels for place in places)
    assert all(b - a > 35 for a, b in pairwise(places))


@given(st.integers(-9_999, 9_999), st.integers(-9_999, 9_999), st.sampled_from([5, 10, 100, 500]))
def test_years_of_ticks_are_round(one: int, other: int, step: int) -> None:
    low, high = sorted((one, other))
    for found in year_steps(step, low, high):
        assert low <= found <= high
        assert found == 1 or (1 - found if found <= 0 else found) % step == 0


def test_a_range_of_our_era_is_left_to_plotly() -> None:
    axis = plotted([event(year(1900)), event(year(2000), id="b")])["layout"]["xaxis"]
    assert "tickvals" not in axis
    assert axis["tickformatstops"][-1]["value"] == "%-Y"


def test_a_range_from_before_christ_has_round_ticks_and_finer_ones() -> None:
    layout = plotted([event(year(-479)), event(year(2025), id="b")])["layout"]
    assert layout["xaxis"]["tickvals"][0] == "-0499-01-01"
    assert layout["xaxis"]["ticktext"][0] == "500 BC"
    assert layout["xaxis2"]["matches"] == "x"
    assert layout["xaxis2"]["labelalias"]["-479"] == "480 BC"
    assert layout["xaxis2"]["labelalias"]["-400 "] == "400 BC"
    assert year_second(1) == DAY_SECONDS


# -- in a browser

YEARS = {"Salamis": -479, "Ides of March": -43, "Pompeii": 79, "Bastille": 1789, "Now": 2025}


@pytest.mark.browser
def test_points_are_drawn_and_told(page: Page) -> None:
    hostile = "<b>End</b> & <i>all</i>"
    names = [*YEARS, hostile]
    events = [
        event(year(y), name, id=name)
        for name, y in zip(names, [*YEARS.values(), 9999], strict=True)
    ]
    made = figure(events)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.set_content(made.to_html(include_plotlyjs=True, div_id="chart"))
    page.wait_for_selector("#chart .scatterlayer .point")
    at = page.evaluate(
        """() => {
            const chart = document.getElementById("chart"), found = {}
            chart.querySelectorAll(".points path.point").forEach(path => {
                const datum = path.__data__
                if (datum && datum.data !== undefined) {
                    const r = path.getBoundingClientRect()
                    found[datum.data] = [r.x + r.width / 2, r.y + r.height / 2, r.width]
                }
            })
            return found
        }"""
    )
    assert at.keys() == set(names)
    xs = [at[name][0] for name in names]
    assert xs == sorted(xs)
    assert len(set(xs)) == len(xs)
    viewport = page.viewport_size
    assert viewport is not None
    for name in names:
        x, y, size = at[name]
        assert size > 4
        assert 0 < x < viewport["width"]
        page.mouse.move(x, y - 60)
        page.mouse.move(x, y)
        page.wait_for_function(
            "name => document.querySelector('.hoverlayer')?.textContent.includes(name)", arg=name
        )
    labels = page.locator(".textpoint text").all_text_contents()
    assert {label.strip() for label in labels} == set(names)
    ticks_shown = page.locator(".xtick text").all_text_contents()
    assert "AD 1" in ticks_shown
    assert "8000 BC" not in ticks_shown
    assert problems == []
