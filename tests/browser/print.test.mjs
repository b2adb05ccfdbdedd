// On paper: a cover and a part become a few pages, with every meaning and without what needs a screen.
import assert from 'node:assert/strict';
import test from 'node:test';
import { lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** How many sheets a page takes. */
async function sheets(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

/** What would be wrong on paper. */
function onPaper() {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const faults = [];
  const meanings = document.querySelectorAll('.meaning').length;
  if (shown('.meaning').length < meanings) faults.push(`${shown('.meaning').length} of ${meanings} meanings are printed`);
  for (const element of shown('header.site nav, .turn, .skip, .start, video, audio')) faults.push(`is printed: ${element.outerHTML.slice(0, 80)}`);
  for (const text of document.querySelectorAll('.text > p')) {
    // 16 pt are 21.3 px.
    if (parseFloat(getComputedStyle(text).fontSize) < 21) faults.push(`letters of ${getComputedStyle(text).fontSize} on paper: ${text.textContent}`);
  }
  const paper = getComputedStyle(document.body).backgroundColor;
  if (!['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(paper)) faults.push(`the paper is ${paper}`);
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push('is wider than the paper');
  return faults;
}

test('nothing is missing on paper, and nothing is too much', async () => {
  const look = async (page) => {
    // The width of A4 between its margins: 178 mm.
    await page.setViewportSize({ width: 673, height: 1000 });
    const faults = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ media: 'print', colorScheme });
      faults.push(...(await page.evaluate(onPaper)));
    }
    await page.emulateMedia({ media: 'screen' });
    return faults;
  };
  none(await lookAtAll(all.browser, all.server, all.pages, {}, look), 'on paper');
});

test('a cover and parts take a sane number of sheets', async () => {
  const { page, close } = await openPage(all.browser, all.server.origin);
  // About 6 rows a sheet.
  const expected = [['own', 'working-together/index.html', 4, 6], ['own', 'working-together/what-co-production-is/index.html', 3, 5], ['fixture', 'every-box/boxes/index.html', 6, 12]];
  for (const [name, file, least, most] of expected) {
    await page.goto(all.server.url(all.site(name), file));
    const count = await sheets(page);
    assert.ok(count >= least && count <= most, `${file} takes ${count} sheets, not ${least} to ${most}`);
  }
  await close();
});

test('a guide to print is about as long as its PDF', async () => {
  const { page, close } = await openPage(all.browser, all.server.origin);
  const cover = 'working-together/index.html';
  for (const [size, words] of [['print', 'PDF, with letters of 16 points'], ['large-print', 'PDF in large print'], ['giant-print', 'PDF in very large print']]) {
    await page.goto(all.server.url(all.site('own'), cover));
    const told = await page.locator('.formats li', { hasText: words }).first().innerText();
    const ofPdf = Number(told.match(/(\d+) pages/)[1]);
    await page.goto(all.server.url(all.site('own'), `working-together/${size}/index.html`));
    const count = await sheets(page);
    assert.ok(Math.abs(count - ofPdf) <= 1, `${size} takes ${count} sheets, and its PDF has ${ofPdf} pages`);
  }
  await close();
});

test('planted faults are caught', async () => {
  const { page, close } = await openPage(all.browser, 'about:');
  await page.setContent(
    pageAround('<div style="display:none" class="meaning">Hidden</div><nav class="turn">On</nav><div class="text"><p style="font-size:10px">Small</p></div><p style="break-before:page">Another sheet</p>'),
  );
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate(onPaper);
  for (const word of ['0 of 1 meanings', 'is printed: <nav class="turn">', 'letters of 10px']) caught(faults, word);
  assert.equal(await sheets(page), 2);
  await close();
});
