// Starts the preview of a small toolkit of its own, and ends it again.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { program } from './sites.mjs';

/** A toolkit in a temporary folder. `files`: path -> text. */
export function toolkit(files) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-preview-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    has: (path) => existsSync(join(folder, path)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts the preview of the toolkit, and waits until it is there. */
export async function preview(folder, ...flags) {
  const child = spawn(program(), ['preview', '--no-open', ...flags], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  const heard = [];
  const hear = (text) => {
    told += text;
    for (const wake of heard.splice(0)) wake();
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise((done) => child.on('exit', done));
  ended.then(() => hear(''));
  /** Waits until the terminal has told this. */
  const tells = async (pattern, from = 0) => {
    for (;;) {
      const found = pattern.exec(told.slice(from));
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`The preview ended:\n${told}`);
      await new Promise((wake) => heard.push(wake));
    }
  };
  const [, origin] = await tells(/is at (http:\/\/127\.0\.0\.1:\d+)\//);
  await tells(/press Ctrl-C/);
  const stop = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { origin, tells, told: () => told, stop };
}
