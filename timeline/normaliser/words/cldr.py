"""Further languages: the words of CLDR's tables, as dateparser carries them.

Only plain dates are read with them (months, weekdays, years, today). The tables are not
documented interface of dateparser, so this is the one place that knows their form.
"""

from __future__ import annotations

import importlib
import re
from typing import Any

from timeline.calendar.phrase import MONTHS, WEEKDAYS
from timeline.normaliser.lexer import fold
from timeline.normaliser.words.kinds import Lexicon

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
_DAYS = {"0 day ago": 0, "1 day ago": -1, "in 1 day": 1}
_OF = frozenset("de del di da do of van d'".split())
_TRIGGERS = frozenset({"month", "weekday", "dayword"})
USEFUL = frozenset({"month", "weakmonth", "weekday", "dayword", "year", "iso", "slashed", "clock"})
SHORT = 3
"""Names up to this length are common words too: dates only with a number beside them."""


def make_lexicon(code: str) -> Lexicon:
    """The lexicon of a language by its ISO 639-1 code; ValueError if there is none.

    >>> make_lexicon("fr").words["juillet"]
    ('month', 7)
    """
    info = load_table(code)
    words: dict[str, tuple[str, object]] = dict.fromkeys(_OF, ("of", None))
    for names, strong, weak in ((MONTHS, "month", "weakmonth"), (WEEKDAYS, "weekday", "weakday")):
        for number, name in enumerate(names, 1):
            for word in info.get(name.lower(), ()):
                low = fold(str(word)).rstrip(".")
                if low.isalpha():
                    kind = strong if len(low) > SHORT else weak
                    words.setdefault(low, (kind, number))
                    words.setdefault(low + ".", (kind, number))
    for phrase, shift in _DAYS.items():
        for word in info.get("relative-type", {}).get(phrase, ()):
            if fold(str(word)).isalpha():
                words.setdefault(fold(str(word)), ("dayword", shift))
    triggers = {w for w, (kind, _) in words.items() if kind in _TRIGGERS or kind == "weakmonth"}
    order = str(info.get("date_order", "MDY"))
    return Lexicon(
        code, words, {}, frozenset(triggers), USEFUL, frozenset(), order.startswith("D"), True
    )


def load_table(code: str) -> dict[str, Any]:
    """Dateparser's table of a language; ValueError if there is none."""
    if not _CODE.fullmatch(code):
        raise ValueError(f"not a language code: {code!r}; write one like 'en' or 'fr'")
    try:
        module = importlib.import_module(f"dateparser.data.date_translation_data.{code}")
    except ModuleNotFoundError:
        raise ValueError(f"no words are known for the language {code!r}") from None
    info: dict[str, Any] = module.info
    return info
