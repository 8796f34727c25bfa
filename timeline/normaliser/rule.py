"""@rule: a pattern over kinds of tokens, and the function that gives them a meaning.

A pattern is a row of kinds. `a|b` is one or the other, `?` marks what may be missing,
parentheses group, `name:kind` hands a token's value to the parameter `name` (a kind that is
itself a parameter's name needs no prefix), and `[kind]` at either end must stand there without
being part of the match; `[!kind]` must not. A parameter `name_at` gets the
offsets of the token `name`. The longest match wins; a rule returns None to pass.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline.normaliser.words.kinds import CHARS

Production = Callable[..., Any]
Match = Callable[[str, int], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern compiled to a regular expression over shapes, and its production.

    `arguments` are the parameters by the groups of the expression, each with whether its
    offsets are wanted too.
    """

    name: str
    shape: re.Pattern[str]
    match: Match
    first: frozenset[str]
    arguments: tuple[tuple[str, bool], ...]
    parameters: tuple[str, ...]
    production: Production

    @property
    def description(self) -> str:
        """What it reads: the first line of its function's docstring."""
        return (inspect.getdoc(self.production) or "").partition("\n")[0]


class Token(NamedTuple):
    """A token of a run: its kind, its value, where it stands, the rules it was read by, and
    the tokens it was made of.
    """

    kind: str
    value: Any
    start: int
    end: int
    rule: str = ""
    parts: tuple[Token, ...] = ()


class Stage(NamedTuple):
    """Rules by the characters they can begin with, and for each character one expression
    that tells at once whether any of them matches.
    """

    rules: dict[str, list[Rule]]
    quick: Mapping[str, Match]
    begins: frozenset[str]


def rule(*patterns: str) -> Callable[[Production], Production]:
    """Make a function a rule; several patterns are several ways to say the same.

    >>> @rule("the? quarter:number dash year")
    ... def example(quarter, year): ...
    >>> [r.name for r in example.rules]
    ['example']
    """

    def decorate(production: Production) -> Production:
        parameters = tuple(inspect.signature(production).parameters)
        rules = [_compile(production, pattern, parameters) for pattern in patterns]
        production.rules = rules  # type: ignore[attr-defined]
        return production

    return decorate


_ELEMENT = re.compile(r"(\()|(\)\??)|\[(?:(\w+):)?(!?[\w|]+)\]|(?:(\w+):)?([\w|]+)(\?)?")


def _compile(production: Production, pattern: str, parameters: tuple[str, ...]) -> Rule:
    parts: list[str] = []
    ahead: list[str] = []
    behind: list[str] = []
    arguments: list[str] = []
    barred = barred_ahead = ""
    consumed = False

    def capture(name: str | None, kinds: str) -> str:
        if name is None and kinds in parameters:
            name = kinds
        if name is None:
            return _kinds(kinds)
        if name not in parameters:
            raise ValueError(f"{production!r} has no parameter {name!r}")
        arguments.append(name)
        return f"({_kinds(kinds)})"

    for text in re.sub(r"([()])", r" \1 ", pattern).replace(" ) ?", " )?").split():
        match = _ELEMENT.fullmatch(text)
        if match is None:
            raise ValueError(f"cannot read {text!r} in the pattern {pattern!r}")
        opening, closing, near, context, name, kinds, optional = match.groups()
        if opening:
            parts.append("(?:")
        elif closing:
            parts.append(closing)
        elif context and context[0] == "!":
            if consumed:
                barred_ahead = _kinds(context[1:])
            else:
                barred = _kinds(context[1:])
        elif context and consumed:
            ahead.append(capture(near, context) if near else _kinds(context))
        elif context:
            behind.append(_kinds(context))
        else:
            consumed = True
            parts.append(capture(name, kinds) + (optional or ""))
    shape = "".join(parts)
    if behind:
        shape = f"(?<={''.join(behind)}){shape}"
    if barred:
        shape = f"(?<!{barred}){shape}"
    if barred_ahead:
        shape += f"(?!{barred_ahead})"
    if ahead:
        shape += f"(?={''.join(ahead)})"
    first = frozenset(char for char in CHARS.values() if _may_begin("".join(parts), char))
    expression = re.compile(shape)
    wanted = tuple((name, f"{name}_at" in parameters) for name in arguments)
    return Rule(
        production.__name__, expression, expression.match, first, wanted, parameters, production
    )


def _kinds(kinds: str) -> str:
    chars = "".join(CHARS[kind] for kind in kinds.split("|"))
    return f"[{chars}]" if len(chars) > 1 else chars


