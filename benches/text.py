#!/usr/bin/env python3
"""How long it takes to check a text, and whether any text takes far longer than another of its length.

    python3 benches/text.py [--runs 3] [--only NAME] [--program PATH]

First `alongside check --advice` with every rule on, over 250 KB, 500 KB and 1 MB of English, on pages of 10 KB and on a single
page: CPU time, and how it grows with the text. Half of the sentences come from our own guides, half are made of words as
common as they are in books and on the web. Then texts of 100 KB that are made to be slow. Times are those of the whole
program, from its start to its report.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
KB = 1000


def own_sentences() -> list[str]:
    """The sentences of our own guides, without their marks."""
    sentences = []
    for path in sorted((HERE / "content").rglob("*.md")):
        for line in path.read_text().split("---\n", 2)[-1].splitlines():
            words = line.split(") ", 1)[-1].strip("> -*[]x")
            if words.endswith(".") and words[:1].isupper() and not any(sign in words for sign in "|`<[*"):
                sentences.append(words)
    return sentences


def english(length: int, seed: int) -> list[str]:
    """So many bytes of English, as sentences."""
    rng = random.Random(seed)
    table = [line.split(" ") for line in (HERE / "data" / "words" / "en" / "common.txt").read_text().splitlines()]
    words = [entry[0] for entry in table]
    weights = [10 ** (int(entry[1]) / 100) for entry in table]
    own = own_sentences()
    sentences, size = [], 0
    while size < length:
        made = " ".join(rng.choices(words, weights, k=rng.randint(4, 24))).capitalize() + "."
        for sentence in (rng.choice(own), made):
            sentences.append(sentence)
            size += len(sentence.encode()) + 1
    return sentences


HEAD = "---\ntitle: A text\nfor: Everyone\ndate: 22 November 2026\nlevel: plain\n---\n"


def english_pages(length: int, pages: int) -> list[str]:
    """English on so many pages, in paragraphs of 4 sentences."""
    texts = []
    for page in range(pages):
        sentences = english(length // pages, page)
        groups = [sentences[at : at + 4] for at in range(0, len(sentences), 4)]
        texts.append(HEAD + "\n\n".join(" ".join(group) for group in groups) + "\n")
    return texts


def nasty() -> dict[str, str]:
    """Texts of 100 KB, each made to be slow."""
    def fill(piece: str) -> str:
        return (piece * (100 * KB // len(piece.encode()) + 1))[: 100 * KB]

    rows = "\n".join(f"![](p{at}) We meet." for at in range(5000))
    return {
        "one sentence of 20,000 words": fill("the group ") + ".",
        "one sentence of rare words": " ".join(f"qwertyish{chr(97 + at % 26)}{at % 7}" for at in range(8000)),
        "one word of 100,000 letters": fill("a"),
        "one word with 50,000 hyphens": fill("a-"),
        "sentences of one word": fill("We. "),
        "no letters at all": fill(". , ; : ! ? "),
        "full stops": fill("."),
        "digits": fill("1"),
        "numbers": fill("12.3.4 "),
        "dates": fill("1/2/26 3 Nov "),
        "telephone numbers": fill("01632 960000 +44 "),
        "times": fill("09:00 "),
        "brackets that open": fill("("),
        "brackets": fill("(a) "),
        "quotation marks": fill("“a” "),
        "quotation marks that open": fill("“a "),
        "straight quotation marks": fill("'a \"b "),
        "commas": fill("a, "),
        "dashes": fill("a - b – c — "),
        "semicolons": fill("a; "),
        "signs": fill("& < § * # ™ "),
        "capitals": fill("ABC DEF "),
        "capitals with stops": fill("A.B.C. "),
        "passives": fill("it was written and is "),
        "negatives": fill("not never no "),
        "see above": fill("see above "),
        "jargon": fill("utilise stakeholders in order to "),
        "names": fill("Mary Smith "),
        "bold": fill("**bold** "),
        "bold that opens": fill("**a "),
        "emphasis": fill("*a _b "),
        "code": fill("`a` "),
        "ticks": fill("` `` "),
        "links": fill("[here](https://example.org/a) "),
        "links that open": fill("["),
        "links to nowhere": fill("[a](b.md) "),
        "pictures": fill("![](nothing) a\n"),
        "pictures of one row": fill("![](listen)"),
        "addresses": fill("www.example.org/a?b=c "),
        "quotes in quotes": "> " * 5000 + "a",
        "lists in lists": "".join(f"{'  ' * at}- a\n" for at in range(300)),
        "deep lists on one line": fill("- "),
        "headings": fill("# a\n\n"),
        "the same heading": fill("## Same\n\n"),
        "boxes": fill("> [!check] a\n>\n> - b\n\n"),
        "rows": rows[: 100 * KB],
        "the same row": fill("We meet.\n"),
        "tables": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + fill("|b\n")[: 90 * KB],
        "footnotes": "".join(f"a[^{at}]\n\n[^{at}]: b\n\n" for at in range(4000)),
        "HTML": fill("<b>a</b> "),
        "HTML that opens": fill("<a "),
        "comments": fill("<!-- allow: no-picture: x -->\n\na\n\n"),
        "entities": fill("&amp;"),
        "backslashes": fill("\\*"),
        "emoji": fill("😀"),
        "emoji with joiners": fill("👩🏽‍🦽 "),
        "combining marks": "a" + fill("\u0301")[: 49 * KB],
        "words with marks": fill("e\u0301a\u0308 "),
        "soft hyphens": fill("a\u00ad"),
        "from right to left": fill("שלום עולם "),
        "Chinese": fill("我们一起工作。"),
        "no-break spaces": fill("a\u00a0"),
        "blanks": fill(" ") + "a",
        "bullets": fill("• a\n"),
    }


def make(folder: Path, pages: list[str]) -> None:
    """A toolkit with these pages."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "content" / "text").mkdir(parents=True)
    (folder / "alongside.yaml").write_text("title: Bench\norganisation:\n  name: Our DPO\n  contact:\n    phone: 01632 960000\n")
    for number, text in enumerate(pages):
        (folder / "content" / "text" / ("index.md" if number == 0 else f"{number}-part-{number}.md")).write_text(text)


