"""The command line: `python -m timeline`, with mentions, explain, events, evaluate, dating or
benchmark.

Exit codes: 0 all read, 1 some files could not be read, 2 wrong usage or nothing could be
read, 130 stopped with Ctrl-C, 141 the reader of a pipe went away.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import timeline
from timeline import exports, inputs
from timeline.calendar.cell import Cell
from timeline.calendar.times import Pattern
from timeline.chronology.source import Document, read_day
from timeline.normaliser.mention import Mention
from timeline.normaliser.reader import mentions

if TYPE_CHECKING:
    from timeline.evaluation import Counts

DONE, PARTLY, FAILED, STOPPED, NO_READER = 0, 1, 2, 130, 141

_STDIN = "-"
_STDIN_NAME = "standard input"
_NO_DAY = (
    "the day of writing is not known, so dates counted from it have no place: "
    "give it with --published"
)


class _Failure(Exception):
    """Ends the command with exit code 2; its words are for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; `arguments` default to those of the process."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except _Failure as failure:
        _tell(str(failure))
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

    evaluate = commands.add_parser(
        "evaluate",
        help="score the reading of dates on TimeML documents",
        description="Scores the reading of dates on TimeML documents (TempEval-3's layout).",
    )
    evaluate.add_argument("places", metavar="DIR", nargs="+", type=Path, help="folders or files")
    evaluate.add_argument("--errors", metavar="FILE", help="write every fault there, tab-separated")
    evaluate.add_argument("--documents", action="store_true", help="one line a document too")
    evaluate.set_defaults(run=_evaluate)

    dating = commands.add_parser(
        "dating",
        help="score the dates of given events",
        description="Scores the dates of events, given by hand in JSON files, against date_of's.",
    )
    dating.add_argument("files", metavar="FILE", nargs="+", help="a JSON file of events")
    dating.add_argument(
        "--together", action="store_true", help="date each by all documents of its file"
    )
    dating.set_defaults(run=_dating)

    benchmark = commands.add_parser(
        "benchmark",
        help="measure how fast texts are read, next to dateparser",
        description="Measures how fast texts are read, next to dateparser, and drawn.",
    )
    benchmark.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="texts, or folders of .tml files; default: the samples in data/",
    )
    benchmark.set_defaults(run=_benchmark)
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
    document = _read(options.file, _name(options.file), options)
    try:
        found = mentions(document.text, published=document.written, language=options.language)
    except ValueError as error:
        raise _Failure(str(error)) from error
    _print(_json(mention.to_dict()) for mention in found)
    if document.written is None and any(_waits(mention) for mention in found):
        _tell(_NO_DAY)
    return DONE


def _explain(options: argparse.Namespace) -> int:
    from timeline.normaliser.explain import explain

    text = options.phrase
    if text == _STDIN:
        data = _read_bytes(_STDIN)
        if len(data) > inputs.MAX_BYTES:
            raise _Failure(f"{_STDIN_NAME} is larger than {inputs.MAX_BYTES // 1_000_000} MB")
        text = inputs.decode(data)[0]
    try:
        found = explain(text, published=options.published, language=options.language)
    except ValueError as error:
        raise _Failure(str(error)) from error
    if not found:
        words = " ".join(text.split())
        _tell(f"no date was found in “{words[:60]}{'…' if len(words) > 60 else ''}”")
    elif options.json:
        _print(_json(one.to_dict()) for one in found)
    else:
        _print(["\n\n".join(map(str, found)).encode("utf-8", "backslashreplace") + b"\n"])
    if options.published is None and any(_waits(one.mention) for one in found):
        _tell(_NO_DAY)
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
    names = [_name(file) for file in files]
    documents = []
    failures = []
    for file, name in zip(files, names, strict=True):
        own = name if names.count(name) == 1 else file
        try:
            documents.append(_read(file, own, options))
        except _Failure as failure:
            failures.append(str(failure))
            _tell(str(failure))
    if not documents:
        return FAILED
    written = exports.formats()[options.format].write(events(documents))
    if options.output is None:
        _print([written.data])
    else:
        try:
            Path(options.output).write_bytes(written.data)
        except OSError as error:
            raise _Failure(f"{options.output}: can't be written: {_reason(error)}") from error
    for loss in written.losses:
        _tell(loss)
    return PARTLY if failures else DONE


