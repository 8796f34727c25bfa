"""Files of every kind to documents, and what is said of those that are none."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.cell import Cell
from timeline.chronology.source import Document
from timeline.inputs import MAX_BYTES, InputError, decode, formats, read_file

ENGLISH = "Published: 14 November 2024\n\nThe café’s owner — José — paid £30 on May 4.\n"
RUSSIAN = (
    "В субботу, 4 мая 2025 года, президент встретился с министром. Переговоры продолжались два"
    " дня и закончились 6 мая.\n"
)
CHINESE = "新华社北京5月4日电 国家主席习近平将于5月7日至10日对俄罗斯进行国事访问。\n"
ARABIC = "في 4 مايو 2025 التقى الرئيس بالوزير.\n"
EMOJI = "🎉 On 4 May 2025 the 👩‍👩‍👧 moved in. 🏠\n"


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CHINESE, ARABIC, EMOJI, "May 4"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, "May 4", "In 1939 " * 20_000])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (ENGLISH, "cp1252", "Windows-1252"),
        ("Café, 3 May 2021.\n", "latin-1", "Windows-1252"),
        ("Am 3. Mai 2021 öffnete das Café. Die Straße war für Fußgänger.", "latin-1", "1252"),
        ("Le café ouvre le 3 mai à Orléans. Où êtes-vous ? Élise était là.", "cp1252", "1252"),
        ("Dne 3. května byla otevřena kavárna v Brně, říká ředitel Novák.", "cp1250", "1250"),
        ("3 maja otwarto nową kawiarnię w Łodzi. Była tam księgarnia.", "cp1250", "1250"),
        (
            "3 Mayıs günü yeni kafe İstanbul'da açıldı, dedi müdür Şükrü Dağ, iş için.",
            "cp1254",
            "54",
        ),
        ("Þann 3. maí var kaffihúsið opnað, það er æðislegt þar í bænum.", "cp1252", "1252"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (CHINESE, "gb18030", "GB18030"),
        ("2021年5月3日に新しいカフェが開店した。以前は本屋だった。", "shift_jis", "SHIFT-JIS"),
    ],
)
def test_an_older_encoding_is_guessed_and_told(text: str, encoding: str, said: str) -> None:
    read, warnings = decode(text.encode(encoding))
    assert read == text
    (warning,) = warnings
    assert "not UTF-8" in warning
    assert said in warning


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n", ""),
        (b"\xef\xbb\xbfMay 4", "May 4", ""),
        (b"May\x004, in the year 2025\n", "May 4, in the year 2025\n", "1 NUL character in"),
        (b"May\x00\x004" + b" and so on" * 10, "May  4" + " and so on" * 10, "2 NUL characters"),
        ("é".encode() * 9 + b"\xe9 ", "é" * 9 + "\ufffd ", "1 character can't be shown"),
        (b"", "", ""),
        (b"\xff\xfe", "", ""),
    ],
)
def test_small_repairs(data: bytes, text: str, said: str) -> None:
    read, warnings = decode(data)
    assert read == text
    assert said in " ".join(warnings)
    assert bool(said) == bool(warnings)


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"{\\rtf1\\ansi May 4}", "an RTF document"),
        (a_zip(), "an office document"),
        (bytes(range(256)) * 40, "binary data"),
        (b"\x00" * 1_000, "binary data"),
        (b"\x01\x02\x03May", "binary data"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_is_no_text_says_what_it_is_and_what_to_do(data: bytes, what: str, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_file(data, name)
    assert what in str(caught.value)
    assert "save it as plain text" in str(caught.value)


def test_a_file_that_is_too_large() -> None:
    assert len(read_file(b"a" * MAX_BYTES, "a.txt").text) == MAX_BYTES
    with pytest.raises(InputError, match=r"larger than 5 MB.*split it into parts"):
        read_file(b"a" * (MAX_BYTES + 1), "a.txt")


@pytest.mark.parametrize("name", ["a.xyz", "a.pdf", "b.tar.gz", "a." + "x" * 500])
def test_an_unknown_suffix_says_what_can_be_read(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_file(b"May 4", name)
    assert ".md" in str(caught.value)
    assert ".txt" in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "name", ["a.txt", "A.TXT", "a.b.text", "README", ".notes", "x.y/notes", "x.y\\notes", ""]
)
def test_names_that_are_plain_text(name: str) -> None:
    document = read_file(b"Published: 2024-11-14\n\nRain.", name)
    assert (document.name, document.written) == (name, Cell.day(2024, 11, 14))


def test_formats_are_found_and_keep_their_contract() -> None:
    found = formats()
    assert {".txt", ".text", ".md", ".markdown"} <= found.keys()
    for suffix, one in found.items():
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        document = one.read(b"Plain words.", f"name{suffix}")
        assert isinstance(document, Document)
        assert document.name == f"name{suffix}"
    with pytest.raises(TypeError):
        found[".x"] = found[".md"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ('---\ntitle: "Dear stranger"\ndate: 1998-04-12\n---\n\n# Else\n', "Dear stranger", True),
        ("+++\ntitle = 'Dear'\ndate = 1998-04-12\n+++\n", "Dear", True),
        ("---\ndate: 1998-04-12\n---\n\n# A heading #\n", "A heading", True),
        ("# A heading\n\nWords.\n", "A heading", False),
        ("Words.\n\n# A heading\n", "", False),
        ("", "", False),
        ("---\n", "", False),
        ('---\ntitle: "\n---\n', '"', False),
    ],
)
def test_markdown(text: str, title: str, day: bool) -> None:
    document = read_file(text.encode(), "a.md")
    assert (document.text, document.title) == (text, title)
    assert document.written == (Cell.day(1998, 4, 12) if day else None)
    assert document.written_from == ("front matter" if day else "")
    if day:
        one = document.candidates[0]
        assert text[one.start : one.end] == "1998-04-12"


def test_a_given_day_and_language() -> None:
    document = read_file(b"Published: 2024-11-14", "a.txt", published="1921", language="de")
    assert (document.written, document.written_from) == (Cell.year(1921), "given")
    assert document.language == "de"
    assert [one.origin for one in document.candidates] == ["given", "published line"]
    with pytest.raises(ValueError, match="-9999"):
        read_file(b"", "a.txt", published="12000")


PIECES = (
    *(b"May 4", b"\x00", b"\xff\xfe", b"\xfe\xff", b"---\n", b"date: ", b"2025-05-04", b"\r\n"),
    *(b"\xe9", b"\xc3", b"\xd8\x00", b"Published: ", b"BEIJING, ", b" (Xinhua) -- ", b"9" * 50),
)


@given(
    st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join),
    st.text(max_size=12),
)
def test_any_bytes_are_a_document_or_a_sentence(data: bytes, name: str) -> None:
    for file in (name, "a.txt", "a.md"):
        try:
            document = read_file(data, file)
        except InputError as error:
            assert str(error)  # noqa: PT017
        else:
            for one in document.candidates:
                assert one.start is not None
                assert one.end is not None
                assert 0 <= one.start < one.end <= len(document.text)


@given(st.text(max_size=200).filter(lambda text: "\r" not in text))
def test_utf_8_comes_back_as_it_went(text: str) -> None:
    try:
        read, _ = decode(text.encode())
    except InputError:
        return
    assert read == text.replace("\0", " ").removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data",
    [b"9" * MAX_BYTES, b"\xe9 " * (MAX_BYTES // 2), b"\n" * MAX_BYTES, b"- [x](\n" * 700_000],
)
def test_five_megabytes_are_read_soon(data: bytes) -> None:
    start = time.perf_counter()
    read_file(data, "a.md")
    assert time.perf_counter() - start < 5
