// The preview in a real browser: what an author sees while typing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { launch, openPage } from './lib/browser.mjs';
import { none } from './lib/check.mjs';
import { preview, toolkit } from './lib/preview.mjs';

const rows = (count) => Array.from({ length: count }, (_, n) => `![](listen) This is the sentence number ${n} of the page.`).join('\n');
const head = 'title: Working together\nfor: Everyone\nby: Our DPO\ndate: 22 November 2026\n';
const page = (more = '') => `---\n${head}---\n\n![](listen) **Co-production** is to work together.\nThis row has no picture.\n${more}\n${rows(30)}\n`;
const path = 'content/guide.md';

let browser;
let ours;
let server;

before(async () => {
  ours = toolkit({
    'alongside.yaml': 'title: Ours\norganisation:\n  name: Our DPO\n  contact: {phone: 01632 960000, email: us@example.org}\n',
    'words.yaml': 'co-production: To plan and do it together.\n',
    [path]: page(),
    'content/paper.md': `---\n${head.replace('Working together', 'On paper')}formats: web, print, large-print, giant-print\n---\n\n![](listen) We print this.\n`,
    'content/other.md': `---\n${head.replace('Working together', 'Another guide')}---\n\n![](listen) We listen.\n`,
  });
  server = await preview(ours.folder, '--port', '4700');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  ours?.remove();
});

/** Opens a page with the bar around it. `frame` is the page inside. */
async function open(address, options = {}) {
  const opened = await openPage(browser, server.origin, options);
  opened.page.setDefaultTimeout(10_000);
  await opened.page.goto(`${server.origin}/_alongside/look/${address}`);
  await opened.page.locator(`body[data-shows="${address}"]`).waitFor();
  const frame = opened.page.frameLocator('#frame');
  await frame.locator('.alongside-marks').first().waitFor({ state: 'attached' });
  return { ...opened, frame, inside: opened.page.frames().find((frame) => frame.parentFrame()) };
}

const guide = 'guide/index.html';

test('a save shows at once, and scroll, focus and open words stay', async () => {
  ours.write(path, page());
  const { page: bar, frame, inside, faults, close } = await open(guide);
  await frame.locator('a.word').first().click();
  const isOpen = () => frame.locator('.meaning').first().evaluate((meaning) => meaning.classList.contains('open'));
  assert.equal(await isOpen(), true);
  await frame.locator('a.word').first().focus();
  await inside.evaluate(() => {
    window.stays = true;
    scrollTo(0, 900);
  });
  await bar.waitForTimeout(50);
  const scroll = await inside.evaluate(() => scrollY);
  ours.write(path, page('![](share) A new row came in.'));
  await frame.getByText('A new row came in.').waitFor({ state: 'attached' });
  assert.equal(await inside.evaluate(() => window.stays), true, 'the page was loaded again');
  assert.equal(await isOpen(), true, 'the word closed');
  assert.equal(await inside.evaluate(() => document.activeElement.className), 'word', 'the focus went away');
  const moved = await inside.evaluate(() => scrollY) - scroll;
  assert.ok(moved >= 0 && moved < 400, `scrolled by ${moved}`);
  await frame.locator('.row.alongside-new', { hasText: 'A new row came in.' }).waitFor({ state: 'attached' });
  // A change of words, in the row itself.
  const before = await frame.getByText('This row has no picture.').evaluate((row) => row.textContent);
  assert.ok(before);
  ours.write(path, page('![](share) A new row came in.').replace('This row has no picture.', 'This row still has no picture.'));
  await frame.getByText('This row still has no picture.').waitFor({ state: 'attached' });
  assert.equal(await isOpen(), true);
  none(faults, 'faults');
  await close();
});

