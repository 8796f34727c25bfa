"""What the shape of an English word tells about its being a verb; lists of the common ones."""

from __future__ import annotations

from functools import lru_cache

MODALS = frozenset(
    "will would shall should can could may might must 'll won't wouldn't can't couldn't".split()
)
BE = frozenset("is are was were am isn't aren't wasn't weren't".split())
BE_FORMS = frozenset("be been being".split())
HAVE = frozenset("has have had hasn't haven't hadn't".split())
DO = frozenset("do does did doesn't don't didn't".split())
AUXILIARIES = MODALS | BE | HAVE | DO

# base, past, participle: words that are nothing but verbs in these forms, or nearly always.
_IRREGULAR = """
arise arose arisen|awake awoke awoken|be was been|bear bore born|beat beat beaten|become became
become|befall befell befallen|begin began begun|behold beheld beheld|bend bent bent|bet bet bet|
bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|
breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burnt
burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|
dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall
fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly
flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze
frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|
have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept
kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leap leapt leapt|leave left left|
lend lent lent|let let let|light lit lit|lose lost lost|make made made|mean meant meant|meet met
met|mistake mistook mistaken|outsell outsold outsold|overcome overcame overcome|overtake overtook
overtaken|overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read|
rebuild rebuilt rebuilt|retake retook retaken|rewrite rewrote rewritten|ride rode ridden|ring rang
rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send
sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show
showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep
slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|
stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|
swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|
think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone|
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld
upheld|wake woke woken|wear wore worn|weave wove woven|win won won|withdraw withdrew withdrawn|
withstand withstood withstood|write wrote written
"""
_FORMS = [tuple(row.split()) for row in _IRREGULAR.replace("\n", " ").split("|")]
PAST_OF = {base: past for base, past, _ in _FORMS} | {"be": "was"}
BASE_OF = {form: base for base, *forms in _FORMS for form in forms if form != base}
BASE_OF |= dict.fromkeys("am is are was were been being".split(), "be") | {"has": "have"}
IRREGULAR_PAST = frozenset(past for _, past, _ in _FORMS)
IRREGULAR_PARTICIPLE = frozenset(participle for *_, participle in _FORMS)
SAME_AS_BASE = frozenset(past for base, past, _ in _FORMS if base == past)

REGULAR = frozenset(
    """abandon abolish accept accuse achieve acquire add address admit adopt advance agree aim allow
    amend announce annex appeal appear apply appoint approve argue arrest arrive ask
    assassinate assemble assume attack attempt attend attract award back ban bar base believe
    belong block board bomb boost borrow call cancel capture carry cause cease celebrate
    challenge change charge check claim clash clear climb close collapse collect combine
    commemorate commission commit complete confirm connect conquer consider contain continue
    contribute control convene convert convict cooperate coordinate create criticise criticize
    cross crown damage debut decide declare decline decrease deepen defeat defend defy delay
    deliver demand deny depart deploy deport describe design destroy detain determine develop
    die disappear disband discover discuss dismiss dissolve divide double drop earn elect
    eliminate emerge employ enable enact end endorse enter erupt escape establish evacuate
    execute exceed expand expect expel explain explode explore express extend face fail file
    finish fire fix flood follow force form foster found free fund gain graduate grant guide
    halt hand happen head help hire honor honour host identify ignite imprison improve include
    increase indict inform inherit insist inspect install introduce invade invent invest
    investigate invite issue join jail jump kill land last launch leave liberate lift link
    list live locate lower maintain manage march mark marry merge mount move murder name
    need negotiate nominate note notice number observe obtain occupy occur offer open operate
    oppose order organise organize oust overturn own participate pass perform persuade place
    plan play plead pledge point post postpone predict prepare present prevent produce promise
    promote propose protect protest prove provide publish pull purchase push qualify question
    raise rally reach realise realize reappear receive recognise recognize recommend record
    recover reduce refuse register reject release relocate remain remember remove rename renew
    reopen repeal replace report represent request require rescue resign resolve respond
    restore restructure resume retire return reveal reverse review rob rule safeguard sail
    save score secure seem seize sentence separate serve settle shape share shift sign slash
    smash soar spark stage start state stay step stop strengthen strip study submit succeed
    sue suffer suggest support surge surpass surrender survive suspend switch target test
    testify threaten tie topple total touch tour track trade train transfer transform travel
    treat trigger try tumble turn uncover unite unveil update urge use vanish visit voice vote
    vow wait walk want warn watch weaken welcome widen withhold witness wonder work wound
    acknowledge adjust alter analyse analyze arrange assert assess assign assist avoid boost
    calculate compete complain comply compose concede conclude condemn conduct confess confront
    construct consult contend convince cure dedicate defer derive detect devote diminish dispatch
    distribute divert dominate donate embrace encourage enforce engage enhance enlarge ensure
    exclude expose extract generate highlight implement impose inspire integrate intend interpret
    invoke justify manufacture merit modify monitor motivate omit overlook permit persist portray
    possess preserve proclaim prohibit prosecute pursue quit react redeem redesign refine refund
    reinforce rely renovate repay resemble restrict retain revise revive scrap specify stabilise
    stabilize sustain terminate translate transmit undermine unify upgrade violate""".split()
)
BASES = REGULAR | PAST_OF.keys() - {"be"}
REPORTING = frozenset(
    """said says say told tells added adds announced announces explained explains noted notes
    stated states claimed claims warned warns reported reports confirmed confirms argued argues
    insisted insists acknowledged admitted declared wrote writes introduced recalled recalls
    stressed stresses emphasized emphasised replied predicted predicts testified tweeted posted
    denied denies suggested commented remarked disclosed estimated estimates believes believed
    quoted saying indicated concluded promised vowed pledged expects expected hopes""".split()
)
SAY = frozenset("say write argue".split())
SPEAKING = SAY | frozenset(
    """said says told tells added adds explained explains noted notes stated states claimed
    claims warned warns argued argues insisted insists stressed stresses emphasized emphasised
    replied recalled commented remarked tweeted wrote writes reported reports announced announces
    confirmed confirms acknowledged declared predicted predicts estimated introduced
    indicated concluded testified""".split()
)
STATES = frozenset(
    """remain remained remains belong belonged stood lay lived lives worked served serves employed
    employs contained included owned owns knew known liked wanted seemed seems appeared existed
    exists consisted ranked totaled totalled averaged stayed continued kept""".split()
)
PLANS = frozenset(
    "plan plans planned expect expects expected scheduled due set likely intend intends hopes aims "
    "upcoming tentatively slated poised".split()
)
PLAIN_PRESENT = frozenset(
    """makes lends keeps gives takes goes comes brings sells buys grows loses becomes begins leaves
    sends builds writes knows provides includes contains allows requires remains operates employs
    owns produces publishes wants seems appears continues receives believes expects means
    needs agrees denies insists depends consists belongs describes explains involves teaches
    thinks sees meets holds""".split()
)
INTRANSITIVE = frozenset(
    "died resigned arrived retired returned failed remained survived agreed belonged appeared "
    "happened collapsed emerged existed insisted participated succeeded surrendered vanished "
    "became began went came fell rose lived sank".split()
)
_NOT_PAST = frozenset(
    """need speed seed feed breed indeed exceed succeed proceed red bed shed sled creed deed weed
    greed united hundred sacred naked wicked beloved aged kindred reed steed bleed embed infrared
    limited related tired ted fred ed mohamed ahmed mohammed alfred wilfred so-called""".split()
)
_LONG = 7
_NO_S = frozenset(
    """premises enterprises exercises franchises analyses paralyses dialyses treatises expertises
    precises concises cruises bruises disguises paradises merchandises tortoises porpoises
    turquoises likewises otherwises clockwises noises valises reprises surmises chemises
    electrolyses hydrolyses catalyses""".split()
)
_UNDONE = ("unveil", "uncover", "unearth", "unleash", "unif", "under", "unload", "unlock", "unrav")
_NOT_GERUND = frozenset(
    """king ring spring thing wing sing string nothing something anything everything during evening
    morning building beijing meeting ceiling wedding being according including following housing
    wing sterling viking darling sibling shilling clothing feeling understanding regarding
    concerning pudding lightning outstanding hearing ruling funding banking""".split()
)


