"""Bytes to text: which encoding it is, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

import charset_normalizer


class InputError(ValueError):
    """A file that cannot be read; its words are a sentence for the user."""


_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document (DOCX, ODT, XLSX)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC, XLS)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = (
    "cp1252 cp1250 cp1251 koi8_r iso8859_2 cp1253 iso8859_7 cp1254 cp1255 cp1256 shift_jis euc_jp"
    " gb18030 big5 euc_kr mac_roman"
).split()
_WESTERN = "cp1252"
_EUROPEAN = frozenset(("cp1252", "cp1250", "cp1254", "iso8859_2", "mac_roman"))
_SAMPLE = 65_536
_POLISH = re.compile(rb"[a-z][\xb3\xb9\xbf][a-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
# All but tab, line feed, form feed, carriage return, and the two of terminals.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\f\r\b\x1b")
_ODD_CHARACTERS = dict.fromkeys([*_CONTROLS, 0x7F, 0xFFFD, 0xFFFE, 0xFFFF])
_MOST_CONTROLS = 0.05
_SAVE_AS = "save it as plain text (UTF-8) or paste the words instead"


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""The text of some bytes and sentences about what had to be guessed or replaced.

    Tried in order: a byte order mark, UTF-16 without one, UTF-8, then the likeliest of the
    older encodings. Line ends become "\n", a byte order mark goes, NULs become spaces.
    InputError if the bytes are no text.

    >>> decode(b"\xff\xfeM\x00a\x00y\x00")
    ('May', ())
    >>> decode(b"May 4\r\nMay 5\r")
    ('May 4\nMay 5\n', ())
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {what}, not a text: {_SAVE_AS}")
    text, warnings = _decoded(data)
    odd = len(text) - len(text.translate(_ODD_CHARACTERS))
    if odd > _MOST_CONTROLS * len(text) and odd > 1:
        raise InputError(f"this is not a text but binary data: {_SAVE_AS}")
    if nulls := text.count("\0"):
        text = text.replace("\0", " ")
        warnings.append(f"{_count(nulls, 'NUL character')} in the text became spaces.")
    if lost := text.count("\ufffd"):
        warnings.append(f"{_count(lost, 'character')} can't be shown: the file is damaged there.")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(warnings)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _decoded(data: bytes) -> tuple[str, list[str]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), []
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    # A few broken bytes in what is else plainly UTF-8 are damage, not another encoding.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(c > "\x7f" for c in text) - broken >= 4 * broken:
        return text, []
    encoding = _guess(data)
    text = data.decode(encoding, "replace")
    shown = encoding.replace("_", "-").upper().replace("CP", "Windows-")
    return text, [f"The file is not UTF-8; it was read as {shown}, which is a guess."]


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by NULs that stand on one side only.

    >>> _wide("May 4".encode("utf-16-be")), _wide(b"May 4")
    ('utf-16-be', None)
    """
    sample = data[: _SAMPLE // 8 * 8]
    if len(data) % 2 or len(sample) < 4:
        return None
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    few, many = sorted((even, odd))
    if few * 20 > many or many < pairs // 10 or many < 2:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    high = _HIGH.search(data)
    start = max(0, 0 if high is None else high.start() - _SAMPLE // 4)
    sample = data[start : start + _SAMPLE]
    if len(sample) == _SAMPLE:
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample
    matches = charset_normalizer.from_bytes(sample, cp_isolation=_GUESSES)
    best = matches.best()
    if best is None:
        return _WESTERN if _fits(data, _WESTERN) else "latin-1"
    # The code pages of Europe differ in a few letters; the commonest one unless they tell.
    if best.encoding in _EUROPEAN and not _is_eastern(sample):
        for match in matches:
            near = match.chaos <= best.chaos + 0.05 and match.coherence >= best.coherence - 0.1
            if near and _WESTERN in match.could_be_from_charset:
                return _WESTERN if _fits(data, _WESTERN) else "latin-1"
    return best.encoding


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_eastern(sample: bytes) -> bool:
    """Whether bytes hold what no Western language has: ř and ě (ø, ì), ş and ğ (þ, ð without
    the æ of Icelandic), or ł, ą, ż inside a word (³, ¹, ¿).
    """
    czech = b"\xf8" in sample and b"\xec" in sample
    turkish = b"\xfe" in sample and b"\xf0" in sample and b"\xe6" not in sample
    return czech or turkish or _POLISH.search(sample) is not None
