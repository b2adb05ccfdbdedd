// Other ways to see the page in the frame: as some readers see it, or hear it.
const id = (name) => document.getElementById(name);
// The end of the address of a format for paper.
const PAPER = /(?<=\/)(large-|giant-)?print\/index\.html$/;

/** Shows the page in the frame in the way that is chosen. `look` tells of its rows and of its formats for paper. */
export class Views {
  constructor(frame, words) {
    Object.assign(this, { frame, words, view: '', place: 0, look: null, web: null });
    id('back').addEventListener('click', () => this.step(-1));
    id('on').addEventListener('click', () => this.step(1));
  }

  /** Another way is chosen. A format for paper is a page of its own, when the guide has it. */
  choose(view, look, go) {
    this.view = view;
    this.place = 0;
    const paper = look?.formats.find(([name]) => name === view);
    const here = this.frame.contentWindow.location.pathname.slice(1);
    if (paper) {
      if (!PAPER.test(here)) this.web = here;
      if (paper[1] !== here) go(paper[1]);
    } else if (PAPER.test(here)) {
      go(this.web ?? here.replace(PAPER, 'index.html'));
    }
    this.apply(look);
  }

  /** Applies the way to the page as it is now. */
  apply(look) {
    this.look = look;
    const page = this.frame.contentDocument;
    if (!page?.documentElement) return;
    document.body.dataset.view = this.view;
    // A format for paper has its own size of letters and its own width.
    const isPaper = PAPER.test(this.frame.contentWindow.location.pathname);
    page.documentElement.dataset.alongsideView = isPaper ? 'paper' : this.view;
    const reads = this.view === 'reader';
    this.frame.hidden = reads;
    id('order').hidden = !reads;
    if (reads) id('order').replaceChildren(...inOrder(page, this.words).map(([depth, text]) => line(depth, text)));
    id('steps').hidden = this.view !== 'one';
    this.step(0);
  }

  /** One sentence at a time: goes on or back. */
  step(by) {
    const page = this.frame.contentDocument;
    for (const on of page.querySelectorAll('[data-alongside-on]')) on.removeAttribute('data-alongside-on');
    if (this.view !== 'one') return;
    const rows = (this.look?.rows ?? []).map((row) => page.getElementById(row.id)).filter(Boolean);
    this.place = Math.min(Math.max(this.place + by, 0), Math.max(rows.length - 1, 0));
    id('step').textContent = rows.length ? `${this.place + 1} / ${rows.length}` : '0';
    id('back').disabled = this.place === 0;
    id('on').disabled = this.place >= rows.length - 1;
    for (let on = rows[this.place]; on && on.localName !== 'main'; on = on.parentElement) on.setAttribute('data-alongside-on', '');
  }
}

function line(depth, text) {
  const item = document.createElement('li');
  item.style.setProperty('margin-inline-start', `${depth * 1.5}rem`);
  item.textContent = text;
  return item;
}

/** What a screen reader says, piece by piece, in its order: [depth, words]. `words` are those of the interface. */
export function inOrder(page, words) {
  const pieces = [];
  let running = '';
  const flush = (depth) => {
    const text = running.replace(/\s+/g, ' ').trim();
    if (text) pieces.push([depth, text]);
    running = '';
  };
  const say = (depth, text) => {
    flush(depth);
    pieces.push([depth, text]);
  };
  const name = (element) => element.getAttribute('aria-label')?.trim() || element.textContent.replace(/\s+/g, ' ').trim();
  const visit = (node, depth) => {
    if (node.nodeType === 3) running += node.nodeValue;
    if (node.nodeType !== 1 || node.hasAttribute('data-alongside-own') || isSilent(node)) return;
    const kind = node.localName;
    const inside = (more = 0) => node.childNodes.forEach((child) => visit(child, depth + more));
    if (/^h[1-6]$/.test(kind)) return say(depth, `${words.reader_heading} ${kind[1]}: ${name(node)}`);
    if (kind === 'img') return node.alt && say(depth, `${words.reader_picture}: ${node.alt}`);
    if (kind === 'a' && node.href) return say(depth, `${node.getAttribute('role') === 'button' ? words.reader_button : words.reader_link}: ${linkName(node)}`);
    if (kind === 'button') return say(depth, `${words.reader_button}: ${name(node)}`);
    if (['header', 'nav', 'main', 'footer', 'aside'].includes(kind)) {
      say(depth, `${words[`reader_${kind}`]}${node.hasAttribute('aria-label') ? `: ${node.getAttribute('aria-label')}` : ''}`);
      inside(1);
      return flush(depth + 1);
    }
    if (kind === 'ul' || kind === 'ol') {
      say(depth, `${words.reader_list}, ${node.children.length}`);
      inside(1);
      return flush(depth + 1);
    }
    const isBlock = ['p', 'div', 'li', 'section', 'article', 'blockquote', 'dt', 'dd', 'td', 'th', 'tr', 'figure', 'pre'].includes(kind);
    if (isBlock) flush(depth);
    inside();
    if (isBlock) flush(depth);
  };
  if (page.body) page.body.childNodes.forEach((node) => visit(node, 0));
  flush(0);
  return pieces;
}

/** A link is called by its words, or by those of its picture. */
function linkName(link) {
  const pictures = [...link.querySelectorAll('img')].map((picture) => picture.alt);
  return link.getAttribute('aria-label') || [...pictures, link.textContent].join(' ').replace(/\s+/g, ' ').trim();
}

function isSilent(element) {
  if (element.getAttribute('aria-hidden') === 'true' || ['script', 'style', 'template'].includes(element.localName)) return true;
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  return style.display === 'none' || style.visibility === 'hidden';
}