test('after many edits the open page is the one that a fresh load shows', async () => {
  ours.write(path, page());
  const { page: bar, frame, inside, close } = await open(guide);
  const bodies = [
    page('## A heading\n\n- ![](listen) One\n- ![](share) Two\n'),
    page('## A heading\n\n- ![](listen) One\n- ![](plan) One and a half\n- ![](share) Two\n\n> [!check] Before you start\n>\n> - [ ] ![](time) Take time.\n'),
    page('> [!note]\n>\n> ![](time) Take time.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n'),
    page('**Co-production** again.\n').replace('title: Working together', 'title: Working with others'),
    page(),
  ];
  for (const [number, body] of bodies.entries()) {
    ours.write(path, body.replace('This row has no picture.', `Edit ${number}.`));
    await frame.getByText(`Edit ${number}.`).waitFor({ state: 'attached' });
    const fresh = await bar.evaluate(async (address) => (await fetch(address)).text(), `/${guide}`);
    const differs = await inside.evaluate((text) => {
      const page = new DOMParser().parseFromString(text, 'text/html');
      const live = document.cloneNode(true);
      for (const own of live.querySelectorAll('[data-alongside-own]')) own.remove();
      const words = (root) => root.body.textContent.replace(/\s+/g, ' ');
      const ids = (root) => [...root.querySelectorAll('[id]')].map((element) => `${element.localName}#${element.id}`).join(' ');
      const images = (root) => [...root.querySelectorAll('img')].map((image) => image.getAttribute('src')).join(' ');
      return [words, ids, images].map((look) => [look(live), look(page)]).find(([a, b]) => a !== b) ?? null;
    }, fresh);
    assert.equal(differs, null);
  }
  await close();
});

test('a hard word that came while the page was open can be opened', async () => {
  ours.write(path, page());
  const { frame, close } = await open(guide);
  ours.write(path, page('![](share) We like **co-production** much.'));
  const row = frame.locator('.row', { hasText: 'We like' });
  await row.waitFor({ state: 'attached' });
  await row.locator('a.word').click();
  assert.equal(await row.locator('.meaning').evaluate((meaning) => meaning.classList.contains('open')), true);
  await close();
});

test('a broken head leaves the last good page, with a panel that goes away by itself', async () => {
  ours.write(path, page());
  const { page: bar, frame, close } = await open(guide);
  const from = server.told().length;
  ours.write(path, page('This will be seen later.').replace('date: 22 November 2026', 'date: 31 November 2026'));
  await bar.locator('#trouble').waitFor();
  const told = await bar.locator('#trouble').innerText();
  assert.match(told, /last good page/);
  assert.match(told, /31 November 2026/);
  assert.match(told, /content\/guide\.md, line 5/);
  assert.equal(await frame.getByText('This will be seen later.').count(), 0, 'the broken page is shown');
  await server.tells(/31 November 2026/, from);
  ours.write(path, page('This will be seen later.'));
  await frame.getByText('This will be seen later.').waitFor({ state: 'attached' });
  await bar.locator('#trouble').waitFor({ state: 'hidden' });
  await close();
});

test('broken settings and a broken theme leave the last good page', async () => {
  ours.write(path, page());
  const settings = ours.read('alongside.yaml');
  const { page: bar, frame, close } = await open(guide);
  ours.write('alongside.yaml', `${settings}nonsense: 1\n`);
  await bar.locator('#trouble', { hasText: 'nonsense' }).waitFor();
  ours.write('alongside.yaml', settings);
  await bar.locator('#trouble').waitFor({ state: 'hidden' });
  ours.write('themes/ours/templates/single.html', '{% extends "part.html" %}{% block main %}{{ nothing.at.all }}{% endblock %}');
  ours.write('alongside.yaml', `${settings}theme: ours\n`);
  await bar.locator('#trouble').waitFor();
  assert.ok(await frame.getByText('This row has no picture.').count(), 'the last good page is gone');
  ours.write('alongside.yaml', settings);
  await bar.locator('#trouble').waitFor({ state: 'hidden' });
  await close();
});

test('findings stand at their rows, and lead there', async () => {
  ours.write(path, page());
  const { page: bar, frame, faults, close } = await open(guide);
  const row = frame.locator('.row', { hasText: 'This row has no picture.' });
  const mark = row.locator('.alongside-marks button').first();
  assert.match(await mark.getAttribute('aria-label'), /found here/);
  await mark.focus();
  await bar.keyboard.press('Enter');
  const item = bar.locator('#rows li', { hasText: 'This row has no picture.' });
  assert.match(await item.innerText(), /content\/guide\.md, line 9/);
  assert.equal(await item.locator('button').evaluate((button) => button === document.activeElement), true);
  await bar.keyboard.press('Enter');
  await frame.locator('.row.alongside-here', { hasText: 'This row has no picture.' }).waitFor();
  // The panel can be hidden, by keyboard, with all marks.
  await bar.locator('#toggle').focus();
  await bar.keyboard.press('Space');
  assert.equal(await bar.locator('#panel').isVisible(), false);
  assert.equal(await mark.isVisible(), false);
  await bar.keyboard.press('Space');
  assert.equal(await mark.isVisible(), true);
  ours.write(path, page().replace('This row has no picture.', '![](share) This row has no picture.'));
  await item.locator('.finding', { hasText: 'This line has no picture.' }).waitFor({ state: 'detached' });
  none(faults, 'faults');
  await close();
});

