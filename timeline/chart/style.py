"""How the chart looks: a colour, a symbol and words for each kind, on paper and at night."""

from __future__ import annotations

from dataclasses import dataclass

LABEL_SIZE = 12
MARKER_SIZE = 10


@dataclass(frozen=True, slots=True)
class Kind:
    """The words, the symbol and the two colours of a kind of event."""

    words: str
    symbol: str
    light: str
    dark: str
    size: int = MARKER_SIZE


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours that are not a kind's."""

    dark: bool
    ink: str
    muted: str
    paper: str
    rule: str
    grid: str

    def colour(self, kind: Kind) -> str:
        """The colour of a kind, as #rrggbb."""
        return kind.dark if self.dark else kind.light

    def shade(self, alpha: float) -> str:
        """The muted colour, translucent."""
        return rgba(self.muted, alpha)

    def tint(self, kind: Kind, alpha: float) -> str:
        """The colour of a kind, translucent; night needs a little more of it."""
        return rgba(self.colour(kind), min(1.0, alpha * 1.25) if self.dark else alpha)


LIGHT = Theme(False, "#1f1d1a", "#625d54", "#fdfbf6", "#8b8577", "rgba(31,29,26,0.07)")
DARK = Theme(True, "#e8e3d9", "#aaa396", "#181613", "#7d766a", "rgba(232,227,217,0.08)")

# After Okabe and Ito; darkened (or lightened) until each has 4.5:1 against the page.
KINDS = {
    "reported": Kind("Happened", "circle", "#1d5a96", "#74b3ec"),
    "planned": Kind("Planned", "diamond", "#9a6200", "#eab54a", 11),
    "conditional": Kind("Conditional", "hexagon", "#6a4fb0", "#b5a3f0", 11),
    "statement": Kind("Said", "square", "#0b7a5c", "#45c69c", 9),
    "anniversary": Kind("Anniversary", "star", "#a3347f", "#e592c6", 13),
    "origin": Kind("Remembered", "triangle-up", "#bf3d0e", "#f58c5c", 11),
    "background": Kind("Background", "cross", "#6d685f", "#9d9689", 8),
}
OTHER = Kind("Other", "pentagon", "#6d685f", "#9d9689")


def kind_of(name: str) -> Kind:
    """The look of a kind; one that is not known here yet is drawn in grey."""
    return KINDS.get(name, OTHER)


def rgba(colour: str, alpha: float) -> str:
    """#rrggbb with an opacity.

    >>> rgba("#ff0010", 0.5)
    'rgba(255,0,16,0.5)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:.3g})"
