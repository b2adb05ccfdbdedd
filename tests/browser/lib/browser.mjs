// A real browser that lets nothing out, and notes what pages try.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** Starts Chromium. It finds no other machine: what asks for one fails. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

/**
 * A page in a context of its own. `faults` fills with what should never happen: requests to elsewhere, messages in the
 * console, errors in scripts. `home` is where requests may go: the beginning of their address.
 */
export async function openPage(browser, home, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const faults = [];
  // Tells what the security policy of a page forbade.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy forbids ${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) faults.push(`asks for ${request.url()}`);
  });
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  return { page, context, faults, close: () => context.close() };
}

/** The address of a page on the disk, as a reader with a USB stick opens it. */
export function fileUrl(site, page = '') {
  return pathToFileURL(`${site.folder}/${page}`).href;
}

/** Follows a link, and waits until the page behind it is there. */
export async function follow(page, link) {
  await Promise.all([page.waitForEvent('framenavigated'), link.click()]);
  await page.waitForLoadState();
}

/** What `look` finds in light or in dark. */
export async function inScheme(page, colorScheme, look) {
  await page.emulateMedia({ colorScheme });
  return (await look(page)).map((fault) => `${colorScheme}: ${fault}`);
}

/**
 * Calls `look` for every page, in several contexts side by side. `look(page, item)` gives the faults that it found, or
 * nothing. All faults come back, each with the name of its page.
 */
export async function lookAtAll(browser, server, items, options, look) {
  const queue = [...items];
  const found = [];
  const work = async () => {
    const { page, faults, close } = await openPage(browser, server.origin, options);
    for (let item = queue.shift(); item; item = queue.shift()) {
      faults.length = 0;
      await page.goto(server.url(item.site, item.page));
      const more = (await look(page, item, faults)) ?? [];
      found.push(...more.map((fault) => `${item.name}: ${fault}`));
    }
    await close();
  };
  await Promise.all([work(), work()]);
  return found.sort();
}
