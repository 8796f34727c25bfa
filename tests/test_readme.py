"""README.md tells the truth: its commands run, what it names exists."""

from __future__ import annotations

import os
import pkgutil
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).resolve().parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^```.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
CODE = [line for _, block in BLOCKS for line in block.splitlines() if line.strip()]
COMMANDS = [line for line in CODE if "python -m timeline" in line]
SNIPPETS = [block for language, block in BLOCKS if language == "python"]
SPANS = re.findall(r"`([^`\n]+)`", PROSE)
PATHS = [span for span in SPANS if re.fullmatch(r"[\w.-]+(/[\w.-]*)+|[\w-]+\.(py|md|toml)", span)]
NAMES = [span for span in SPANS if re.fullmatch(r"timeline(\.\w+)+", span)]
LINKS = re.findall(r"\]\(([^)\s]+)\)", PROSE)
SECONDS = 300


def run(command: list[str], repo: Path, **variables: str) -> None:
    done = subprocess.run(
        command,
        cwd=repo,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]


def test_the_first_two_lines_of_code_are_the_two_commands() -> None:
    assert CODE[:2] == [
        "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/streamlit run app.py",
        'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest',
    ]


def test_it_shows_commands_and_python() -> None:
    assert COMMANDS
    assert SNIPPETS
    assert NAMES
    assert PATHS


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(command: str, repo: Path) -> None:
    python = shlex.quote(sys.executable)
    script = f'set -euo pipefail; python() {{ {python} "$@"; }}\n{command}'
    run(["bash", "-c", script], repo, PYTHONWARNINGS="error::DeprecationWarning:timeline")


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_runs(snippet: str, repo: Path) -> None:
    run([sys.executable, "-c", snippet], repo)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_exists(path: str, repo: Path) -> None:
    assert (repo / path).exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_exists(name: str) -> None:
    pkgutil.resolve_name(name)


@pytest.mark.parametrize("link", [link for link in LINKS if "://" not in link])
def test_a_link_leads_somewhere(link: str, repo: Path) -> None:
    path, _, anchor = link.partition("#")
    target = repo / path if path else README
    assert target.exists()
    if anchor:
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
        slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert anchor in slugs


def test_nothing_is_left_to_fill_in() -> None:
    assert re.findall("TO FILL.*", TEXT) == []
