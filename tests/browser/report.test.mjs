// The report of the check: for everybody, on every screen, from a disk, and of one piece.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { axeFaults, snifferFaults } from './lib/access.mjs';
import { inScheme, launch, openPage } from './lib/browser.mjs';
import { caught, none } from './lib/check.mjs';
import config from './lib/htmlvalidate.config.mjs';
import { toolkit } from './lib/preview.mjs';
import { program } from './lib/sites.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const head = '---\ntitle: Working together\nfor: Disabled people\nby: Our group\ndate: 22 November 2026\n---\n\n';
const slips = `${head}## What we do

![](listen) We utilise the hall. We meet at 14:00.
![](nothing-like-it) We talk to **stakeholders**.
There is no picture here, and <script>alert(1)</script> is shown as text.
![A hall](hall.jpg) We meet in this hall.
![](meeting) This line is as it should be.

| One | Two |
|---|---|
| *Slanted* words | ![ |
`;
let browser;
let report;
let folder;

before(async () => {
  folder = toolkit({
    'alongside.yaml': 'title: Our <b>guides</b> & more\n',
    'content/together.md': slips,
    'content/cymraeg.md': `${head.replace('---\n', '---\nlanguage: cy\n')}Rydym yn gwrando arnoch chi.\n`,
  });
  cpSync(join(root, 'themes/default'), join(folder.folder, 'themes/default'), { recursive: true });
  cpSync(join(root, 'tests/browser/toolkit/content/every-box/hall.jpg'), join(folder.folder, 'content/hall.jpg'));
  const run = () => execFileSync(program(), ['check', '--advice', '--format', 'html'], { cwd: folder.folder, stdio: 'pipe' });
  try {
    run();
    throw new Error('The check finds errors, and has to end with 1.');
  } catch (error) {
    if (error.status !== 1) throw error;
  }
  report = join(folder.folder, 'check-report.html');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  folder?.remove();
});

/** Calls `look` with the report, opened from the disk. */
async function open(look, options = {}) {
  const url = pathToFileURL(report).href;
  const { page, faults, close } = await openPage(browser, url, options);
  // Pictures are written out inside the page.
  const outside = () => faults.filter((fault) => !fault.startsWith('asks for data:'));
  await page.goto(url);
  const found = (await look(page)) ?? [];
  await close();
  return [...found, ...outside()];
}

// Warnings that ask a person to look: “Is it decorative?” What a picture shows stands in words below it. “A table may need a
// caption.” Its heading names it.
const answered = [{ code: '1_1_1.H67.2', html: /^<img/ }, { code: '1_3_1.H39.3.NoCaption', html: /^<table/ }];
const snifferOn = (page) => snifferFaults(page, answered);

const everythingOpen = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

test('axe finds nothing in the report, in light and in dark', async () => {
  none(await open(async (page) => (await everythingOpen(page), [...(await inScheme(page, 'light', axeFaults)), ...(await inScheme(page, 'dark', axeFaults))])), 'axe');
});

test('HTML_CodeSniffer finds nothing in the report, in light and in dark', async () => {
  none(await open(async (page) => (await everythingOpen(page), [...(await inScheme(page, 'light', snifferOn)), ...(await inScheme(page, 'dark', snifferOn))])), 'HTML_CodeSniffer');
});

test('the HTML of the report is correct', () => {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const { results } = validator.validateStringSync(readFileSync(report, 'utf8'));
  none(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`)), 'html-validate');
});

test('the report fits every screen, and large letters', async () => {
  const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const [width, options] of [[320, {}], [768, {}], [1280, {}], [1280, { media: 'print' }]]) {
    const found = await open(async (page) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia(options);
      const wide = await sideways(page);
      const small = await page.evaluate(() => [...document.querySelectorAll('a[href], summary')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5).map((element) => element.outerHTML));
      return [...(wide > 0 ? [`${wide} px too wide at ${width}`] : []), ...(options.media ? [] : small)];
    });
    none(found, `${width} px`);
  }
});

test('rows, pictures and findings stand side by side, and the list leads to them', async () => {
  none(await open(async (page) => {
    const row = page.locator('.rows > li', { hasText: 'We utilise the hall.' });
    const [picture, words, findings] = await Promise.all(['img', '.words', '.findings'].map((part) => row.locator(part).boundingBox()));
    const faults = [];
    if (!(picture.x + picture.width <= words.x && words.x + words.width <= findings.x)) faults.push('picture, words and findings are not side by side');
    if (!(await row.locator('img').evaluate((image) => image.complete && image.naturalWidth > 0))) faults.push('the picture does not show');
    const hall = page.locator('.rows > li', { hasText: 'We meet in this hall.' }).locator('img');
    if (!(await hall.evaluate((image) => image.naturalWidth >= 200))) faults.push('the photo does not show');
    if ((await page.locator('li.clean', { hasText: 'This line is as it should be.' }).count()) !== 1) faults.push('rows without findings are missing');
    const first = page.locator('.go a').first();
    await first.click();
    if ((await page.locator('.rows > li:target').count()) !== 1) faults.push('the list of what to fix first leads nowhere');
    if ((await page.locator('script').count()) !== 0) faults.push('there is a script');
    return faults;
  }), 'the report');
});

test('on paper, words have the width of the sheet', async () => {
  none(await open(async (page) => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    const widths = await page.locator('.findings > li').evaluateAll((found) => found.map((finding) => finding.getBoundingClientRect().width));
    if (widths.length === 0) return ['there are no findings'];
    return widths.filter((width) => width < 400).map((width) => `findings are ${width} px wide`);
  }), 'paper');
});

test('planted faults are caught', async () => {
  const found = await open(async (page) => {
    await page.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="data:,"><h6>A jump</h6>'));
    return [...(await axeFaults(page)), ...(await snifferOn(page))];
  });
  caught(found, 'image-alt');
  caught(found, 'heading-order');
  caught(found, 'H37');
});
