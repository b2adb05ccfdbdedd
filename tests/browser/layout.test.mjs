// Pages fit: on a small phone, at 400% zoom, with large letters; targets are large; rows are as design says.
import test from 'node:test';
import { lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** What sticks out of the page sideways. What scrolls by itself, such as a table, may be wider. */
function sideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element) => element.closest('.table, .code');
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > clientWidth + 1 || left < -1) && !scrolls(element);
  });
  const names = wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 100));
  return [`is ${scrollWidth} px wide on a screen of ${clientWidth}: ${names.join(' … ')}`];
}

/** Links and buttons that stand alone, and are smaller than a finger. Links in a sentence may be as small as its letters. */
function smallTargets() {
  const least = 44;
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline' && !element.closest('sup')) return false;
    const block = element.closest('p, li, dd, dt, td, th, h2, h3');
    return block && block.textContent.trim() !== element.textContent.trim();
  };
  const targets = [...document.querySelectorAll('a[href], button, summary, input, select, [role="button"]')];
  const small = targets.filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility() && !inSentence(element) && (width < least - 0.5 || height < least - 0.5);
  });
  return small.map((element) => {
    const { width, height } = element.getBoundingClientRect();
    return `target of ${Math.round(width)} x ${Math.round(height)} px: ${element.outerHTML.slice(0, 120)}`;
  });
}

/** Letters of 20 px and more, lines of 1.5, at most 60 letters a line, pictures of 120 px and more. */
function rows() {
  const faults = [];
  for (const text of document.querySelectorAll('.level-easy-read .row > .text > p')) {
    const { fontSize, lineHeight } = getComputedStyle(text);
    const size = parseFloat(fontSize);
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 12))).size;
    const letters = text.textContent.length / Math.max(1, lines);
    if (size < 20) faults.push(`letters of ${fontSize}: ${text.textContent}`);
    if (parseFloat(lineHeight) / size < 1.49) faults.push(`lines of ${lineHeight}: ${text.textContent}`);
    if (letters > 62) faults.push(`lines of ${Math.round(letters)} letters: ${text.textContent}`);
  }
  for (const picture of document.querySelectorAll('.row > img.drawing')) {
    if (picture.getBoundingClientRect().width < 119.5) faults.push(`picture of ${picture.getBoundingClientRect().width} px`);
  }
  return faults;
}

/** Looks at a page in one size of its window. */
async function lookAt(page, name) {
  const faults = [...(await page.evaluate(sideways)), ...(await page.evaluate(smallTargets)), ...(await page.evaluate(rows))];
  return faults.map((fault) => `${name}: ${fault}`);
}

test('pages fit phones, tablets and wide screens, and targets are large', async () => {
  const look = async (page) => {
    const faults = [];
    for (const width of [320, 360, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await lookAt(page, `${width} px`)));
    }
    return faults;
  };
  none(await lookAtAll(all.browser, all.server, all.pages, {}, look), 'sizes');
});

test('pages fit at 400% zoom', async () => {
  // A window of 1280 x 1024 px, four times as large.
  const options = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  none(await lookAtAll(all.browser, all.server, all.pages, options, (page) => lookAt(page, '400%')), '400% zoom');
});

test('pages fit when letters alone are twice as large', async () => {
  const look = async (page) => {
    const faults = [];
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await page.evaluate(sideways)));
    }
    return faults;
  };
  none(await lookAtAll(all.browser, all.server, all.pages, {}, look), 'letters at 200%');
});

test('layout catches planted faults', async () => {
  const { page, close } = await openPage(all.browser, 'about:', { viewport: { width: 320, height: 640 } });
  await page.setContent(
    pageAround(`<div style="inline-size:400px">Wide</div><ul><li><a href="#m">Small</a></li></ul>
<div class="level-easy-read"><div class="row"><img class="drawing" width="50" height="50" alt="" src="data:,"><div class="text"><p style="font-size:16px;line-height:1">Small words</p></div></div></div>`),
  );
  caught(await page.evaluate(sideways), 'is 4');
  caught(await page.evaluate(smallTargets), 'Small');
  const found = await page.evaluate(rows);
  for (const word of ['letters of 16px', 'lines of 16px', 'picture of 50 px']) caught(found, word);
  await close();
});
