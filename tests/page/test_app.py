"""The page without a browser: what is on it, and what every widget does to the rest."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from timeline import share
from timeline.calendar.cell import Cell
from timeline.chronology.compile import compile_events
from timeline.chronology.source import Document
from timeline.chronology.view import View
from timeline.chronology.workspace import Source, Workspace
from timeline.inputs import MAX_BYTES, InputError, read_file
from timeline.normaliser.explain import explain_mention

ARTICLE = """MADRID, March 9, 2021 -- The old bridge was closed on Monday.

It had been opened on 4 June 1906. The council will vote on April 2, 2021.
Two years ago the town asked for help."""


@pytest.fixture
def app(repo: Path) -> AppTest:
    return AppTest.from_file(str(repo / "app.py"), default_timeout=60)


def prose(app: AppTest, key: str) -> str:
    """All words in one of our own panes."""
    for element in app.get("bidi_component"):
        if element.proto.id.endswith(f"-{key}"):
            data = json.loads(element.proto.json or element.proto.mixed.json)
            return "".join(map(words, data["nodes"]))
    raise AssertionError(f"there is no pane {key!r}")


def words(node: Any) -> str:
    return node if isinstance(node, str) else "".join(map(words, node["kids"]))


def slider(app: AppTest) -> Any:
    return app.select_slider[0]


def listed(app: AppTest) -> list[str]:
    return [title for frame in app.dataframe for title in frame.value["Event"]]


def dates(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["Date"])


def drawn(app: AppTest) -> int:
    """How many events stand on the chart, by their ids."""
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    ids = {
        (one[0] if isinstance(one, list) else one)
        for trace in figure["data"]
        for one in trace.get("customdata") or ()
    }
    return len(ids)


def count(app: AppTest) -> str:
    return next(str(text.value) for text in app.text if "event" in str(text.value))


def box(app: AppTest, name: str) -> Any:
    return next(one for one in app.text_input if one.label.lower() == name)


def day_box(app: AppTest) -> Any:
    return box(app, "written on")


def paste(app: AppTest, text: str, *, keep: bool = False) -> AppTest:
    app.text_area("paste").set_value(text)
    if keep:
        app.toggle("keep").set_value(True)
    return app.button("read").click().run()


def sample(app: AppTest, name: str) -> AppTest:
    return app.button(f"sample {name}").click().run()


def address(app: AppTest) -> str:
    """What the page gives as a link, put into the address of another."""
    app.session_state["sharing"] = True
    app.run()
    return parse_qs(urlsplit(app.code[0].value).query)[share.PARAMETER][0]


def opened(repo: Path, code: str) -> AppTest:
    app = AppTest.from_file(str(repo / "app.py"), default_timeout=60)
    app.query_params[share.PARAMETER] = code
    return app.run()


def test_the_first_page_shows_a_sample_already_read(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert "A jury on Tuesday found Warren Pike" in prose(app, "text")
    assert day_box(app).value == "14 November 2024"
    assert "3–5 March 2025" in dates(app)
    assert app.get("plotly_chart")
    assert not app.error


def test_a_pasted_article(app: AppTest) -> None:
    paste(app.run(), ARTICLE)
    assert not app.exception
    assert day_box(app).value == "9 March 2021"
    assert "4 June 1906" in dates(app)
    assert prose(app, "headline").startswith("MADRID")


def test_an_error_keeps_what_was_there(app: AppTest) -> None:
    before = listed(app.run())
    paste(app, "  \n ")
    assert [error.value for error in app.error] == [
        "There is no text to read yet. Paste an article first."
    ]
    assert listed(app) == before
    assert app.text_area("paste").value == "  \n "
    paste(app, ARTICLE)
    assert not app.error


def test_files(app: AppTest) -> None:
    app.run()
    uploader = app.file_uploader("files")
    uploader.set_value(
        [
            ("old.txt", ARTICLE.encode(), "text/plain"),
            ("new.md", b"# New\n\nIt began on 3 May 2020.", "text/markdown"),
            ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0" * 9, "text/plain"),
        ]
    ).run()
    assert not app.exception
    assert app.selectbox("document").options == ["old.txt", "new.md"]
    assert len(app.error) == 1
    assert "picture" in app.error[0].value
    app.selectbox("document").set_value("new.md").run()
    assert "3 May 2020" in prose(app, "text")
    app.button("remove").click().run()
    assert not [one for one in app.selectbox if one.key == "document"]
    assert "4 June 1906" in dates(app)
    assert not any("3 May 2020" in date for date in dates(app))


def test_keeping_what_is_open(app: AppTest) -> None:
    before = len(listed(app.run()))
    paste(app, ARTICLE, keep=True)
    assert app.selectbox("document").options[0] == "Court case"
    assert len(listed(app)) > before
    paste(app, ARTICLE)
    assert len(app.selectbox("document").options) == 3


def test_the_day_of_writing(app: AppTest) -> None:
    sample(app.run(), "state-visit")
    assert "From the dateline" in [caption.value for caption in app.caption]
    other = next(button for button in app.button if "5 May 2025" in button.label)
    other.click().run()
    assert day_box(app).value == "5 May 2025"
    assert "From the header" in [caption.value for caption in app.caption]
    day_box(app).set_value("March 3, 2019").run()
    assert "Given by you" in [caption.value for caption in app.caption]
    assert day_box(app).value == "3 March 2019"
    day_box(app).set_value("").run()
    assert day_box(app).value == "4 May 2025"


@pytest.mark.parametrize(
    "nonsense", ["12000", "soon", "4 May 12000", "31 February 2020", "x" * 999]
)
def test_an_unreadable_day(app: AppTest, nonsense: str) -> None:
    before = listed(app.run())
    day_box(app).set_value(nonsense).run()
    assert not app.exception
    assert len(app.error) == 1
    assert listed(app) == before
    day_box(app).set_value("2025-05-04").run()
    assert not app.error


def test_without_a_day_relative_dates_wait(app: AppTest) -> None:
    paste(app.run(), "Yesterday the mill burned down. It was built in 1880.")
    assert "1 relative date waits" in app.info[0].value
    assert len(app.dataframe) == 2
    assert any("mill burned" in title for title in app.dataframe[1].value["Event"])
    day_box(app).set_value("2 May 1921").run()
    assert not app.info
    assert "1 May 1921" in dates(app)


def test_range_boxes_slider_and_counts_agree(app: AppTest) -> None:
    paste(app.run(), ARTICLE)
    total = len(listed(app))
    assert slider(app).value == (1906, 2021)
    box(app, "from").set_value("2000").run()
    assert slider(app).value == (2000, 2021)
    left = len(listed(app))
    assert left < total
    assert count(app) == f"{left} of {total} events"
    assert drawn(app) == left
    slider(app).set_value((1906, 2020)).run()
    assert (box(app, "from").value, box(app, "to").value) == ("", "2020")
    assert "4 June 1906" in dates(app)
    app.button("clear").click().run()
    assert len(listed(app)) == total
    assert (box(app, "to").value, slider(app).value) == ("", (1906, 2021))


def test_the_slider_keeps_a_finer_end_that_it_did_not_move(app: AppTest) -> None:
    paste(app.run(), ARTICLE)
    box(app, "from").set_value("March 2010").run()
    slider(app).set_value((2010, 2020)).run()
    assert box(app, "from").value in ("March 2010", "")
    assert app.session_state["view"].first == Cell.month(2010, 3)
    assert app.session_state["view"].last == Cell.year(2020)


def test_ranges_are_counted_from_the_documents_day(app: AppTest) -> None:
    paste(app.run(), ARTICLE)
    box(app, "from").set_value("last month").run()
    assert app.session_state["view"].first == Cell.month(2021, 2)
    paste(app, "It was built in 1880 and burned in 1901.")
    box(app, "from").set_value("last month").run()
    assert "Give that day first" in app.error[0].value.replace("\\", "")


def test_bce_ranges(app: AppTest) -> None:
    sample(app.run(), "antiquity-to-present")
    box(app, "from").set_value("500 BC")
    box(app, "to").set_value("1 BC").run()
    assert not app.error
    assert "480 BC" in dates(app)
    assert not any("19" in date for date in dates(app) if "BC" not in date)


def test_an_end_before_its_start(app: AppTest) -> None:
    before = listed(app.run())
    box(app, "from").set_value("1945")
    box(app, "to").set_value("1939").run()
    assert "before the start" in app.error[0].value
    assert listed(app) == before
    box(app, "to").set_value("1950").run()
    assert not app.error
    assert app.session_state["view"].last == Cell.year(1950)


@pytest.mark.parametrize("nonsense", ["soonish", "12000", "9" * 5_000, "\0", "](x)"])
def test_an_unreadable_range(app: AppTest, nonsense: str) -> None:
    before = listed(app.run())
    box(app, "from").set_value(nonsense).run()
    assert not app.exception
    assert len(app.error) == 1
    assert listed(app) == before


def test_kinds_and_words(app: AppTest) -> None:
    sample(app.run(), "state-visit")
    total = len(listed(app))
    kinds = app.button_group("kinds")
    kinds.set_value(["planned"]).run()
    assert 0 < len(listed(app)) < total
    assert drawn(app) == len(listed(app))
    app.button_group("kinds").set_value([]).run()
    assert len(listed(app)) == total
    box(app, "find").set_value("united nations").run()
    assert 0 < len(listed(app)) < total
    box(app, "find").set_value("zebra").run()
    assert prose(app, "nothing").startswith("No event passes these filters.")
    assert count(app) == f"0 of {total} events"


def test_who_and_where(app: AppTest, repo: Path) -> None:
    paste(
        app.run(), "Airbus grew in 1990. In 1991 *Airbus* met Tim Cook in Bonn. Rain fell in 1992."
    )
    total = len(listed(app))
    names = app.multiselect("names")
    assert names.options == ["Airbus 2", "Bonn 1", "Tim Cook 1"]
    names.set_value(["Airbus"]).run()
    assert (len(listed(app)), total) == (2, 3)
    assert drawn(app) == 2
    app.multiselect("names").set_value(["Bonn", "Tim Cook"]).run()
    (event,) = (one for one in events(app) if one.edtf == "1991")
    select(app, event.id)
    assert "Who and where" in prose(app, "panel")
    assert "Tim Cook (person)" in prose(app, "panel")
    other = opened(repo, address(app))
    assert other.multiselect("names").value == ["Bonn", "Tim Cook"]
    assert listed(other) == listed(app)
    app.button("clear").click().run()
    assert len(listed(app)) == total
    assert app.multiselect("names").value == []


def test_a_link_with_names_that_nothing_bears(repo: Path) -> None:
    workspace = Workspace((Source("note", "Airbus grew in 1990."),))
    app = opened(repo, share.pack(workspace, View(names=frozenset({"Zorblax"}))))
    assert not app.exception
    assert len(listed(app)) == 1


def test_selecting_in_the_list_shows_how_it_was_read(app: AppTest) -> None:
    sample(app.run(), "state-visit")
    event = next(e for e in events(app) if e.words == "7–10 May 2025")
    select(app, event.id)
    shown = prose(app, "panel")
    for word in (
        "May 7 to 10”",
        "days_of_month: Days of one month, month first.",
        "“May”: month",
        "Counted from",
        "Confidence",
        "2025-05-07/2025-05-10",
    ):
        assert word in shown
    for explanation in map(explain_mention, event.mentions):
        assert explanation.mention.basis.words in shown
        assert all(words in shown for words in explanation.otherwise)
    assert event.title in shown
    rows = app.session_state["list"]["selection"]["rows"]
    assert [dates(app)[row] for row in rows] == ["7–10 May 2025"]


def test_a_date_counted_from_another_names_it(app: AppTest) -> None:
    paste(app.run(), "In March 2019 the <b>dam</b> failed. It was mended in the following spring.")
    select(app, next(e for e in events(app) if e.words == "spring 2020").id)
    assert "“March 2019” before it, March 2019: “following” goes on from" in prose(app, "panel")


def events(app: AppTest) -> tuple[Any, ...]:
    from timeline.page.reading import chronology

    return chronology(app.session_state["workspace"]).events


def select(app: AppTest, event: str) -> AppTest:
    from dataclasses import replace

    app.session_state["view"] = replace(app.session_state["view"], selected=event)
    return app.run()


def test_a_text_without_dates(app: AppTest) -> None:
    paste(app.run(), "A text that tells of nothing in particular.")
    assert not app.exception
    assert prose(app, "nothing").startswith("No dates were read in this text.")
    assert count(app) == "0 events"


@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        "\0\0\0 on 4 May 2020 \0",
        "😀 4 May 2020 👩‍👩‍👧 " * 20,
        "في 4 May 2020 مرحبا " * 20,
        "![x](http://127.0.0.1/x.png) <style>*{display:none}</style> 4 May 2020 $x$ :red[x]",
    ],
)
def test_odd_texts(app: AppTest, text: str) -> None:
    paste(app.run(), text)
    assert not app.exception
    assert not app.error


def test_twenty_thousand_dates(app: AppTest) -> None:
    text = "\n\n".join(
        f"On {1 + n % 28} May {1000 + n % 1_000} it rained {n} drops." for n in range(20_000)
    )
    started = time.perf_counter()
    paste(app.run(), text)
    assert not app.exception
    assert len(listed(app)) > 1_000
    assert "is shown" in " ".join(str(text.value) for text in app.text)
    assert time.perf_counter() - started < 120


def test_five_megabytes(app: AppTest) -> None:
    end = "It burned on 4 May 1921."
    line = "Nothing in particular happened in the town on the hill, they say.\n\n"
    text = (line * (MAX_BYTES // len(line) + 1))[-MAX_BYTES + len(end) :] + end
    assert len(text.encode()) == MAX_BYTES
    paste(app.run(), text)
    assert not app.exception
    assert not app.error
    assert dates(app) == ["4 May 1921"]
    assert "4 May 1921" not in prose(app, "text")
    select(app, events(app)[0].id)
    assert "It burned on 4 May 1921." in prose(app, "text")
    assert len(prose(app, "text")) < 100_000


@pytest.mark.parametrize("letter", ["a", "é", "😀"])
def test_more_than_five_megabytes(app: AppTest, letter: str) -> None:
    text = letter * (MAX_BYTES // len(letter.encode()) + 1)
    limit = "is larger than 5 MB, the most that can be read as one document: split it into parts"
    before = listed(app.run())
    paste(app, text)
    assert [error.value for error in app.error] == [f"The text {limit}."]
    assert listed(app) == before
    with pytest.raises(InputError, match=limit):
        read_file(text.encode(), "long.txt")


def test_a_link_shows_the_same(app: AppTest, repo: Path) -> None:
    paste(app.run(), ARTICLE)
    day_box(app).set_value("10 March 2021").run()
    box(app, "from").set_value("March 2010").run()
    app.button_group("kinds").set_value(["planned", "reported"]).run()
    box(app, "find").set_value("the").run()
    select(app, next(e for e in events(app) if e.words == "2 April 2021").id)
    other = opened(repo, address(app))
    assert not other.exception
    assert not other.error
    for key in ("workspace", "view"):
        assert other.session_state[key] == app.session_state[key]
    assert listed(other) == listed(app)
    assert prose(other, "panel") == prose(app, "panel")
    assert day_box(other).value == "10 March 2021"
    assert box(other, "from").value == "March 2010"
    assert box(other, "find").value == "the"
    assert other.button_group("kinds").value == app.button_group("kinds").value


def test_a_sample_by_link(app: AppTest, repo: Path) -> None:
    sample(app.run(), "state-visit")
    other = opened(repo, address(app))
    assert prose(other, "text") == prose(app, "text")
    assert listed(other) == listed(app)


def test_too_large_for_a_link(app: AppTest) -> None:
    paste(app.run(), " ".join(f"{n * 7919 % 100_003}x on 4 May 2020." for n in range(9_000)))
    app.session_state["sharing"] = True
    app.run()
    assert "too large for a link" in app.warning[0].value
    assert not app.code


@pytest.mark.parametrize("code", ["", "x", "A" * 9_000, "💥", "eJwDAAAAAAE"])
def test_a_bad_link_shows_a_sentence_and_the_sample(repo: Path, code: str) -> None:
    app = opened(repo, code)
    assert not app.exception
    assert len(app.error) == 1
    assert "Court case" in prose(app, "headline")


def test_a_cut_link(app: AppTest, repo: Path) -> None:
    code = share.pack(Workspace((Source("a", ARTICLE),)), View())
    assert "damaged" in opened(repo, code[:-3]).error[0].value


def test_a_link_to_a_sample_that_is_gone(repo: Path) -> None:
    code = share.pack(Workspace((Source("a", sample="../../etc/passwd"),)), View())
    app = opened(repo, code)
    assert not app.exception
    assert "does not have" in app.error[0].value


def test_conflicts_can_be_filtered_and_seen(app: AppTest) -> None:
    texts = ("Ida Roe was born in 1950. Ulm fell in 1945.", "Ida Roe was born in 1951.")
    names = ("<b>first</b>", "second")
    sources = tuple(Source(name, text) for name, text in zip(names, texts, strict=True))
    app.query_params[share.PARAMETER] = share.pack(Workspace(sources), View())
    app.run()
    assert [date for date in dates(app) if "disputed" in date] == ["1950 (disputed)"]
    assert len(listed(app)) == 2
    (toggle,) = [one for one in app.toggle if one.label == "Only conflicts"]
    toggle.set_value(True).run()
    assert len(listed(app)) == 1
    assert listed(app) == ["Ida Roe was born"]
    app.session_state["view"] = View(selected=_conflict_id(sources))
    app.run()
    said = prose(app, "panel")
    assert "1950: <b>first</b>" in said
    assert "1951: second" in said


def _conflict_id(sources: tuple[Source, ...]) -> str:
    documents = [Document(one.name, one.text) for one in sources]
    return next(event.id for event in compile_events(documents) if event.disputed)


def test_without_conflicts_there_is_no_filter_for_them(app: AppTest) -> None:
    app.run()
    assert not [one for one in app.toggle if one.label == "Only conflicts"]
