"""The figure: events, marks, places, traces, layout, in that order."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

import plotly.graph_objects as go

from timeline.calendar.cell import DAY_SECONDS
from timeline.calendar.timex3 import iso_moment
from timeline.chart.lanes import Seating
from timeline.chart.marks import EARLIEST, LATEST, extent, fit, marks
from timeline.chart.place import Scale, place
from timeline.chart.style import DARK, LABEL_SIZE, LIGHT, Theme
from timeline.chart.text import width as text_width
from timeline.chart.ticks import axes
from timeline.chart.traces import traces
from timeline.chronology.event import Event

WIDTH = 1_000
SIDE = 20
TOP, BOTTOM = 26, 46
KEY_ROW, KEY_ENTRY = 19, 48
"""The height of a row of the legend and the width of an entry without its words."""
AIR = 8
MIN_HEIGHT, MAX_HEIGHT = 260, 640
MANY = 1_500
"""Beyond so many events: WebGL, no labels, no sentences in the hover text."""


def figure(
    events: Sequence[Event],
    *,
    dark: bool = False,
    selected: str | None = None,
    span: tuple[int, int] | None = None,
    width: int = WIDTH,
) -> Any:
    """The events as an interactive Plotly figure.

    Every event on the calendar has one marker, whose `customdata` is the event's id. `span`
    holds the numbers of the first and last day shown (all days if None); `selected` is the
    id of an event to emphasise; `width` the pixels to lay labels out for.
    """
    theme = DARK if dark else LIGHT
    asked = None if span is None else fit(span[0] * DAY_SECONDS, (span[1] + 1) * DAY_SECONDS)
    found = marks(events, asked)
    if not found:
        return _figure([], _empty(theme))
    whole = extent(found)
    low, high = asked or whole
    scale = Scale(low, high, max(width - 2 * SIDE, 100))
    many = len(found) > MANY
    room = MAX_HEIGHT - TOP - BOTTOM - 2 * KEY_ROW - 2 * AIR
    placed, seating = place(found, scale, room, selected, many)
    data = traces(placed, theme, many, selected)
    if low <= EARLIEST or high >= LATEST:  # no air beyond Plotly's years: don't halve markers
        for trace in data:
            if trace["type"] == "scatter" and trace["mode"] == "markers":
                trace["cliponaxis"] = False
    keys = [trace for trace in data if trace["showlegend"]]
    kinds = _rows([key["name"] for key in keys if "legend" not in key], scale.width)
    shapes = _rows([key["name"] for key in keys if "legend" in key], scale.width)
    layout = _layout(seating, theme, TOP + kinds * KEY_ROW, BOTTOM + shapes * KEY_ROW)
    layout |= _axes(theme, scale, (min(low, whole[0]), max(high, whole[1])))
    if "xaxis2" in layout:  # an axis without a trace is not drawn
        data.append(_blank("x2"))
    return _figure(data, layout)


def _figure(data: list[dict[str, Any]], layout: dict[str, Any]) -> Any:
    # Plotly's default template would add 7 KB of colours that nothing here uses.
    return go.Figure({"data": data, "layout": {"template": {}, **layout}}, _validate=False)


def _blank(axis: str) -> dict[str, Any]:
    return {
        "type": "scatter", "x": [None], "y": [None], "xaxis": axis, "yaxis": "y",
        "showlegend": False, "hoverinfo": "skip",
    }  # fmt: skip


def _rows(names: Sequence[str], width: float) -> int:
    """How many rows Plotly needs for these entries of a legend, all as wide as the widest
    once they don't fit into one row.
    """
    widths = [KEY_ENTRY + text_width(name, LABEL_SIZE) for name in names]
    if sum(widths) <= width:
        return 1 if names else 0
    return ceil(len(names) / max(width // max(widths), 1))


def _layout(seating: Seating, theme: Theme, top: int, bottom: int) -> dict[str, Any]:
    """Everything but the axis of time; `top` and `bottom` are the margins."""
    needed = round(seating.lanes * seating.lane_height) + 2 * AIR
    # Lanes are made to fit into the greatest height; only further rows of a legend add to it.
    height = max(top + bottom + needed, MIN_HEIGHT)
    # Few lanes stand at their own distance in the middle, not spread over the whole height.
    half = (height - top - bottom) / seating.lane_height / 2
    middle = (seating.lanes - 1) / 2
    key = {"orientation": "h", "xanchor": "left", "x": 0, "bgcolor": "rgba(0,0,0,0)"}
    words = {"size": LABEL_SIZE, "color": theme.ink}
    return _plain(theme, height, top, bottom) | {
        "yaxis": {
            "visible": False,
            "fixedrange": True,
            "range": [middle + half, middle - half],
            "autorange": False,
            "zeroline": False,
        },
        "legend": {**key, "yanchor": "bottom", "y": 1.02, "font": words, "tracegroupgap": 0},
        "legend2": {
            **key,
            "yanchor": "bottom",
            "yref": "container",
            "y": 0,
            "font": {"size": 11, "color": theme.muted},
            "itemclick": False,
            "itemdoubleclick": False,
        },
    }


def _axes(theme: Theme, scale: Scale, reach: tuple[int, int]) -> dict[str, Any]:
    """The axis of time, and a second one over it where its ticks need two rows."""
    first, second = axes(scale.low, scale.high, scale.width, reach)
    common = {
        "type": "date",
        # Without a range of its own, in Plotly's years, the chart would be blank.
        "range": [iso_moment(scale.low), iso_moment(scale.high)],
        "autorange": False,
        "minallowed": iso_moment(reach[0]),
        "maxallowed": iso_moment(reach[1]),
        "zeroline": False,
        "tickangle": 0,
        "automargin": False,
    }
    line = {
        "showline": True,
        "linecolor": theme.rule,
        "linewidth": 1,
        "gridcolor": theme.grid,
        "ticks": "outside",
        "ticklen": 5,
        "tickwidth": 1,
        "tickcolor": theme.rule,
        "tickfont": {"size": LABEL_SIZE, "color": theme.ink},
    }
    if second is None:
        return {"xaxis": common | line | first}
    below = {
        "matches": "x",
        "overlaying": "x",
        "showgrid": False,
        "ticklabelstandoff": 18,
        "tickfont": {"size": 11, "color": theme.muted},
    }
    return {"xaxis": common | line | first, "xaxis2": common | below | second}


def _plain(theme: Theme, height: int, top: int = TOP, bottom: int = BOTTOM) -> dict[str, Any]:
    """What every figure has, even an empty one."""
    return {
        "height": height,
        "autosize": True,
        "margin": {"l": SIDE, "r": SIDE, "t": top, "b": bottom},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": theme.ink},
        "hovermode": "closest",
        "hoverdistance": 24,
        "dragmode": "pan",
        "hoverlabel": {
            "align": "left",
            "bgcolor": theme.paper,
            "bordercolor": theme.rule,
            "font": {"color": theme.ink, "size": 13},
        },
        "modebar": {
            "bgcolor": "rgba(0,0,0,0)",
            "color": theme.muted,
            "activecolor": theme.ink,
        },
        "uirevision": "timeline",
    }


def _empty(theme: Theme) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True, "range": [0, 1]}
    note = {
        "text": "No dated events",
        "x": 0.5,
        "y": 0.5,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "font": {"size": 15, "color": theme.muted},
    }
    return _plain(theme, MIN_HEIGHT) | {"xaxis": hidden, "yaxis": hidden, "annotations": [note]}
