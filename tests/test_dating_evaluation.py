"""`python -m timeline dating`: the dates of events given by hand, against those of date_of."""

import json

import pytest

from timeline import cli
from timeline.dating_evaluation import Dated, lines, read_events

TEXT = "The mill burned down on Friday. In May 1998 it had been rebuilt. Two men were hurt."
EVENTS = [
    ("burned", "2025-05-02"),  # right
    ("rebuilt", "1998"),  # right: May 1998, cut to the year that is given
    ("hurt", "2025-05-02"),  # wrong: nothing says so
]


def write(folder, documents):
    path = folder / "given.json"
    path.write_text(documents if isinstance(documents, str) else json.dumps(documents))
    return path


@pytest.fixture
def given_events(tmp_path):
    events = [
        {"start": TEXT.index(w), "end": TEXT.index(w) + len(w), "date_value": value}
        for w, value in EVENTS
    ]
    one = {"name": "one", "dct": "2025-05-04T09:00", "text": TEXT, "events": events}
    return write(tmp_path, [one])


def test_events_are_dated(given_events):
    found = list(read_events(given_events))
    assert [e.exact for e in found] == [True, True, False]
    assert [e.told for e in found] == [True, True, True]
    assert [e.found for e in found] == ["2025-05-02", "1998-05", "2025-05-04"]


def test_the_report(given_events, capsys):
    assert cli.main(["dating", str(given_events)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [" ".join(row.split()) for row in rows] == [
        "given all 3 events exact 66.7 %",
        "given on the day of writing 0 events exact -",
        "given on another 3 events exact 66.7 %",
    ]


def test_a_day_of_writing_is_told_by_its_own_size():
    assert not Dated("2025-05", "2025-05-04", "2025-05-04", "").told
    assert next(iter(lines("x", [Dated("2025", "", "2025-05-04", "")]))).endswith("0.0 %")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "is no JSON"),
        ("{}", "holds no list of documents"),
        ([{"name": "one"}], "without 'dct'"),
        ([{"name": "one", "dct": "2025-05-04", "text": "x", "events": [{}]}], "without 'start'"),
    ],
)
def test_a_file_of_another_form(data, said, tmp_path, capsys):
    assert cli.main(["dating", str(write(tmp_path, data))]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path, capsys):
    assert cli.main(["dating", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err


def test_documents_date_each_other(tmp_path, capsys):
    texts = ["Ida Roe resigned as mayor on 3 May 2021.", "In her resignation Roe thanked Ulm."]
    word = texts[1].index("resignation")
    given = {"start": word, "end": word + 11, "date_value": "2021-05-03"}
    documents = [
        {"name": str(n), "dct": f"2021-05-1{n}", "text": text, "events": [given] * n}
        for n, text in enumerate(texts)
    ]
    path = write(tmp_path, documents)
    assert [e.found for e in read_events(path)] == ["2021-05-11"]
    assert [e.found for e in read_events(path, together=True)] == ["2021-05-03"]
    assert cli.main(["dating", "--together", str(path)]) == 0
    assert "100.0 %" in capsys.readouterr().out
