"""Which way a sentence looks: back, ahead, or unknown, from the verbs near a date.

No tagger: verb forms and cue words, the nearest one before the date in its sentence first,
then the nearest one behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.normaliser.context import UNKNOWN, Direction
from timeline.normaliser.tense import find_condition, has_happened, is_only_then, was_so_until

_AHEAD = frozenset(
    "will 'll ’ll shall won't would expected scheduled plans plan planned planning due "
    "payable until slated upcoming effective expires expire matures deadline begins starts "
    "opens meets hopes intends aims wants proposed going tomorrow forthcoming convertible "
    "redeemable expects looms awaits faces anticipated anticipates tentatively callable "
    "mature prepares preparing must reopens resume resumes ends closes concludes".split()
)
_BACK = frozenset(
    "said was were had did been told began came went took made fell rose won lost met held "
    "found left sent gave got became led paid sold shot struck wrote spoke saw ran broke "
    "brought bought built caught drew fled flew fought grew heard kept knew laid sank stood "
    "stole swept taught threw thought withdrew ended has have since ago died posted filed "
    "froze rode sat slid sought spent split spread hit cut drove fed hid hurt lent meant "
    "overtook put sang shook slept sued understood woke wore dropped declined".split()
)
_PRESENT = frozenset(
    "reports publishes releases votes holds hosts travels returns arrives leaves visits".split()
)
"""Verbs that look ahead behind a date that opens its sentence: "On Friday the bank reports"."""
_PROMISES = frozenset("promised pledged vowed threatened offered".split())
_NOT_PAST = frozenset(
    "speed indeed hundred exceed proceed succeed united limited related based named "
    "unidentified embed sacred naked wicked federated".split()
)
_MODAL_BE = re.compile(
    r"\b(?:will|to|would|should|must|shall)\s+(?:\w+\s+)?(?:be|have|get)\s+(?:\w+\s+)?\Z"
)
_WORD = re.compile(r"[a-z'’]+|[,;:—–\"“”()]|--")
_TO = frozenset(
    "failed had have used managed unable able up down back close next due according".split()
)
_REACH_BACK = 160
_REACH_AHEAD = 100
_REACH_CUE = 32
"""No cue of `_SOON` and `_OWN` is longer."""


def find_direction(text: str, low: str, start: int, end: int) -> Direction:
    """Which way its sentence looks at the date from `start` to `end`; `low` is the text folded."""
    first = sentence_start(text, low, start, DIRECTION_REACH)

    def look_ahead() -> Direction | None:
        last = sentence_end(text, low, start, end, DIRECTION_REACH)
        return _scan_ahead(low, end, min(last, end + _REACH_AHEAD))

    begin = max(first, start - _REACH_BACK)
    led = low[begin:start].rstrip()
    near = max(begin, begin + len(led) - _REACH_CUE)
    soon = _SOON.search(low, near, start)
    if soon is not None:
        return Direction(1, soon[1], _is_now(low, begin, soon.start()))
    condition = find_condition(low, begin, start)
    if condition is not None:
        word, said = condition
        inner = _scan_back(low, said, start)
        if inner is None or inner.sign > 0:
            return Direction(1, word, strong=True)
    present = _IS.search(low, near, start)
    if present is not None:
        return Direction(1, present[1], strong=True)
    if _OWN.search(low, near, start) and _NOUN.match(low, end):
        return Direction(-1, "a")
    if low.startswith(("'s", "’s"), end):
        return Direction(-1, "’s")
    opens = _OPENING.search(low, max(first, start - 24), start) or not low[first:start].strip()
    if opens:
        return look_ahead() or _scan_back(low, begin, start) or UNKNOWN
    if low.startswith(("until ", "by "), near) and low[first:start].strip() in ("until", "by"):
        ahead = look_ahead()
        if ahead is not None and ahead.sign < 0:
            return ahead
    clause = _CLAUSE.search(low, begin, start)
    behind = _scan_back(low, begin, start if clause is None else clause.start())
    if behind is not None and behind.sign < 0 and has_happened(low, begin, start, behind.cue):
        return replace(behind, strong=True)
    return behind or look_ahead() or UNKNOWN


_CLAUSE = re.compile(
    r", (?:who|which|whose|where) [^,.;]{0,90}, (?:on |in |by |at |until )?(?:the )?\Z"
)
"""A clause between commas right before a date says nothing of it: "… to open talks with the
Greens, who won five seats, on Wednesday"."""


