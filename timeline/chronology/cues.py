"""Words that tell what a name is: titles before people, endings of firms, heads of offices."""

from __future__ import annotations

from timeline.chronology.words import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

PARTICLES = frozenset(
    "de la las los van der den von dem da do dos das di du del della dei zu af av ter ten bin ibn "
    "al el le es".split()
)
"""Little words inside the names of people."""
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof sir dame madam mme herr frau señor cllr rev hon sgt lt col gen capt
    cmdr adm maj cpl pvt gov sen rep messrs monsieur fr""".split()
)
"""What stands only before a person's name."""
ROYAL = frozenset(
    "king queen pope emperor empress saint sultan tsar czar kaiser caliph pharaoh prince "
    "princess st".split()
)
"""Titles that a single name keeps: Queen Victoria."""
LANDED = frozenset("duke duchess earl count countess prince princess marquess baron lord".split())
"""Titles that a place may follow: the Duke of Pomerania."""
TITLES = HONORIFICS | ROYAL | LANDED | frozenset(
    """president vice prime minister premier chancellor secretary senator congressman
    congresswoman representative governor mayor ambassador commissioner councillor
    chairman chairwoman chairperson chair chief executive officer ceo cfo cto coo director
    manager managing general colonel captain major lieutenant sergeant corporal commander
    admiral marshal constable inspector detective superintendent officer judge justice
    magistrate attorney prosecutor counsel clerk professor doctor archbishop bishop
    cardinal father sister brother reverend rabbi imam sheikh ayatollah archduke lady
    coach referee spokesman spokeswoman spokesperson analyst economist editor author head
    deputy acting former first-lady treasurer undersecretary founder co-founder owner
    pilot astronaut writer singer actor actress poet painter composer architect engineer
    driver midfielder striker goalkeeper defender forward skipper quarterback pitcher dean
    rector provost principal headteacher solicitor barrister lawyer nurse uncle aunt
    cousin ex-president leader crown correspondent reporter sub-lieutenant ranger
    brigadier secretary-general attorney-general vice-president speaker shortstop
    quartermaster ensign""".split()
)  # fmt: skip
"""What may stand before a person's name and is none itself."""
SURNAMES_TOO = frozenset(
    "king dean pope major prince bishop judge baron marshal brother earl duke cardinal head "
    "constable forward driver count lord rector chief general clerk painter singer "
    "justice".split()
)
"""Titles that are names as well: Stephen King, General Motors."""
ROLES = frozenset(
    """son daughter wife husband brother sister father mother nephew niece cousin uncle aunt
    widow friend colleague rival captain coach analyst economist lawyer attorney spokesman
    spokeswoman spokesperson president minister chancellor senator governor mayor director
    chairman chairwoman executive officer judge justice professor doctor actor actress singer
    writer author poet painter composer architect engineer general colonel commander king
    queen emperor prince princess bishop historian scientist astronomer physicist biologist
    researcher expert striker midfielder goalkeeper defender winner champion defendant suspect
    victim founder leader founders lawyers activist journalist reporter editor teacher student
    neighbour neighbor referee manager dictator rebel dissident heir successor predecessor
    secretary clerk dealer""".split()
)
"""Common nouns in front of a person's name."""
OFFICES = frozenset(
    """state defense defence health finance exchequer treasury interior justice education
    agriculture labor labour energy transportation transport commerce staff affairs foreign home
    house operating financial executive first culture environment trade general the of for and
    common commons representatives directors board""".split()
)
"""What an office is about: secretary of state."""
CORPORATE = frozenset(
    """inc incorporated corp corporation co cos company ltd limited llc llp plc ag sa s.a n.v nv b.v
    bv gmbh spa s.p.a kg oyj ab oy asa n.a pty bhd""".split()
)
"""Endings that a firm's name may drop."""
FIRMS = CORPORATE | frozenset(
    """group holdings partners bank bancorp airlines airways air motors industries systems
    technologies laboratories labs pharmaceuticals foods stores brothers bros sons daughters
    associates capital securities trust insurance oil petroleum gas electric energy steel
    chemical chemicals software studios pictures records press books broadcasting
    communications telecom telecommunications media entertainment logistics marine optics
    shipping railways railway railroad brewery hotels resorts ventures enterprises computer
    computers networks instruments""".split()
)
BODIES = frozenset(
    """university college institute academy school hospital clinic ministry department agency
    authority bureau commission committee council court parliament congress senate assembly
    association society union federation confederation league foundation fund organization
    organisation party movement front army navy police guard guards corps fleet regiment
    brigade battalion division club fc afc united rovers wanderers athletic cf museum gallery
    library orchestra choir band theatre theater company times post journal gazette herald
    tribune guardian telegraph observer chronicle mirror news magazine review network service
    services office forces administration board panel tribunal cabinet government treasury
    exchange reserve bench forum alliance coalition initiative brotherhood legion athletics
    cathedral-chapter water works""".split()
)
INSTITUTIONS = FIRMS | BODIES
"""Last words of the names of organisations."""
HEADS = frozenset(
    """university bank ministry department house museum council court church institute college
    school academy board bureau office order society association federation league union
    chamber organization organisation centre center centers fund faculty trust hospital
    parliament embassy bay gulf isle isles cape strait straits sea mount lake river city town
    port county republic kingdom duchy principality commonwealth empire state states province
    diocese tower palace temple valley battle siege treaty peace war wars statue gallery
    library abbey cathedral cave castle act bill declaration charter covenant convention
    congress edict diet fall rape massacre lord knights sons daughters company bride plain
    rock forest confederation tribunal assembly daughters people's rights""".split()
)
"""What a name goes on after with "of": the Bank of England."""
MINISTRIES = frozenset(
    """ministry department office bureau centre center centers institute society faculty school
    committee council commission organization organisation association museum board
    federation academy chamber union""".split()
)
"""Bodies whose names go on with "for" and with "and"."""
LANDMARKS = frozenset(
    """sea ocean river lake bay gulf island islands isle isles mountain mountains hill hills
    valley desert forest park street road avenue lane square boulevard drive highway bridge
    tower castle palace cathedral church abbey temple hall house airport station port harbour
    harbor stadium arena county city town village district province state republic kingdom
    empire duchy peninsula straits coast canal strait channel falls springs beach creek heights
    gardens garden gate plaza building centre center mall prison canyon glacier cape farm fort
    mill mine field fields wood woods horn territory territories dam reservoir cemetery chapel
    monastery basilica land quay wharf pier""".split()
)
"""Last words of the names of places."""
SURNAME_ENDINGS = frozenset(
    """hill hills wood woods field fields church park lane hall house castle temple chapel
    falls mill mills mine lake banks rivers street press guard post law band fort forest
    gate heights beach ford marine works steel books mall court bridge springs bank times
    brook stone garden home price farm""".split()
)
"""Last words of places and bodies that end the names of people too: Robert Hill."""
LAND = frozenset("mount mt lake cape fort port river isle ft st".split())
"""First words of the names of places."""
WORKS = frozenset(
    """war wars battle siege treaty act bill agreement accord accords pact convention declaration
    protocol charter constitution prize award awards medal cup championship championships
    games olympics olympiad festival tournament series marathon trophy rally open derby
    conference summit revolution rebellion uprising revolt mutiny crusade crusades crisis
    scandal affair plan project programme program mission operation campaign expedition
    telescope satellite rocket dynasty renaissance reformation enlightenment depression
    recession movement amendment code law rules symphony sonata bible quran prix hurricane
    typhoon cyclone earthquake trial directive regulation index""".split()
)
"""Last (or first) words of the names of events, laws, prizes and works."""
GENERIC = INSTITUTIONS | LANDMARKS | WORKS | frozenset(
    """annual quarterly first second third fourth quarter half net sales total gross section
    article chapter part figure table page exhibit note notes appendix item form meeting
    minutes agenda highways apologies the report results statement statements financial
    operating income revenue revenues chairman members member property suspect applicant
    respondent appellant plaintiff plaintiffs defendant defendants claimant petitioner
    crown counsel shareholders directors officers customers products services team teams
    fans internet web tv ok ceo cfo gdp agm dna hiv aids pdf url www am pm est gmt utc bc
    ad bce ce vs mp mps phd ph.d m.d god majority minority model studio room good holy ash
    palm shrove maundy whit black men women people children families bit photo image
    source sources copyright contact email tel fax update breaking live video read more
    next previous new old great high low north south east west central northern southern
    eastern western northeast northwest southeast southwest grand royal national
    international federal general special supreme upper lower senior junior independent
    human civil world local public common middle free mister today tonight number no nos
    vol volunteer annex left right yes nobody everybody everyone somebody someone anybody
    nothing everything something police management trade rain snow construction work
    production peace fire death life love money water food art music science history
    education health welfare defence defense finance legislation opposition interest
    demand supply growth inflation output staff crew evidence proceeds pressure support
    help charity research critics usd eur gbp cad aud class series phase edt cet cest bst
    pdt mdt cdt cst mst""".split()
)  # fmt: skip
"""Words that are no name alone."""
KEPT_ALONE = frozenset("parliament congress senate pentagon treasury".split())
NATIONS = frozenset(
    """afghan jordanian tanzanian kosovar bolivian ecuadorian paraguayan uruguayan salvadoran
    guatemalan honduran nicaraguan panamanian haitian angolan zambian rwandan eritrean
    azerbaijani azeri kazakh kyrgyz tajik turkmen bahraini qatari omani hawaiian habsburg
    african albanian algerian american arab arabian arabic argentine argentinian armenian
    asian australian austrian balkan bavarian belgian bengali bosnian brazilian briton
    british bulgarian burmese byzantine cambodian canadian castilian catalan catholic
    chechen chilean chinese christian colombian communist conservative corsican croat
    croatian cuban cypriot czech dane danish democrat democratic dutch egyptian english
    englishman estonian ethiopian european finn finnish flemish french frenchman georgian
    german ghanaian greek hebrew hellenic hindu hispanic hungarian icelandic indian
    indonesian iranian iraqi irish irishman islam islamic islamist israeli italian
    jamaican japanese jew jewish kenyan korean kurdish kuwaiti labourite latin latvian
    lebanese liberal libyan lithuanian macedonian malay malaysian maltese maoist marxist
    mexican mongol mongolian moor moorish moroccan muslim nazi nepalese nigerian nordic
    norman norse norwegian ottoman pakistani palestinian persian peruvian pole polish
    portuguese protestant prussian puritan republican roman romanian russian saudi saxon
    scandinavian scot scots scottish senegalese serb serbian serbia's sicilian sikh slavic
    slovak slovakian slovenian socialist somali soviet spaniard spanish spartan sudanese
    sunni shia shiite swede swedish swiss syrian taiwanese thai tibetan trojan tunisian
    turk turkish ugandan ukrainian uzbek venetian venezuelan victorian viking vietnamese
    welsh western yemeni yugoslav yugoslavian zimbabwean athenian theban corinthian
    californian texan latino londoner parisian""".split()
)
"""Peoples, faiths and parties as adjectives: no names alone, part of some (the German Empire)."""
DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
    fri sat sun january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter
    christmas easter eve whitsun pentecost lent advent ramadan eid passover hanukkah diwali
    halloween thanksgiving yesterday today tomorrow tonight century bc ad bce ce millennium
    weekend morning afternoon evening midnight noon epiphany michaelmas candlemas lammas""".split()
)
NO_NAMES = (
    DETERMINERS
    | PRONOUNS
    | PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | frozenset(
        """i me us him them mine ours yours theirs hers myself himself herself itself themselves
        what why how then there here now thus hence therefore however moreover furthermore
        nevertheless nonetheless meanwhile otherwise instead indeed perhaps maybe also besides
        afterwards later
    earlier soon once twice often sometimes always never ever still already again even just
    only not too very much many more most less least few several some one two three four five
    six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty hundred
    thousand million billion dozens hundreds thousands millions is are was were be been being
    am do does did has have had will would shall should can could may might must let get got
    go make made see say says said ask asked put take took come came give gave note please
    thank thanks dear yes no oh well okay such same other others another else neither either
    each every both none half whose whatever whoever whenever wherever per via according
    because given including despite unlike like next last previous following ago subject to
    further other only rather quite almost nearly about around probably possibly certainly
    clearly based born asked added adding speaking looking being having going apart aside
    together finally eventually suddenly recently lately currently originally initially
    additionally specifically particularly especially generally usually typically it's that's
    he's she's there's they're we're you're i'm i've we've don't can't won't didn't isn't
    what's let's who's if""".split()
    )
)
"""Little words that open sentences, and are no name nor part of one."""