@lru_cache(maxsize=8_192)
def is_past(word: str) -> bool:
    """Whether a lower-case word can be a past tense: "went", "moved".

    >>> [is_past(w) for w in ("went", "moved", "united", "table")]
    [True, True, False, False]
    """
    if word in IRREGULAR_PAST:
        return True
    if not (len(word) > 3 and word.endswith("ed")) or word in _NOT_PAST:
        return False
    return not word.startswith("un") or word.startswith(_UNDONE)  # no "unchanged"


def is_participle(word: str) -> bool:
    """Whether a lower-case word can be a past participle: "taken", "moved"."""
    return word in IRREGULAR_PARTICIPLE or (is_past(word) and word not in IRREGULAR_PAST)


def is_plain_past(word: str) -> bool:
    """Whether a word is a past tense and nothing else: "went", not "cut", not "built"."""
    return word in IRREGULAR_PAST and word not in IRREGULAR_PARTICIPLE


def is_gerund(word: str) -> bool:
    """Whether a lower-case word can be the -ing form of a verb."""
    return len(word) > 4 and word.endswith("ing") and word not in _NOT_GERUND


@lru_cache(maxsize=8_192)
def is_present(word: str) -> bool:
    """Whether a word can be a verb in the present, third person: "marks", "wins".

    >>> [is_present(w) for w in ("marks", "carries", "does", "bus")]
    [True, True, True, False]
    """
    return word == "does" or _base_of_s(word) is not None


def _base_of_s(word: str) -> str | None:
    if not word.endswith("s") or len(word) < 4:
        return None
    if word[:-1] in BASES:
        return word[:-1]
    if word.endswith("ies") and word[:-3] + "y" in BASES:
        return word[:-3] + "y"
    if len(word) > _LONG and word.endswith(("ises", "izes", "yses")) and word not in _NO_S:
        return word[:-1]
    return word[:-2] if word.endswith("es") and word[:-2] in BASES else None


def is_base(word: str) -> bool:
    """Whether a word can be a verb in its plain form: "attend"."""
    return word in BASES or (
        len(word) >= _LONG and word.endswith(("ise", "ize", "yse")) and f"{word}s" not in _NO_S
    )


@lru_cache(maxsize=8_192)
def to_past(gerund: str) -> str:
    """The past tense of an -ing form, None-free best guess.

    >>> [to_past(w) for w in ("winning", "moving", "studying", "joining", "writing", "stopping")]
    ['won', 'moved', 'studied', 'joined', 'wrote', 'stopped']
    """
    stem = gerund.removesuffix("ing")
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    for base in (stem, f"{stem}e", stem[:-1] if doubled else stem):
        if base in PAST_OF:
            return PAST_OF[base]
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"
