"""The contact sheet: every symbol on one page, to look at on a screen or on paper."""

from __future__ import annotations

from html import escape

from concepts import Concept

STYLE = """
  body { font: 16px/1.4 system-ui, sans-serif; margin: 1.5rem; color: #111; background: #fff; }
  h1 { font-size: 1.6rem; margin: 0; }
  p { max-width: 60ch; }
  ul { list-style: none; margin: 0; padding: 0; }
  ul { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(106mm, 1fr)); }
  li { border: 1px solid #999; border-radius: 6px; padding: 8px; break-inside: avoid; }
  h2 { font-size: 1rem; margin: 0 0 6px; }
  h2 span { font-weight: normal; }
  figure { margin: 0; display: flex; gap: 10px; align-items: center; }
  svg { display: block; flex: none; }
  .mm { width: 24mm; height: 24mm; }
  .px { width: 96px; height: 96px; }
  .grey { filter: grayscale(1); }
  figcaption { font-size: 0.85rem; margin-top: 6px; }
  @media print {
    @page { size: A4; margin: 10mm; }
    body { margin: 0; font-size: 9pt; }
    ul { grid-template-columns: 1fr 1fr; gap: 3mm; }
    li { padding: 2mm; }
    figure { gap: 1mm; }
    .px { width: 19mm; height: 19mm; }
  }
"""

INTRO = (
    "Every symbol four times: 24 mm wide in colour and in grey, then 96 px wide in colour and in grey. "
    "Cover the names: does each picture say what it means? Can you tell each from all the others?"
)


def _sized(picture: str, kind: str) -> str:
    """The drawing, to be shown at one size; hidden from screen readers, as its words stand below."""
    body = picture.replace("\n", "")
    return body.replace("<svg ", f'<svg class="{kind}" aria-hidden="true" ', 1)


def _card(concept: Concept, picture: str) -> str:
    sizes = "".join(_sized(picture, kind) for kind in ("mm", "mm grey", "px", "px grey"))
    welsh = f'<span lang="cy">{escape(concept.label_cy)}</span>'
    return (
        f'<li id="{concept.id}"><h2>{escape(concept.label)} · {welsh}</h2>\n<figure>{sizes}</figure>\n'
        f"<figcaption>{escape(concept.description)}</figcaption></li>\n"
    )


def html(pictures: dict[Concept, str]) -> str:
    """The whole page; it needs no other file."""
    cards = "".join(_card(concept, picture) for concept, picture in pictures.items())
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>Starter symbols: contact sheet</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Starter symbols</h1>\n<p>{len(pictures)} drawings. {INTRO}</p>\n<ul>\n{cards}</ul>\n</body>\n</html>\n"
    )
