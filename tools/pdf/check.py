#!/usr/bin/env python3
"""Looks at PDFs of guides as a screen reader and a print shop would.

    check.py FILE.pdf ...            says what is wrong with each
    check.py --plant FILE.pdf        breaks copies of a good file, one way each, and asks that each break is found
    check.py --order FILE.pdf PAGE.md ...   asks that the words come in the order of the pages
    check.py --rows FILE.pdf PAGE.md ...    asks that no row is cut in two by the end of a page (tagged or not)
    check.py --strays FILE.pdf PAGE.md ...  asks that no page holds one short row and nothing else (tagged or not)
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

DRAWING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}
PAINTING = DRAWING | {"Tj", "TJ", "'", '"'}


def marked(pdf):
    info = pdf.Root.get("/MarkInfo")
    if info is None or not info.get("/Marked"):
        yield "it is not marked as tagged"
    if "/StructTreeRoot" not in pdf.Root:
        yield "it has no tags"


def language(pdf):
    if not str(pdf.Root.get("/Lang", "")):
        yield "it does not say its language"


def title(pdf):
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "it has no title"
    preferences = pdf.Root.get("/ViewerPreferences", Dictionary())
    if not preferences.get("/DisplayDocTitle"):
        yield "it shows its file name rather than its title"


def claim(pdf):
    with pdf.open_metadata() as metadata:
        if str(metadata.get("pdfuaid:part", "")) != "1":
            yield "it does not say that it holds to PDF/UA-1"


def elements(pdf):
    """The tags, in reading order: (name, element)."""

    def walk(kid):
        if isinstance(kid, Array):
            for inner in kid:
                yield from walk(inner)
        elif isinstance(kid, Dictionary) and "/S" in kid:
            yield str(kid.S).lstrip("/"), kid
            yield from walk(kid.get("/K", Array()))

    root = pdf.Root.get("/StructTreeRoot")
    yield from walk(root.get("/K", Array())) if root is not None else ()


def figures(pdf):
    for name, element in elements(pdf):
        if name in ("Figure", "Formula") and not str(element.get("/Alt", "")).strip():
            yield "a picture has no description"


def headings(pdf):
    before = 0
    for name, _ in elements(pdf):
        if match := re.fullmatch(r"H([1-6])", name):
            level = int(match.group(1))
            if level > before + 1:
                yield f"a heading of level {level} comes behind one of level {before}"
            before = level


def fonts(pdf):
    seen = set()
    for obj in pdf.objects:
        if not isinstance(obj, Dictionary) or obj.get("/Type") != Name.Font or obj.objgen in seen:
            continue
        seen.add(obj.objgen)
        if obj.Subtype in (Name.CIDFontType0, Name.CIDFontType2):
            continue
        inner = obj.DescendantFonts[0] if "/DescendantFonts" in obj else obj
        descriptor = inner.get("/FontDescriptor", Dictionary())
        embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")) or obj.Subtype == Name.Type3
        if not embedded:
            yield f"the font {obj.get('/BaseFont')} is not in the file"
        if "/ToUnicode" not in obj:
            yield f"the font {obj.get('/BaseFont')} does not say which letters it shows"


def tab_order(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield f"page {number}: links do not come in reading order"


def content(pdf):
    for number, page in enumerate(pdf.pages, 1):
        depth = []
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                tag = str(operands[0])
                has_id = len(operands) > 1 and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]
                depth.append(tag == "/Artifact" or has_id)
            elif operator == "EMC":
                depth.pop()
            elif operator in PAINTING and not any(depth):
                yield f"page {number}: something stands outside of the tags"
                break


def owners(pdf, page):
    """The tag to which each piece of the content of a page belongs, by its number."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None or "/ParentTree" not in root or "/StructParents" not in page:
        return []
    return list(pikepdf.NumberTree(root.ParentTree).get(int(page.StructParents), []))


def pictures(pdf):
    """Whatever is drawn rather than written is decoration, or belongs to a figure."""
    for number, page in enumerate(pdf.pages, 1):
        tags, around = owners(pdf, page), []
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                has_id = len(operands) > 1 and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]
                around.append(int(operands[1].MCID) if has_id else None)
            elif operator == "EMC":
                around.pop()
            elif operator in DRAWING:
                ids = [one for one in around if one is not None]
                tag = tags[ids[-1]] if ids and ids[-1] < len(tags) else None
                while isinstance(tag, Dictionary) and "/S" in tag and tag.S != Name.Figure:
                    tag = tag.get("/P")
                if ids and not (isinstance(tag, Dictionary) and tag.get("/S") == Name.Figure):
                    yield f"page {number}: a picture stands among words, and is neither a figure nor decoration"
                    break