def cpu(program: Path, folder: Path, runs: int) -> float:
    """The least CPU time of some checks, in seconds; a run that takes a minute is stopped."""
    best = float("inf")
    for _ in range(runs):
        shutil.rmtree(folder / ".alongside", ignore_errors=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            done = subprocess.run([program, "check", "--advice"], cwd=folder, capture_output=True, timeout=60)
            if done.returncode not in (0, 1):
                sys.exit(f"It did not work:\n{done.stderr.decode(errors='replace')[-2000:]}")
        except subprocess.TimeoutExpired:
            pass
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", help="texts whose names hold these words")
    parser.add_argument("--program", type=Path, help="the program; else it is built")
    parser.add_argument("--work", type=Path, default=Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / "alongside-text")
    options = parser.parse_args()
    program = options.program
    if program is None:
        subprocess.run(["cargo", "build", "--release", "--locked", "-q"], cwd=HERE, check=True)
        program = HERE / os.environ.get("CARGO_TARGET_DIR", "target") / "release" / "alongside"
    wanted = options.only or ""
    for name, sizes in (("pages of 10 KB", [250, 500, 1000]), ("one page", [250, 500, 1000])):
        last = None
        for size in sizes if wanted in name else []:
            make(options.work, english_pages(size * KB, size // 10 if name != "one page" else 1))
            took = cpu(program, options.work, options.runs)
            growth = f"  {took / last:.2f} times as long as half of it" if last else ""
            print(f"{size:>5} KB of English, {name}: {took:.3f} s of CPU{growth}", flush=True)
            last = took
    make(options.work, [HEAD + "We meet.\n"])
    print(f"\n{'with next to nothing':32} {cpu(program, options.work, options.runs):.3f} s of CPU")
    slowest = 0.0
    for name, text in nasty().items():
        for level in ("easy-read", "plain") if wanted in name else []:
            make(options.work, [HEAD.replace("plain", level) + text + "\n"])
            start = time.perf_counter()
            took = cpu(program, options.work, 1)
            slowest = max(slowest, took)
            print(f"{name:32} {level:9} {took:.3f} s of CPU, {time.perf_counter() - start:.3f} s", flush=True)
    print(f"\nthe slowest 100 KB: {slowest:.3f} s of CPU")


if __name__ == "__main__":
    main()
