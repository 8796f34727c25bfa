"""The commands that score or measure: evaluate, dating, chronology, benchmark."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.chronology.source import Document
from timeline.cli.terminal import DONE, Failure, read, write

if TYPE_CHECKING:
    from timeline.evaluation import Counts


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to those of the program."""
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
        help="score the dates of events given by hand",
        description="Scores the dates that date_of gives to events marked by hand in JSON files, "
        "and the chronology as a whole against them.",
    )
    dating.add_argument("files", metavar="FILE", nargs="+", help="a JSON file of events")
    dating.add_argument(
        "--together", action="store_true", help="date each by all documents of its file"
    )
    dating.set_defaults(run=_dating)

    chronology = commands.add_parser(
        "chronology",
        help="score the events of articles",
        description="Scores the events of articles against chronologies written by hand: "
        "name.chronology beside name.txt, a line an entry, date | kind | title.",
    )
    chronology.add_argument("places", metavar="DIR", nargs="+", type=Path, help="folders or files")
    chronology.add_argument(
        "--main", action="store_true", help="only the events that are shown at first"
    )
    chronology.add_argument("--quiet", action="store_true", help="the figures alone")
    chronology.set_defaults(run=_chronology)

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
        raise Failure(str(error)) from error
    print(_scores(f"{len(paths)} documents (F1)", total))
    return DONE


def _scores(name: str, counts: Counts) -> str:
    numbers = " ".join(f"{score:7.2f}" for score in counts.scores().values())
    return f"{name:32.32} {numbers} {counts.gold:7} {counts.found:7}"


def _dating(options: argparse.Namespace) -> int:
    from timeline.dating_evaluation import lines, read_gold

    try:
        for file in options.files:
            gold = read_gold(Path(file))
            for line in lines(Path(file).stem, gold, together=options.together):
                print(line)
    except (OSError, ValueError) as error:
        raise Failure(str(error)) from error
    return DONE


def _chronology(options: argparse.Namespace) -> int:
    from timeline.chronology_evaluation import lines

    try:
        for line in lines(options.places, main=options.main, quiet=options.quiet):
            write([line.encode("utf-8", "backslashreplace") + b"\n"])
    except (OSError, ValueError) as error:
        raise Failure(str(error)) from error
    return DONE


def _benchmark(options: argparse.Namespace) -> int:
    from timeline.benchmark import DATA, lines

    files = options.files or sorted(str(path) for path in DATA.glob("*.txt"))
    if not files:
        raise Failure(f"no samples in {DATA.name}/: name the files to measure with")
    nothing = argparse.Namespace(published=None, language=None)
    try:
        documents = [
            one
            for file in dict.fromkeys(files)
            for one in (
                _read_folder(Path(file))
                if os.path.isdir(file)
                else [read(file, file, nothing, quiet=True)]
            )
        ]
        for line in lines(documents):
            print(line, flush=True)
    except ValueError as error:
        raise Failure(str(error)) from error
    return DONE


def _read_folder(folder: Path) -> list[Document]:
    from timeline.chronology.source import document
    from timeline.evaluation import find_documents, read_timeml

    return [
        document(made.text, name=made.name, published=(made.written or "")[:10] or None)
        for made in map(read_timeml, find_documents([folder]))
    ]
