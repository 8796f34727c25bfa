"""The public functions: what `import timeline` offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timeline.chronology.compile import compile_events
from timeline.chronology.dating import Dating
from timeline.chronology.event import Event
from timeline.chronology.event_index import EventIndex
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
    _index: list[EventIndex] = field(default_factory=list, init=False, repr=False, compare=False)

    def date_of(self, document: str, start: int, end: int) -> Dating:
        """When that happened which the text from `start` to `end` of a document (by its name)
        tells, as all documents together say.

        ValueError if there is no such document or stretch.

        >>> from timeline.chronology.source import document
        >>> first = document("Ida Roe resigned on 3 May 2021.", name="a")
        >>> second = document("Ida Roe's resignation came late.", name="b")
        >>> events([first, second]).date_of("b", 10, 21).edtf
        '2021-05-03'
        """
        if not self._index:
            self._index.append(EventIndex(self.events))
        for one in self.documents:
            if one.name == document:
                return self._index[0].date_of(one, start, end)
        raise ValueError(f"no document is named {document!r}")

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
