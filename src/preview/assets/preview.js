// The bar around a page: it shows each change in place, and what was found, row by row.
import { Chooser } from './chooser.js';
import { morph, OWN } from './morph.js';
import { Views } from './views.js';

const id = (name) => document.getElementById(name);
const words = JSON.parse(document.body.dataset.words);
const frame = id('frame');
const views = new Views(frame, words);
const chooser = new Chooser(words, () => document.body.dataset.token, say);
let { route } = document.body.dataset;
let look = null;
// The page in the frame as it is written, and its hash.
let text = '';
let shown = '';
let socket = null;
let queue = Promise.resolve();

function make(kind, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(kind), properties);
  element.append(...inside);
  return element;
}

/** Tells screen readers, and everybody in the bar. */
function say(what) {
  id('said').textContent = what;
  id('state').textContent = what;
}

// ---- The page in its frame

frame.addEventListener('load', () => inTurn(async () => {
  let address;
  try {
    address = frame.contentWindow.location;
  } catch {
    return;
  }
  if (address.origin !== location.origin || !frame.contentDocument?.body) return;
  route = decodeURI(address.pathname).slice(1) || 'index.html';
  if (route.endsWith('/')) route += 'index.html';
  history.replaceState(null, '', `/_alongside/look/${route}${address.hash}`);
  id('alone').href = `/${route}?alone`;
  document.title = `${frame.contentDocument.title} – ${words.title}`;
  const answer = await fetchPage();
  text = answer.text;
  shown = answer.hash;
  look = null;
  if (socket?.readyState === WebSocket.OPEN) socket.send(route);
  dress();
}));

function inTurn(work) {
  queue = queue.then(work).catch((error) => console.error(error));
  return queue;
}

async function fetchPage() {
  const answer = await fetch(`/${route}`, { cache: 'no-store' });
  return { text: await answer.text(), hash: answer.headers.get('etag') ?? '' };
}

/** Brings the page in the frame up to date, in place. */
async function refresh() {
  const answer = await fetchPage();
  const parse = (page) => new DOMParser().parseFromString(page, 'text/html');
  const page = frame.contentDocument;
  const focus = page.activeElement?.id;
  const changed = morph(page, parse(text), parse(answer.text));
  if (changed === null) return frame.contentWindow.location.reload();
  text = answer.text;
  shown = answer.hash;
  document.title = `${page.title} – ${words.title}`;
  if (focus && page.activeElement?.id !== focus) page.getElementById(focus)?.focus({ preventScroll: true });
  // Scripts of the page hear of what came.
  page.dispatchEvent(new CustomEvent('alongside:changed'));
  mark(changed);
}

/** Marks for a moment what is new. */
function mark(changed) {
  const places = new Set(changed.map((element) => element.closest('.row, li, p, h1, h2, h3, h4, figure, table, section, article')).filter(Boolean));
  for (const place of places) {
    place.classList.remove('alongside-fading');
    place.classList.add('alongside-new');
    requestAnimationFrame(() => place.classList.add('alongside-fading'));
    setTimeout(() => {
      place.classList.remove('alongside-new', 'alongside-fading');
      if (place.getAttribute('class') === '') place.removeAttribute('class');
    }, 2500);
  }
}

/** Puts the style of the marks and the marks themselves into the page. */
function dress() {
  const page = frame.contentDocument;
  if (!page?.head) return;
  if (!page.querySelector(`link[${OWN}]`)) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/_alongside/marks.css';
    link.setAttribute(OWN, '');
    page.head.append(link);
  }
  page.documentElement.dataset.alongsideMarks = id('panel').hidden ? 'off' : 'on';
  for (const old of page.querySelectorAll('.alongside-marks')) old.remove();
  if (look) decorate(page);
  views.apply(look);
}

function decorate(page) {
  const marks = new Map();
  const group = (name) => {
    const place = page.getElementById(name);
    if (!place) return null;
    if (!marks.has(name)) {
      const span = page.createElement('span');
      span.className = 'alongside-marks';
      span.setAttribute(OWN, '');
      place.append(span);
      marks.set(name, span);
    }
    return marks.get(name);
  };
  for (const [name, found] of byRow()) {
    const span = name && group(name);
    if (!span) continue;
    const button = page.createElement('button');
    button.type = 'button';
    button.className = heaviest(found);
    button.textContent = String(found.length);
    button.setAttribute('aria-label', `${found.length} ${words.found_here}: ${found[0].what}`);
    button.addEventListener('click', () => openPanelAt(name));
    span.append(button);
  }
  for (const row of look.rows) {
    const span = group(row.id);
    if (!span) continue;
    const button = page.createElement('button');
    button.type = 'button';
    button.className = row.picture ? 'choose quiet' : 'choose';
    button.textContent = row.picture ? words.change : words.choose;
    button.addEventListener('click', () => chooser.open(route, row.id, button));
    span.append(button);
  }
}

// ---- What was found

function byRow() {
  const rows = new Map();
  for (const finding of look.findings) {
    const name = finding.row ?? '';
    if (!rows.has(name)) rows.set(name, []);
    rows.get(name).push(finding);
  }
  return rows;
}

const heaviest = (found) => ['error', 'warning', 'advice'].find((weight) => found.some((finding) => finding.severity === weight));
const place = (finding) => [finding.path, finding.line && `${words.line} ${finding.line}`].filter(Boolean).join(', ');

