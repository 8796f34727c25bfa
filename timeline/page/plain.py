"""Foreign text inside Streamlit's own messages, which read Markdown."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_STARTS = re.compile(r"(?<=[:@])|(?<=www)", re.IGNORECASE)
_JOINER = "\u2060"


def plain(text: str, longest: int = 200) -> str:
    r"""A string that Markdown shows as it is: no links, images, icons, colours or formulas.

    Links, icons and emoji are found in the finished text too, so an invisible word joiner
    parts what they begin with.

    >>> plain("**a** :red[b] <img src=x>").replace(chr(0x2060), "|")
    '\\*\\*a\\*\\* \\:|red\\[b\\] \\<img src\\=x\\>'
    """
    text = _SPACE.sub(" ", text).strip()
    if len(text) > longest:
        text = f"{text[:longest].rstrip()}…"
    return _STARTS.sub(_JOINER, _MARKS.sub(r"\\\1", text))


def cut(text: str, longest: int) -> str:
    r"""One line of a text, shortened to a length.

    >>> cut("  A long\n line ", 6)
    'A lon…'
    """
    text = _SPACE.sub(" ", text).strip()
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
