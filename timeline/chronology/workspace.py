"""Workspace: the documents a user has open and what was corrected; all else is computed from it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.calendar.cell import Cell
from timeline.chronology.correction import Correction


@dataclass(frozen=True, slots=True)
class Source:
    """One open document: its name, where its text is, and the day of writing the user gave.

    The text stands here, or `sample` names the sample document that holds it.
    """

    name: str
    text: str = ""
    sample: str | None = None
    written: Cell | None = None

    def __post_init__(self) -> None:
        if self.sample is not None and self.text:
            raise ValueError("a source has a text or names a sample, not both")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The open documents, each by a name of its own; ValueError if two share one.

    `corrections` is the list of all changes, oldest first; `undone` those that were taken back
    and can be put back, the next one first. They are no part of what a workspace is.
    """

    sources: tuple[Source, ...] = ()
    title: str = ""
    corrections: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if len({source.name for source in self.sources}) < len(self.sources):
            raise ValueError("the documents' names must differ")

    def add(self, source: Source) -> Workspace:
        """With one more document; it gets a number if its name is taken.

        >>> [s.name for s in Workspace((Source("a"),)).add(Source("a")).sources]
        ['a', 'a (2)']
        """
        taken = {each.name for each in self.sources}
        name, number = source.name, 2
        while name in taken:
            name, number = f"{source.name} ({number})", number + 1
        return replace(self, sources=(*self.sources, replace(source, name=name)))

    def remove(self, name: str) -> Workspace:
        """Without the document of that name."""
        return replace(self, sources=tuple(s for s in self.sources if s.name != name))

    def date(self, name: str, written: Cell | None) -> Workspace:
        """With another day of writing for one document; None: the one found in its text."""
        return replace(
            self,
            sources=tuple(
                replace(s, written=written) if s.name == name else s for s in self.sources
            ),
        )

    def correct(self, correction: Correction) -> Workspace:
        """With one more correction; what was undone can't be put back after it."""
        return replace(self, corrections=(*self.corrections, correction), undone=())

    def retract(self, number: int) -> Workspace:
        """Without one of the corrections, by its number; `redo` puts it back, as the last one.

        IndexError if there is none of that number.
        """
        one = self.corrections[number]
        kept = (*self.corrections[:number], *self.corrections[number + 1 :])
        return replace(self, corrections=kept, undone=(one, *self.undone))

    def undo(self) -> Workspace:
        """Without the last correction, if there is one.

        >>> from timeline.chronology.correction import Hide
        >>> done = Workspace().correct(Hide("a"))
        >>> done.undo() == Workspace(), done.undo().redo() == done
        (True, True)
        """
        if not self.corrections:
            return self
        last = self.corrections[-1]
        return replace(self, corrections=self.corrections[:-1], undone=(last, *self.undone))

    def redo(self) -> Workspace:
        """With the correction that was undone last, if there is one."""
        if not self.undone:
            return self
        corrections = (*self.corrections, self.undone[0])
        return replace(self, corrections=corrections, undone=self.undone[1:])
