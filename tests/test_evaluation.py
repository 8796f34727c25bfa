"""The scores of `evaluate` on a small document, counted by hand."""

import pytest

from timeline.cli import main
from timeline.evaluation import Counts, compare, find_documents, read_timeml

TIMEML = """<?xml version="1.0"?>
<TimeML><DOCID>d</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2025-05-04"
 functionInDocument="CREATION_TIME">May 4</TIMEX3></DCT>
<TEXT>He came on <TIMEX3 tid="t1" type="DATE" value="2025-05-02">Friday</TIMEX3>.
She left <TIMEX3 tid="t2" type="DATE" value="2025-04">last  </TIMEX3> month for
<TIMEX3 tid="t3" type="DURATION" value="P3D">four days</TIMEX3>, from
<TIMEX3 tid="t4" type="DATE" value="2025-05-07">May 7</TIMEX3> to
<TIMEX3 tid="t5" type="DATE" value="2025-05-10">10</TIMEX3>. In
<TIMEX3 tid="t6" type="DATE" value="PAST_REF">olden times</TIMEX3>, the 80th anniversary &amp;
1999 mattered.</TEXT></TimeML>
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "d.tml").write_text(TIMEML, encoding="utf-8")
    return tmp_path


def test_counts_by_hand(folder):
    counts, faults = compare(read_timeml(folder / "d.tml"))
    # found: Friday, last month, four days, May 7, 10 and 1999; "olden times" is missed
    assert counts == Counts(gold=6, found=6, relaxed=5, strict=4, type=5, value=4)
    assert sorted((f.kind, (f.gold or f.found).text) for f in faults) == [
        ("missed", "olden times"),
        ("span", "last"),
        ("spurious", "1999"),
        ("value", "four days"),
    ]


def test_scores_are_f1_in_percent():
    scores = Counts(gold=4, found=6, relaxed=4, strict=2, type=3, value=1).scores()
    assert scores == {"relaxed": 80.0, "strict": 40.0, "type": 60.0, "value": 20.0}


def test_command_prints_the_scores_and_writes_the_faults(folder, capsys):
    assert main(["evaluate", str(folder), "--errors", str(folder / "e.tsv")]) == 0
    assert "83.33   66.67   83.33   66.67       6       6" in capsys.readouterr().out
    rows = (folder / "e.tsv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 5
    assert rows[1].startswith("span\td\tlast\tDATE\t2025-04\tlast month\tDATE\t2025-04\t")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<TimeML><TEXT>", "no well-formed XML"),
        ("<TimeML></TimeML>", "no TEXT element"),
        ('<!DOCTYPE d [<!ENTITY a "b">]><TimeML><TEXT>&a;</TEXT></TimeML>', "declares entities"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path, capsys, content, sentence):
    (tmp_path / "bad.tml").write_text(content, encoding="utf-8")
    assert main(["evaluate", str(tmp_path)]) == 2
    assert sentence in capsys.readouterr().err


def test_a_folder_without_documents_is_told(tmp_path):
    with pytest.raises(ValueError, match="no \\.tml file"):
        find_documents([tmp_path])