test('choosing a picture writes one line, after showing it, and can be undone', async () => {
  ours.write(path, page().replaceAll('\n', '\r\n'));
  const text = ours.read(path);
  const { page: bar, frame, faults, close } = await open(guide);
  const row = frame.locator('.row', { hasText: 'This row has no picture.' });
  await row.getByRole('button', { name: 'Choose a picture' }).click();
  await bar.locator('#search').fill('meeting');
  await bar.locator('#offers button[data-target="meeting"]').click();
  await bar.locator('#write').waitFor();
  assert.equal(await bar.locator('#plan-before').textContent(), 'This row has no picture.');
  assert.equal(await bar.locator('#plan-after').textContent(), '![](meeting) This row has no picture.');
  assert.equal(ours.read(path), text, 'it was written before it was confirmed');
  await bar.locator('#write').click();
  await row.locator('img').waitFor({ state: 'attached' });
  assert.equal(ours.read(path), text.replace('This row has no picture.', '![](meeting) This row has no picture.'));
  await bar.locator('#undo').click();
  await row.locator('img').waitFor({ state: 'detached' });
  assert.equal(ours.read(path), text);
  none(faults, 'faults');
  await close();
});

test('choosing a picture refuses when the file changed meanwhile', async () => {
  ours.write(path, page());
  const { page: bar, frame, close } = await open(guide);
  await frame.locator('.row', { hasText: 'This row has no picture.' }).getByRole('button', { name: 'Choose a picture' }).click();
  await bar.locator('#search').fill('meeting');
  await bar.locator('#offers button[data-target="meeting"]').click();
  await bar.locator('#write').waitFor();
  const changed = page('![](share) Somebody else wrote this.');
  ours.write(path, changed);
  await frame.getByText('Somebody else wrote this.').waitFor({ state: 'attached' });
  await bar.locator('#write').click();
  await bar.locator('#problem', { hasText: 'has changed meanwhile' }).waitFor();
  assert.equal(ours.read(path), changed);
  await close();
});

test('the page can be seen in other ways', async () => {
  ours.write(path, page());
  const { page: bar, frame, inside, faults, close } = await open(guide);
  const see = (view) => bar.locator('#view').selectOption(view);
  await see('phone');
  assert.equal(await inside.evaluate(() => innerWidth), 375);
  await see('no-pictures');
  assert.equal(await frame.locator('main img').first().isVisible(), false);
  await see('one');
  assert.equal(await frame.locator('main .row:visible').count(), 1);
  assert.equal(await bar.locator('#step').textContent(), '1 / 32');
  await bar.locator('#on').click();
  assert.equal(await frame.locator('main .row:visible').innerText().then((words) => words.includes('This row has no picture.')), true);
  await see('reader');
  const order = await bar.locator('#order').innerText();
  assert.match(order, /Heading 1: Working together[\s\S]*Button: Co-production[\s\S]*This row has no picture\./);
  for (const view of ['grey', 'blur']) {
    await see(view);
    assert.notEqual(await bar.locator('#frame').evaluate((frame) => getComputedStyle(frame).filter), 'none');
  }
  await see('large-print');
  assert.equal(await inside.evaluate(() => getComputedStyle(document.documentElement).fontSize), '24px');
  await see('giant-print');
  assert.equal(await inside.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
  await see('');
  assert.ok((await frame.locator('main .row:visible').count()) > 30);
  none(faults, 'faults');
  await close();
});

test('the formats of a guide for paper are shown themselves', async () => {
  const { page: bar, frame, inside, faults, close } = await open('paper/index.html');
  const see = async (view, address) => {
    await bar.locator('#view').selectOption(view);
    await bar.locator(`body[data-shows="${address}"]`).waitFor();
    assert.equal(await frame.getByText('We print this.').first().isVisible(), true);
    return inside.evaluate(() => getComputedStyle(document.querySelector('.row')).fontSize);
  };
  const sizes = [];
  for (const format of ['print', 'large-print', 'giant-print']) sizes.push(parseFloat(await see(format, `paper/${format}/index.html`)));
  assert.ok(sizes[0] < sizes[1] && sizes[1] < sizes[2], `letters of ${sizes}`);
  await see('', 'paper/index.html');
  none(faults, 'faults');
  await close();
});

test('the panel tells the reading level, and that no number is a verdict', async () => {
  ours.write(path, page('![](share) The reconfiguration of commissioning arrangements necessitates proportionate deliberation.'));
  const { page: bar, frame, close } = await open(guide);
  await frame.getByText('The reconfiguration').waitFor({ state: 'attached' });
  const facts = () => bar.locator('#level').evaluate((list) => Object.fromEntries([...list.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling.textContent])));
  const hard = await facts();
  assert.equal(hard.Rows, '33');
  assert.equal(hard['Rows with a picture'], '32');
  const score = 'Our score. 0 is easiest, 100 is hardest.';
  assert.match(hard[score], /^\d+(\.\d)?$/);
  assert.match(await bar.locator('#level-part').innerText(), /Only people can say that/);
  assert.match(await bar.locator('#formulas').textContent(), /Flesch/);
  ours.write(path, page('![](share) We like it.'));
  await frame.getByText('We like it.').waitFor({ state: 'attached' });
  await bar.waitForFunction(([name, value]) => [...document.querySelectorAll('#level dt')].find((dt) => dt.textContent === name).nextElementSibling.textContent !== value, [score, hard[score]]);
  const easy = await facts();
  assert.ok(Number(easy[score]) < Number(hard[score]), `${easy[score]} is not below ${hard[score]}`);
  await close();
});

