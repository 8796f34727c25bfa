"""Little words of English that cut clauses, and the words that carry what a title says."""

from __future__ import annotations

SUBORDINATORS = frozenset(
    "when while after before because although though if unless until since whereas once where as "
    "whether".split()
)
RELATIVES = frozenset("who which whom whose".split())
COORDINATORS = frozenset("and but or nor yet so".split())
PREPOSITIONS = frozenset(
    """in on at by from to since until till during before after between through throughout over
    under for of with within without into onto upon about around near against among along across
    behind beyond beside besides toward towards via amid despite per as up down off out above
    below inside outside like than versus following including""".split()
)
DATE_PREPOSITIONS = frozenset(
    """in on at by from to since until till during before after between through throughout over
    within for into of around about circa starting beginning ending effective dated as early late
    mid through""".split()
)
PERIODS = frozenset(
    "year years quarter quarters month months half halves week weeks period season".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your each every some any no all "
    "both another several many few".split()
)
PRONOUNS = frozenset("he she it they we i you this that these those there who which".split())
CONTENT_FREE = (
    DETERMINERS
    | PRONOUNS
    | PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | frozenset(
        """is are was were am be been being has have had do does did will would shall should can
        could may might must not also then there here his him her them their us our your my it's
        year years day days month months week weeks today yesterday tomorrow first last next new
        said says told announced spokesperson spokesman spokeswoman own very more most so too
        just only than when how what why mr mrs ms dr""".split()
    )
)
DANGLING = frozenset(
    """and or but nor that which who whom whose when while as if of in on at by from to since
    until till during before after between for with within into upon about against among than the
    a an its his her their our this these those is are was were be been has have had will would
    could should may might must also both either not so then such because although though where
    whether via amid per no including following like near around across toward towards over under
    through throughout without onto along behind beyond s adding saying noting according just only
    even very all each every some any early late mid exactly about only nearly almost
    starting beginning ending effective dated circa who's where's into another""".split()
)
"""Words that no title ends with."""
