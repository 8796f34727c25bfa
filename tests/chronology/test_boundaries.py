"""Sentence boundaries marked by hand in texts of many kinds, and how many of them are found.

A "¦" stands where the next sentence begins. A row that is known to come out otherwise stays in
the table: the floor is on the whole.
"""

from __future__ import annotations

from timeline.chronology.sentences import split_sentences

PROSE = """
It rained all night.¦ It stopped at dawn.¦ Nobody slept.
Dr. Ana Roe met Mr. Bell and Mrs. Moss in St. Ives.¦ They spoke for an hour.
Gov. P. T. Lind signed it with Gen. Otto Runge Jr. of the U.S. Army.¦ Sen. Ash did not.
J. R. R. Moss wrote it.¦ A. Lind and B. K. Holm read it.
It was sold to Acme Inc. for $3.5 million.¦ Shares of Acme Inc. rose 2.4 percent to 41.5.
Acme Corp. said it would cut 300 jobs.¦ Bell Bros. Ltd. did not comment.
He worked for Acme Co.¦ The firm closed in 1990.
He left the U.S. in May.¦ She stayed in the U.S.¦ They met again in the U.K.¦ In the end they wed.
The U.S. Senate and the U.N. Security Council agreed.¦ The E.U. Commission did not.
She arrived at 9 a.m. on Monday.¦ He came at 5 p.m.¦ They left at 11 p.m. Tuesday.
The office opens at 8 a.m.¦ Calls are taken until 4 p.m. Eastern time.
It began c. 300 B.C. in Ulm.¦ It ended in 44 B.C.¦ The rest is known.
The city fell in A.D. 410.¦ Rome mourned.
See Fig. 3 and No. 7, i.e. the last two, on pp. 12-14.¦ They differ, e.g. in size.
Tools, ropes, nails, etc. were sold.¦ Nothing else was.
He brought bread, wine, etc.¦ Then he left.
Prices rose vs. 1998 levels.¦ Wages fell.
On Jan. 5 he sailed.¦ On Feb. 12 he landed, and on Sept. 3 he died.
The fair ran from Sat. to Mon. in Bonn.¦ It rained.
The Rev. Ida Berg and Prof. Karl Lind spoke.¦ Capt. Moss listened.
He lives at 12 Mill St. in Bonn.¦ She lives on 5th Ave.¦ They rarely meet.
She has a Ph.D. from Bonn.¦ He has an M.A.¦ Their son has none.
The No. 1 team won.¦ The No. 2 team lost.
Version 2.0.1 came out in 1999.¦ Version 3.0 never did.
The rate fell to 3.25%.¦ It had been 4.5%.¦ Inflation was 2.1 percent.
It grew by 0.5 per cent.¦ 1997 was better.
He was born in 1901.¦ 1914 found him in Rome.
The bill was $40.¦ "Too much," she said.
"We won," he said.¦ "Nobody helped us."¦ The crowd cheered.
"It is over," said the mayor.¦ "We can go home."
“It is over.”¦ She left the room.
He said, “I know.”¦ Then he sat down.
"Is it true?" she asked.¦ "I think so," he said.
"Go!" he shouted.¦ They ran.
"Why now?" asked Roe, who had waited.¦ Nobody answered.
He asked "Why now?" and left.¦ She stayed.
'It is cold,' she said.¦ 'Very cold.'
She called it "the end of an era."¦ Others called it "a joke."
The sign said "No entry."¦ It was old.
Was it true?¦ Nobody knew!¦ Then it ended…¦ Silence followed.
"I don't ... know," he said.¦ He left.
She paused ... and went on.¦ Then she stopped.
He waited....¦ Nobody came.
They ran, and ran, and...¦ Well, they fell.
What?!¦ Nobody had said a word.¦ Really?!
Yahoo! bought the firm in 1999.¦ It was cheap.
The band Wham! split in 1986.¦ Fans wept.
The game show Jeopardy! began in 1964.¦ It still runs.
He wrote Who Goes There? in 1938.¦ It sold well.
(He died in 1990.)¦ His wife lived on.
He died in 1990 (she in 1995).¦ They had no children.
The vote (see p. 4) was close.¦ Roe won.
It was late (it always was.)¦ They left.
The court ruled.[1]¦ The firm appealed.[2]¦ It lost.
The war ended in 1945.[3][4]¦ Peace returned.
Write to info@example.com or see www.example.com/a.b?c=d.e for more.¦ It is free.
Visit http://www.example.org/index.html.¦ The page is short.
The file is called report.final.txt.¦ Open it.
The .com boom ended in 2000.¦ The firm Example.com went bust.
We use Node.js and ASP.NET.¦ They are old.
The iPhone was shown in 2007.¦ eBay rose.¦ iTunes followed.
Mr. Roe, 41, left.¦ Mr. Bell, Esq., stayed.
Smith v. Jones was decided in 1954.¦ Brown vs. Board followed.
The ship, H.M.S. Ulm, sank.¦ The S.S. Bonn did not.
Pope John Paul I. died in 1978.¦ Pope John Paul II followed.
King George V.¦ He ruled until 1936.
It was Plan B.¦ Plan A had failed.
He got a grade of A.¦ She got a B.
Vitamin C.¦ It was found in 1932.
He and I.¦ We were there.
The answer is I.¦ Nobody else.
Washington, D.C. was hot.¦ Bonn was not.
He moved to Washington, D.C.¦ There he met Roe.
It was 5 ft. 3 in. tall.¦ It weighed 10 lbs. or so.
Approx. 400 came.¦ Est. 1901.
Maj. Gen. Karl Ash and Lt. Col. Ida Roe resigned.¦ Sgt. Bell did not.
Ft. Moss fell in 1863.¦ Mt. Ulm was climbed in 1901.
The report (Vol. 2, No. 4, pp. 3-9) was late.¦ It was read by nobody.
Roe et al. showed it in 2004.¦ Others agree.
The St. Paul-based firm cut jobs.¦ The St. Louis one did not.
The bridge fell; nobody was hurt.¦ It was rebuilt: this time of stone.
The team -- all six of them -- won.¦ The coach -- a Mr. Bell -- wept.
The plan is simple — build.¦ The cost — low.
He said: "We will go. We will win."¦ They lost.
"We will go. We will win," he said.¦ They lost.
BONN, May 4 (Wire) -- Talks began.¦ They failed.
LONDON (AP) — Rain fell on Sunday.¦ More is expected.
NEW YORK, Jan. 3 (Wire) - Stocks rose.¦ Bonds fell.
By the late 1990s.¦ Nobody knew.
It happened in the '90s.¦ It happened again in the '00s.
The firm, founded in 1901 by A. B. Moss & Co., closed.¦ It had 40 workers.
Moss & Co. Inc. was sold.¦ Bell & Sons Ltd. was not.
The case went to the D.C. Circuit.¦ Judge R. Ash wrote the opinion.
His number was 555.1234.¦ She called it.
Room No. 5.¦ The door was open.
In 1066 William I. landed.
Oh, no! he thought, or so he says.
Hm... maybe.¦ Let us see.
The U.S.S.R. fell in 1991.¦ Russia remained.
He was paid 1.000.000 marks.¦ She got 2.5.
Roe (b. 1901, d. 1980) wrote it.¦ It was read.
It has three parts: a. the yard, b. the hall, and c. the tower.¦ All burnt.
There are two: (1) the hall; (2) the tower.¦ Both stand.
The meeting, held Dec. 7, 1999, in Rm. 4, was short.¦ All agreed.
The firm trades as ULM.N.¦ Its rival trades as BON.O.
He came first in the 4.5 km.¦ She came third in the 10 km.
Is he the same Otto Runge?¦ Perhaps.¦ Perhaps not!
That was that.¦ And so to bed.¦ But he did not sleep.
他在1998年出生。¦他住在上海。¦你好吗？¦我很好！
「もう終わりだ。」¦彼は言った。
"""
"""One text a line."""

