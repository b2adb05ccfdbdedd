// With the keyboard alone: the order, the focus that can be seen, the way past the menu, and hard words.
import assert from 'node:assert/strict';
import test from 'node:test';
import { lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** What has the focus: its place among all elements, where it stands, and how it is marked. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const { top, width, height } = element.getBoundingClientRect();
  // A link may go over several lines: the first counts.
  const first = element.getClientRects()[0] ?? { left: 0, top: 0, height: 0 };
  return {
    place: [...document.querySelectorAll('*')].indexOf(element),
    name: element.outerHTML.slice(0, 100),
    column: element.closest('header.site, main, footer')?.tagName,
    left: first.left + scrollX, middle: first.top + first.height / 2 + scrollY,
    seen: width > 0 && height > 0 && top < innerHeight && top + height > 0,
    rtl: getComputedStyle(document.documentElement).direction === 'rtl',
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    // A ring of the other colour around the outline, or a ground in the colour of the focus.
    ring: style.boxShadow !== 'none' || style.backgroundColor === 'rgb(255, 191, 31)',
    // The inner parts of a film or recording are the browser's own.
    own: element.matches('video, audio'),
  };
}

/** Walks through a page with Tab, and tells what a reader would stumble over. */
async function walk(page) {
  const faults = [];
  const stops = [];
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (!stop || (stops.length && stop.place === stops[0].place)) break;
    if (stop.own && stops.at(-1)?.place === stop.place) continue;
    stops.push(stop);
  }
  if (!stops[0]?.name.includes('class="skip"')) faults.push(`the first stop is not the link past the menu, but ${stops[0]?.name}`);
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1];
    if (!stop.seen) faults.push(`the focus cannot be seen on ${stop.name}`);
    if (!stop.own && (stop.outline < 3 || !stop.ring)) faults.push(`the focus is not marked on ${stop.name}`);
    if (!before || before.column !== stop.column) continue;
    if (stop.place < before.place) faults.push(`the focus goes back from ${before.name} to ${stop.name}`);
    // As the eye reads: further down, or further along in the same line.
    const isBelow = stop.middle > before.middle + 4;
    const isBeside = stop.rtl ? stop.left < before.left : stop.left > before.left;
    if (!isBelow && !isBeside) faults.push(`the focus jumps up from ${before.name} to ${stop.name}`);
  }
  const links = await page.evaluate(() => [...document.querySelectorAll('a[href], button, [tabindex="0"]')].filter((element) => element.checkVisibility()).length);
  const own = stops.filter((stop) => stop.own).length;
  if (stops.length - own < links) faults.push(`${links} things can be used, and Tab reaches ${stops.length - own}`);
  return faults;
}

for (const width of [1280, 360]) {
  test(`Tab follows the order of reading, and the focus is seen: ${width} px`, async () => {
    none(await lookAtAll(all.browser, all.server, all.pages, { viewport: { width, height: 800 } }, walk), 'Tab');
  });
}

test('the first link leads past the menu', async () => {
  const look = async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const leads = await page.waitForURL('**#al-text', { timeout: 5_000 }).then(() => true, () => false);
    await page.keyboard.press('Tab');
    const inMenu = await page.evaluate(() => document.activeElement.closest('header.site') !== null);
    return [...(leads ? [] : ['the first link does not lead to the text']), ...(inMenu ? ['the next stop is in the menu again'] : [])];
  };
  // One page of every kind.
  const kinds = new Map(all.pages.map((item) => [/<body class="(\S+ \S+)/.exec(item.site.read(item.page))[1], item]));
  none(await lookAtAll(all.browser, all.server, [...kinds.values()], {}, look), 'the link past the menu');
});

test('hard words open and close with the keyboard, and keep the focus', async () => {
  const page = { site: all.site('fixture'), page: 'every-box/rows/index.html', name: 'rows' };
  const look = async (tab) => {
    const word = tab.locator('a.word').first();
    const state = async () => {
      const id = await word.getAttribute('aria-controls');
      const focus = await word.evaluate((element) => element === document.activeElement);
      return [await word.getAttribute('aria-expanded'), await tab.locator(`[id="${id}"]`).isVisible(), focus].join();
    };
    assert.equal(await word.getAttribute('role'), 'button');
    await word.focus();
    assert.equal(await state(), 'false,false,true');
    for (const [key, expected] of [['Enter', 'true,true,true'], ['Enter', 'false,false,true'], ['Space', 'true,true,true'], ['Space', 'false,false,true'], ['Enter', 'true,true,true'], ['Escape', 'false,false,true']]) {
      await tab.keyboard.press(key);
      assert.equal(await state(), expected, `after ${key}`);
    }
    assert.equal(await tab.evaluate(() => scrollY), 0, 'the page stays where it is');
    // The same word stands twice in the row: both tell that it is open.
    const twice = tab.locator('.row').first().locator('a.word', { hasText: /^co-production$/i });
    assert.equal(await twice.count(), 2);
    await twice.last().press('Enter');
    assert.deepEqual(await twice.evaluateAll((words) => words.map((element) => element.ariaExpanded)), ['true', 'true']);
  };
  await lookAtAll(all.browser, all.server, [page], {}, look);
});

test('the keyboard tests catch planted faults', async () => {
  const { page, close } = await openPage(all.browser, 'about:');
  await page.setContent(pageAround('<a id="no-mark" href="#m" style="outline:0">One</a><div style="display:flex;flex-direction:column-reverse"><a href="#m">Two</a><a href="#m">Three</a></div><a href="#m" tabindex="-1">Four</a>'));
  const faults = await walk(page);
  caught(faults, 'is not marked on <a id="no-mark"');
  caught(faults, 'jumps up');
  caught(faults, 'Tab reaches');
  caught(faults, 'the first stop is not');
  await close();
});
