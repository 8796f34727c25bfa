"""The page in a real browser: it draws, a click shows the sentence, nothing foreign runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from timeline import share
from timeline.calendar.cell import Cell
from timeline.chronology.view import View
from timeline.chronology.workspace import Source, Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import expect

expect.set_options(timeout=30_000)

MARKERS = "event="
"""The chart's points that stand for an event and are in sight."""
ARTICLE = """MADRID, March 9, 2021 -- The old bridge was closed on Monday.

It had been opened on 4 June 1906. The council will vote on April 2, 2021."""
HOSTILE = [
    "<img src=x onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    "<style>*{display:none!important}</style>",
    "<a href=javascript:window.hacked=1>click</a>",
    "![x](http://foreign.invalid/x.png)",
    "[x](http://foreign.invalid/)",
    "http://foreign.invalid/",
    "$\\latex$ :material/home: :red[x] :smile: %{x} {{y}}",
    "\u202eabc\u202c \u200b\ufeff",
    "W" * 10_000,
]


@pytest.fixture
def tab(page: Page, app_url: str) -> Page:
    return visit(page, app_url)


@pytest.fixture
def foreign(context: BrowserContext) -> Iterator[list[str]]:
    """Every address outside the app that the page asked for; must stay empty."""
    asked: list[str] = []

    def watch(request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not re.match(r"(https?|wss?)://127\.0\.0\.1[:/]|blob:|data:", url):
            asked.append(url)

    context.on("request", watch)
    yield asked
    assert asked == []


def visit(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator(".headline")).to_be_visible()
    expect(page.locator(MARKERS).first).to_be_visible()
    settle(page)
    return page


def settle(page: Page) -> None:
    """Wait until no run of the app is under way and the chart is as the last one left it."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def linked(app_url: str, workspace: Workspace, view: View | None = None) -> str:
    return f"{app_url}?{urlencode({share.PARAMETER: share.pack(workspace, view or View())})}"


def paste(page: Page, text: str) -> None:
    page.get_by_role("button", name="Open a text").click()
    page.get_by_label("Article").fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_label("Article")).to_be_hidden()
    settle(page)


def count(page: Page) -> Locator:
    return page.locator(".st-key-counts").get_by_test_id("stText")


def click_marker(page: Page, number: int = 0) -> None:
    """Click a point of the chart; the drag layer above it takes the click, so by place.

    Pressed again at once, even after a drag, Plotly takes it for a double click and zooms out.
    """
    plot = "document.querySelector('.js-plotly-plot')"
    page.wait_for_function(
        f"Date.now() - ({plot}._mouseDownTime ?? 0) > {plot}._context.doubleClickDelay"
    )
    page.locator(MARKERS).nth(number).click(force=True)


def in_sight(page: Page, selector: str) -> None:
    """Wait until an element is to be seen: inside the window, and inside its pane."""
    expect(page.locator(selector)).to_be_in_viewport(ratio=0.9)


def test_the_page_draws(tab: Page, foreign: list[str]) -> None:
    assert tab.locator(MARKERS).count() >= 3
    expect(tab.locator(".mention").first).to_be_visible()
    expect(tab.get_by_test_id("stDataFrame").first).to_be_visible()
    expect(tab.get_by_test_id("stException")).to_have_count(0)


def test_a_click_on_the_chart_shows_the_sentence(tab: Page) -> None:
    click_marker(tab)
    here = tab.locator(".here")
    expect(here).to_be_visible()
    expect(tab.locator(".panel .title")).to_be_visible()
    assert tab.locator(".chosen").count() >= 1
    in_sight(tab, ".here")


def test_a_click_on_the_chart_keeps_the_zoom(tab: Page) -> None:
    seen = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.join()"
    whole = tab.evaluate(seen)
    plot = tab.locator(".js-plotly-plot").bounding_box()
    assert plot is not None
    middle = plot["y"] + plot["height"] / 2
    tab.mouse.move(plot["x"] + plot["width"] * 0.4, middle)
    tab.mouse.down()
    tab.mouse.move(plot["x"] + plot["width"] - 30, middle, steps=5)
    tab.mouse.up()
    tab.wait_for_function(f"{seen} !== {whole!r}")
    before = tab.evaluate(seen)
    click_marker(tab)
    expect(tab.locator(".panel .title")).to_be_visible()
    settle(tab)
    assert tab.evaluate(seen) == before


def test_a_click_in_the_text_selects_in_the_list(tab: Page) -> None:
    mention = tab.locator(".mention[role=button]").last
    mention.click()
    expect(tab.locator(".panel .title")).to_be_visible()
    expect(tab.locator(".here")).to_contain_text(mention.inner_text())


def test_a_filter_narrows_count_and_chart(tab: Page) -> None:
    before = tab.locator(MARKERS).count()
    tab.get_by_label("From", exact=True).fill("2024")
    tab.get_by_label("From", exact=True).press("Enter")
    expect(count(tab)).to_have_text(re.compile(r"^\d+ of \d+ events$"))
    left = int(count(tab).inner_text().split()[0])
    assert left < before
    expect(tab.locator(MARKERS)).to_have_count(left)
    tab.get_by_role("button", name="Clear filters").click()
    expect(count(tab)).to_have_text(re.compile(r"^\d+ events$"))
    expect(tab.locator(MARKERS)).to_have_count(before)


def test_a_filter_moves_nothing_below_the_chart(tab: Page) -> None:
    before = tab.locator(".scrolls").bounding_box()
    tab.get_by_label("Find").fill("trial")
    expect(count(tab)).to_have_text(re.compile(" of "))
    expect(tab.locator(MARKERS)).to_have_count(int(count(tab).inner_text().split()[0]))
    settle(tab)
    after = tab.locator(".scrolls").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 12


def test_a_link_shows_the_same_in_a_second_browser(
    tab: Page, browser: Browser, app_url: str
) -> None:
    paste(tab, ARTICLE)
    expect(tab.locator(".story")).to_contain_text("The old bridge")
    tab.get_by_label("From", exact=True).fill("1900")
    tab.get_by_label("From", exact=True).press("Enter")
    tab.locator(".mention", has_text="4 June 1906").click()
    expect(tab.locator(".here")).to_contain_text("opened")
    tab.get_by_role("button", name="Share").click()
    link = tab.get_by_test_id("stCode").locator("code").inner_text().replace("\n", "")
    assert link.startswith(app_url)
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    other = visit(context.new_page(), link)
    expect(other.locator(".here")).to_have_text(tab.locator(".here").inner_text())
    expect(other.locator(".panel .title")).to_have_text(tab.locator(".panel .title").inner_text())
    expect(other.get_by_label("From", exact=True)).to_have_value("1900")
    expect(count(other)).to_have_text(count(tab).inner_text())
    context.close()


WORDS = """words => {
    const story = [...document.querySelectorAll("*")].map(e => e.shadowRoot).filter(Boolean)
        .map(root => root.querySelector(".story")).find(Boolean);
    const walk = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode()); ) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const box = range.getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom];
    }
}"""


def mark(page: Page, words: str) -> None:
    """Mark some words in the text with the mouse."""
    page.locator(".scrolls").scroll_into_view_if_needed()
    left, top, right, bottom = page.evaluate(WORDS, words)
    page.mouse.move(left + 1, (top + bottom) / 2)
    page.mouse.down()
    page.mouse.move(right - 1, (top + bottom) / 2, steps=5)
    page.mouse.up()


def test_marked_words_become_an_event(page: Page, app_url: str, foreign: list[str]) -> None:
    text = f"{ARTICLE} 👩‍👩‍👧 A crowd <b>gathered</b>."
    visit(page, linked(app_url, Workspace((Source("note", text),))))
    before = count(page).inner_text()
    offer = page.locator(".offer")
    expect(offer).to_be_hidden()
    mark(page, "crowd <b>gathered</b>")
    offer.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".quote")).to_have_text("“crowd <b>gathered</b>”")
    date = dialog.get_by_label("Date", exact=True)
    expect(date).to_have_value("8 March 2021")
    date.fill("soonish")
    dialog.get_by_role("button", name="Add event").click()
    expect(dialog.get_by_text("was not understood as a date")).to_be_visible()
    date.fill("March 2020")
    dialog.get_by_role("button", name="Add event").click()
    expect(dialog).to_be_hidden()
    settle(page)
    expect(page.locator(".here")).to_have_text("crowd <b>gathered</b>")
    expect(page.locator(".panel .when")).to_have_text("March 2020 · Happened")
    expect(count(page)).not_to_have_text(before)
    page.get_by_role("button", name="Undo").click()
    expect(count(page)).to_have_text(before)
    page.get_by_role("button", name="Redo").click()
    expect(count(page)).not_to_have_text(before)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_marked_words_are_offered_to_a_finger(browser: Browser, app_url: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = visit(context.new_page(), linked(app_url, Workspace((Source("note", ARTICLE),))))
    page.locator(".scrolls").scroll_into_view_if_needed()
    page.evaluate(
        """() => {
            const story = [...document.querySelectorAll("*")].map(e => e.shadowRoot)
                .filter(Boolean).map(root => root.querySelector(".story")).find(Boolean);
            const last = story.lastChild;
            document.getSelection().setBaseAndExtent(last, 0, last, last.data.length);
        }"""
    )
    in_sight(page, ".offer")
    page.locator(".offer").tap()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    settle(page)
    expect(page.locator(".offer")).to_be_hidden()
    wide = "[document.documentElement, document.querySelector('.stMain')]"
    assert page.evaluate(f"{wide}.every(e => e.scrollWidth <= innerWidth)")
    context.close()


def test_a_corrected_date_moves_on_the_chart(tab: Page) -> None:
    tab.locator(".mention[role=button]").nth(1).click()
    expect(tab.locator(".panel .title")).to_be_visible()
    settle(tab)
    tab.locator(".st-key-correct").get_by_text("Correct").click()
    date = tab.get_by_label("Date", exact=True)
    date.fill("soonish")
    date.press("Enter")
    expect(tab.locator(".st-key-correct").get_by_test_id("stAlert")).to_be_visible()
    expect(date).to_have_value("soonish")
    date.fill("spring 1921")
    date.press("Enter")
    expect(tab.locator(".panel .when")).to_contain_text("Spring 1921")
    settle(tab)
    expect(tab.get_by_label("Date", exact=True)).to_be_visible()
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".panel .when")).not_to_contain_text("1921")


def test_nothing_foreign_runs(page: Page, app_url: str, foreign: list[str]) -> None:
    text = "\n\n".join(f"On {n + 1} May 2020 {one} came." for n, one in enumerate(HOSTILE[:-1]))
    text += f"\n\nOn 20 May 2020 {HOSTILE[-1]} came."
    workspace = Workspace(
        tuple(Source(name[:80], text) for name in HOSTILE[:7]),
        HOSTILE[0],
    )
    visit(page, linked(app_url, workspace, View(text="May 2020")))
    title = page.locator(".panel .title")
    click_marker(page)
    expect(title).to_be_visible()
    before = title.text_content()
    assert before
    click_marker(page, 3)
    expect(title).not_to_have_text(before)
    settle(page)
    page.get_by_role("combobox").hover()
    # The list of options closes when the page scrolls: let it come to rest first.
    page.evaluate("new Promise(rest => requestAnimationFrame(() => requestAnimationFrame(rest)))")
    page.get_by_role("combobox").click()
    expect(page.get_by_role("option")).to_have_count(7)
    assert page.evaluate("window.hacked") is None
    assert (
        page.evaluate(
            """() => [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot)]
            .filter(Boolean)
            .flatMap(root => [...root.querySelectorAll('a, img, iframe, script, .katex')])
            .filter(e => /foreign|javascript:|hacked/.test(e.outerHTML) || e.closest('.katex'))
            .map(e => e.outerHTML)"""
        )
        == []
    )
    expect(page.locator(".story")).to_contain_text("<img src=x onerror=window.hacked=1>")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file(tab: Page) -> None:
    tab.get_by_role("button", name="Open a text").click()
    tab.get_by_role("tab", name="Files").click()
    tab.locator("input[type=file]").set_input_files(
        [{"name": "bridge.txt", "mimeType": "text/plain", "buffer": ARTICLE.encode()}]
    )
    expect(tab.locator(".headline")).to_have_text("bridge.txt")
    expect(tab.locator(".story")).to_contain_text("opened on 4 June 1906")
    settle(tab)
    expect(tab.get_by_label("Written on", exact=True)).to_have_value("9 March 2021")


def test_a_bad_file_and_an_unreadable_day_lose_nothing(tab: Page) -> None:
    before = tab.locator(".headline").inner_text()
    tab.get_by_label("Written on", exact=True).fill("12000")
    tab.get_by_label("Written on", exact=True).press("Enter")
    expect(tab.get_by_test_id("stAlert")).to_be_visible()
    tab.get_by_role("button", name="Open a text").click()
    tab.get_by_role("tab", name="Files").click()
    tab.locator("input[type=file]").set_input_files(
        [{"name": "photo.txt", "mimeType": "text/plain", "buffer": bytes(range(256)) * 9}]
    )
    expect(tab.get_by_text("photo.txt was not opened")).to_be_visible()
    expect(tab.locator(".headline")).to_have_text(before)
    expect(tab.get_by_test_id("stException")).to_have_count(0)


def test_a_damaged_link(page: Page, app_url: str) -> None:
    visit(page, linked(app_url, Workspace((Source("a", ARTICLE),)))[:-9])
    expect(page.get_by_text("This link is damaged")).to_be_visible()
    expect(page.locator(".kicker")).to_have_text("Court case")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(browser: Browser, app_url: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = visit(context.new_page(), app_url)
    page.wait_for_function(
        """dark => {
            const [paper, ink] =
                [document.querySelector('.stApp'), document.querySelector('.main-svg text')]
                .map(e => getComputedStyle(e))
                .map((s, n) => (n ? s.fill : s.backgroundColor).match(/[0-9.]+/g).slice(0, 3))
                .map(c => c.reduce((sum, one) => sum + Number(one), 0) / 3);
            return dark ? paper < 60 && ink > 130 : paper > 200 && ink < 130;
        }""",
        arg=scheme == "dark",
    )
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone(browser: Browser, app_url: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = visit(context.new_page(), app_url)
    wide = "[document.documentElement, document.querySelector('.stMain')]"
    assert page.evaluate(f"{wide}.every(e => e.scrollWidth <= innerWidth)")
    expect(page.locator(".modebar-btn")).to_have_count(3)  # it is laid out for a phone now
    settle(page)
    heads = page.get_by_test_id("stDataFrame").first.locator("[role=columnheader]")
    expect(heads).to_have_text(["Date", "Event"])
    page.wait_for_function(
        "(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.dvn-scroller'))"
    )
    click_marker(page)
    expect(page.locator(".here")).to_be_visible()
    assert page.evaluate(f"{wide}.every(e => e.scrollWidth <= innerWidth)")
    context.close()


def test_bce_is_drawn_where_it_belongs(page: Page, app_url: str) -> None:
    text = "Xerxes burned Athens in 480 BC. Caesar died on 15 March 44 BC."
    view = View(first=Cell.year(-499), last=Cell.year(0))
    visit(page, linked(app_url, Workspace((Source("old", text),)), view))
    expect(page.locator(MARKERS)).to_have_count(2)
    expect(page.get_by_label("From", exact=True)).to_have_value("500 BC")
