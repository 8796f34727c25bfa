"""Acts: what kind of thing happens, whichever verb or noun tells it: "quit", "resignation"."""

from __future__ import annotations

from functools import lru_cache

from timeline.chronology.verbs import BASE_OF, BASES, PAST_OF

_FAMILIES = """
die: die, pass away, perish / death, demise
bear: born / birth, birthday
kill: kill, slay, shoot, gun down / killing, shooting, slaying
murder: murder / murder
assassinate: assassinate / assassination
execute: execute, hang, behead / execution
marry: marry, wed / marriage, wedding
divorce: divorce / divorce
found: found, establish, set up, start, start up, co-found, cofound, create, form / founding, \
foundation, establishment, creation, formation
dissolve: dissolve, disband / dissolution
resign: resign, quit, step down, stand down / resignation
retire: retire / retirement
abdicate: abdicate / abdication
appoint: appoint, name / appointment
elect: elect / election
crown: crown / coronation
inaugurate: inaugurate / inauguration
fire: dismiss, sack, oust / dismissal, ouster
buy: buy, acquire, purchase, take over / acquisition, purchase, takeover
merge: merge / merger
sell: sell / sale
sue: sue / lawsuit, suit
arrest: arrest, detain / arrest
charge: charge, indict / indictment
convict: convict / conviction
acquit: acquit / acquittal
sentence: sentence / sentencing
release: launch, release, unveil, introduce, debut, roll out, bring out / launch, release, \
unveiling, introduction, debut
publish: publish / publication
announce: announce / announcement
open: open / opening
close: close, shut, shut down / closure, closing
begin: begin, break out / beginning, outbreak
end: end / end, ending
build: build, construct, erect / construction
burn: burn, burn down / fire
destroy: destroy, demolish, tear down, raze / destruction, demolition
collapse: collapse / collapse
sink: sink / sinking
crash: crash / crash
explode: explode, blow up, go off, detonate / explosion, blast
bomb: bomb / bombing
attack: attack / attack, assault
invade: invade / invasion
liberate: liberate / liberation
surrender: surrender, capitulate / surrender, capitulation
capture: capture, seize / capture, seizure
sign: sign / signing
ratify: ratify / ratification
discover: discover / discovery
invent: invent / invention
win: win / win, victory
lose: lose / loss, defeat
visit: visit / visit
meet: meet / meeting
arrive: arrive / arrival
leave: leave, depart / departure
land: land / landing
strike: strike, hit / earthquake
rise: rise, climb, gain / rise, increase
fall: fall, drop, decline / fall, drop, decline
kidnap: kidnap, abduct / kidnapping, abduction
raise: raise / raise
cut: cut, slash, lower, reduce / cut, reduction
complete: complete, finish / completion
rule: rule / ruling
cancel: cancel, call off, scrap / cancellation
move: move, relocate / move, relocation
"""

LIFE = frozenset("die bear found assassinate execute murder".split())
"""What happens once to one person or thing."""
ONCE = LIFE | frozenset(
    "abdicate dissolve resign crown burn destroy collapse sink crash sign ratify annex discover "
    "invent convict sentence acquit buy merge marry surrender invade liberate elect inaugurate "
    "kidnap".split()
)
"""What, with the same names, hardly happens twice within some years."""
RETOLD = ONCE | frozenset(
    "kill release publish appoint fire sue arrest charge open close build explode bomb capture "
    "complete strike".split()
)
"""What is news once, and is told again later."""
WHOLE = frozenset(
    "die bear resign retire abdicate burn collapse sink crash explode dissolve surrender".split()
)
"""What is told by the verb and who or what it happens to; all else is circumstance."""
MUTUAL = frozenset("meet marry merge sign divorce agree talk clash".split())
"""What two do with each other, in either order."""
LIGHT = frozenset(
    "announce hold make give take begin start carry conduct stage see complete plan expect "
    "schedule decide choose want seek hope aim intend set due agree vow pledge promise file".split()
)
"""Verbs that leave it to a noun or to another verb to say what happens."""
EMPTY = frozenset(
    "be have do say tell get go come make take give want need know think believe feel look seem "
    "remain become stay keep mean call include continue add claim argue note explain work live "
    "use hold put like see".split()
)
"""Verbs that tell little by themselves."""
_NEAR = frozenset((frozenset(("announce", "release")), frozenset(("burn", "destroy"))))


def are_near(one: str, other: str) -> bool:
    """Whether two acts are often told one for the other, of the same day."""
    return frozenset((one, other)) in _NEAR


def _forms(base: str) -> set[str]:
    """The forms of a verb, and some that are none.

    >>> sorted(_forms("die")), sorted(_forms("buy"))
    (['die', 'died', 'dies', 'dying'], ['bought', 'buy', 'buying', 'buys'])
    """
    plain = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeiou":
        own = {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    elif base.endswith("ie"):
        own = {base + "s", base + "d", base[:-2] + "ying"}
    else:
        tail = "es" if base.endswith(("sh", "ch", "ss", "x")) else "s"
        stems = {plain, plain + plain[-1]} if base[-1] in "bdglmnprt" else {plain}
        own = {base + tail} | {stem + ending for stem in stems for ending in ("ed", "ing")}
    if base in PAST_OF:
        own = {form for form in own if not form.endswith("ed")}
        own |= {form for form, of in BASE_OF.items() if of == base}
    return own | {base}


def _read() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for line in _FAMILIES.strip().splitlines():
        name, words = line.split(": ")
        told, _, named = words.partition(" / ")
        for verb in told.split(", "):
            base, _, particle = verb.partition(" ")
            for form in _forms(base):
                verbs[f"{form} {particle}".strip()] = name
        for noun in filter(None, named.split(", ")):
            nouns[noun] = name
            nouns[noun + ("es" if noun.endswith("ss") else "s")] = name
    verbs["found"] = "find"  # the past of "find"; "founded" is no other word's
    return verbs, nouns, frozenset(p for v in verbs for p in v.split(" ")[1:])


_VERBS, _NOUNS, _PARTICLES = _read()


@lru_cache(maxsize=16_384)
def act_of(verb: str, after: str = "") -> str:
    """The act that a verb in any form tells, with the word behind it; its base if of no family.

    >>> [act_of(*words) for words in (("quit",), ("stepped", "down"), ("stepped", "out"))]
    ['resign', 'resign', 'step']
    """
    if after in _PARTICLES and (found := _VERBS.get(f"{verb} {after}")):
        return found
    if (found := _VERBS.get(verb)) is not None:
        return found
    return BASE_OF.get(verb) or _base(verb)


def act_named(noun: str) -> str:
    """The act that a noun names, "" if none.

    >>> act_named("lawsuit"), act_named("table")
    ('sue', '')
    """
    return _NOUNS.get(noun, "")


def _base(verb: str) -> str:
    """The base of a regular verb; for one that is not known, the same of all its forms."""
    if verb in BASES:
        return verb
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        if verb.endswith(ending) and len(verb) - len(ending) >= 3:
            cut = verb[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            known = next((base for base in (cut, cut + "e", cut[:-1]) if base in BASES), None)
            if known is not None:
                return known
            single = len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz"
            return cut[:-1] if single else cut
    return verb.removesuffix("e") if len(verb) > 3 else verb