def _scan_back(low: str, begin: int, start: int) -> Direction | None:
    row = _WORD.findall(low, begin, start)
    last = len(row) - 1
    at = start
    for i in range(last, -1, -1):
        word = row[i]
        at = low.rfind(word, begin, at)  # between words stands no character of a word
        if i == last and word in ("until", "till"):
            if is_only_then(low, start) or was_so_until(low, start):
                return Direction(-1, word)
            inner = _scan_back(low, begin, at)
            return Direction(1, word, inner is not None and inner.strong)
        if i == last and word == "by":
            inner = _scan_back(low, begin, at)
            if inner is None or inner.cue in _WARNINGS:
                return Direction(1, word)
        if i == last and word == "since":
            return Direction(-1, word)
        if (
            word == "to"
            and i < last
            and row[i + 1] not in ("the", "a", "an", "his", "her", "its", "their", "be")
            and row[i + 1].isalpha()
            and not (i and row[i - 1] in _TO)
            and (_is_verb(row[i + 1]) or (i and row[i - 1] in _HOPES))
        ):
            leading = _scan_back(low, begin, at) if i and _sign(row[i - 1]) > 0 else None
            strong = (leading is not None and leading.strong) or row[i - 1] in ("is", "are")
            return Direction(1, f"to {row[i + 1]}", strong)
        if word in _NEED_TO and (i == last or row[i + 1] != "to"):
            continue
        sign = 1 if word in _PROMISES and i < last - 1 else _sign(word)
        if sign < 0 and _is_passive(row, i):
            continue
        if sign < 0 and _MODAL_BE.search(low, max(begin, at - 40), at):
            return Direction(1, f"be {word}", _is_now(low, begin, at))
        if word in _MAYBE and i < last and row[i + 1] not in ("have", "not", "be"):
            return Direction(1, word)
        if word == "resume" and i and _sign(row[i - 1]) > 0:
            continue  # "will resume": the first of them is the cue
        if word in ("has", "have") and i < last and not _is_perfect(row, i + 1):
            continue
        if word == "have" and i and row[i - 1] in ("will", "to", "would", "should", "may"):
            return Direction(1, row[i - 1])
        if sign:
            now = sign > 0 and (word in _NOW or _is_now(low, begin, at))
            return Direction(sign, word, now)
    return None


_NOW = frozenset("will 'll ’ll shall won't must plans expects hopes intends".split())
_NOW_BEFORE = re.compile(r"\b(?:is|are|will|has|have)\s+(?:\w+\s+){0,2}\Z")


def _is_now(low: str, begin: int, at: int) -> bool:
    """Whether what is ahead is ahead of the writer, not of the people in a story."""
    return _NOW_BEFORE.search(low, max(begin, at - 40), at) is not None


def _is_passive(row: list[str], i: int) -> bool:
    """Whether the word at a place in a row is a participle that tells of the present: "is paid",
    "are not yet completed".
    """
    if row[i] in _BACK_ONLY:
        return False
    while i and row[i - 1] in _ADVERBS:
        i -= 1
    return i > 0 and row[i - 1] in ("is", "are")


_BACK_ONLY = frozenset(
    "was were had did began came went took fell rose gave became shot wrote spoke saw ran broke"
    " drew fled flew grew knew sank stood stole withdrew has have since ago said told".split()
)


_VERBS = frozenset(
    "be meet vote close open begin start hold take discuss end leave return visit attend "
    "announce release decide hear consider pay complete report expire receive buy sell "
    "become appear launch make give go come play face run join testify speak travel arrive "
    "resume continue stand serve review issue mark celebrate host sign expand move offer "
    "replace present submit finish redeem keep remain restore publish resign retire step "
    "seek raise cut strike file".split()
)


_SOON = re.compile(
    r"\b(as (?:soon|early) as|no later than|effective|payable|(?:moved|postponed|rescheduled"
    r"|put off|delayed|deferred|pushed(?: back)?|adjourned|extended|scheduled|slated|planned|due"
    r"|booked|set|brought forward) (?:to|for|until)|(?:forecast|predicted) (?:for|over|at|to)"
    r"|(?:expected|due) (?:for|at|on|in|over|by|to))\s+(?:the\s+)?\Z"
)
_IS = re.compile(
    r"\b(is|are|takes? effect|comes? into (?:force|effect)|go(?:es)? on sale|reopens?|arrives"
    r"|departs|leaves|returns|kicks off|opens|begins|starts|closes|expires)(?: on| from)?\s+\Z"
)
"""What is said in the present tense of a date right behind it is still to come."""
_OWN = re.compile(r"\b(?:an?)\s+\Z")
_NOUN = re.compile(r"\s(?!meeting|deadline|vote|election|hearing|start|trial)[a-z]{4,}")
_MAYBE = frozenset("may might could should".split())
_NEED_TO = frozenset("plan plans hopes wants aims set".split())


