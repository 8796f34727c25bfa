"""Workspace: the documents a user has open; what is saved, all else is computed from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.calendar.cell import Cell


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
    """The open documents, each by a name of its own; ValueError if two share one."""

    sources: tuple[Source, ...] = ()
    title: str = ""

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
