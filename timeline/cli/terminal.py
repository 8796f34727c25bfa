"""What the commands share: reading files, printing, and ways to end."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline import inputs
from timeline.chronology.source import Document

DONE, PARTLY, FAILED, STOPPED, NO_READER = 0, 1, 2, 130, 141

STDIN = "-"
STDIN_NAME = "standard input"


class Failure(Exception):
    """Ends the command with exit code 2; its words are for the user."""


def name_of(file: str) -> str:
    """The name of a file, for messages and for the document read from it."""
    return STDIN_NAME if file == STDIN else Path(file).name


def read_bytes(file: str) -> bytes:
    """The bytes of a file or of standard input, at most one more than may be read."""
    if file == STDIN:
        return sys.stdin.buffer.read(inputs.MAX_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(inputs.MAX_BYTES + 1)


def read(file: str, name: str, options: argparse.Namespace, *, quiet: bool = False) -> Document:
    """A file as a document; its warnings are told. Failure if it can't be read."""
    try:
        data = read_bytes(file)
    except OSError as error:
        raise Failure(f"{file}: {reason_of(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise Failure(f"{file!r}: not a name of a file") from error
    try:
        document = inputs.read_file(
            data, name, published=options.published, language=options.language
        )
    except ValueError as error:  # InputError, or a language that nobody can read
        raise Failure(f"{file}: {error}") from error
    for warning in () if quiet else document.warnings:
        tell(f"{file}: {warning}")
    return document


def reason_of(error: OSError) -> str:
    """Why the system refused, for the end of a sentence."""
    return (error.strerror or str(error)).lower()


def write(pieces: Iterator[bytes] | Sequence[bytes]) -> None:
    """Print bytes as they are."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def tell(sentence: str) -> None:
    """Print a sentence for the user, harmless to a terminal, on standard error."""
    clean = "".join(c if c.isprintable() else repr(c)[1:-1] for c in sentence)
    sys.stderr.write(f"timeline: {clean}\n")
    sys.stderr.flush()
