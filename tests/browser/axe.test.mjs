// axe-core, with every rule that it has, on every page in light and in dark.
import test from 'node:test';
import axe from 'axe-core';
import { inScheme, lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** The faults that axe finds on a page. Scripts that come through the inspector are not under the page's policy. */
async function look(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => {
    // Everything is on: best practice, experiments, AAA (with contrast of 7 to 1).
    const rules = Object.fromEntries(globalThis.axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    // An experiment that wants a widget's role of all that takes the focus. A wide table has to take it, so that the
    // keyboard can scroll it: axe's own rule scrollable-region-focusable asks for that.
    rules['focus-order-semantics'] = { enabled: false };
    return globalThis.axe.run(document, { rules, preload: false, resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`));
}

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
