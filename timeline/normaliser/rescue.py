"""dateparser's part: a short string known to be a date that no rule of ours reads."""

from __future__ import annotations

import re
from datetime import datetime

from timeline.calendar.cell import Cell, Grain

_DIGIT = re.compile(r"\d")
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ar")


def rescue_date(text: str, written: Cell | None = None) -> Cell | None:
    """The day, month or year that dateparser reads in a whole string, None if none.

    Only strings with a digit, of at most 60 characters; relative ones count from `written`
    and are none without it.

    >>> rescue_date("3 de mayo de 2021")
    Cell.day(2021, 5, 3)
    """
    if len(text) > 60 or not _DIGIT.search(text) or text.replace(" ", "").isdigit():
        return None
    from dateparser.date import DateDataParser

    base = datetime(2000, 1, 1)
    if written is not None and 1 <= written.first_year() <= 9_999:
        base = datetime(*written.ymd())
    parser = DateDataParser(
        languages=list(LANGUAGES),
        settings={
            "RELATIVE_BASE": base,
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_MONTH_OF_YEAR": "first",
            "REQUIRE_PARTS": ["year"],
            "PARSERS": ["absolute-time"],
        },
    )
    data = parser.get_date_data(text)
    if data is None or data.date_obj is None:
        return None
    moment = data.date_obj
    cell = Cell.day(moment.year, moment.month, moment.day)
    if data.period == "year":
        return cell.up(Grain.YEAR)
    return cell.up(Grain.MONTH) if data.period == "month" else cell
