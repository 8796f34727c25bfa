"""English: the names of feasts, each with the rule that finds its days (see `feasts`)."""

from __future__ import annotations

_NAMES = """
12-25           christmas | christmas day | xmas
12-24           christmas eve | xmas eve
12-26           boxing day | st stephen's day
12-26/7         kwanzaa
01-01           new year's day | new year's | watch night
12-31           new year's eve | hogmanay
01-05           twelfth night
01-06           epiphany | three kings' day
01-25           burns night
01-26           australia day
01-27           holocaust remembrance day | international holocaust remembrance day
02-02           groundhog day | candlemas
02-06           waitangi day
02-14           valentine's day | st valentine's day
03-01           st david's day
03-08           international women's day
03-14           pi day
03-15           ides of march
03-17           st patrick's day
03-25           lady day
04-01           april fools' day | april fool's day | all fools' day
04-22           earth day
04-23           st george's day
04-25           anzac day
05-01           may day | international workers' day
05-04           star wars day
05-05           cinco de mayo
05-08           ve day | v-e day
06-06           d-day
06-14           flag day
06-19           juneteenth
06-24           midsummer day | midsummer's day | st john's day
07-01           canada day
07-04           independence day | fourth of july
07-12           orangemen's day
07-14           bastille day
08-15           vj day | v-j day | assumption day
09-29           michaelmas
10-31           halloween | hallowe'en | all hallows' eve
11-01           all saints' day | all hallows' day | day of the dead
11-02           all souls' day
11-05           guy fawkes day | guy fawkes night | bonfire night
11-11           veterans day | veterans' day | armistice day | remembrance day | martinmas
11-30           st andrew's day
12-06           st nicholas day | st nicholas' day
12-07           pearl harbor day
12-13           st lucy's day
01-W3-1         martin luther king day | martin luther king jr . day | martin luther king jr day \
| mlk day
02-W3-1         presidents day | presidents' day | president's day | washington's birthday
05-W2-7         mother's day
06-W3-7         father's day
09-W1-1         labor day | labour day
11-W2-7         remembrance sunday
11-W4-4+1       black friday
11-W4-4+4       cyber monday
11-02>2         election day
05-18>1         victoria day
11-27>7         advent sunday | first sunday of advent | first sunday in advent
1971? 10-W2-1 : 10-12        columbus day | indigenous peoples' day
1971? 05-WL-1 : 05-30        memorial day
1942? 11-W4-4 : 1863? 11-WL-4 : NONE    thanksgiving | thanksgiving day
EASTER+0        easter | easter sunday | easter day
EASTER-47       shrove tuesday | mardi gras | pancake day
EASTER-46       ash wednesday
EASTER-21       mothering sunday
EASTER-7        palm sunday
EASTER-7/7      holy week
EASTER-3        maundy thursday | holy thursday
EASTER-2        good friday
EASTER-1        holy saturday | easter saturday | easter eve
EASTER+0/7      easter week
EASTER+1        easter monday
EASTER+39       ascension day
EASTER+49       pentecost | whit sunday | whitsun
EASTER+50       whit monday | pentecost monday
EASTER+56       trinity sunday
EASTER+60       corpus christi
FAST            lent
PASCHA+0        orthodox easter | greek easter | orthodox easter sunday | pascha
PASCHA-2        orthodox good friday
01-07           orthodox christmas
NEWYEAR+0       rosh hashanah | rosh hashana | jewish new year
NEWYEAR+9       yom kippur
NEWYEAR+14/7    sukkot
PESACH-30       purim
PESACH+0/7      passover
PESACH+50       shavuot
CHANUKAH        hanukkah | chanukah
HIJRI-09        ramadan
HIJRI-10-01     eid al-fitr | eid ul-fitr
HIJRI-12-10     eid al-adha | eid ul-adha | eid-al-adha
HIJRI-01-01     islamic new year
HIJRI-01-10     ashura
HIJRI-03-12     mawlid
LUNAR-01-01     lunar new year | chinese new year | chinese lunar new year | lunar new year's day \
| tet
LUNAR-01-01-1   lunar new year's eve | chinese new year's eve
LUNAR-01-15     lantern festival
LUNAR-05-05     dragon boat festival
LUNAR-08-15     mid-autumn festival | mid-autumn day | moon festival
DIWALI          diwali | deepavali
HOLI            holi
NOWRUZ          nowruz | norouz | persian new year
"""


def read_names() -> dict[str, str]:
    """The rule by each name, in the ways it can be written: with or without its apostrophe,
    with "St", "St." or "Saint".

    >>> names = read_names(); names["all saints day"], names["saint patrick's day"]
    ('11-01', '03-17')
    """
    rules: dict[str, str] = {}
    for line in _NAMES.strip().splitlines():
        rule, names = line.split("  ", 1)
        for name in names.strip().split(" | "):
            spellings = {name, name.replace("s'", "s"), name.replace("'s", "s")}
            spellings |= {name.replace("s'", "'s"), name.replace("'s", "s'")}
            for spelling in spellings:
                rules[spelling] = rule
                if spelling.startswith("st "):
                    rules["saint " + spelling[3:]] = rule
                    rules["st . " + spelling[3:]] = rule
    return rules


HOLIDAYS = read_names()
"""Each name's rule."""

CAPITAL = frozenset({"easter", "lent", "tet", "epiphany", "holi", "thanksgiving"})
"""Names that are another word without their capital letter."""
