"""The public functions: what `import timeline` offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.chronology.compile import compile_events
from timeline.chronology.event import Event
from timeline.chronology.source import Document

if TYPE_CHECKING:
    import pandas


def events(documents: Document | Iterable[Document]) -> Timeline:
    """The events of one document or several, in the order of time.

    The documents' names must differ: passages refer to them. ValueError otherwise.
    """
    chosen = (documents,) if isinstance(documents, Document) else tuple(documents)
    return Timeline(compile_events(chosen), chosen)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of some documents, in the order of time (unplaced ones last)."""

    events: tuple[Event, ...]
    documents: tuple[Document, ...] = ()

    def frame(self) -> pandas.DataFrame:
        """The events as a pandas data frame, one row each."""
        import pandas as pd

        columns = ["id", "title", "kind", "start", "end", "edtf", "date", "text", "confidence"]
        rows = [{key: e.to_dict()[key] for key in columns} for e in self.events]
        return pd.DataFrame(rows, columns=columns)

    def figure(self, *, dark: bool = False) -> Any:
        """The events as an interactive Plotly figure."""
        from timeline.chart import figure

        return figure(self.events, dark=dark)