_WARNINGS = frozenset("warned said predicted forecast asked told urged ordered wanted".split())
"""Verbs of the past that speak of what was still to come: "warned of rain by Wednesday"."""


def _is_perfect(row: list[str], i: int) -> bool:
    """Whether a participle follows "has" or "have" in a row of words."""
    for word in row[i : i + 3]:
        if word in _BACK or word in _PARTICIPLES or word.endswith("ed"):
            return True
        if word not in _ADVERBS:
            return False
    return False


_PARTICIPLES = frozenset(
    "been become come seen given taken gone done known shown grown written spoken fallen risen"
    " driven drawn chosen beaten begun won".split()
)
_ADVERBS = frozenset(
    "not never also already since recently long only just always now so far yet still".split()
)


_HOPES = frozenset(
    "hope hopes hoped want wants wanted plan plans planned aim aims aimed intend intends intended"
    " expect expects expected due scheduled set ready likely about is are".split()
)


def _is_verb(word: str) -> bool:
    return word in _VERBS


def _sign(word: str) -> int:
    if word in _AHEAD:
        return 1
    if word in _BACK:
        return -1
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST:
        return -1
    return 0


def _scan_ahead(low: str, end: int, last: int) -> Direction | None:
    matches = list(_WORD.finditer(low, end, last))
    for i, m in enumerate(matches):
        word = m.group()
        if word in ("has", "have") and not _is_perfect([n.group() for n in matches], i + 1):
            continue
        if word in _NEED_TO and not low.startswith(" to ", m.end()):
            continue
        sign = 1 if word in _PRESENT else _sign(word)
        if sign < 0 and _MODAL_BE.search(low, end, m.start()):
            return Direction(1, f"be {word}", _is_now(low, end, m.start()))
        if sign:
            now = sign > 0 and (word in _NOW or _is_now(low, end, m.start()))
            return Direction(sign, word, now)
    return None


_OPENING = re.compile(
    r"(?:^|[\"“:;—]|--)\s*(?:on|in|by|and|but|last|this|next|for|since|early|late)?\s*\Z"
)
_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_a-z]|[\"“(]?[A-Z0-9])|\n[ \t\r]*\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[a-z]|mr|mrs|ms|dr|prof|st|sen|rep|gov|gen|col|lt|sgt|capt|rev|hon|no|vs|inc|corp|co|ltd"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|u\.s|u\.k|u\.n|e\.g|i\.e"
    r"|a\.m|p\.m|b\.c|a\.d|calif|mass|conn|fla|ill|mich|minn|pa|tex|va|wash|wis|jr|sr|ca|approx)\Z"
)
SENTENCE_REACH = 600
DIRECTION_REACH = 170
"""How far from a date the sense of its sentence is looked for, in characters."""


def sentence_bounds(
    text: str, low: str, start: int, end: int, reach: int = SENTENCE_REACH
) -> tuple[int, int]:
    """Where the sentence around a stretch begins and ends, at most `reach` characters away.

    >>> t = "He left. On May 4 he met Mr. Li. Then it rained."
    >>> a, b = sentence_bounds(t, t.lower(), 12, 17); t[a:b]
    'On May 4 he met Mr. Li.'
    """
    return sentence_start(text, low, start, reach), sentence_end(text, low, start, end, reach)


def sentence_start(text: str, low: str, start: int, reach: int) -> int:
    """Where the sentence around a stretch begins."""
    first = floor = max(0, start - reach)
    for m in _END.finditer(text, floor, min(len(text), start + 3)):
        if m.end() > start:
            break
        if _is_end(text, low, m.start()):
            first = m.end()
    return first


def sentence_end(text: str, low: str, start: int, end: int, reach: int) -> int:
    """Where the sentence around a stretch ends."""
    last = min(len(text), end + reach)
    for m in _END.finditer(text, max(start, end - 1), last):
        if _is_end(text, low, m.start()):
            return m.start() + (text[m.start()] != "\n")
    return last


def _is_end(text: str, low: str, at: int) -> bool:
    return text[at] == "\n" or not _ABBREVIATION.search(low, max(0, at - 12), at)
