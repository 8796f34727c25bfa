"""The command line: `python -m timeline`, with mentions, explain, events, evaluate, dating,
chronology or benchmark.

Exit codes: 0 all read, 1 some files could not be read, 2 wrong usage or nothing could be
read, 130 stopped with Ctrl-C, 141 the reader of a pipe went away.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import timeline
from timeline import exports, inputs
from timeline.calendar.cell import Cell
from timeline.calendar.times import Pattern
from timeline.chronology.source import read_day
from timeline.cli import scoring
from timeline.cli.terminal import (
    DONE,
    FAILED,
    NO_READER,
    PARTLY,
    STDIN,
    STDIN_NAME,
    STOPPED,
    Failure,
    name_of,
    read,
    read_bytes,
    reason_of,
    tell,
    write,
)
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

_NO_DAY = (
    "the day of writing is not known, so dates counted from it have no place: "
    "give it with --published"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; `arguments` default to those of the process."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except Failure as failure:
        tell(str(failure))
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # What is still buffered would raise once more when Python closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_READER
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline", description="Reads every date in a text and shows what happened when."
    )
    parser.add_argument("--version", action="version", version=f"timeline {timeline.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    dates = commands.add_parser(
        "mentions",
        help="print the dates of a text, one JSON object a line",
        description="Prints the dates of a text, one JSON object a line.",
    )
    dates.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    _add_reading(dates)
    dates.set_defaults(run=_mentions)

    why = commands.add_parser(
        "explain",
        help="say why the dates of a phrase mean what they mean",
        description="Says why the dates of a phrase or a sentence mean what they mean: the rule, "
        "what they are counted from, which way the sentence looks, what else they can mean.",
    )
    why.add_argument("phrase", metavar="PHRASE", help="the words, or - for standard input")
    _add_reading(why, day="default: not known")
    why.add_argument("--json", action="store_true", help="one JSON object a line")
    why.set_defaults(run=_explain)

    told = commands.add_parser(
        "events",
        help="print the timeline of one document or several",
        description="Prints the timeline of one document or several.",
    )
    told.add_argument("files", metavar="FILE", nargs="+", help="files, or - for standard input")
    _add_reading(told)
    told.add_argument(
        "--format", choices=sorted(exports.formats()), default="json", help="default: json"
    )
    told.add_argument("--output", metavar="FILE", help="write there instead of printing")
    told.set_defaults(run=_events)

    scoring.add_commands(commands)
    return parser


def _add_reading(
    parser: argparse.ArgumentParser, *, day: str = "default: found in the text"
) -> None:
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=_day,
        help=f"the day the text was written, such as 2025-05-04; {day}",
    )
    parser.add_argument("--language", metavar="CODE", help="the language, such as en or de")


def _day(words: str) -> Cell:
    try:
        return read_day(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _mentions(options: argparse.Namespace) -> int:
    document = read(options.file, name_of(options.file), options)
    try:
        found = mentions(document.text, published=document.written, language=options.language)
    except ValueError as error:
        raise Failure(str(error)) from error
    write(_json(mention.to_dict()) for mention in found)
    if document.written is None and any(_waits(mention) for mention in found):
        tell(_NO_DAY)
    return DONE


def _explain(options: argparse.Namespace) -> int:
    from timeline.normaliser.explain import explain

    text = options.phrase
    if text == STDIN:
        data = read_bytes(STDIN)
        if len(data) > inputs.MAX_BYTES:
            raise Failure(f"{STDIN_NAME} is larger than {inputs.MAX_BYTES // 1_000_000} MB")
        text = inputs.decode(data)[0]
    try:
        found = explain(text, published=options.published, language=options.language)
    except ValueError as error:
        raise Failure(str(error)) from error
    if not found:
        words = " ".join(text.split())
        tell(f"no date was found in “{words[:60]}{'…' if len(words) > 60 else ''}”")
    elif options.json:
        write(_json(one.to_dict()) for one in found)
    else:
        write(["\n\n".join(map(str, found)).encode("utf-8", "backslashreplace") + b"\n"])
    if options.published is None and any(_waits(one.mention) for one in found):
        tell(_NO_DAY)
    return DONE


def _json(data: object) -> bytes:
    """An object on a line of its own."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _waits(mention: Mention) -> bool:
    """Whether a date has no place only because the day of writing is unknown."""
    return isinstance(mention.time, Pattern) or any(_waits(part) for part in mention.parts)


def _events(options: argparse.Namespace) -> int:
    from timeline.api import events

    files = list(dict.fromkeys(options.files))
    names = [name_of(file) for file in files]
    documents = []
    failures = []
    for file, name in zip(files, names, strict=True):
        own = name if names.count(name) == 1 else file
        try:
            documents.append(read(file, own, options))
        except Failure as failure:
            failures.append(str(failure))
            tell(str(failure))
    if not documents:
        return FAILED
    written = exports.formats()[options.format].write(events(documents))
    if options.output is None:
        write([written.data])
    else:
        try:
            Path(options.output).write_bytes(written.data)
        except OSError as error:
            raise Failure(f"{options.output}: can't be written: {reason_of(error)}") from error
    for loss in written.losses:
        tell(loss)
    return PARTLY if failures else DONE
