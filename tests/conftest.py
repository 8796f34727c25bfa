"""Fixtures for all tests: where the project lies, the running app, a browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

REPO = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
# `event=` finds the points of the chart that stand for an event and are in sight. Arrowheads and
# rings look the same in the page; only the events carry an id.
EVENT_POINTS = """({
  queryAll(root) {
    const pane = root.querySelector(".js-plotly-plot .nsewdrag")?.getBoundingClientRect();
    return [...root.querySelectorAll(".js-plotly-plot .scatterlayer .points path")].filter((e) => {
      const box = e.getBoundingClientRect(), x = box.x + box.width / 2;
      return e.__data__?.data && pane && pane.left <= x && x <= pane.right;
    });
  },
  query(root) { return this.queryAll(root)[0] ?? null; },
})"""
START_SECONDS = 60
APP_LOG = pytest.StashKey[Path]()

# On a busy machine one slow example proves nothing; what fails in CI has to fail there again.
settings.register_profile("timeline", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "timeline")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the end of the app's log with every failed test that used the app."""
    report = yield
    log = item.config.stash.get(APP_LOG, None)
    if report.failed and log and "app_url" in getattr(item, "fixturenames", ()):
        report.sections.append(("app log", _tail(log)))
    return report


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the checkout."""
    return REPO


@pytest.fixture(scope="session")
def app_url(
    repo: Path, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[str]:
    """The address of the app, started once for all tests."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    log = tmp_path_factory.mktemp("app") / "streamlit.log"
    pytestconfig.stash[APP_LOG] = log
    options = {
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=repo, stdout=out, stderr=subprocess.STDOUT) as app,
    ):
        try:
            _wait_until_healthy(app, url, log)
            yield url
        finally:
            app.terminate()
            try:
                app.wait(10)
            except subprocess.TimeoutExpired:
                app.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system; without one the test is skipped, except in CI."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        reason = f"no browser found ({', '.join(BROWSERS)})"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        playwright.selectors.register("event", EVENT_POINTS)
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh window: no cookies, no storage, 1280 by 800."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab; go to `app_url` with it."""
    return context.new_page()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(app: subprocess.Popen[bytes], url: str, log: Path) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if app.poll() is not None:
            pytest.fail(f"the app ended with {app.returncode}\n{_tail(log)}")
        try:
            with direct.open(f"{url}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.1)
    pytest.fail(f"the app did not answer within {START_SECONDS} seconds\n{_tail(log)}")


def _tail(log: Path, characters: int = 4000) -> str:
    return log.read_text(errors="replace")[-characters:]