test('two tabs follow their own pages', async () => {
  ours.write(path, page());
  const one = await open(guide);
  const two = await open('other/index.html');
  await two.inside.evaluate(() => {
    new MutationObserver(() => (window.touched = true)).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
  });
  ours.write(path, page('![](share) Only for the first tab.'));
  await one.frame.getByText('Only for the first tab.').waitFor({ state: 'attached' });
  ours.write('content/other.md', ours.read('content/other.md').replace('We listen.', 'We listen well.'));
  await two.frame.getByText('We listen well.').waitFor({ state: 'attached' });
  assert.equal(await one.frame.getByText('We listen well.').count(), 0);
  // A link in the page leads on, and the bar goes with it.
  await one.frame.locator('header.site .home').click();
  await one.page.waitForURL(/look\/index\.html$/);
  ours.write('alongside.yaml', ours.read('alongside.yaml').replace('name: Our DPO', 'name: Our group'));
  await one.frame.locator('header.site .home', { hasText: 'Our group' }).waitFor();
  await two.frame.locator('header.site .home', { hasText: 'Our group' }).waitFor();
  ours.write('alongside.yaml', ours.read('alongside.yaml').replace('name: Our group', 'name: Our DPO'));
  await one.close();
  await two.close();
});

test('a style is changed without loading the page again', async () => {
  ours.write(path, page());
  const { frame, inside, close } = await open(guide);
  await inside.evaluate(() => (window.stays = true));
  ours.write('themes/default/styles/9-test.css', 'main h1 { letter-spacing: 3px }');
  await inside.waitForFunction(() => getComputedStyle(document.querySelector('main h1')).letterSpacing === '3px');
  assert.equal(await inside.evaluate(() => window.stays), true);
  assert.equal(await frame.locator('link[rel=stylesheet]:not([data-alongside-own])').count(), 1);
  await close();
});

test('the preview can be ended and begun again', async () => {
  ours.write(path, page());
  const { page: bar, frame, inside, close } = await open(guide);
  await inside.evaluate(() => (window.stays = true));
  await server.stop();
  await bar.locator('#state', { hasText: 'has ended' }).waitFor();
  ours.write(path, page('![](share) Written while it was away.'));
  server = await preview(ours.folder, '--port', '4700');
  await frame.getByText('Written while it was away.').waitFor({ state: 'attached' });
  assert.equal(await inside.evaluate(() => window.stays), true);
  await close();
});

test('the bar, the panel and the chooser have no faults that axe finds', async () => {
  ours.write(path, page('A **hard thing** is bold.'));
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 320, height: 800 } }]) {
    const { page: bar, frame, close } = await open(guide, options);
    const look = async (what) => {
      // The page in the frame has tests of its own.
      await bar.evaluate(axe.source);
      const faults = await bar.evaluate(async () => {
        const { violations } = await globalThis.axe.run({ exclude: [['#frame']] }, { resultTypes: ['violations'], iframes: false });
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
      });
      none(faults, what);
    };
    await look('the panel');
    assert.equal(await bar.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'sideways scroll');
    await frame.locator('.row', { hasText: 'This row has no picture.' }).getByRole('button', { name: 'Choose a picture' }).click();
    await bar.locator('#search').fill('meeting');
    await bar.locator('#offers button[data-target="meeting"]').waitFor();
    await look('the chooser');
    await close();
  }
});
