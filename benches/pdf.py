#!/usr/bin/env python3
"""How long PDFs take: a guide of 60 pictures in every format, beside the same guide as web pages alone.

    python3 benches/pdf.py [--alongside PROGRAM] [--pictures 60] [--guides 1] [--runs 5] [--photos]

Makes a toolkit with guides of so many rows, each with another picture of the starter pack (with --photos: photos of 1600 by
1200 dots). Builds it with `formats: web`, with the three HTML formats for print, and with those and all PDFs; each from
nothing, then again with nothing to do but one guide that has changed. Prints the best wall time, CPU time and peak memory.
The bars: all PDFs of a guide of 60 pictures in 1 second and 200 MB; HTML formats add less than half to a build.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PRINT = "web, print, large-print, giant-print"
FORMATS = {"web": "web", "print": PRINT, "all": f"{PRINT}, pdf, booklet"}
PARTS = 6


def photo(path, seed):
    """A photo that is no smaller than those of a phone when it is compressed: soft noise."""
    from PIL import Image

    noise = Image.effect_noise((200, 150), 90).resize((1600, 1200), Image.Resampling.BICUBIC)
    Image.merge("RGB", [noise, noise.rotate(90 * seed), noise.rotate(180)]).save(path, quality=90)


def make_toolkit(folder, formats, pictures, guides, photos):
    names = [line.split(",")[0] for line in (HERE / "symbols/starter/symbols.csv").read_text().splitlines()[1:]]
    rng = random.Random(1)
    folder.joinpath("alongside.yaml").write_text(
        f"title: Bench\nformats: {formats}\naddress: https://example.org/\norganisation:\n  name: Our DPO\n"
        "  contact:\n    phone: 01632 960000\n    email: hello@example.org\n"
    )
    folder.joinpath("words.yaml").write_text("co-production: Working together as equals.\n")
    for guide in range(guides):
        pages = folder / "content" / f"guide-{guide}"
        pages.mkdir(parents=True)
        head = "---\ntitle: Working as one\nsummary: How we work.\nfor: Everyone\nby: Our DPO\ndate: 22 November 2026\n---\n\n"
        pages.joinpath("index.md").write_text(head + f"This is guide {guide}.\n")
        chosen = rng.sample(names, min(pictures, len(names)))
        for number in range(pictures):
            part = pages / f"{number * PARTS // pictures + 1}-part-{number * PARTS // pictures + 1}.md"
            if not part.exists():
                part.write_text(f"---\ntitle: Part {number * PARTS // pictures + 1}\n---\n\n")
            picture = chosen[number % len(chosen)]
            words = "**co-production**" if number % 10 == 0 else "working as equals"
            if photos:
                photo(pages / f"p{number}.jpg", number % 4)
                line = f"![People meet at table {number}](p{number}.jpg) We believe in {words}, and we plan it with people.\n"
            else:
                line = f"![]({picture}) We believe in {words}, and we plan it with people.\n"
            with part.open("a") as file:
                file.write((f"\n## Section {number // 5}\n\n" if number % 5 == 0 else "") + line)


def run(program, folder):
    """Wall and CPU seconds, and peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    child = subprocess.Popen([program, "build"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    if status:
        sys.exit("the build failed:\n" + "\n".join(line for line in errors.splitlines() if line.startswith("error")))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, usage.ru_maxrss / 1024


def clean(folder):
    for name in (".alongside", "public"):
        shutil.rmtree(folder / name, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alongside", default=HERE / "target/release/alongside", type=Path)
    parser.add_argument("--pictures", default=60, type=int)
    parser.add_argument("--guides", default=1, type=int)
    parser.add_argument("--runs", default=5, type=int)
    parser.add_argument("--photos", action="store_true")
    given = parser.parse_args()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    wall_of = {}
    print(f"{given.guides} guide(s) of {given.pictures} {'photos' if given.photos else 'drawings'}, best of {given.runs} runs")
    print(f"{'':24}{'wall s':>9}{'CPU s':>9}{'MB':>8}")
    with tempfile.TemporaryDirectory(dir=memory) as work:
        for name, formats in FORMATS.items():
            folder = Path(work) / name
            folder.mkdir()
            make_toolkit(folder, formats, given.pictures, given.guides, given.photos)
            first, again = [], []
            for turn in range(given.runs):
                clean(folder)
                first.append(run(given.alongside.resolve(), folder))
                cover = folder / "content/guide-0/index.md"
                cover.write_text(cover.read_text() + f"Turn {turn} has come.\n")
                again.append(run(given.alongside.resolve(), folder))
            for what, runs in (("from nothing", first), ("one guide changed", again)):
                best = [min(values) for values in zip(*runs)]
                wall_of[name, what] = best[0]
                print(f"{name + ', ' + what:24}{best[0]:9.3f}{best[1]:9.3f}{best[2]:8.0f}")
            pdfs = list((folder / "public").rglob("*.pdf"))
            if pdfs:
                print(f"  {len(pdfs)} PDFs, {sum(pdf.stat().st_size for pdf in pdfs) / 1e6:.1f} MB")
    web, paper, everything = (wall_of[name, "from nothing"] for name in FORMATS)
    print(f"HTML for print adds {(paper / web - 1) * 100:.0f} in 100 to a build of web pages; PDFs add {everything - paper:.3f} s")


if __name__ == "__main__":
    main()