def bookmarks(pdf):
    if "/Outlines" not in pdf.Root or "/First" not in pdf.Root.Outlines:
        yield "it has no bookmarks"


def links(pdf):
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", Array()):
            if note.get("/Subtype") != Name.Link:
                continue
            if "/StructParent" not in note:
                yield f"page {number}: a link stands outside of the tags"
            if not str(note.get("/Contents", "")).strip():
                yield f"page {number}: a link does not say where it leads"


CHECKS = [marked, language, title, claim, figures, pictures, headings, fonts, tab_order, content, bookmarks, links]


def faults(path):
    with pikepdf.open(path) as pdf:
        found = [fault for check in CHECKS for fault in check(pdf)]
    if is_damaged(path):
        found.append("qpdf finds it damaged")
    return found


def is_damaged(path):
    return subprocess.run(["qpdf", "--check", path], capture_output=True).returncode != 0


def plant_no_tag_on_words(pdf):
    page = pdf.pages[0]
    page.contents_add(b"BT ET 0 0 10 10 re f", prepend=False)


def plant_lost_font(pdf):
    for obj in pdf.objects:
        if isinstance(obj, Dictionary):
            for key in ("/FontFile2", "/FontFile3"):
                if key in obj:
                    del obj[key]


def plant_lost_letters(pdf):
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and "/ToUnicode" in obj:
            del obj["/ToUnicode"]


def plant_heading(pdf):
    for name, element in elements(pdf):
        if name == "H1":
            element.S = Name.H4
            return


def plant_no_alt(pdf):
    figures = [element for name, element in elements(pdf) if name == "Figure"]
    if figures:
        del figures[0]["/Alt"]
    else:
        root = pdf.Root.StructTreeRoot
        root.K = Array([root.K, pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, P=root))])


def plant_no_claim(pdf):
    with pdf.open_metadata(update_docinfo=False) as metadata:
        del metadata["pdfuaid:part"]


def plant_no_title(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def plant_tabs(pdf):
    for page in pdf.pages:
        if "/Annots" in page:
            del page["/Tabs"]


def plant_picture(pdf):
    """A figure that loses its tag."""
    for name, element in elements(pdf):
        if name == "Figure":
            element.S = Name.Span
            return


def plant_links(key):
    def breaks(pdf):
        for page in pdf.pages:
            for note in page.get("/Annots", Array()):
                if key in note:
                    del note[key]

    return breaks


PLANTS = {
    "not marked": (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "not marked"),
    "no tags": (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "no tags"),
    "no language": (lambda pdf: pdf.Root.__delitem__("/Lang"), "language"),
    "no title": (plant_no_title, "title"),
    "no claim": (plant_no_claim, "PDF/UA-1"),
    "a picture without words": (plant_no_alt, "description"),
    "a heading that jumps": (plant_heading, "heading of level"),
    "a font that is not there": (plant_lost_font, "not in the file"),
    "letters without meaning": (plant_lost_letters, "which letters"),
    "links in any order": (plant_tabs, "reading order"),
    "something outside of the tags": (plant_no_tag_on_words, "something stands outside"),
    "a picture among words": (plant_picture, "neither a figure"),
    "no bookmarks": (lambda pdf: pdf.Root.__delitem__("/Outlines"), "bookmarks"),
    "links without tags": (plant_links("/StructParent"), "a link stands outside"),
    "links without words": (plant_links("/Contents"), "where it leads"),
}


def plant(path):
    """Every check must be able to fail."""
    missed = []
    for name, (breaks, expected) in PLANTS.items():
        with tempfile.TemporaryDirectory() as folder:
            broken = Path(folder) / "broken.pdf"
            with pikepdf.open(path) as pdf:
                breaks(pdf)
                pdf.save(broken)
            if not any(expected in fault for fault in faults(broken)):
                missed.append(f"a planted fault was not found: {name}")
    return missed + plant_damage(path)


def plant_damage(path):
    """A file that lost bytes on its way: half of the first packed stream is gone, and what counts bytes is wrong."""
    whole = Path(path).read_bytes()
    start = whole.index(b"stream\n") + len(b"stream\n")
    half = (whole.index(b"endstream", start) - start) // 2
    with tempfile.TemporaryDirectory() as folder:
        broken = Path(folder) / "broken.pdf"
        broken.write_bytes(whole[:start] + whole[start + half :])
        if not is_damaged(broken):
            return ["a planted fault was not found: a file that lost bytes"]
    return []


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def source_lines(path):
    """The sentences of a page, without marks, pictures and front matter."""
    text = re.sub(r"\A---\n.*?\n---\n", "", Path(path).read_text(), flags=re.S)
    for line in text.splitlines():
        line = re.sub(r"!\[[^]]*\]\([^)]*\)", "", line)
        line = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", line)
        line = re.sub(r"^[>\s#*-]*(\[[ x]\]|\[!\w+\])?", "", line)
        if len(words(line)) >= 3:
            yield words(line)


def out_of_order(read, lines):
    """The lines that do not come, one behind the other, in the words that were read."""
    at, lost = 0, []
    for line in lines:
        # A link's address may stand behind its words: the first words of a line are enough to find it.
        start = line[:5]
        place = next((n for n in range(at, len(read)) if read[n : n + len(start)] == start), None)
        if place is None:
            lost.append(f"not in its place: {' '.join(line)}")
        else:
            at = place
    return lost


def order(path, sources):
    read = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True).stdout
    read = words(" ".join(re.findall(r'"(.*)"', read)))
    lines = [line for source in sources for line in source_lines(source)]
    # The same words, with the first of them at the end: it must be noticed, whichever line that is.
    at = next(n for n in range(len(read)) if read[n : n + 5] == lines[0][:5]) + len(lines[0])
    if not out_of_order(read[at:] + read[:at], lines):
        return ["a planted fault was not found: words in another order"]
    return out_of_order(read, lines)


