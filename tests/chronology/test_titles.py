"""Titles: each date's clause as an entry of a chronology."""

from __future__ import annotations

import re

import pytest

from timeline.chronology.clause import Role
from timeline.chronology.sentences import split_sentences
from timeline.chronology.telling import clause_of, take_apart
from timeline.chronology.titles import entry
from timeline.chronology.wording import MAX_TITLE


def titles(marked: str) -> list[str]:
    """The titles of the dates in {braces} of one sentence."""
    dates, text = [], ""
    for part in re.split(r"(\{[^}]*\})", marked):
        if part.startswith("{"):
            dates.append((len(text), len(text) + len(part) - 2, len(dates)))
        text += part.strip("{}")
    (sentence,) = split_sentences(text)
    telling = take_apart(text, sentence, dates)
    found = []
    for *_, number in dates:
        place = telling.place(number)
        assert place is not None
        clause = clause_of(telling, place)
        assert clause is not None
        found.append(entry(telling, clause, place))
    return found


TITLES = [
    ("Acme Instruments said that it has sold its mill on {Monday}.", "It has sold its mill"),
    ("Acme Instruments {today} announced that it has entered into a definitive agreement to buy "
     "Otto Runge Brothers GmbH.",
     "Acme Instruments has entered into a definitive agreement to buy Otto Runge Brothers GmbH"),
    ("The man who threw a stone before the bomb exploded was found on {Monday}.",
     "The man was found"),
    ("Nino, whose family has lived here since {1900} and who left in {1990}, wrote it.",
     "Nino's family has lived here", "Nino left"),
    ("A storm hit the coast on {Monday}, killing nine people.",
     "A storm hit the coast, killing nine people"),
    ("On {Monday} it rejected a plan by the mayor, Isak Lund, to close the road.",
     "It rejected a plan by the mayor, Isak Lund, to close the road"),
    ("Ida Roe, 34, a nurse who spent {Saturday night} on a roof, said so.",
     "Ida Roe spent the night on a roof"),
    ("He spent {two years} in Bonn.", "He spent two years in Bonn"),
    ("He apologises the {next day}.", "He apologises"),
    ("The firm specialises in boats since {1990}.", "The firm specialises in boats"),
    ("A vote that was to have been held in {May 2020} was put off.", "A vote was put off"),
    ("The talks, which were due to begin in {June}, were cancelled.", "The talks were cancelled"),
    ("The bridge that was to open in {May} opened in {July}.",
     "The bridge was to open", "The bridge opened"),
    ("If the sale is not finished by {May}, either side may leave the deal.",
     "Either side may leave the deal if the sale is not finished"),
    ("Had he not left in {May 1990}, the firm would have failed.",
     "The firm would have failed if he had not left"),
    ("Were the lake to freeze before {May}, the ferry would stop.",
     "The ferry would stop if the lake were to freeze"),
    ("Had the rain stopped {a week earlier}, says Ida Roe, \"we would be here.\"",
     "Ida Roe: We would be here if the rain had stopped"),
    ("\"It won't happen again,\" Moss tells the Gazette on {Thursday}.",
     "Moss: It won't happen again"),
    ("\"He told me it was talk,\" Anna Holm recalled in a {1996} interview.",
     "Anna Holm: He told me it was talk"),
    ("Mr Moss would have been proud, his daughter Karen said {yesterday}.",
     "Mr Moss would have been proud, his daughter Karen said"),
    (
        "A clerk who took £90,000 to pay for cars and holidays was jailed for a year on {Monday}.",
        "A clerk was jailed for a year",
    ),
    ("A man who robbed a bank and a bus in {1990} got away.", "A man robbed a bank and a bus"),
    (
        "Ida Roe, a chemist whose work changed the way we thought about pain, died on {Monday}.",
        "Ida Roe died",
    ),
    (
        "The dam that burst on {3 May} had been due for repair in {2010}.",
        "The dam burst",
        "The dam had been due for repair",
    ),
    ("Reports confirming that the road was open reached Bonn in {May}.", "Reports reached Bonn"),
    ("Acme Ltd (ACM) {today} announced that it will close.", "Acme Ltd announced it will close"),
    (
        "One vote was put off because of floods, and another, in the spring of {2021}, was lost.",
        "Another was lost",
    ),
    (
        "In {2011} a petition led by a miner, Karl Moss, gathered 900 names.",
        "A petition led by a miner gathered 900 names",
    ),
    (
        "Anna Holm, 52, whose party lost its seats in {July}, said that she would go.",
        "Anna Holm's party lost its seats",
    ),
    (
        "Roe wins with 900 votes to Moss's 880, the closest result here since {1923}.",
        "Closest result here",
    ),
    ("The bridge fell in {1945}.", "The bridge fell"),
    ("On {Sunday}, the court freed two men.", "The court freed two men"),
    ("In {1931} the two firms merged.", "The two firms merged"),
    ("The vote, on {3 May}, was close, and the mayor won.", "The vote was close"),
    ("He said on {Friday}: it is over.", "He said it is over"),
    ("Founded in {1921}, the firm made clocks.", "The firm was founded"),
    ("The firm, which was sold in {1950}, made clocks.", "The firm was sold"),
    ("Otto Runge, a monk in Rome, who left in {525}, wrote it.", "Otto Runge left"),
    (
        "Anna Holm, who founded the bank in {1962} and led it, has died.",
        "Anna Holm founded the bank",
    ),
    ("The book that Runge wrote in {1950} sold well.", "Runge wrote the book"),
    ("After leaving Bonn in {1903}, Moss taught.", "Moss left Bonn"),
    ("When the mill closed in {1978}, the town shrank.", "The mill closed"),
    ("She was elected in {2001} and resigned in {2004}.", "She was elected", "She resigned"),
    ("It was in {1941} that the law passed.", "The law passed"),
    ("{1968} saw the end of the mine.", "End of the mine"),
    ("The {2008} financial crisis led to job losses.", "The financial crisis led to job losses"),
    ("It cut jobs after the {2008} financial crisis.", "Financial crisis"),
    ("Ida Berg ({1867–1934}) painted birds.", "Life of Ida Berg"),
    ("Ida Berg (born {1867}) painted birds.", "Ida Berg born"),
    (
        "Bonn will get a new bridge in {2030}, a spokesperson said on {Monday}.",
        "Bonn will get a new bridge",
        "Spokesperson said Bonn will get a new bridge",
    ),
    (
        "The minister said on {Monday} that taxes would fall.",
        "Minister said taxes would fall",
    ),
    (
        "Rivals, according to a study published on {Monday}, collapsed.",
        "Rivals collapsed",
    ),
    (
        "Ten people died when a ferry sank off Malta on {Friday}.",
        "Ten people died when a ferry sank off Malta",
    ),
    (
        "The canal reached the town in {1793} and the railway in {1841}.",
        "The canal reached the town",
        "The railway reached the town",
    ),
    (
        "Police held a man on {Friday} over the theft of a helmet in {2021}.",
        "Police held a man over the theft of a helmet",
        "Theft of a helmet",
    ),
    (
        "A jury on {Tuesday} found Ed Pole, the former head of the port, guilty of theft.",
        "A jury found Ed Pole guilty of theft",
    ),
    ("He must stay until {May 9}, when the judge will rule.", "The judge will rule"),
    (
        '"We lost," his lawyer, Theo Gage, told reporters on {Friday}.',
        "Theo Gage: We lost",
    ),
    (
        "The invoice came up on {May 9}, when a clerk, Dana Ash, opened a file.",
        "The invoice came up when a clerk opened a file",
    ),
    ("They spent {the spring} arguing about maps.", "They argued about maps"),
    ("Jury frees two men on {May 9}", "Jury frees two men"),
    ("Moss moved to Oslo in {1990}, where she met Lind.", "Moss moved to Oslo"),
    ("In {1990} Moss moved to Oslo and Lind stayed.", "Moss moved to Oslo and Lind stayed"),
    # subjects: lists, asides, what stands before
    ("Bonn, Ulm and Linz signed it in {1957}.", "Bonn, Ulm and Linz signed it"),
    ("Her mother, stepfather and two cousins drowned in {1999}.",
     "Her mother, stepfather and two cousins drowned"),
    ("Two aides, adviser Ute Arad and clerk Dan Nave, left on {Sunday}.", "Two aides left"),
    ("Lucia Ferri, coached by her brother, first won here in {2016}.",
     "Lucia Ferri first won here"),
    ("Acme, unlike firms hurt by price cuts, was sold in {1990}.", "Acme was sold"),
    ("The bank, reeling from losses, announced a plan on {Friday}.", "The bank announced a plan"),
    ("The bird, which has been named Cantor, was found in {2017}.", "The bird was found"),
    ("His lawyer, Theo Gage, left in {2017}.", "Theo Gage left"),
    ("The port of Ulm, Ohio, froze in {2017}.", "The port of Ulm froze"),
    ("The rate, introduced in {1985}, was cut in {1990}.",
     "The rate was introduced", "The rate was cut"),
    ("Roe came to Ulm, left it in {May} and returned.", "Roe left it and returned"),
    ("After the war she moved to Ulm in {1946}.", "She moved to Ulm"),
    ("Not everyone left in {1990}.", "Not everyone left"),
    ("Both firms closed in {1990}.", "Both firms closed"),
    ("About 200 people left in {1990}.", "About 200 people left"),
    ("That course failed in {1990}.", "The course failed"),
    ("{Friday}'s vote was close.", "The vote was close"),
    # verbs: participles, nouns that look like verbs
    ("The mill, built in {1901}, burnt.", "The mill was built"),
    ("The clocks, stolen in {1990}, were found.", "The clocks were stolen"),
    ("Retired in {1990}, Roe moved to Bonn.", "Roe retired"),
    ("The plan calls for the sale of the land it holds in {1990}.",
     "The plan calls for the sale of the land it holds"),
    ("The library, Ulm's oldest, lends 400 books a day since {1990}.",
     "The library lends 400 books a day"),
    # what a date leaves behind
    ("Prices were higher than {a year ago}.", "Prices were higher"),
    ("Roe was helped by oil prices lower than {a year ago}.", "Roe was helped by oil prices"),
    ("The vote may come as early as {Tuesday}.", "The vote may come"),
    ("She missed most of {2023} with a broken wrist.",
     "She missed most of 2023 with a broken wrist"),
    ("It reported a fall in {fourth-quarter} profit.", "It reported a fall in profit"),
    ("It was planned as a {weekend} experiment.", "It was planned as an experiment"),
    ("He was held under a law dated {3 May 1990}.", "He was held under a law"),
    ("Profit for its {quarter} ended {July 31} fell.", "Profit fell", "Profit fell"),
    ("Starting on {Monday}, visitors can see it.", "Visitors can see it"),
    # who said what
    ("Acme Inc. said on {Friday} it would close.", "Acme Inc. said it would close"),
    ("Ida Roe told us that peace had been signed on {Thursday}.", "Peace had been signed"),
    ('"We need rain," said Otto Runge on {Friday}.', "Otto Runge: We need rain"),
    ('"Ports have a right to it," Roe said on {Friday}.', "Roe said ports have a right to it"),
    ("Runge said on {Friday} that if it rains, the match will be moved.",
     "Runge said the match will be moved"),
    ("Men who safeguard the coast said on {Thursday} that Ulm, with its docks, has been closed.",
     "Men said Ulm has been closed"),
    ("Holt denied on {Friday} that he had plotted against Sand.",
     "Holt denied that he had plotted against Sand"),
    # short and clean
    ("Police found the ``lost'' map on {Friday}.", "Police found the lost map"),
    ("The possibility of a meeting between Attorney General Jane Moss and the family of the lost "
     "sailor arose on {Thursday}.", "The possibility of a meeting arose"),
    ("To find out who stole it in {1990}, Roe went home.", ""),
]  # fmt: skip

