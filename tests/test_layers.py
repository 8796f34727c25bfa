"""The floors of the house: a module imports only from floors below its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# From the ground up. A place is a package or a module directly under timeline/; "timeline" is the
# public face (timeline/__init__.py). Places side by side on a floor don't know each other.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"calendar"}),
    frozenset({"normaliser"}),
    frozenset({"chronology"}),
    frozenset({"chart", "exports", "share", "store", "inputs", "archive"}),
    frozenset({"api"}),
    frozenset({"timeline"}),
    frozenset({"benchmark", "evaluation", "dating_evaluation", "chronology_evaluation"}),
    frozenset({"page", "cli"}),
    frozenset({"app", "__main__"}),
)
FLOOR = {place: number for number, places in enumerate(FLOORS) for place in places}

# Which places may use a heavy library. The calendar uses none at all.
DRAWING = frozenset().union(*FLOORS[3:])
USERS = {
    "streamlit": FLOORS[FLOOR["page"]] | FLOORS[FLOOR["app"]],
    "plotly": DRAWING,
    "pandas": DRAWING,
}


def place_of(module: str) -> str:
    """The place a module belongs to.

    >>> place_of("timeline.calendar.cell"), place_of("timeline"), place_of("app")
    ('calendar', 'timeline', 'app')
    """
    top, *rest = module.split(".")
    return rest[0] if rest else top


def module_name(path: Path, repo: Path) -> str:
    parts = path.relative_to(repo).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(source: str, module: str, is_package: bool, known: set[str]) -> Iterator[str]:
    """Every module that a source imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module.split(".")
                package = package[: len(package) - node.level + is_package]
                base = ".".join([*package, *filter(None, [node.module])])
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in known else base


def faults(module: str, imported: str) -> str | None:
    """Why a module may not import another, if so."""
    place, top = place_of(module), imported.split(".")[0]
    if top in {"timeline", "app"}:
        other = place_of(imported)
        if other not in FLOOR:
            return f"{module} imports {imported}, which has no floor"
        if other != place and FLOOR[other] >= FLOOR[place]:
            return f"{module} imports {imported}, which is not below it"
    elif FLOOR[place] == 0 and top not in sys.stdlib_module_names:
        return f"{module} imports {imported}; the ground floor has only the standard library"
    elif place not in USERS.get(top, {place}):
        return f"{module} imports {imported}; only {sorted(USERS[top])} may"
    return None


def sources(repo: Path) -> dict[str, Path]:
    paths = [*sorted((repo / "timeline").rglob("*.py")), repo / "app.py"]
    return {module_name(path, repo): path for path in paths if path.is_file()}


def test_every_place_has_a_floor(repo: Path) -> None:
    assert {place_of(module) for module in sources(repo)} - FLOOR.keys() == set()


def test_a_module_imports_only_from_below(repo: Path) -> None:
    found = sources(repo)
    known = set(found)
    assert known
    problems = [
        problem
        for module, path in found.items()
        if place_of(module) in FLOOR
        for imported in imports(
            path.read_text(encoding="utf-8"), module, path.name == "__init__.py", known
        )
        if (problem := faults(module, imported))
    ]
    assert problems == []


KNOWN = {
    "timeline",
    "timeline.calendar",
    "timeline.calendar.cell",
    "timeline.chart",
    "timeline.cli",
    "timeline.exports.csv",
    "timeline.normaliser.reader",
    "timeline.page.main",
}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("timeline.calendar.times", "from .cell import Cell"),
        ("timeline.calendar.times", "from ..calendar import cell\nimport json, enum"),
        (
            "timeline.normaliser.reader",
            "from timeline.calendar.cell import Cell\nimport dateparser",
        ),
        ("timeline.exports.csv", "from . import markup"),
        ("timeline.chart", "def f():\n    import plotly.graph_objects as go, pandas"),
        ("timeline", "from . import calendar\nfrom timeline.chart import figure"),
        ("timeline.page.main", "import timeline, streamlit\nfrom timeline import chart, mentions"),
        ("timeline.__main__", "from timeline.cli import main"),
        ("app", "from timeline.page.main import show"),
    ],
)
def test_allowed(module: str, source: str) -> None:
    found = imports(source, module, module in {"timeline"}, KNOWN)
    assert [problem for name in found if (problem := faults(module, name))] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("timeline.calendar.cell", "from ..normaliser.reader import read"),
        ("timeline.calendar.cell", "import timeline.normaliser"),
        ("timeline.calendar.cell", "def f():\n    import dateutil"),
        ("timeline.calendar.cell", "from timeline import mentions"),
        ("timeline.normaliser.reader", "from .. import chart"),
        ("timeline.normaliser.reader", "from .. import mentions"),
        ("timeline.normaliser.reader", "if TYPE_CHECKING:\n    from pandas import DataFrame"),
        ("timeline.chronology.titles", "import streamlit as st"),
        ("timeline.exports.csv", "from timeline.chart import figure"),
        ("timeline.chart", "import streamlit"),
        ("timeline.cli", "from timeline import page"),
        ("timeline", "from timeline.cli import main"),
        ("timeline.page.main", "import timeline.unheard_of"),
        ("timeline.page.main", "import app"),
    ],
)
def test_forbidden(module: str, source: str) -> None:
    known = KNOWN | {"timeline.page"}
    found = imports(source, module, module in {"timeline"}, known)
    assert [problem for name in found if (problem := faults(module, name))]


def test_importing_timeline_is_light() -> None:
    heavy = {"pandas", "plotly", "streamlit", "dateparser"}
    code = "import sys, timeline; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert heavy & set(done.stdout.split()) == set()


def test_no_module_bears_a_public_name(repo: Path) -> None:
    import timeline

    modules = {module for module in sources(repo) if module.startswith("timeline.")}
    assert {f"timeline.{name}" for name in timeline.__all__} & modules == set()
