// axe-core, with every rule that it has, on every page in light and in dark.
import test from 'node:test';
import { axeFaults as look } from './lib/access.mjs';
import { inScheme, lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

test('axe finds nothing, in light and in dark', async () => {
  const both = async (page) => [...(await inScheme(page, 'light', look)), ...(await inScheme(page, 'dark', look))];
  none(await lookAtAll(all.browser, all.server, all.pages, {}, both), 'axe');
});

test('axe finds nothing when meanings are open', async () => {
  const parts = all.pages.filter(({ site, page }) => site.read(page).includes('class="meaning"'));
  const open = async (page) => {
    for (const word of await page.locator('a.word[role="button"]').all()) {
      if ((await word.getAttribute('aria-expanded')) === 'false') await word.click();
    }
    return look(page);
  };
  none(await lookAtAll(all.browser, all.server, parts, {}, open), 'axe, meanings open');
});

test('axe catches planted faults', async () => {
  const { page, close } = await openPage(all.browser, 'about:');
  await page.setContent(pageAround('<img src="x.png"><p style="color:#767676">Grey words</p><h4>A jump</h4>'));
  const faults = await look(page);
  caught(faults, 'image-alt');
  caught(faults, 'color-contrast-enhanced');
  caught(faults, 'heading-order');
  await close();
});
