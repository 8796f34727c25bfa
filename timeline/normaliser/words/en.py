"""English: its words by kind."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.calendar.cell import Grain
from timeline.calendar.times import Bound, Edge, Reference
from timeline.normaliser.words import en_feasts
from timeline.normaliser.words.en_feasts import HOLIDAYS
from timeline.normaliser.words.kinds import Lexicon, split_phrase

Words = dict[str, Mapping[str, object]]


def _same(words: str, value: object = None) -> dict[str, object]:
    return dict.fromkeys(words.split(), value)


def _count(words: str, start: int = 1) -> dict[str, object]:
    return {word: i for i, word in enumerate(words.split(), start)}


def _units(*rows: tuple[str, Grain]) -> dict[str, object]:
    return {word: grain for words, grain in rows for word in words.split()}


WEAK = {"may": 5, "march": 3}
"""Months whose name is a common word: dates only with something beside them."""

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
_MONTHS = {name: n for name, n in _count(_MONTH_NAMES).items() if name not in WEAK} | {
    "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sept.": 9,
    "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12, "febr.": 2, "sept": 9,
}  # fmt: skip
_WEAK_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
_TENS = _count("twenty thirty forty fifty sixty seventy eighty ninety", 2)
_NUMBERS = (
    _count(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    )
    | {word: 10 * int(str(n)) for word, n in _TENS.items()}
    | {
        "zero": 0,
        "dozen": 12,
        "hundred": 100,
        "thousand": 1000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
    }
)
_ORDINALS = _count(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
) | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip

ZONES: dict[str, object] = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "ist": 330, "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "hst": -600, "et": None, "ct": None, "mt": None,
    "pt": None,
}  # fmt: skip

WORDS: Words = {
    "month": _MONTHS,
    "weakmonth": {**_WEAK_MONTHS, **WEAK},
    "weekday": _count("monday tuesday wednesday thursday friday saturday sunday")
    | {"mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4,
       "fri.": 5, "sat.": 6, "sun.": 7}
    | _count("mondays tuesdays wednesdays thursdays fridays saturdays sundays", 1),
    "weakday": {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thurs": 4, "fri": 5,
                "sat": 6, "sun": 7},
    "unit": _units(
        ("day", Grain.DAY), ("week wk", Grain.WEEK), ("month", Grain.MONTH),
        ("year yr", Grain.YEAR), ("decade", Grain.DECADE), ("hour hr", Grain.HOUR),
        ("minute min", Grain.MINUTE), ("millennium", Grain.MILLENNIUM),

    ),
    "units": _units(
        ("days", Grain.DAY), ("weeks wks", Grain.WEEK), ("months", Grain.MONTH),
        ("years yrs", Grain.YEAR), ("decades", Grain.DECADE), ("centuries", Grain.CENTURY),
        ("hours hrs", Grain.HOUR), ("minutes mins", Grain.MINUTE), ("seconds secs", Grain.SECOND),
        ("quarters", Grain.QUARTER), ("weekends", Grain.WEEKEND), ("nights", Grain.PART),
        ("millennia millenniums", Grain.MILLENNIUM),
    ),
    "season": {"summer": 2, "autumn": 3, "winter": 4, "springtime": 1, "summertime": 2,
               "wintertime": 4},
    "weakseason": {"spring": 1, "fall": 3},
    "daypart": {"morning": "MO", "afternoon": "AF", "evening": "EV", "overnight": "NI",
                "night": "NI", "dawn": "MO", "dusk": "EV", "lunchtime": "MI"},
    "quarter": {"quarter": 0, "q1": 1, "q2": 2, "q3": 3, "q4": 4, "1q": 1, "2q": 2, "3q": 3,
                "4q": 4},
    "halves": {"h1": 1, "h2": 2, "1h": 1, "2h": 2},
    "century": {"century": None},
    "era": _same("bc bce b.c. b.c.e.", -1) | _same("ad ce a.d. c.e.", 1),
    "style": _same("o.s. n.s."),
    "onward": _same("onward onwards"),
    "fiscal": _same("fiscal financial fy"),
    "weekend": {"weekend": None},
    "period": {"period": None},
    "more": _same("more additional"),
    "another": _same("another"),
    "fortnight": _same("fortnight fortnights"),
    "times": _same("times"),
    "wedding": _same("wedding"),
    "ended": _same("ended ending"),
    "full": _same("full"),
    "future": {"future": None},
    "present": {"present": None},
    "meridiem": _same("a.m. am a.m", 0) | _same("p.m. pm p.m", 12),
    "zone": ZONES,
    "oclock": _same("o'clock o’clock hrs"),
    "clock": {"noon": (12, 0), "midday": (12, 0), "midnight": (24, 0)},
    "dayword": {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": "NI", "yday": -1},
    "vague": {
        "now": Reference.PRESENT, "currently": Reference.PRESENT,
        "nowadays": Reference.PRESENT, "presently": Reference.PRESENT,
        "recently": Reference.PAST, "formerly": Reference.PAST,
        "lately": Reference.PAST,
    },
    "adverb": {
        "daily": (1, Grain.DAY), "weekly": (1, Grain.WEEK), "monthly": (1, Grain.MONTH),
        "yearly": (1, Grain.YEAR), "annually": (1, Grain.YEAR),
        "hourly": (1, Grain.HOUR), "nightly": (1, Grain.DAY), "biennially": (2, Grain.YEAR),
        "fortnightly": (2, Grain.WEEK),
    },
    "anniversary": {
        "anniversary": None, "anniv.": None, "jubilee": None,
        "centenary": 100, "centennial": 100, "semiquincentennial": 250,
        "bicentenary": 200, "bicentennial": 200,
        "tercentenary": 300, "tercentennial": 300, "tricentennial": 300, "quatercentenary": 400,
        "quadricentennial": 400, "quincentenary": 500, "quincentennial": 500,
        "sesquicentennial": 150, "sesquicentenary": 150, "semicentennial": 50,
        "quasquicentennial": 125, "septcentenary": 700, "octocentenary": 800,
        "millenary": 1000, "sestercentennial": 250, "sestercentenary": 250,
        "sexcentenary": 600, "sexcentennial": 600,
    },
    "birthday": {"birthday": None},
    "this": _same("this"),
    "last": _same("last"),
    "next": _same("next"),
    "past": _same("past latest"),
    "that": _same("that"),
    "same": _same("same corresponding comparable"),
    "later": {"later": 1, "following": 1, "afterwards": 1, "afterward": 1, "thereafter": 1,
              "subsequent": 1, "ensuing": 1, "succeeding": 1},
    "earlier": {"earlier": -1, "previous": -1, "preceding": -1, "prior": -1},
    "ago": _same("ago", -1),
    "before": {"before": -1, "pre": -1},
    "after": {"after": 1, "post": 1},
    "fromnow": {"hence": 1},
    "since": {"since": Bound.SINCE},
    "until": _same("until till through thru", Bound.UNTIL),
    "by": {"by": Bound.UNTIL},
    "within": _same("within during throughout"),
    "over": _same("over"),
    "edge": _same("early", Edge.START) | _same("mid", Edge.MID) | _same("late", Edge.END),
    "border": _same("beginning start onset", Edge.START)
    | _same("middle midst", Edge.MID)
    | _same("end close", Edge.END),
    "about": _same("about around circa c. ca. approximately roughly c ca approx."),
    "morethan": _same("nearly almost", Bound.LESS),
    "few": _same("several few many numerous") | {"recent": "recent", "coming": "coming"},
    "half": {"half": None},
    "every": _same("every each"),
    "current": _same("current"),
    "other": _same("other"),
    "frequency": {"once": 1, "twice": 2},
    "turned": _same("turns turned turning"),
    "old": _same("old"),
    "long": {
        "long": None, "daylong": Grain.DAY, "weeklong": Grain.WEEK, "monthlong": Grain.MONTH,
        "yearlong": Grain.YEAR, "decadelong": Grain.DECADE, "centurylong": Grain.CENTURY,
        "hourlong": Grain.HOUR,
    },
    "article": _same("a an"),
    "the": _same("the"),
    "whose": _same("its their his her our my your"),
    "of": _same("of"),
    "to": _same("to"),
    "and": _same("and &"),
    "or": _same("or"),
    "in": _same("in"),
    "on": _same("on"),
    "at": _same("at"),
    "for": _same("for"),
    "between": _same("between"),
    "from": _same("from"),
    "cardinal": _NUMBERS,
    "ordinal": _ORDINALS,
    "decade": _DECADES,
}  # fmt: skip

PHRASES: dict[str, tuple[str, object]] = {
    **{name: ("holiday", rule) for name, rule in HOLIDAYS.items() if len(split_phrase(name)) > 1},
    "from now": ("fromnow", 1),
    "local time": ("zone", None),
    "eastern time": ("zone", None),
    "pacific time": ("zone", None),
    "central time": ("zone", None),
    "mountain time": ("zone", None),
    "or so": ("orso", None),
    "these days": ("vague", Reference.PRESENT),
    "more recently": ("vague", Reference.PAST),
    "right now": ("vague", Reference.PRESENT),
    "at present": ("vague", Reference.PRESENT),
    "the present": ("vague", Reference.PRESENT),
    "the near future": ("vague", Reference.FUTURE),
    "the foreseeable future": ("vague", Reference.FUTURE),
    "more than": ("morethan", Bound.MORE),
    "less than": ("morethan", Bound.LESS),
    "fewer than": ("morethan", Bound.LESS),
    "at least": ("morethan", Bound.AT_LEAST),
    "at most": ("morethan", Bound.AT_MOST),
    "no more than": ("morethan", Bound.AT_MOST),
    "as many as": ("morethan", Bound.AT_MOST),
    "up to": ("morethan", Bound.AT_MOST),
    "just over": ("morethan", Bound.MORE),
    "just under": ("morethan", Bound.LESS),
    "a couple of": ("couple", 2),
    "a couple": ("couple", 2),
    "couple of": ("couple", 2),
    "a few": ("few", None),
    "a number of": ("few", None),
    "a dozen": ("cardinal", 12),
    "a hundred": ("cardinal", 100),
    "a thousand": ("cardinal", 1000),
    "the day after tomorrow": ("dayword", 2),
    "the day before yesterday": ("dayword", -2),
    "day after tomorrow": ("dayword", 2),
    "day before yesterday": ("dayword", -2),
    "turn of the": ("edge", Edge.START),
    "turn of the century": ("century", "turn"),
    "to the day": ("exactly", None),
    "golden jubilee": ("anniversary", 50),
    "silver jubilee": ("anniversary", 25),
    "diamond jubilee": ("anniversary", 60),
    "platinum jubilee": ("anniversary", 70),
    "silver wedding": ("anniversary", 25),
    "ruby wedding": ("anniversary", 40),
    "golden wedding": ("anniversary", 50),
    "diamond wedding": ("anniversary", 60),
    "silver wedding anniversary": ("anniversary", 25),
    "ruby wedding anniversary": ("anniversary", 40),
    "golden wedding anniversary": ("anniversary", 50),
    "diamond wedding anniversary": ("anniversary", 60),
    "ruby jubilee": ("anniversary", 40),
    "golden anniversary": ("anniversary", 50),
    "silver anniversary": ("anniversary", 25),
    "diamond anniversary": ("anniversary", 60),
    "prior to": ("before", -1),
    "no later than": ("until", Bound.UNTIL),
    "on or before": ("until", Bound.UNTIL),
    "on or after": ("since", Bound.SINCE),
    "no earlier than": ("since", Bound.SINCE),
    "not before": ("since", Bound.SINCE),
    "to date": ("present", None),
    "eve of": ("before", -1),
    "old style": ("style", None),
    "new style": ("style", None),
    "anno domini": ("era", 1),
    "year of our lord": ("era", 1),
}

CAPITAL = frozenset(
    {"may", "march", "mar", "jun", "sat", "sun", "mon", "wed", "fri", "et", "ct", "mt", "pt",
     "est", "ist", "z", "ad", "ce", "bc", *en_feasts.CAPITAL}
)  # fmt: skip
"""Words that are dates only with a capital letter."""

TRIGGER_KINDS = (
    "month weakmonth weekday weakday unit units season weakseason daypart quarter halves "
    "century era weekend fortnight clock dayword vague adverb anniversary birthday decade holiday "
    "meridiem oclock turned"
).split()
LONG = tuple(word for word in WORDS["long"] if word != "long")


USEFUL = frozenset(
    {
        *TRIGGER_KINDS,
        "year",
        "dual",
        "shortyear",
        "iso",
        "slashed",
        "future",
        "past",
        "ordinal",
        "cardinal",
        "period",
        "number",
        "long",
        "current",
    }
)
"""The kinds of token that make a run worth reading."""


def make_lexicon() -> Lexicon:
    """The English lexicon."""
    words: dict[str, tuple[str, object]] = {}
    for kind, table in WORDS.items():
        for word, value in table.items():
            words.setdefault(word, (kind, value))
    for name, rule in HOLIDAYS.items():
        if len(split_phrase(name)) == 1:
            words[name] = ("holiday", rule)
    for number, word in enumerate(("mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
                                   "saturdays", "sundays"), 1):  # fmt: skip
        words[word] = ("weekday", -number)
    phrases: dict[str, list[tuple[tuple[str, ...], str, object]]] = {}
    for text, (kind, value) in PHRASES.items():
        first, *rest = split_phrase(text)
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), kind, value))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    triggers = {word for word, (kind, _) in words.items() if kind in TRIGGER_KINDS}
    triggers -= {"second", "c", "z", "min", "et", "ct", "mt", "pt"}
    for text, (kind, _) in PHRASES.items():
        first, *rest = split_phrase(text)
        # A frequent first word ("new", "all") need not be looked for where another one is rarer.
        if kind == "holiday" and ("." in rest or triggers.isdisjoint(rest)):
            triggers.add(first)
    triggers |= {
        "past",
        "future",
        "present",
        "period",
        "current",
        "eighteen",
        "nineteen",
        "thousand",
        *LONG,
    }
    triggers.add("wedding")
    return Lexicon("en", words, phrases, frozenset(triggers), USEFUL, CAPITAL, day_first=False)
