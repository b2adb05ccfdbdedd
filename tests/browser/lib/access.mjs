// axe and HTML_CodeSniffer on an open page, with everything that they have.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import axe from 'axe-core';

const sniffer = readFileSync(createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js'), 'utf8');

/** The faults that axe finds on a page. Scripts that come through the inspector are not under the page's policy. */
export async function axeFaults(page) {
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

/**
 * The errors and warnings of HTML_CodeSniffer at level AAA on a page, but for those that `answered` names: warnings that ask
 * a person to look, where somebody has: { code: the end of its code, html: what the element begins with }.
 */
export async function snifferFaults(page, answered) {
  await page.evaluate(sniffer);
  const messages = await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const tell = ({ type, code, element }) => ({ type, code, html: (element?.outerHTML ?? '').slice(0, 160) });
        globalThis.HTMLCS.process('WCAG2AAA', document, () => done(globalThis.HTMLCS.getMessages().map(tell)), () => fail(new Error('HTMLCS failed')));
      }),
  );
  const [error, warning] = [1, 2];
  const counts = ({ type, code, html }) => (type === error || type === warning) && !answered.some((known) => code.endsWith(known.code) && known.html.test(html));
  return messages.filter(counts).map(({ code, html }) => `${code}: ${html}`);
}
