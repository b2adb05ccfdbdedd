// HTML_CodeSniffer, at level AAA, on every page in light and in dark. Errors and warnings count.
import test from 'node:test';
import { snifferFaults } from './lib/access.mjs';
import { inScheme, lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

// Warnings that ask a person to look at something, and what we saw there.
const answered = [
  // “Is a picture with an empty alt decorative?” A picture beside its sentence says what the sentence says. What it
  // shows stands in data-description, and `describe: always` puts it into alt.
  { code: '1_1_1.H67.2', html: /^<img/ },
  // “Are several links in one paragraph a list?” They are words of a sentence.
  { code: '1_3_1.H48', html: /^<p>/ },
  // “A table may need a caption.” Markdown has none; the group around each table has a name.
  { code: '1_3_1.H39.3.NoCaption', html: /^<table>/ },
  // “<pre> may scroll in two directions.” Only the lines of a program do, inside their frame: see layout.test.mjs.
  { code: '1_4_10.C32,C31,C33,C38,SCR34,G206', html: /^$/ },
  // “The background may be a picture.” Words for browsers that know no films; nobody else sees them.
  { code: '1_4_6.G17.BgImage', html: /^<p>(Your browser cannot play|Ni all eich porwr chwarae)/ },
  // “The background cannot be told.” Words for screen readers, which nobody sees.
  { code: '1_4_6.G18.Abs', html: /^<span class="heard">/ },
];

const look = (page) => snifferFaults(page, answered);

test('HTML_CodeSniffer finds nothing, in light and in dark', async () => {
  const both = async (page) => [...(await inScheme(page, 'light', look)), ...(await inScheme(page, 'dark', look))];
  none(await lookAtAll(all.browser, all.server, all.pages, {}, both), 'HTML_CodeSniffer');
});

test('HTML_CodeSniffer catches planted faults', async () => {
  const { page, close } = await openPage(all.browser, 'about:');
  await page.setContent(pageAround('<img src="x.png"><p style="color:#767676;background:#fff">Grey words</p>'));
  const faults = await look(page);
  caught(faults, 'H37');
  caught(faults, '1_4_6.G17');
  await close();
});