def _evaluate(options: argparse.Namespace) -> int:
    from timeline.evaluation import Counts, compare, find_documents, read_timeml

    total = Counts()
    rows = ["kind\tdocument\tgold\ttype\tvalue\tfound\ttype\tvalue\tcontext"]
    try:
        paths = find_documents(options.places)
        print(f"{'':32} relaxed  strict    type   value    gold   found")
        for path in paths:
            document = read_timeml(path)
            counts, faults = compare(document)
            total += counts
            if options.documents:
                print(_scores(document.name, counts))
            for fault in faults:
                sides = [
                    x
                    for tag in (fault.gold, fault.found)
                    for x in (
                        (" ".join(tag.text.split()), tag.type, tag.value) if tag else ("",) * 3
                    )
                ]
                rows.append("\t".join([fault.kind, fault.document, *sides, fault.context]))
        if options.errors is not None:
            Path(options.errors).write_text("\n".join(rows) + "\n", encoding="utf-8")
    except (OSError, ValueError) as error:
        raise _Failure(str(error)) from error
    print(_scores(f"{len(paths)} documents (F1)", total))
    return DONE


def _scores(name: str, counts: Counts) -> str:
    numbers = " ".join(f"{score:7.2f}" for score in counts.scores().values())
    return f"{name:32.32} {numbers} {counts.gold:7} {counts.found:7}"


def _dating(options: argparse.Namespace) -> int:
    from timeline.dating_evaluation import lines, read_events

    try:
        for file in options.files:
            found = list(read_events(Path(file), together=options.together))
            for line in lines(Path(file).stem, found):
                print(line)
    except (OSError, ValueError) as error:
        raise _Failure(str(error)) from error
    return DONE


def _benchmark(options: argparse.Namespace) -> int:
    from timeline.benchmark import DATA, lines

    files = options.files or sorted(str(path) for path in DATA.glob("*.txt"))
    if not files:
        raise _Failure(f"no samples in {DATA.name}/: name the files to measure with")
    nothing = argparse.Namespace(published=None, language=None)
    try:
        documents = [
            one
            for file in dict.fromkeys(files)
            for one in (
                _read_folder(Path(file))
                if os.path.isdir(file)
                else [_read(file, file, nothing, quiet=True)]
            )
        ]
        for line in lines(documents):
            print(line, flush=True)
    except ValueError as error:
        raise _Failure(str(error)) from error
    return DONE


def _read_folder(folder: Path) -> list[Document]:
    from timeline.chronology.source import document
    from timeline.evaluation import find_documents, read_timeml

    return [
        document(made.text, name=made.name, published=(made.written or "")[:10] or None)
        for made in map(read_timeml, find_documents([folder]))
    ]


def _name(file: str) -> str:
    return _STDIN_NAME if file == _STDIN else Path(file).name


def _read_bytes(file: str) -> bytes:
    if file == _STDIN:
        return sys.stdin.buffer.read(inputs.MAX_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(inputs.MAX_BYTES + 1)


def _read(file: str, name: str, options: argparse.Namespace, *, quiet: bool = False) -> Document:
    try:
        data = _read_bytes(file)
    except OSError as error:
        raise _Failure(f"{file}: {_reason(error)}") from error
    except ValueError as error:  # a NUL in the name
        raise _Failure(f"{file!r}: not a name of a file") from error
    try:
        document = inputs.read_file(
            data, name, published=options.published, language=options.language
        )
    except ValueError as error:  # InputError, or a language that nobody can read
        raise _Failure(f"{file}: {error}") from error
    for warning in () if quiet else document.warnings:
        _tell(f"{file}: {warning}")
    return document


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _print(pieces: Iterator[bytes] | Sequence[bytes]) -> None:
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _tell(sentence: str) -> None:
    clean = "".join(c if c.isprintable() else repr(c)[1:-1] for c in sentence)
    sys.stderr.write(f"timeline: {clean}\n")
    sys.stderr.flush()
