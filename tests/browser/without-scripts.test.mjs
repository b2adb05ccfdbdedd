// Without JavaScript every page is whole: meanings are shown, and links work.
import assert from 'node:assert/strict';
import test from 'node:test';
import { follow, lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** Words that nobody can see. Some are for screen readers or for old browsers alone. */
function hiddenWords() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode;
    if (!textContent.trim() || parent.closest('.skip, .heard, video, audio, .wide')) continue;
    const { width, height } = parent.getBoundingClientRect();
    if (!parent.checkVisibility() || width < 2 || height < 2) faults.push(`nobody sees “${textContent.trim()}”`);
  }
  return faults;
}

test('every word is shown, and every meaning', async () => {
  const look = async (page, { site, page: name }) => {
    const meanings = site.read(name).split('class="meaning"').length - 1;
    const seen = await page.locator('.meaning:visible').count();
    return [...(await page.evaluate(hiddenWords)), ...(seen === meanings ? [] : [`${seen} of ${meanings} meanings are shown`])];
  };
  const inBoth = async (page, item) => {
    const faults = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await look(page, item)));
    }
    return faults;
  };
  none(await lookAtAll(all.browser, all.server, all.pages, { javaScriptEnabled: false }, inBoth), 'without scripts');
});

test('a reader can go through a guide and look up a word', async () => {
  const { page, close } = await openPage(all.browser, all.server.origin, { javaScriptEnabled: false });
  const site = all.site('own');
  await page.goto(all.server.url(site, 'index.html'));
  await follow(page, page.locator('.card').first());
  await follow(page, page.locator('a.button'));
  const first = await page.locator('h1').textContent();
  const word = page.locator('a.word').first();
  const target = await word.getAttribute('href');
  await follow(page, word);
  assert.ok(page.url().endsWith(target), 'a hard word leads to its meaning');
  await follow(page, page.locator('.turn .on'));
  assert.notEqual(await page.locator('h1').textContent(), first);
  await follow(page, page.locator('header.site nav a', { hasText: 'Word list' }));
  assert.equal(await page.locator('h1').textContent(), 'Word list');
  await close();
});

test('hidden words are caught', async () => {
  const { page, close } = await openPage(all.browser, 'about:', { javaScriptEnabled: false });
  await page.setContent(pageAround('<p style="display:none">Lost words</p>'));
  caught(await page.evaluate(hiddenWords), 'Lost words');
  await close();
});
