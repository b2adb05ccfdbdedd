"""Compares the formulas of `src/language/level.rs` with those of PyPI's `textstat`, where they mean the same.

    python -m venv v && v/bin/pip install textstat==0.7.8
    v/bin/python tools/words/textstat_check.py
        writes tests/stages/textstat.tsv: texts of our own with what textstat counts in them and makes of it
    cargo run --example measure -- FOLDER --show > measured.txt
    v/bin/python tools/words/textstat_check.py FOLDER/onestop measured.txt
        prints how the two go together on OneStopEnglish

What does not mean the same is left out: textstat's Coleman-Liau has 0.058 for 0.0588, its ARI counts full stops and commas
as letters, and its Kandel-Moles and the like are other formulas.
"""

import csv
import json
import sys
from importlib.metadata import version
from pathlib import Path

import textstat

VERSION = "0.7.8"
ROOT = Path(__file__).resolve().parents[2]

TEXTS = [
    ("en", "We met on Monday. People asked for more help with their meetings. Nobody had told them about the new plan. They want to choose who supports them."),
    ("en", "Everybody has a right to be heard. The group writes down what people say. A person may bring a friend or a supporter."),
    ("en", "The council decided to close the library without asking anybody. Many residents were angry about that decision. They organised a meeting and invited the councillors."),
    ("en", "You can come by bus. The hall is near the station. There is a ramp at the door."),
    ("en", "Representatives of disabled people participate in the evaluation of services. Their recommendations influence the strategy of the organisation. Accessibility is considered throughout the procedure."),
    ("en", "Tell us what you think of this page. You can write to us or ring us. We will answer in one week."),
    ("en", "Good support helps you to live your own life. You choose where you live and who helps you. Your money is for the things that you need."),
    ("en", "Research shows that communities benefit from cooperation between professionals and citizens. Participation requires trust, information and sufficient time for everybody involved."),
    ("de", "Wir haben uns am Montag getroffen. Viele Menschen brauchen mehr Hilfe im Alltag. Niemand hat ihnen von dem neuen Plan erzählt."),
    ("de", "Die Verwaltung veröffentlicht regelmäßig Informationen über Unterstützungsangebote. Menschen mit Behinderungen bestimmen über ihre Angelegenheiten selbst."),
    ("es", "Nos reunimos el lunes por la tarde. Muchas personas necesitan más ayuda en su casa. Nadie les habló del nuevo plan."),
    ("es", "Las organizaciones participan en la evaluación de los servicios públicos. Sus recomendaciones mejoran la accesibilidad de la ciudad."),
]

COUNTS = {
    "sentences": textstat.sentence_count,
    "words": textstat.lexicon_count,
    "syllables": textstat.syllable_count,
    "one_syllable": textstat.monosyllabcount,
    "many_syllables": textstat.polysyllabcount,
    "long_words": textstat.long_word_count,
}
FORMULAS = {
    "Flesch-Kincaid grade": ("en", textstat.flesch_kincaid_grade),
    "SMOG": ("en", textstat.smog_index),
    "LIX": (None, textstat.lix),
    "RIX": (None, textstat.rix),
    "Wiener Sachtextformel": ("de", lambda text: textstat.wiener_sachtextformel(text, 1)),
    "Fernandez-Huerta": ("es", textstat.fernandez_huerta),
}


def write_expected() -> None:
    """Writes the values that a test of ours expects: one line a text and formula."""
    with (ROOT / "tests/stages/textstat.tsv").open("w", encoding="utf-8", newline="") as file:
        file.write(f"# Made by tools/words/textstat_check.py with textstat {VERSION}.\n")
        lines = csv.writer(file, delimiter="\t", lineterminator="\n")
        lines.writerow(["language", *COUNTS, "formula", "value", "text"])
        for language, text in TEXTS:
            textstat.set_lang(language)
            counts = [count(text) for count in COUNTS.values()]
            for formula, (only, value) in FORMULAS.items():
                if only in (None, language):
                    lines.writerow([language, *counts, formula, f"{value(text):.6f}", text])


def ranks(values: list[float]) -> list[float]:
    """Ranks from 1; equal values share theirs."""
    return [(sum(o < v for o in values) + sum(o <= v for o in values) + 1) / 2 for v in values]


def correlation(a: list[float], b: list[float]) -> float:
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    both = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b))
    return both / (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)) ** 0.5


def compare(folder: Path, measured: Path) -> None:
    """Prints how our values and textstat's go together on texts at three levels, and each with the levels."""
    textstat.set_lang("en")
    ours, theirs, grades = {}, {}, []
    files = {}
    for grade, name in enumerate(["Ele-Txt", "Int-Txt", "Adv-Txt"]):
        for path in (folder / name).glob("*.txt"):
            files[(grade, path.stem.lower().rsplit("-", 1)[0])] = path
    for line in measured.read_text(encoding="utf-8").splitlines():
        if not line.startswith("onestop\t"):
            continue
        _, grade, base, level = line.split("\t")
        level = json.loads(level)
        lines = files[(int(grade), base)].read_text(encoding="utf-8-sig", errors="replace").splitlines()
        text = "\n".join(line for line in lines if line.strip() not in ("", "Elementary", "Intermediate", "Advanced"))
        grades.append(float(grade))
        ours.setdefault("own score", []).append(level["score"])
        for score in level["formulas"]:
            ours.setdefault(score["formula"], []).append(score["value"])
        for formula, (only, value) in FORMULAS.items():
            if only in (None, "en"):
                theirs.setdefault(formula, []).append(value(text))
    print(f"{len(grades)} texts; Spearman with the level, ours and textstat's; Pearson of the two; mean difference")
    for formula, values in ours.items():
        line = f"{formula:22} {correlation(ranks(values), ranks(grades)):.3f}"
        if formula in theirs:
            other = theirs[formula]
            difference = sum(abs(x - y) for x, y in zip(values, other)) / len(values)
            line += f"  {correlation(ranks(other), ranks(grades)):.3f}  {correlation(values, other):.3f}  {difference:.2f}"
        print(line)


if __name__ == "__main__":
    if version("textstat") != VERSION:
        sys.exit(f"This is made for textstat {VERSION}.")
    if len(sys.argv) == 3:
        compare(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        write_expected()
