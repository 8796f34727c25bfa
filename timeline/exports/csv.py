"""CSV: one row an event, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io

from timeline.exports import Chronology, Export

NAME = "CSV"
SUFFIX = ".csv"
MIME = "text/csv"

COLUMNS = "id title kind start end edtf date document text confidence names".split()
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(timeline: Chronology) -> Export:
    """The timeline as CSV in UTF-8, with a header line.

    A cell of foreign words that a spreadsheet would take for a formula begins with an
    apostrophe. Dates are written by us and stay as they are: 44 BC is -0043.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for event in timeline.events:
        whole = event.to_dict()
        whole["document"] = event.passages[0].document if event.passages else ""
        whole["names"] = "; ".join(one.name for one in event.entities)
        for name in ("id", "title", "date", "document", "text", "names"):
            whole[name] = harmless(str(whole[name] or ""))
        rows.writerow(["" if whole[name] is None else whole[name] for name in COLUMNS])
    losses = []
    if further := sum(max(0, len(event.passages) - 1) for event in timeline.events):
        losses.append(f"CSV holds the first passage of each event; {further:,} more are left out.")
    if related := sum(bool(event.related) for event in timeline.events):
        losses.append(f"CSV has no place for the ties between events; {related:,} have some.")
    if disputed := sum(event.disputed for event in timeline.events):
        losses.append(f"CSV holds one date of each event; {disputed:,} have others as well.")
    return Export(out.getvalue().encode("utf-8", "backslashreplace"), tuple(losses))


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula.

    >>> harmless("=1+1"), harmless("In 1+1 days")
    ("'=1+1", 'In 1+1 days')
    """
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
