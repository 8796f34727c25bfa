"""The command line: what it prints, what it says, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import benchmark, cli
from timeline.calendar.cell import Cell
from timeline.calendar.times import PLAIN
from timeline.chronology.event import Event, Passage
from timeline.chronology.source import document
from timeline.exports import formats
from timeline.exports.csv import COLUMNS, harmless

MENTION_KEYS = (
    "start end text type value mod edtf first last anchor rule confidence readings origin parts"
).split()
EVENT_KEYS = "id title kind start end edtf text passages related confidence names".split()


def run(*arguments: str, repo: Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *arguments],
        cwd=repo,
        input=data,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(
        "Published: 14 November 2024\n\nThe mill burned on May 4, 1999. It was rebuilt in 2003.",
        encoding="utf-8",
    )
    return path


def json_lines(out: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.decode("utf-8").splitlines()]


def test_mentions_from_standard_input(repo: Path) -> None:
    data = "🎉 The siege ended two days ago.".encode()
    done = run("mentions", "-", "--published", "2025-05-04", repo=repo, data=data)
    assert (done.returncode, done.stderr) == (0, b"")
    (found,) = json_lines(done.stdout)
    assert list(found) == MENTION_KEYS
    assert (found["text"], found["value"], found["start"]) == ("two days ago", "2025-05-02", 18)


def test_explain(repo: Path) -> None:
    done = run("explain", "He leaves two days later", "--published", "2025-05-04", repo=repo)
    assert (done.returncode, done.stderr) == (0, b"")
    first, second, *_, last = done.stdout.decode("utf-8").splitlines()
    assert first == "“two days later”  →  6 May 2025  (DATE 2025-05-06)"
    assert second == "  rule          later: After the last date spoken of."
    assert last.startswith("  confidence    60%, a guess: ")


def test_explain_from_standard_input_as_json(repo: Path) -> None:
    data = "🎉 In May 1968 they struck. That year\nended well.".encode()
    done = run("explain", "-", "--json", repo=repo, data=data)
    assert (done.returncode, done.stderr) == (0, b"")
    month, year = json_lines(done.stdout)
    assert (month["text"], month["start"], month["anchor"]) == ("May 1968", 5, None)
    assert year["anchor"] == {
        "kind": "previous",
        "value": "1968-05",
        "start": 5,
        "text": "May 1968",
        "why": "“That year” goes on from the date told before",
    }


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing at all"], 0, "no date was found in “nothing at all”"),
        ([""], 0, "no date was found in “”"),
        (["x" * 70 + "\x1b[31m"], 0, f"no date was found in “{'x' * 60}…”"),
        (["--json", "nothing"], 0, "no date was found in “nothing”"),
        (["May 2025", "--language", "xx"], 2, "no words are known for the language 'xx'"),
    ],
)
def test_explain_without_a_date(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["explain", *arguments]) == code
    assert capsys.readouterr() == ("", f"timeline: {said}\n")


def test_explain_tells_that_a_day_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    for text, told in (("on Friday", True), ("on 4 May 1945", False)):
        assert cli.main(["explain", text]) == 0
        out, err = capsys.readouterr()
        assert out.startswith("“")
        assert ("--published" in err) is told


def test_events_as_json(repo: Path, story: Path) -> None:
    done = run("events", str(story), repo=repo)
    assert (done.returncode, done.stderr) == (0, b"")
    whole = json.loads(done.stdout)
    assert whole["version"] == 1
    (one,) = whole["documents"]
    assert (one["name"], one["written"]) == ("story.txt", "2024-11-14")
    assert one["written_from"] == "published line"
    assert [event["start"] for event in whole["events"]][:1] == ["1999-05-04"]
    text = story.read_text(encoding="utf-8")
    for event in whole["events"]:
        assert set(EVENT_KEYS) <= event.keys()
        for passage in event["passages"]:
            assert passage["document"] == "story.txt"
            assert text[passage["start"] : passage["end"]].strip()


def test_events_as_csv(repo: Path, story: Path) -> None:
    done = run("events", str(story), "--format", "csv", repo=repo)
    assert done.returncode == 0
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    assert list(rows[0]) == COLUMNS
    assert [row["start"] for row in rows][:1] == ["1999-05-04"]
    assert rows[0]["document"] == "story.txt"


def test_names_in_csv(repo: Path, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Tim Cook left Acme Corp. in 1990.", encoding="utf-8")
    done = run("events", str(path), "--format", "csv", repo=repo)
    (row,) = csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline=""))
    assert row["names"] == "Tim Cook; Acme Corp."


def test_help_and_version_do_not_load_the_dashboard(repo: Path) -> None:
    code = "import sys; from timeline import cli; cli._parser(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repo, capture_output=True, text=True, check=True
    )
    assert {"pandas", "plotly", "streamlit", "dateparser"}.isdisjoint(done.stdout.split())
    assert run("--version", repo=repo).stdout.startswith(b"timeline ")
    done_help = run("events", "--help", repo=repo)
    assert done_help.returncode == 0
    assert b"{csv,json" in done_help.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "required: COMMAND"),
        (["nothing"], "invalid choice: 'nothing'"),
        (["mentions"], "required: FILE"),
        (["explain"], "required: PHRASE"),
        (["explain", "on Friday", "--published", "soon"], "does not say one day"),
        (["events"], "required: FILE"),
        (["mentions", "-", "--published", "12000-01-01"], "years -9999 (10000 BC) to 9999"),
        (["mentions", "-", "--published", "soon"], "does not say one day"),
        (["mentions", "-", "--published", ""], "is empty"),
        (["events", "-", "--format", "xyz"], "invalid choice: 'xyz'"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize("command", ["mentions", "events"])
def test_a_folder_is_no_file(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, str(tmp_path)]) == 2
    assert "is a directory" in capsys.readouterr().err


def test_a_folder_without_timeml_is_no_benchmark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["benchmark", str(tmp_path)]) == 2
    assert "no .tml file there" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["mentions", "events", "benchmark"])
@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.txt", None, "no such file or directory"),
        ("a\0b.txt", None, "not a name of a file"),
        ("a.xyz", b"May 4", "files ending in '.xyz' can't be read"),
        ("a.txt", b"%PDF-1.7 \x00", "this is a PDF file, not a text"),
        ("big.txt", b"a" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_a_file_that_can_not_be_read(
    command: str,
    name: str,
    data: bytes | None,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert cli.main([command, f"{tmp_path}/{name}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("timeline: ")
    assert said in err
    assert err.count("\n") == 1


def test_no_traceback_for_a_missing_file(repo: Path) -> None:
    done = run("events", "missing.txt", repo=repo)
    assert done.returncode == 2
    assert done.stderr == b"timeline: missing.txt: no such file or directory\n"


def test_one_bad_file_does_not_stop_the_rest(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"%PDF-1.7")
    assert cli.main(["events", str(bad), str(story), str(tmp_path / "none.md")]) == 1
    out, err = capsys.readouterr()
    assert [one["name"] for one in json.loads(out)["documents"]] == ["story.txt"]
    assert "bad.txt: this is a PDF file" in err
    assert "none.md: no such file" in err


def test_names_stay_apart(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "x" / "story.txt"
    other.parent.mkdir()
    other.write_bytes(story.read_bytes())
    assert cli.main(["events", str(story), str(other), str(story)]) == 0
    names = [one["name"] for one in json.loads(capsys.readouterr().out)["documents"]]
    assert names == [str(story), str(other)]


def test_output_goes_to_a_file(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.json"
    assert cli.main(["events", str(story), "--output", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_bytes())["events"]
    assert cli.main(["events", str(story), "--output", str(tmp_path / "no" / "x.json")]) == 2
    assert "can't be written: no such file or directory" in capsys.readouterr().err


def test_a_day_that_was_not_found_is_told_only_where_it_matters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    for text, told in (
        ("The siege ended on 4 May 1945.", False),
        ("The siege ended two days ago.", True),
        ("Nothing at all.", False),
    ):
        path.write_text(text, encoding="utf-8")
        assert cli.main(["mentions", str(path)]) == 0
        assert ("--published" in capsys.readouterr().err) is told


def test_what_was_guessed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Café, 3 May 2021.".encode("latin-1"))
    assert cli.main(["mentions", str(path)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["value"] == "2021-05-03"
    assert re.fullmatch(r"timeline: .*a\.txt: The file is not UTF-8; .*\n", err)


@pytest.mark.parametrize("text", ["", " \n", "No date in here.", "9" * 100_000])
def test_texts_without_a_date(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert cli.main(["mentions", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["events", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["events"] == []


def test_stopped_with_ctrl_c(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.inputs, "read_file", stop)
    assert cli.main(["mentions", str(story)]) == 130


def test_a_pipe_whose_reader_went_away_is_quiet(repo: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The siege ended on 4 May 1945.\n" * 20_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "mentions", str(path)],
        cwd=repo,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def test_the_terminal_is_not_written_to_by_a_file_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["mentions", str(tmp_path / "\x1b[31mred.txt")]) == 2
    assert "\x1b" not in capsys.readouterr().err


class Told:
    """A timeline of one event with words of an enemy."""

    documents = (document('=cmd|"/c calc"!A1', name="@x"),)
    events = (
        Event(
            "e1",
            "=HYPERLINK(1)",
            Cell.year(-43),
            PLAIN,
            "reported",
            (Passage("@x", 0, 9, '\t+1\nnext, "line"'), Passage("@x", 9, 10, "b")),
            ("e2",),
        ),
    )


def test_csv_runs_no_formula_and_tells_what_it_lost() -> None:
    export = formats()["csv"].write(Told())
    (row,) = csv.DictReader(io.StringIO(export.data.decode("utf-8"), newline=""))
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["text"] == '\'\t+1\nnext, "line"'
    assert row["document"] == "'@x"
    assert row["start"] == "-0043-01-01"
    assert row["date"] == "44 BC"
    assert [loss.split(";")[1] for loss in export.losses] == [
        " 1 more are left out.",
        " 1 have some.",
    ]


@pytest.mark.parametrize(
    ("cell", "safe"), [("a", True), ("", True), ("-1", False), (" =1", False), ("＝1", False)]
)
def test_harmless(cell: str, safe: bool) -> None:
    assert harmless(cell) == (cell if safe else f"'{cell}")


def test_every_export_format_keeps_its_contract() -> None:
    found = formats()
    assert {"json", "csv"} <= found.keys()
    for key, one in found.items():
        assert one.key == key
        assert one.suffix.startswith(".")
        assert "/" in one.mime
        assert one.write(Told()).data


def test_benchmark(
    story: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "_SIZE", 2_000)
    monkeypatch.setattr(benchmark, "_EVENTS", 30)
    assert cli.main(["benchmark", str(story)]) == 0
    out = capsys.readouterr().out
    for words in ("reading, first pass", "dateparser", "times dateparser", "figure", "linear"):
        assert words in out
    (story.parent / "one.tml").write_text("<TimeML><TEXT>He came on May 4, 2025.</TEXT></TimeML>")
    assert cli.main(["benchmark", str(story.parent)]) == 0
    assert "1 texts, 23 characters" in capsys.readouterr().out
    story.write_text("\n")
    assert cli.main(["benchmark", str(story)]) == 2
    assert "hold no text" in capsys.readouterr().err
