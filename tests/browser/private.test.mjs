// A published site keeps to itself: it works from a disk, asks nobody for anything, keeps nothing, and obeys its policy.
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import test from 'node:test';
import { fileUrl, follow, lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** What a page has kept on the reader's machine, and whether its look has arrived. */
async function kept(page) {
  const [cookies, stored] = await page.evaluate(() => {
    try {
      return [document.cookie, localStorage.length + sessionStorage.length];
    } catch {
      return ['', 0];
    }
  });
  const inJar = await page.context().cookies();
  return [...(cookies || inJar.length ? ['keeps a cookie'] : []), ...(stored ? ['keeps something in localStorage or sessionStorage'] : [])];
}

/** Whether style, letters and pictures are there. */
async function arrived(page) {
  return page.evaluate(async () => {
    const faults = [];
    const family = 'Atkinson Hyperlegible Next';
    await document.fonts.ready;
    const loaded = [...document.fonts].filter((font) => font.family.includes(family) && font.status === 'loaded');
    if (!getComputedStyle(document.body).fontFamily.includes(family)) faults.push('the style sheet is not there');
    if (!loaded.length || !document.fonts.check(`20px "${family}"`)) faults.push('the letters are not there');
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    for (const image of document.images) if (!image.naturalWidth) faults.push(`the picture ${image.getAttribute('src')} is not there`);
    for (const media of document.querySelectorAll('video[poster]')) {
      const poster = new Image();
      poster.src = media.poster;
      await poster.decode().catch(() => faults.push(`the picture ${media.poster} is not there`));
    }
    return faults;
  });
}

/** Films and sounds play. */
async function plays(page) {
  return page.evaluate(async () => {
    const faults = [];
    for (const media of document.querySelectorAll('video, audio')) {
      media.preload = 'metadata';
      media.load();
      const ready = new Promise((done) => media.addEventListener('loadedmetadata', done, { once: true }));
      const failed = new Promise((done) => media.querySelector('source:last-of-type')?.addEventListener('error', () => done('failed'), { once: true }));
      if ((await Promise.race([ready, failed])) === 'failed') faults.push(`${media.tagName} does not play`);
    }
    return faults;
  });
}

/** Links of a page that lead nowhere. */
function deadLinks(site, page) {
  const found = [];
  for (const [, written] of site.read(page).matchAll(/<a [^>]*?href="([^"]*)"/g)) {
    const href = written.replaceAll('&amp;', '&');
    if (/^(https?|mailto|tel|sms):/.test(href)) continue;
    const [path, place] = href.split('#');
    const file = path.startsWith(site.mount) ? path.slice(site.mount.length) : posix.join(posix.dirname(page), path);
    const target = path ? file : page;
    const isThere = target.endsWith('.html') ? site.pages.includes(target) : existsSync(join(site.folder, target));
    if (!isThere) found.push(`${href} is not there`);
    else if (place && !site.read(target).includes(` id="${decodeURIComponent(place)}"`)) found.push(`${href} leads to no place`);
  }
  return found;
}

// Chromium shows no captions from a disk: to it, every file there is a stranger to every other.
const isCaptions = (fault) => /Unsafe attempt to load URL file:.*\.vtt from frame/.test(fault);

test('served from a subfolder: nothing is asked of others, nothing is kept, the policy holds', async () => {
  const look = async (page, { site, page: name }, faults) => {
    const policy = site.read(name).includes(`content="default-src 'none'`) ? [] : ['has no policy'];
    const found = [...(await arrived(page)), ...(await kept(page)), ...(await plays(page)), ...policy, ...faults];
    return found;
  };
  none(await lookAtAll(all.browser, all.server, all.pages, {}, look), 'served');
});

test('opened from a disk: the same', async () => {
  // With an address in the settings, 404.html is made for that address alone.
  const pages = all.pages.filter(({ site, page }) => !(site.name === 'fixture' && page === '404.html'));
  const found = [];
  for (const site of all.sites) {
    const { page, faults, close } = await openPage(all.browser, fileUrl(site));
    for (const item of pages.filter((item) => item.site === site)) {
      faults.length = 0;
      await page.goto(fileUrl(site, item.page));
      found.push(...[...(await arrived(page)), ...(await kept(page)), ...faults.filter((fault) => !isCaptions(fault))].map((fault) => `${item.name}: ${fault}`));
    }
    await close();
  }
  none(found, 'from a disk');
});

test('every link inside a site leads to a page, and to a place that is on it', () => {
  none(all.pages.flatMap(({ site, page, name }) => deadLinks(site, page).map((fault) => `${name}: ${fault}`)), 'links');
});

test('an address that is not there shows a whole page, at any depth', async () => {
  const { page, close } = await openPage(all.browser, all.server.origin);
  const site = all.site('fixture');
  const answer = await page.goto(all.server.url(site, 'no/such/page.html'));
  none([...(answer.status() === 404 ? [] : [`the answer is ${answer.status()}`]), ...(await arrived(page))], '404');
  await follow(page, page.locator('a.button'));
  none(page.url() === all.server.url(site, 'index.html') ? [] : [`the button leads to ${page.url()}`], '404');
  await close();
});

test('a reader can go through a guide from a disk', async () => {
  const site = all.site('own');
  const { page, faults, close } = await openPage(all.browser, fileUrl(site));
  await page.goto(fileUrl(site, 'index.html'));
  await follow(page, page.locator('.card').first());
  await follow(page, page.locator('a.button'));
  const titles = new Set();
  // Every part, and the link at the end that leads back to the cover.
  for (let on = page.locator('.turn .on'); await on.count(); ) {
    titles.add(await page.locator('h1').textContent());
    await follow(page, on);
  }
  none([...faults, ...(titles.size === 11 ? [] : [`goes through ${titles.size} of 11 parts`])], 'from a disk');
  await close();
});

test('planted faults are caught', async () => {
  const site = all.site('own');
  const { page, faults, close } = await openPage(all.browser, all.server.origin);
  const show = async (html) => {
    await page.route('**/planted.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(all.server.url(site, 'planted.html'));
  };
  // The policy of our pages, and what it forbids.
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(site.read('index.html'))[0];
  await show(pageAround('<script>document.title = "x"</script><p style="color:red">Red</p>', policy));
  caught(faults, 'policy forbids script-src');
  caught(faults, 'policy forbids style-src');
  await show(pageAround('<img src="https://example.org/x.png" alt=""><img src="nothing.png" alt=""><audio><source src="nothing.mp3"></audio>'));
  caught(faults, 'asks for https://example.org/x.png');
  const found = [...(await arrived(page)), ...(await plays(page))];
  for (const word of ['the style sheet', 'the letters', 'nothing.png', 'AUDIO does not play']) caught(found, word);
  await page.evaluate(() => (localStorage.setItem('a', 'b'), (document.cookie = 'a=b')));
  caught(await kept(page), 'localStorage');
  caught(await kept(page), 'cookie');
  const planted = { ...site, read: () => '<a href="words/index.html">A</a><a href="no/index.html">B</a><a class="x" href="#no-place">C</a>' };
  const dead = deadLinks(planted, 'index.html');
  caught(dead, 'no/index.html is not there');
  caught(dead, '#no-place leads to no place');
  await close();
});