LAYOUTS = [
    "Storm hits coast\n\n¦It came at night.¦ It left at dawn.\n\n¦Nobody was hurt.",
    "Storm hits coast\n¦Thousands flee\n¦By Ida Roe\n¦BONN, May 4 (Wire) -- It came at night.",
    "THE FALL OF BONN\n\n¦CHAPTER I\n\n¦It was a dark night.¦ The town slept.",
    "- one in 1990\n¦- two in 1991\n¦- three in 1992",
    "* Opened in 1990.\n¦* Closed in 1991.¦ It was cold.\n¦* Sold in 1992.",
    "1. First of all\n¦2. Then the rest\n¦10. Last of all",
    "1. He came.\n¦2. He saw.¦ It was big.\n¦3. He won.",
    "a) the yard\n¦b) the hall\n¦c) the tower",
    "| year | event |\n¦| 1990 | opened |\n¦| 1991 | closed |",
    "1990\tThe mill opened\n¦1991\tThe mill closed\n¦1992\tThe mill burnt",
    "1901: The mill opens\n¦1914: The mill closes\n¦1920: The mill burns",
    "The harbor was rebuilt in stone after the great storm had taken\nevery pier and warehouse of "
    "the old town. ¦The work took\nten years and cost the city more than it had ever spent on\n"
    "anything else.",
    "He was born in Ulm in the year of the great flood, the son of a\nmiller and of Anna Berg, "
    "whose father kept an inn near the old\nbridge. ¦In 1840 he left for Bonn, where he met Otto "
    "Runge and\nDr. Karl Lind.",
    "The minister said on Friday that the bridge would be closed by\nMarch 3, and that the town "
    "of Ulm would pay for it.¦\nNobody else had offered to do so, he said, and the money had\n"
    "been there all along.",
    "Dear Ida,\n\n¦I arrived on Monday.¦ The food is bad.\n\n¦Yours,\n¦Otto",
    "From: otto@example.com\n¦To: ida@example.com\n¦Date: 3 May 1999\n¦Subject: Bonn\n\n"
    "¦We meet at 9 a.m. on Friday.¦ Bring the map.",
    "THE COURT RULED ON MONDAY.¦ MR. ROE LOST.¦ HIS LAWYER WILL APPEAL.",
    "U.S. TROOPS LAND IN ULM.¦ GEN. MOSS LEADS THEM.",
    "POLICE HELD A MAN IN ULM ON FRIDAY\n¦HE WILL BE IN COURT ON MONDAY",
    "the mill opened in 1990. it closed in 1995",
    "a text without any marks goes on and on for as long as it likes in 1990 and after",
    "# Title\n\n¦## Part\n\n¦It rained.¦ It stopped.\n\n¦> He said so.",
    "Name: Otto Runge\n¦Born: 3 May 1901\n¦Died: 4 June 1980",
    "Q: When did it open?\n¦A: In 1990.¦ It closed in 1995.",
    "ROE: When did it open?\n¦BELL: In 1990, I think.¦ No, in 1991.",
    "He moved to Bonn.\r\n¦She did not.\r\n\r\n¦They met again.",
    "Monday, May 3\n¦Talks began in Bonn.\n¦Tuesday, May 4\n¦Talks failed.",
    "12:30 p.m.\n¦The train leaves.\n¦12:45 p.m.\n¦The train stops.",
    "§ 4. The fee is due on 1 May.¦ It is $40.",
    "Art. 5. No one shall leave.¦ Art. 6 is void.",
    "Markets\n¦Dow 9,120.50 up 3.2\n¦Nasdaq 2,001.10 down 1.1",
    "Roses are red,\n¦Violets are blue,\n¦Sugar is sweet.",
    "The mayor said\n\n¦Nothing else was known.",
    "KEY DATES\n¦May 1990 - The mill opens.\n¦June 1991 - The mill closes.¦ Nobody cares.",
]

FLOOR = 0.98


def boundaries(marked: str) -> tuple[str, set[int]]:
    """A text, and the places where its second, third … sentence begins."""
    text, found = "", set()
    for piece in marked.split("¦"):
        if text:
            found.add(len(text) + len(piece) - len(piece.lstrip()))
        text += piece
    return text, found


MARKED = [boundaries(row) for row in [*PROSE.strip().splitlines(), *LAYOUTS]]


def test_enough_is_marked() -> None:
    assert sum(len(gold) for _, gold in MARKED) >= 190


def test_boundaries_are_found() -> None:
    right = found = there = 0
    for text, gold in MARKED:
        own = {s.start for s in split_sentences(text)[1:]}
        right, found, there = right + len(own & gold), found + len(own), there + len(gold)
    assert 2 * right / (found + there) >= FLOOR
