// The HTML of every page is correct: html-validate, and the Nu checker of the W3C.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { caught, none, pageAround } from './lib/check.mjs';
import config from './lib/htmlvalidate.config.mjs';
import { buildSites, pagesOf } from './lib/sites.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const validator = new HtmlValidate(new StaticConfigLoader(config));
let built;

before(() => (built = buildSites()));
after(() => built?.remove());

function validate(html) {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`));
}

/** Errors and warnings of the Nu checker, which reads all the files at once. */
function nu(files) {
  const { stderr, error } = spawnSync('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error(`The Nu checker needs java (default-jre-headless): ${error.message}`);
  // The checker does not know on which site a file will stand, so it takes all of 'self' for strangers. The browser
  // knows better: see private.test.mjs.
  const isPolicy = (message) => message.startsWith('Resource violates Content Security Policy');
  const counts = ({ type, subType, message }) => !isPolicy(message) && (type === 'error' || type === 'non-document-error' || subType === 'warning');
  return JSON.parse(stderr).messages.filter(counts).map(({ url, lastLine, message }) => `${url}, line ${lastLine}: ${message}`);
}

test('html-validate finds nothing', () => {
  none(pagesOf(built.sites).flatMap(({ site, page, name }) => validate(site.read(page)).map((fault) => `${name}: ${fault}`)), 'html-validate');
});

test('the Nu checker finds nothing', () => {
  none(nu(built.sites.flatMap(({ folder, pages }) => pages.map((page) => join(folder, page)))), 'the Nu checker');
});

test('both catch planted faults', () => {
  const html = pageAround('<p>One<div>two</div></p><img src="x.png"><ul><p>no item</p></ul>');
  caught(validate(html), 'element-permitted-content');
  const folder = mkdtempSync(join(tmpdir(), 'alongside-nu-'));
  writeFileSync(join(folder, 'page.html'), html);
  caught(nu([join(folder, 'page.html')]), 'An “img” element must have an “alt” attribute');
  rmSync(folder, { recursive: true });
});
