"""A story told at another time than the document's keeps its own years."""

import pytest

from timeline.normaliser.reader import mentions

SIEGE = """The siege began on 12 March 1862, when the northern army crossed the river. Three days
later the garrison sent out its cavalry; the attack failed on March 17. By the end of the month
the town had food for forty days.

In April, heavy rain flooded the trenches. On the 4th the commander asked for terms, and on 6
April 1862 a truce of two days was signed. Fighting resumed on 9 April. The following week a
relief column was turned back. It was not until 2 May that the walls were breached, and the
garrison surrendered the next day.

By the summer of 1862 the war had moved west. That autumn two further battles were fought, in
September and on October 21. In January, the president replaced both generals. From February to
May 1863 the fleet blockaded the coast; a month later the port fell. The peace of 1864 held
until 1871.

In 1866, a monument was built. In August the queen visited it. During the night of 3-4 July
1863, a fire destroyed the archive, and rain put it out on 5 July. At 14:30 that afternoon the
survivors sailed. In mid-1867 the veterans founded a society, which still meets every year on 12
March. Between 1914 and 1918 it lost most of its members. By the late 1920s only four were alive.
"""

TOLD = [
    ("12 March 1862", "1862-03-12"),
    ("Three days\nlater", "1862-03-15"),
    ("March 17", "1862-03-17"),
    ("the end of the month", "1862-03"),
    ("forty days", "P40D"),
    ("April", "1862-04"),
    ("the 4th", "1862-04-04"),
    ("6\nApril 1862", "1862-04-06"),
    ("two days", "P2D"),
    ("9 April", "1862-04-09"),
    ("The following week", "1862-W16"),
    ("2 May", "1862-05-02"),
    ("the next day", "1862-05-03"),
    ("the summer of 1862", "1862-SU"),
    ("That autumn", "1862-FA"),
    ("September", "1862-09"),
    ("October 21", "1862-10-21"),
    ("January", "1863-01"),
    ("February to\nMay 1863", "1863-02/1863-05"),
    ("a month later", "1863-06"),
    ("1864", "1864"),
    ("1871", "1871"),
    ("1866", "1866"),
    ("August", "1866-08"),
    ("3-4 July\n1863", "1863-07-03/1863-07-04"),
    ("5 July", "1863-07-05"),
    ("14:30 that afternoon", "1863-07-05T14:30"),
    ("mid-1867", "1867"),
    ("every year on 12\nMarch", "XXXX-03-12"),
    ("1914 and 1918", "1914/1918"),
    ("the late 1920s", "192"),
]


@pytest.mark.parametrize("published", [None, "2009-05-01", "2025"])
def test_history_is_read_in_its_own_years(published):
    assert [(m.text, m.value) for m in mentions(SIEGE, published=published)] == TOLD


STORM = """Residents returned to Water Street on Friday, two days after a storm drove in the
highest tide since 1978. The pier, built in 1931, had survived a fire in the spring of 1994. The
causeway was last rebuilt between 2003 and 2005. A meeting is scheduled for Jan. 18; repairs are
expected to take until late spring, and the ferry will not run before March 1. In December, a
second storm had already damaged the breakwater."""


def test_a_report_of_the_day_is_read_around_its_day():
    wanted = {
        "Friday": "2024-01-12",
        "Jan. 18": "2024-01-18",
        "late spring": "2024-SP",
        "March 1": "2024-03-01",
        "December": "2023-12",
        "the spring of 1994": "1994-SP",
        "2003 and 2005": "2003/2005",
    }
    found = {m.text: m.value for m in mentions(STORM, published="2024-01-12")}
    assert {text: found.get(text) for text in wanted} == wanted


SALES = """The company said net income rose 12% in the third quarter to $4 million, or 40 cents
a share, from $3.6 million, or 36 cents a share, a year earlier. Revenue in the quarter grew to
$51 million, compared with $47 million in the year-ago quarter. For the first nine months profit
was $11 million."""


def test_a_year_earlier_in_a_report_of_a_quarter_is_that_quarter_a_year_earlier():
    assert [(m.text, m.value) for m in mentions(SALES, published="1989-10-26")] == [
        ("the third quarter", "1989-Q3"),
        ("a year earlier", "1988-Q3"),
        ("the quarter", "1989-Q3"),
        ("the year-ago quarter", "1988-Q3"),
        ("the first nine months", "P9M"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from May 10, 2025 to May 7, 2025", ["2025-05-10", "2025-05-07"]),
        ("from 2010 to 2005", ["2010", "2005"]),
        ("from May 2010 until March 2009", ["2010-05", "2009-03"]),
    ],
)
def test_a_range_that_ends_before_it_begins_is_two_dates(text, values):
    assert [m.value for m in mentions(text, published="2025-05-04")] == values
