"""A coverage-guided fuzzer of the normaliser (`pip install atheris` first).

    python tests/normaliser/fuzz.py SECONDS

Half of its inputs are any text, half rows of the words that dates are made of. It stops at an
exception, a broken promise (`check` of test_reader.py) or a text whose time grows faster than
its length. Short texts that reached code of their own are kept in fuzzed.jsonl, which
test_reader.py reads again with every run of the tests.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

HERE = Path(__file__).resolve().parent
FUZZED = HERE / "fuzzed.jsonl"
SIGNS = [*"0123456789", "1945", "2025", "44", "31", "05/04/2025", "2025-05-04", "10:30", "1,500",
         "'90s", "½", "-", "–", "—", "/", ",", ".", ". ", "(", ")", "'s", "’s", "\n", "\n\n", "$",
         "%", "°", "He left", "The", "İ", "\u00a0", "\u200b", "𝟙", "٣"]  # fmt: skip
KEPT = 1_500
LONGEST = 120
GROWS, SLOW = 3.2, 0.03


def make_text(data, words):
    """An input as text: its first byte says whether the others are characters or words."""
    if not data or data[0] % 2:
        return data[1:].decode("utf-8", "replace")
    pairs = zip(data[1::2], data[2::2], strict=False)
    return " ".join(words[(256 * a + b) % len(words)] for a, b in pairs)


def read_words():
    from timeline.normaliser.words.en import make_lexicon

    words = sorted(make_lexicon().words)
    return [*SIGNS, *words, *(word.title() for word in words if len(word) > 2)]


def check_growth(mentions, text):
    """RuntimeError if a text told over and over takes much longer than its length says."""

    def measure(count):
        start = process_time()
        mentions(text * count, published="2025-05-04")
        return process_time() - start

    if measure(200) <= max(SLOW, GROWS * measure(100)):
        return
    once, twice = (min(measure(count) for _ in range(4)) for count in (200, 400))
    if twice > GROWS * once:
        raise RuntimeError(f"twice the text takes {twice / once:.1f} times as long: {text!r}")


def fuzz(folder, seconds):
    """Fuzz for so many seconds; ends the process."""
    import atheris

    sys.path.insert(0, str(HERE))
    sys.path.insert(0, str(HERE.parent.parent))
    with atheris.instrument_imports(include=["timeline"]):
        from timeline.normaliser.reader import mentions
    from test_reader import check

    words = read_words()

    def run(data):
        text = make_text(data, words)
        found = mentions(text, published="2025-05-04")
        check(text, found)
        if 4 < len(text) < 60 and sum(data) % 64 == 0:
            check_growth(mentions, text)

    atheris.Setup(
        ["", str(folder), f"-max_total_time={seconds}", "-max_len=120", "-timeout=20",
         f"-artifact_prefix={folder}/broken-"], run,
    )  # fmt: skip
    atheris.Fuzz()


def main():
    """Fuzz in a process of its own, then keep what it found."""
    seconds = int(sys.argv[1])
    known = FUZZED.read_text("utf-8").splitlines() if FUZZED.exists() else []
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(known):
            Path(folder, f"known{number}").write_bytes(b"\x01" + json.loads(line).encode())
        command = [sys.executable, __file__, "--in", folder, str(seconds)]
        code = subprocess.run(command, check=False).returncode
        sys.path.insert(0, str(HERE.parent.parent))
        words = read_words()
        inputs = [p.read_bytes() for p in Path(folder).iterdir() if p.name[:6] != "broken"]
        broken = [p.read_bytes() for p in Path(folder).glob("broken-*")]
    texts = {json.loads(line) for line in known} | {make_text(data, words) for data in inputs}
    short = sorted((t for t in texts if 0 < len(t) <= LONGEST), key=lambda t: (len(t), t))
    lines = [json.dumps(text, ensure_ascii=True) for text in short[:: len(short) // KEPT + 1]]
    FUZZED.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(inputs)} inputs, {len(lines)} texts kept")
    for data in broken:
        print("broken:", repr(make_text(data, words)))
    sys.exit(code)


if __name__ == "__main__":
    if sys.argv[1] == "--in":
        fuzz(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
