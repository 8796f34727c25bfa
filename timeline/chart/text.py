"""Foreign words made fit for Plotly: nothing in them can style, link, overlay or run."""

from __future__ import annotations

import re
from unicodedata import category, combining, east_asian_width

from timeline.chronology.event import Event

QUOTE_CHARACTERS = 240
HOVER_COLUMNS = 56
_ENOUGH = 2_000

# Control characters, lone surrogates, bidi marks and overrides, invisible joints; not ZWJ and
# ZWNJ, which emoji and Persian need.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]+"
)
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_PILED = re.compile(f"({_MARK}{_MARK}){_MARK}+")
# Plotly knows few entities by name (not &quot;), so quotation marks stay; a pair of dollar
# signs would start TeX where the page has MathJax.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})
_NARROW = frozenset("iljtfrI.,;:'’‘|!()[]{}/\\ -·")
_WIDE = frozenset("mwMW@%—…&")


def plain(text: str) -> str:
    r"""The text on one line, without characters that hide or reorder others.

    >>> plain("a\u202eb\n\tc")
    'a b c'
    """
    return _PILED.sub(r"\1", " ".join(_HIDDEN.sub(" ", text).split()))


def escape(text: str) -> str:
    """The text so that Plotly shows it as it is.

    >>> escape("<b>5 & $6")
    '&lt;b&gt;5 &amp; &#36;6'
    """
    return text.translate(_ESCAPES)


def width(text: str, size: float = 12) -> float:
    """About how many pixels wide a text is, rather too many than too few.

    >>> width("") , width("il") < width("mm")
    (0.0, True)
    """
    return size * sum(map(_em, text), 0.0)


def _em(char: str) -> float:
    if char in _NARROW:
        return 0.37
    if char in _WIDE:
        return 0.94
    if char < "\x7f":
        return 0.7 if char.isupper() else 0.59
    if combining(char) or category(char) == "Cf":
        return 0.0
    return 1.05 if east_asian_width(char) in "WF" or char >= "\u2e80" else 0.75


def shorten(text: str, pixels: float, size: float = 12) -> str:
    """The text cut to a width, between words where there is a choice, with … for what is gone.

    >>> shorten("The treaty is signed in the great hall", 120)
    'The treaty is…'
    """
    if width(text, size) <= pixels:
        return text
    room = pixels - width("…", size)
    position = 0
    while position < len(text) and (room := room - size * _em(text[position])) >= 0:
        position += 1
    head = text[:position]
    space = head.rfind(" ")
    if text[position] != " " and space > position * 0.6:
        head = head[:space]
    return head.rstrip(" ,;:–-") + "…"


def cut(text: str, characters: int) -> str:
    """At most so many characters, ending in … if there were more.

    >>> cut("one two three", 9)
    'one two…'
    """
    if len(text) <= characters:
        return text
    head = text[:characters]
    space = head.rfind(" ")
    return (head[:space] if space > characters // 2 else head[:-1]).rstrip(" ,;:") + "…"


def wrapped(text: str, columns: int = HOVER_COLUMNS) -> str:
    """Escaped lines of at most so many characters, long words broken, with <br> between.

    >>> wrapped("one <two> three", 9)
    'one &lt;two&gt;<br>three'
    """
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) <= columns:
            line += " " + word
            continue
        if line:
            lines.append(line)
        while len(word) > columns:
            lines.append(word[:columns])
            word = word[columns:]
        line = word
    if line:
        lines.append(line)
    return "<br>".join(map(escape, lines))


def hover(event: Event, kind: str, quoted: bool) -> str:
    """What the pointer shows: title, date and kind, and the sentence if it is `quoted`."""
    title = wrapped(cut(plain(event.title[:_ENOUGH]), 160)) or "Untitled"
    head = f"<b>{title}</b><br>{escape(event.words)} · {kind.lower()}"
    quote = cut(plain(event.text[:_ENOUGH]), QUOTE_CHARACTERS) if quoted else ""
    return f"{head}<br><br>{wrapped(quote)}" if quote else head
