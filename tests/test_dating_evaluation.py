"""`python -m timeline dating`: the dates of events given by hand, against those of date_of."""

import json

import pytest

from timeline import cli
from timeline.dating_evaluation import Dated, Gold, Pairs, date_events, pair_events, read_gold

TEXT = "The mill burned down on Friday. In May 1998 it had been rebuilt. Two men were hurt."
EVENTS = [
    ("burned", "2025-05-02"),  # right
    ("rebuilt", "1998"),  # right: May 1998, cut to the year that is given
    ("hurt", "2025-05-04"),  # wrong: the report was last at another day
]
SENTENCES = [[0, 31], [32, 64], [65, 83]]


def write(folder, documents):
    path = folder / "given.json"
    path.write_text(documents if isinstance(documents, str) else json.dumps(documents))
    return path


def span(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


@pytest.fixture
def given_events(tmp_path):
    events = [{**span(w), "date_value": value, "stative": w == "hurt"} for w, value in EVENTS]
    one = {"name": "one", "dct": "2025-05-04T09:00", "text": TEXT, "events": events}
    return write(tmp_path, [one])


def test_events_are_dated(given_events):
    found = date_events(read_gold(given_events))
    assert [e.exact for e in found] == [True, True, False]
    assert [e.told for e in found] == [True, True, False]
    assert [e.found for e in found] == ["2025-05-02", "1998-05", "1998-05"]


def test_the_report(given_events, capsys):
    assert cli.main(["dating", str(given_events)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [" ".join(row.split()) for row in rows] == [
        "given all 3 events exact 66.7 % within 66.7 %",
        "given no states 2 events exact 100.0 % within 100.0 %",
        "given on the day of writing 1 events exact 0.0 % within 0.0 %",
        "given on another 2 events exact 100.0 % within 100.0 %",
    ]


@pytest.mark.parametrize(
    ("gold", "found", "exact", "within"),
    [
        ("2008-06", "2008-06-09", True, True),
        ("2008-06-09", "2008-06", False, True),
        ("2008-06-09", "2008-06-08", False, False),
        ("2008-06-09", "", False, False),
    ],
)
def test_how_dates_agree(gold, found, exact, within):
    dated = Dated(Gold(0, 1, gold), found, "2010-01-01")
    assert (dated.exact, dated.within) == (exact, within)


PAIRS = [
    # the events by hand, those without a date, the part that was marked: what agrees, counts, is
    ({"burned": "2025-05-02", "rebuilt": "1998-05"}, [], [0, 83], (2, 3, 2)),
    ({"burned": "2025-05-02", "rebuilt": "1998-05"}, ["hurt"], [0, 83], (2, 2, 2)),
    ({"burned": "2025-05-03"}, ["rebuilt", "hurt"], [0, 83], (0, 1, 1)),
    ({"burned": "2025-05-02"}, [], [0, 31], (1, 1, 1)),
    ({"mill": "2025-05-02", "Friday": "2025-05-02"}, [], [0, 31], (1, 1, 2)),
]


@pytest.mark.parametrize(("gold", "others", "scored", "wanted"), PAIRS)
def test_end_to_end(gold, others, scored, wanted, tmp_path, capsys):
    one = {
        "name": "one",
        "dct": "2025-05-04",
        "text": TEXT,
        "events": [{**span(w), "date_value": value} for w, value in gold.items()],
        "other_events": [span(w) for w in others],
        "sentences": SENTENCES,
        "scored_span": scored,
    }
    path = write(tmp_path, [one])
    pairs = pair_events(read_gold(path)[0])
    assert (pairs.agreeing, pairs.found, pairs.gold) == wanted
    assert cli.main(["dating", str(path)]) == 0
    assert f"F1 {pairs.scores()[2]:.1f} %" in capsys.readouterr().out


def test_nothing_scores_nothing():
    assert Pairs().scores() == (0.0, 0.0, 0.0)


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
    assert [e.found for e in date_events(read_gold(path))] == ["2021-05-11"]
    assert [e.found for e in date_events(read_gold(path), together=True)] == ["2021-05-03"]
    assert cli.main(["dating", "--together", str(path)]) == 0
    assert "100.0 %" in capsys.readouterr().out