TOLD = [
    ("Storm hits coast, two dead", "Storm hits coast, two dead"),
    ("The mayor left and the crowd cheered.", "The mayor left", "The crowd cheered"),
    ("Taxes will fall, the minister said.", "Taxes will fall", "Minister said taxes will fall"),
    ("“I will go,” said Ida Roe.", "Ida Roe: I will go", "Ida Roe: I will go"),
    ("We went ashore after church.", "We went ashore after church"),
    ("As is their right, they left.", "", "They left"),
    ("The mill, once the largest in Ulm, makes rope.", "The mill makes rope"),
    ("The court said nothing.", "The court said nothing"),
    ("Roe said.", ""),
]
"""Sentences without a date, and what each of their main clauses and clauses of speech tells."""


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row[0][:50])
def test_clauses_without_a_date(row: tuple[str, ...]) -> None:
    (sentence,) = split_sentences(row[0])
    telling = take_apart(row[0], sentence)
    found = [
        entry(telling, number, clause.verb)
        for number, clause in enumerate(telling.clauses)
        if clause.verb is not None and clause.role in (Role.MAIN, Role.SPEECH)
    ]
    assert found == list(row[1:])


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row[0][:50])
def test_titles(row: tuple[str, ...]) -> None:
    assert titles(row[0]) == list(row[1:])


LONG = (
    "The regional council of the northern provinces, which had met in secret for several weeks "
    "under heavy guard, agreed in {1987} to the construction of a railway through the mountains "
    "between the two largest harbors and to the closing of every mine on the western slopes."
)


@pytest.mark.parametrize(
    "text", [LONG, LONG.upper().replace("{1987}", "{1987}"), "x" * 300 + " was built in {1990}."]
)
def test_titles_are_short(text: str) -> None:
    (title,) = titles(text)
    assert 0 < len(title) <= MAX_TITLE
    assert "1987" not in title


def test_a_long_title_is_cut_clean() -> None:
    (title,) = titles(LONG)
    assert not title.endswith(("…", " the", " and", " to", " of", ","))


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row[0][:50])
def test_titles_are_clean(row: tuple[str, ...]) -> None:
    for title in titles(row[0]):
        assert not title or title[0].isupper()
        assert not re.search(r"<date>|``|''| ,|\s$|[,:;–-]$", title)
        assert "most of" in title or not re.search(r"\d{4}", title)
