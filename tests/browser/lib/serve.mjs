// A small server of files on this machine alone.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

const kinds = {
  html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg',
  woff2: 'font/woff2', mp4: 'video/mp4', webm: 'video/webm', mp3: 'audio/mpeg', vtt: 'text/vtt', xml: 'application/xml',
};

/** Serves each site below its `mount`, and the site's 404.html for what is not there. */
export async function serve(sites) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const site = sites.find(({ mount }) => path.startsWith(mount));
    const send = async (status, file) => {
      const bytes = await readFile(join(site.folder, file));
      // The names of assets change with their contents, so they may be kept.
      const keep = file.startsWith('assets/') ? 'public, max-age=3600, immutable' : 'no-store';
      response.writeHead(status, { 'content-type': kinds[file.split('.').pop()] ?? 'application/octet-stream', 'cache-control': keep });
      response.end(bytes);
    };
    try {
      await send(200, path.slice(site.mount.length));
    } catch {
      if (site && path.endsWith('.html')) return send(404, '404.html');
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: (site, page) => origin + site.mount + page, close: () => new Promise((done) => server.close(done)) };
}