def pages_of(path):
    """The words of each page."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True).stdout
    # Neither the addresses behind links nor the number at the foot belong to a row.
    return [words(re.sub(r"\(https?://[^)]*\)|^\d+ (of|o) \d+$", "", page, flags=re.M)) for page in text.split("\f")]


def is_in(part, whole):
    return any(whole[n : n + len(part)] == part for n in range(len(whole) - len(part) + 1))


def cut(pages, lines):
    """The lines that begin on one page and end on the next."""
    found = []
    for line in lines:
        if any(is_in(line, page) for page in pages):
            continue
        if any(is_in(line, one + other) for one, other in zip(pages, pages[1:])):
            found.append(f"cut in two by the end of a page: {' '.join(line)}")
    return found


def rows(path, sources):
    lines = [line for source in sources for line in source_lines(source)]
    pages = pages_of(path)
    whole = [line for line in lines if any(is_in(line, page) for page in pages)]
    if len(whole) < len(lines) * 0.8:
        return [f"only {len(whole)} of {len(lines)} lines were found"]
    # The same pages, with a page ending in the middle of a line: it must be noticed.
    line = whole[0]
    place = next(n for n, page in enumerate(pages) if is_in(line, page))
    at = next(n for n in range(len(pages[place])) if pages[place][n : n + len(line)] == line) + len(line) // 2
    planted = [*pages[:place], pages[place][:at], pages[place][at:], *pages[place + 1 :]]
    if not any(" ".join(line) in fault for fault in cut(planted, [line])):
        return ["a planted fault was not found: a line cut in two"]
    return cut(pages, lines)


def alone(pages, lines):
    """The lines that have a page to themselves. A row that explains a hard word has more words than its line."""
    found = []
    for number, page in enumerate(pages, 1):
        here = [line for line in lines if is_in(line, page)]
        if here and len(page) <= max(len(line) for line in here) + 1:
            found.append(f"page {number}: a row stands alone: {' '.join(max(here, key=len))}")
    return found


def strays(path, sources):
    lines = [line for source in sources for line in source_lines(source)]
    pages = pages_of(path)
    found = alone(pages, lines)
    # The same pages, and one more that holds the last words of another: it must be noticed.
    line = next(line for line in lines if any(is_in(line, page) for page in pages))
    if len(alone([*pages, line], lines)) != len(found) + 1:
        return ["a planted fault was not found: a row alone on a page"]
    return found


CHECKS_OF_TEXT = {"--order": order, "--rows": rows, "--strays": strays}


def main(arguments):
    if not arguments:
        print(__doc__)
        return 2
    if arguments[0] == "--plant":
        found = {arguments[1]: plant(arguments[1])}
    elif check := CHECKS_OF_TEXT.get(arguments[0]):
        found = {arguments[1]: check(arguments[1], arguments[2:])}
    else:
        found = {path: faults(path) for path in arguments}
    for path, told in found.items():
        for fault in told:
            print(f"{path}: {fault}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
