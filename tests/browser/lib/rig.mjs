// What most tests need: the sites, a server, a browser. All is put away when the tests of the file are done.
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';
import { buildSites, pagesOf } from './sites.mjs';

/** Sets up before the first test of a file. Its fields are there once tests run. */
export function rig() {
  const all = {};
  before(async () => {
    const { sites, remove } = buildSites();
    Object.assign(all, { sites, remove, pages: pagesOf(sites), server: await serve(sites), browser: await launch() });
    all.site = (name) => sites.find((site) => site.name === name);
  });
  after(async () => {
    await all.browser?.close();
    await all.server?.close();
    all.remove?.();
  });
  return all;
}
