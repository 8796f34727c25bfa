"""The examples in the rules' docstrings: each phrase has the value beside it."""

import pkgutil
import re
from importlib import import_module

import pytest

from timeline.normaliser import grammar
from timeline.normaliser.reader import mentions
from timeline.normaliser.rule import Rule

WRITTEN = "2025-05-04"
_LINE = re.compile(r" {4}(\S.*?) {4}(\S.*)|    never: (.+)")


def _functions():
    for info in pkgutil.iter_modules(grammar.__path__):
        module = import_module(f"{grammar.__name__}.{info.name}")
        for name, value in vars(module).items():
            rules = getattr(value, "rules", None)
            if rules and isinstance(rules[0], Rule) and value.__module__ == module.__name__:
                yield info.name, name, value


FUNCTIONS = list(_functions())


def _examples():
    for module, name, function in FUNCTIONS:
        for line in (function.__doc__ or "").splitlines():
            match = _LINE.fullmatch(line.rstrip())
            if match:
                phrase, value, never = match.groups()
                yield pytest.param(phrase or never, value, id=f"{module}.{name}: {phrase or never}")


def _value(mention):
    return mention.origin if mention.type == "ANNIVERSARY" else mention.value


@pytest.mark.parametrize(("phrase", "value"), list(_examples()))
def test_example(phrase, value):
    found = [_value(m) for m in mentions(phrase, published=WRITTEN)]
    if value is None:
        assert found == []
    else:
        wanted = value.split(", ")
        assert found[-len(wanted) :] == wanted


@pytest.mark.parametrize("function", [f for _, _, f in FUNCTIONS], ids=[n for _, n, _ in FUNCTIONS])
def test_every_rule_has_an_example(function):
    assert any(_LINE.fullmatch(line.rstrip()) for line in function.__doc__.splitlines())