function show() {
  const found = look.findings;
  id('count').textContent = found.length ? `(${found.length})` : '';
  id('none').hidden = found.length > 0;
  id('first-part').hidden = found.length < 2;
  id('first').replaceChildren(...look.first.map((number) => {
    const finding = found[number];
    const button = make('button', { type: 'button', className: 'go', textContent: finding.what });
    button.addEventListener('click', () => goTo(finding.row));
    return make('li', {}, button);
  }));
  id('rows-part').hidden = found.length === 0;
  id('rows').replaceChildren(...[...byRow()].map(([name, list]) => rowItem(name, list)));
  showLevel();
  showLines();
  showTrouble();
}

function rowItem(name, list) {
  const row = look.rows.find((row) => row.id === name);
  const item = make('li');
  item.dataset.row = name;
  const title = row?.words || (name && frame.contentDocument.getElementById(name)?.textContent?.trim()) || words.whole_page;
  if (name) {
    const button = make('button', { type: 'button', className: 'go', textContent: title });
    button.addEventListener('click', () => goTo(name));
    item.append(button);
  } else {
    item.append(make('strong', { textContent: title }));
  }
  if (place(list[0])) item.append(make('p', { className: 'where', textContent: place(list[0]) }));
  item.append(...list.map((finding) => make('div', { className: `finding ${finding.severity}` },
    make('p', {}, make('span', { className: 'weight', textContent: `${words[finding.severity]}: ` }), finding.what),
    make('p', { textContent: finding.why }),
    make('p', { textContent: finding.todo }))));
  return item;
}

/** Counts first; then the scores, which compare texts and judge none. */
function showLevel() {
  const level = look.level;
  id('level-part').hidden = !level;
  if (!level) return;
  const counts = ['rows', 'pictures', 'words', 'words_a_sentence', 'long_sentences', 'hard_words'].map((name) => [words[`level_${name}`], level[name]]);
  const score = level.score === null ? [] : [[words.level_score, level.score]];
  const facts = (pairs) => pairs.flatMap(([name, value]) => [make('dt', { textContent: name }), make('dd', { textContent: String(value) })]);
  id('level').replaceChildren(...facts([...counts, ...score]));
  id('formulas-part').hidden = level.formulas.length === 0;
  id('formulas').replaceChildren(...facts(level.formulas));
}

function showLines() {
  id('lines-part').hidden = look.rows.length === 0;
  id('lines').replaceChildren(...look.rows.map((row) => {
    const go = make('button', { type: 'button', className: 'go', textContent: row.words || words.whole_page });
    go.addEventListener('click', () => goTo(row.id));
    const choose = make('button', { type: 'button', textContent: row.picture ? words.change : words.choose });
    choose.addEventListener('click', () => chooser.open(route, row.id, choose));
    choose.setAttribute('aria-label', `${choose.textContent}: ${row.words}`);
    return make('li', {}, go, make('p', { className: 'where', textContent: `${look.path}, ${words.line} ${row.line}` }), choose);
  }));
}

/** Says why the newest page cannot be shown. It goes away by itself. */
function showTrouble() {
  const trouble = look.old || !look.page ? look.findings.filter((finding) => finding.severity === 'error') : [];
  id('trouble').hidden = !(look.old || (!look.page && trouble.length));
  id('trouble').replaceChildren(make('h2', { textContent: words.old }), ...trouble.map((finding) => make('div', {},
    make('p', {}, make('strong', { textContent: finding.what })),
    make('p', { className: 'where', textContent: place(finding) }),
    make('p', { textContent: finding.todo }))));
  if (!id('trouble').hidden) setPanel(true);
}

function goTo(name) {
  const page = frame.contentDocument;
  const target = name && page.getElementById(name);
  if (!target) return frame.contentWindow.scrollTo(0, 0);
  for (const old of page.querySelectorAll('.alongside-here')) old.classList.remove('alongside-here');
  target.scrollIntoView({ block: 'center' });
  target.classList.add('alongside-here');
  setTimeout(() => target.classList.remove('alongside-here'), 4000);
  (target.querySelector('.alongside-marks button') ?? frame).focus({ preventScroll: true });
}

function openPanelAt(name) {
  setPanel(true);
  const item = [...id('rows').children].find((item) => item.dataset.row === name);
  item?.scrollIntoView({ block: 'nearest' });
  item?.querySelector('button')?.focus();
}

function setPanel(isOpen) {
  id('panel').hidden = !isOpen;
  id('toggle').setAttribute('aria-expanded', String(isOpen));
  const root = frame.contentDocument?.documentElement;
  if (root) root.dataset.alongsideMarks = isOpen ? 'on' : 'off';
}

id('toggle').addEventListener('click', () => setPanel(id('panel').hidden));
id('view').addEventListener('change', () => views.choose(id('view').value, look, (address) => (frame.src = `/${address}`)));

// ---- The stream

function connect() {
  socket = new WebSocket(`ws://${location.host}/_alongside/stream?token=${document.body.dataset.token}`);
  socket.addEventListener('open', () => {
    say(words.ready);
    // Before the page is there, nobody can say what of it changed.
    if (text) socket.send(route);
  });
  socket.addEventListener('message', (event) => inTurn(async () => {
    const before = look;
    look = JSON.parse(event.data);
    if (look.page !== shown) {
      await refresh();
      say(words.changed);
    }
    dress();
    show();
    document.body.dataset.shows = route;
    if (look.old && !before?.old) say(words.old);
  }));
  socket.addEventListener('close', () => {
    say(words.lost);
    setTimeout(again, 700);
  });
}

/** The preview may have been ended and begun again: then it has another token. */
async function again() {
  try {
    const answer = await fetch(`/_alongside/look/${route}`, { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.body.dataset.token) throw new Error('no preview');
    document.body.dataset.token = page.body.dataset.token;
    connect();
  } catch {
    setTimeout(again, 1000);
  }
}

frame.src = `/${route}${location.hash}`;
connect();
