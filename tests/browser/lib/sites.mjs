// Builds the toolkits that the tests look at, each into a temporary folder.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixture = join(root, 'tests/browser/toolkit');

/** The program: from ALONGSIDE, or as cargo made it. */
export function program() {
  const places = [process.env.ALONGSIDE, join(root, 'target/release/alongside'), join(root, 'target/debug/alongside')];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('There is no alongside to test. Run “cargo build --release” first, or set ALONGSIDE to its path.');
  return found;
}

/** Builds the toolkit in `folder` into `output`, or tells why it cannot be built. */
function build(folder, output) {
  try {
    execFileSync(program(), ['build', '--output', output], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`The toolkit in ${folder} cannot be built:\n${error.stdout}${error.stderr}`);
  }
}

/** Every file below a folder, with / between its parts. */
export function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
}

/**
 * The sites: our own toolkit, and the toolkit of the tests with its first and with its other settings.
 * `mount` is where a server shows the site: never at its top, because a council's guides live in a subfolder.
 */
export function buildSites() {
  const work = mkdtempSync(join(tmpdir(), 'alongside-browser-'));
  // A copy each: two builds of one toolkit would have to wait for each other, and tests run side by side.
  const copy = (name, source, settings = 'alongside.yaml') => {
    const folder = join(work, name);
    for (const part of ['content', 'symbols', 'themes', 'words.yaml', 'pictures.yaml', 'logo.svg']) {
      if (existsSync(join(source, part))) cpSync(join(source, part), join(folder, part), { recursive: true });
    }
    cpSync(join(source, settings), join(folder, 'alongside.yaml'));
    // The theme and the pictures as they are now, not as they were when the program was made.
    cpSync(join(root, 'themes/default'), join(folder, 'themes/default'), { recursive: true });
    cpSync(join(root, 'symbols/starter'), join(folder, 'symbols/starter'), { recursive: true });
    return folder;
  };
  const site = (name, toolkit, mount) => {
    const folder = join(work, `${name}-site`);
    build(toolkit, folder);
    const pages = filesIn(folder).filter((file) => file.endsWith('.html'));
    return { name, folder, mount, pages, read: (page) => readFileSync(join(folder, page), 'utf8') };
  };
  const sites = [
    site('own', copy('own', root), '/guides/ours/'),
    // The address in its settings, which only 404.html uses.
    site('fixture', copy('fixture', fixture), '/toolkit/'),
    site('other', copy('other', fixture, 'alongside-other.yaml'), '/a/b/'),
  ];
  return { sites, remove: () => rmSync(work, { recursive: true, force: true }) };
}

/** Every page of every site. */
export function pagesOf(sites) {
  return sites.flatMap((site) => site.pages.map((page) => ({ site, page, name: `${site.name}: ${page}` })));
}

/** The words of the interface in a language: name -> words. */
export function interfaceWords(language) {
  const text = readFileSync(join(root, `themes/default/words/${language}.ftl`), 'utf8');
  const words = new Map();
  let name = '';
  for (const line of text.split('\n')) {
    const start = /^([a-z][a-z0-9-]*) = ?(.*)$/.exec(line);
    if (start) words.set((name = start[1]), start[2]);
    else if (/^\s+\S/.test(line)) words.set(name, `${words.get(name)}\n${line.trim()}`);
  }
  return words;
}
