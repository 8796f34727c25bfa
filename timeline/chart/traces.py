"""Placed marks as Plotly traces: one a kind and shape, never one an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from timeline.calendar.timex3 import iso_moment
from timeline.chart.marks import Shape, Surety
from timeline.chart.place import Placed
from timeline.chart.style import (
    KINDS,
    LABEL_SIZE,
    MARKER_SIZE,
    Kind,
    Theme,
    kind_of,
)
from timeline.chart.text import escape, hover

Trace = dict[str, Any]
_SUFFIX = {Surety.SURE: "", Surety.ABOUT: "-open", Surety.ASSUMED: "-open-dot"}
_KEYS = (
    ("Length of time", "line"),
    ("Some time within", "band"),
    ("About, perhaps", "circle-open"),
    ("Partly assumed", "circle-open-dot"),
    ("Since, until", "triangle-right"),
)
# En spaces keep a label at a fixed distance from its marker at every zoom.
BESIDE = "\u2002\u2002"


def traces(placed: Sequence[Placed], theme: Theme, many: bool, selected: str | None) -> list[Trace]:
    """All traces, the ones to be drawn below first."""
    order = {name: i for i, name in enumerate(KINDS)}
    names = sorted({p.mark.event.kind for p in placed}, key=lambda n: (order.get(n, 99), n))
    kinds = [
        (name, kind_of(name), [p for p in placed if p.mark.event.kind == name]) for name in names
    ]
    kinds.sort(key=lambda entry: entry[0] != "background")
    lines = [trace for name, kind, own in kinds for trace in _lines(own, name, kind, theme, many)]
    points = [_points(own, name, kind, theme, many) for name, kind, own in kinds]
    labels = [_labels(own, name, theme, selected) for name, _, own in kinds]
    chosen = [p for p in placed if p.mark.event.id == selected] if selected is not None else []
    found = [
        *lines,
        *_ties(chosen, placed, theme),
        *points,
        *(trace for trace in labels if trace["x"]),
        *_ring(chosen, theme),
        *(_kind_key(name, kind_of(name), theme) for name in names),
        *_shape_keys(placed, theme),
    ]
    for trace in found:
        gl = many and any(at is not None for at in trace["x"])
        trace["type"] = "scattergl" if gl else "scatter"
    return found


def _lines(
    own: Sequence[Placed], name: str, kind: Kind, theme: Theme, many: bool
) -> Iterator[Trace]:
    """The bands, bars and arrows of one kind."""
    coarse = [p for p in own if p.mark.shape is not Shape.LENGTH and p.stop > p.start]
    days = [] if many else [p for p in coarse if p.mark.shape is Shape.POINT]
    bands = [p for p in coarse if p.mark.shape is Shape.COARSE]
    bars = [p for p in own if p.mark.shape is Shape.LENGTH]
    faint = 0.6 if name == "background" else 1.0
    looks = (
        (_whole(days), 12.0, 0.12, None),
        (_whole(p for p in bands if p.mark.core is None and _sure(p)), 12.0, 0.2, None),
        (_whole(p for p in bands if p.mark.core is None and not _sure(p)), 12.0, 0.3, "2px,3px"),
        (_whole(p for p in bands if p.mark.core is not None), 12.0, 0.1, None),
        (_core(p for p in bands if _sure(p)), 12.0, 0.26, None),
        (_core(p for p in bands if not _sure(p)), 12.0, 0.36, "2px,3px"),
        (_whole(p for p in bars if _sure(p) and not p.mark.open), 7.0, 0.6, None),
        (_whole(p for p in bars if not _sure(p) and not p.mark.open), 7.0, 0.7, "2px,3px"),
        (_whole(p for p in bars if p.mark.open), 3.0, 0.6, None),
    )
    for stretches, thick, alpha, dash in looks:
        x: list[str | None] = []
        y: list[int | None] = []
        for start, stop, lane in stretches:
            x += (iso_moment(start), iso_moment(stop), None)
            y += (lane, lane, None)
        if x:
            line = {"color": theme.tint(kind, alpha * faint), "width": thick}
            if dash is not None:
                line["dash"] = dash
            yield _trace(name, "lines", x, y, line=line)
    for symbol, arrows in (
        ("triangle-right", [(p.stop, p.lane) for p in bars if p.mark.stop is None]),
        ("triangle-left", [(p.start, p.lane) for p in bars if p.mark.start is None]),
    ):
        if arrows:
            marker = {"symbol": symbol, "size": 9, "color": theme.tint(kind, 0.8 * faint)}
            yield _trace(
                name, "markers", [iso_moment(at) for at, _ in arrows], [y for _, y in arrows],
                marker=marker,
            )  # fmt: skip


def _sure(p: Placed) -> bool:
    return p.mark.surety is Surety.SURE


def _whole(chosen: Iterable[Placed]) -> Iterator[tuple[int, int, int]]:
    return ((p.start, p.stop, p.lane) for p in chosen)


def _core(chosen: Iterable[Placed]) -> Iterator[tuple[int, int, int]]:
    return ((*p.mark.core, p.lane) for p in chosen if p.mark.core is not None)


def _trace(group: str, mode: str, x: list[Any], y: list[Any], **more: Any) -> Trace:
    return {
        "mode": mode, "x": x, "y": y, "legendgroup": group, "showlegend": False,
        "hoverinfo": "skip", **more,
    }  # fmt: skip


def _points(own: Sequence[Placed], name: str, kind: Kind, theme: Theme, many: bool) -> Trace:
    """The markers of one kind: they carry the hover text and the event's id."""
    symbols: list[str] | str = [kind.symbol + _SUFFIX[p.mark.surety] for p in own]
    if len(set(symbols)) == 1:
        symbols = symbols[0]
    marker = {
        "symbol": symbols,
        "size": kind.size if not many else max(5, kind.size - 4),
        "color": theme.colour(kind),
        "line": {"width": 1.6 if isinstance(symbols, list) or "open" in symbols else 1,
                 "color": theme.colour(kind)},
    }  # fmt: skip
    return _trace(
        name, "markers", [iso_moment(p.mark.at) for p in own], [p.lane for p in own],
    ) | {
        "customdata": [p.mark.event.id for p in own],
        "hovertext": [hover(p.mark.event, kind.words, not many) for p in own],
        "hoverinfo": "text",
        "marker": marker,
        # Streamlit selects what is clicked; the rest shall not fade for that.
        "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def _labels(own: Sequence[Placed], name: str, theme: Theme, selected: str | None) -> Trace:
    """The labels of one kind, as text beside the markers or the bars."""
    x, y, text, sides = [], [], [], []
    for p in own:
        if p.label is None:
            continue
        words, gap = escape(p.label.text), BESIDE
        if p.mark.event.id == selected:
            words, gap = f"<b>{words}</b>", BESIDE + BESIDE[0]
        x.append(iso_moment(p.label.at))
        y.append(p.lane)
        text.append(gap + words if p.label.side == "right" else words + gap)
        sides.append(f"middle {p.label.side}")
    colour = theme.muted if name == "background" else theme.ink
    font = {"size": LABEL_SIZE, "color": colour}
    return _trace(
        name, "text", x, y, text=text, textposition=sides, textfont=font,
        unselected={"textfont": {"color": colour}}, selected={"textfont": {"color": colour}},
    )  # fmt: skip


def _ring(chosen: Sequence[Placed], theme: Theme) -> Iterator[Trace]:
    """A ring around the selected event."""
    if chosen:
        marker = {"symbol": "circle-open", "size": 21, "color": theme.ink, "line": {"width": 1.8}}
        x, y = [iso_moment(p.mark.at) for p in chosen], [p.lane for p in chosen]
        yield _trace(chosen[0].mark.event.kind, "markers", x, y, marker=marker)


def _ties(chosen: Sequence[Placed], placed: Sequence[Placed], theme: Theme) -> Iterator[Trace]:
    """Dotted lines from the selected event to those it is tied to."""
    x: list[str | None] = []
    y: list[int | None] = []
    for one in chosen:
        for other in placed:
            if other.mark.event.id in one.mark.event.related:
                x += (iso_moment(one.mark.at), iso_moment(other.mark.at), None)
                y += (one.lane, other.lane, None)
    if x:
        line = {"color": theme.shade(0.7), "width": 1.2, "dash": "dot"}
        yield _trace(chosen[0].mark.event.kind, "lines", x, y, line=line)


def _kind_key(name: str, kind: Kind, theme: Theme) -> Trace:
    """An entry of the legend, of its own, since markers of one trace can differ in shape."""
    marker = {"symbol": kind.symbol, "size": kind.size, "color": theme.colour(kind)}
    key = _trace(name, "markers", [None], [None], marker=marker, name=kind.words)
    return key | {"showlegend": True}


def _shape_keys(placed: Sequence[Placed], theme: Theme) -> Iterator[Trace]:
    """Words for those shapes that are in the chart and don't explain themselves."""
    marks = [p.mark for p in placed]
    shown = (
        any(m.shape is Shape.LENGTH and not m.open for m in marks),
        any(m.shape is Shape.COARSE for m in marks),
        any(m.surety is Surety.ABOUT for m in marks),
        any(m.surety is Surety.ASSUMED for m in marks),
        any(m.open for m in marks),
    )
    for (words, look), present in zip(_KEYS, shown, strict=True):
        if not present:
            continue
        more: dict[str, Any] = {"name": words, "legend": "legend2"}
        if look in ("line", "band"):
            alpha, thick = (0.6, 7) if look == "line" else (0.2, 12)
            more["line"] = {"width": thick, "color": theme.shade(alpha)}
        else:
            more["marker"] = {"symbol": look, "size": MARKER_SIZE, "color": theme.muted}
        mode = "lines" if "line" in more else "markers"
        yield _trace("", mode, [None], [None], **more) | {"showlegend": True}
