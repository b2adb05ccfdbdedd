// Pages speak one language: a Welsh page has no English word of the interface left.
import assert from 'node:assert/strict';
import test from 'node:test';
import { lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';
import { interfaceWords } from './lib/sites.mjs';

const all = rig();
const english = interfaceWords('en');
const welsh = interfaceWords('cy');
/** Words that are the same in both languages. */
const same = new Set(['date', 'tab', 'print-tab', 'contact-post']);

test('every word of the interface is there in Welsh', () => {
  assert.deepEqual([...welsh.keys()].sort(), [...english.keys()].sort());
  const untranslated = [...english].filter(([name, words]) => !same.has(name) && welsh.get(name) === words);
  assert.deepEqual(untranslated, []);
  const values = (words) => [...new Set(words.match(/\{ \$\w+/g) ?? [])].sort();
  for (const [name, words] of english) assert.deepEqual(values(welsh.get(name)), values(words), `${name} has the same values`);
});

/** English words as patterns: what stands between the values of a message may be anything. */
function patterns() {
  const found = [];
  for (const [name, words] of english) {
    if (same.has(name)) continue;
    if (name.startsWith('month-')) {
      // Some words of the interface are a part of Welsh ones.
      found.push({ name, source: `\\b${words}\\b` });
      continue;
    }
    const escaped = words.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    // “4 of 12” stands between numbers only.
    found.push({ name, source: `^${escaped.join(name === 'page-of' ? '\\d+' : '.+')}$` });
  }
  return found;
}

/** English words of the interface on a page: in its text and in what screen readers say. */
function englishWords(known) {
  const faults = [];
  const rules = known.map(({ name, source }) => ({ name, rule: new RegExp(source) }));
  const see = (words, where) => {
    const text = words.replace(/\s+/g, ' ').trim();
    const hit = text && rules.find(({ rule }) => rule.test(text));
    if (hit) faults.push(`“${text}” (${hit.name}) in ${where}`);
  };
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    // What says that it is in another language may be.
    if ((node.parentElement ?? node).closest('[lang]:not([lang^="cy"])')) continue;
    if (node.nodeType === Node.TEXT_NODE) see(node.textContent, node.parentElement.tagName);
    else for (const name of ['aria-label', 'title', 'alt', 'label', 'content']) see(node.getAttribute(name) ?? '', `${node.tagName} ${name}`);
  }
  return faults;
}

test('Welsh pages are wholly Welsh', async () => {
  const pages = all.pages.filter(({ site, page }) => site.read(page).includes('<html lang="cy"'));
  assert.ok(pages.length >= 10, `${pages.length} Welsh pages: every box, and the pages that Alongside makes itself`);
  none(await lookAtAll(all.browser, all.server, pages, {}, (page) => page.evaluate(englishWords, patterns())), 'English words');
});

test('the words of Welsh are on the Welsh pages', () => {
  const pages = all.pages.filter(({ site, page }) => site.read(page).includes('<html lang="cy"'));
  const text = pages.map(({ site, page }) => site.read(page).replaceAll('&#39;', "'").replaceAll('&#x27;', "'")).join('\n');
  // Those that need another status, other settings, or another number.
  const elsewhere = /^(month-|withdrawn-|fact-reasons|how-made-(where|everywhere)|accessibility-(tested|problems|complain)|credits-(source|reviewed|own)|word-list-empty|tab|print-tab|page-of|print-or-pdf|format-(pdf|size)|fold-|preview-|date)/;
  const missing = [...welsh].filter(([name, words]) => !elsewhere.test(name) && !words.split(/\{[^}]*\}/).every((part) => text.includes(part)));
  assert.deepEqual(missing, []);
});

test('English words are caught', async () => {
  const { page, close } = await openPage(all.browser, 'about:');
  await page.setContent(pageAround('<p>Part 2 of 9</p><p>1 May 2026</p><nav aria-label="Main">Dewislen</nav><p>Rhan 2 o 9</p>').replace('lang="en"', 'lang="cy"'));
  const found = await page.evaluate(englishWords, patterns());
  for (const word of ['Part 2 of 9', '1 May 2026', 'Main']) caught(found, word);
  assert.equal(found.length, 3, found.join('\n'));
  await close();
});