def _may_begin(shape: str, char: str) -> bool:
    """Whether a match of the shape can begin with a character.

    Walks over the leading optional elements of the expression.
    """
    depth = 0
    i = 0
    skip_from: list[int] = []
    while i < len(shape):
        if shape.startswith("(?<=", i):
            i = shape.index(")", i) + 1
            continue
        if shape.startswith("(?:", i):
            skip_from.append(i)
            depth += 1
            i += 3
            continue
        if shape[i] == ")":
            i += 1
            if i < len(shape) and shape[i] == "?":
                i += 1
            depth -= 1
            continue
        j = i
        if shape[j] == "(":
            j += 1
        end = shape.index("]", j) + 1 if shape[j] == "[" else j + 1
        if char in shape[j:end].strip("[]"):
            return True
        if shape[i] == "(":
            end += 1
        if end < len(shape) and shape[end] == "?":
            i = end + 1
            continue
        if depth and _group_is_optional(shape, end, depth):
            i = _after_group(shape, end, depth)
            depth = 0
            continue
        return False
    return False


def _after_group(shape: str, i: int, depth: int) -> int:
    inner = 0
    while i < len(shape):
        if shape.startswith("(?:", i) or shape[i] == "(":
            inner += 1
        elif shape[i] == ")":
            if inner == 0:
                depth -= 1
                if depth == 0:
                    i += 1
                    return i + 1 if i < len(shape) and shape[i] == "?" else i
            else:
                inner -= 1
        i += 1
    return i


def _group_is_optional(shape: str, i: int, depth: int) -> bool:
    after = _after_group(shape, i, depth)
    return shape[after - 1] == "?"


def make_stage(*productions: Production) -> Stage:
    """The rules of some functions as a stage."""
    rules: dict[str, list[Rule]] = {}
    for production in productions:
        for one in production.rules:  # type: ignore[attr-defined]
            for char in one.first:
                rules.setdefault(char, []).append(one)
    quick = {
        char: re.compile("|".join(f"(?:{one.shape.pattern})" for one in some)).match
        for char, some in rules.items()
    }
    return Stage(rules, quick, frozenset(rules))


def apply_stages(stages: Iterable[tuple[Stage, int]], tokens: Sequence[Token]) -> list[Token]:
    """Replace what the rules of each stage match, longest match first, from left to right; each
    stage at most as many times as it has passes.

    Work grows with the number of tokens: each pass looks at each of them once.
    """
    current = list(tokens)
    shape = "".join([CHARS[token.kind] for token in current])
    for stage, passes in stages:
        for _ in range(passes):
            if stage.begins.isdisjoint(shape):
                break
            done = _pass(stage, shape, current)
            if done is None:
                break
            current = done
            shape = "".join([CHARS[token.kind] for token in current])
    return current


def _pass(stage: Stage, shape: str, tokens: list[Token]) -> list[Token] | None:
    """The tokens after one pass of a stage, None if it changed nothing."""
    done: list[Token] = []
    kept = i = 0
    while i < len(shape):
        quick = stage.quick.get(shape[i])
        if quick is not None and quick(shape, i) is not None:
            found = _match(stage, shape, tokens, i)
            if found is not None:
                done += tokens[kept:i]
                token, i = found
                done.append(token)
                kept = i
                continue
        i += 1
    if not kept:
        return None
    done += tokens[kept:]
    return done


def _match(stage: Stage, shape: str, tokens: list[Token], i: int) -> tuple[Token, int] | None:
    options = []
    for one in stage.rules[shape[i]]:
        match = one.match(shape, i)
        if match is not None and match.end() > i:
            options.append((match.end(), one, match))
    if len(options) > 1:
        options.sort(key=_by_length)
    for end, one, match in options:
        arguments: dict[str, Any] = dict.fromkeys(one.parameters)
        for group, (name, placed) in enumerate(one.arguments, 1):
            at = match.start(group)
            if at >= 0:
                token = tokens[at]
                arguments[name] = token.value
                if placed:
                    arguments[f"{name}_at"] = (token.start, token.end)
        meaning = one.production(**arguments)
        if meaning is not None:
            kind, value = meaning if isinstance(meaning, tuple) else (meaning.kind, meaning)
            inner = [t.rule for t in tokens[i:end] if t.rule]
            name = f"{one.name}({', '.join(inner)})" if inner else one.name
            parts = tuple(tokens[i:end])
            return Token(kind, value, parts[0].start, parts[-1].end, name, parts), end
    return None


def cut_token(tree: Token, at: tuple[int, int], meaning: Any) -> Token:
    """What one end of a range was made of: a token of the range's tree, or several of them."""
    inner = tuple(part for part in tree.parts if at[0] <= part.start and part.end <= at[1])
    for part in tree.parts:
        if part.parts and part.start <= at[0] and at[1] <= part.end:
            if (part.start, part.end) == at:
                return part._replace(value=meaning)
            return cut_token(part, at, meaning)
    return Token(meaning.kind, meaning, *at, tree.rule, inner)


def _by_length(option: tuple[int, Rule, re.Match[str]]) -> int:
    return -option[0]
