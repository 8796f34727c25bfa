"""The texts of data/marked, dates marked by hand as TimeML: reading them never gets worse.

They were written by others than the rules, without looking at what the rules read; the figures
are those of README.md, a little lower.
"""

from pathlib import Path

from timeline.evaluation import Counts, compare, find_documents, read_timeml

FOLDER = Path(__file__).resolve().parent.parent / "data" / "marked"
LEAST = {"relaxed": 97.0, "strict": 94.0, "type": 95.5, "value": 90.5}


def test_marked_texts_are_read_as_well_as_ever():
    documents = [read_timeml(path) for path in find_documents([FOLDER])]
    total = sum((compare(document)[0] for document in documents), Counts())
    assert len(documents) > 40
    scores = total.scores()
    assert {name: scores[name] for name in LEAST if scores[name] < LEAST[name]} == {}


def test_every_marked_text_has_its_day():
    for path in find_documents([FOLDER]):
        document = read_timeml(path)
        assert document.written is not None
        assert document.tags, path.name
