// Photos: Alongside beside libvips (sharp, as eleventy-img calls it), on the same photos, in one run.
//
//     node benches/pictures.mjs [--photos 100] [--runs 3] [--alongside target/release/alongside]
//
// Makes photos of 1600 x 1200 dots. Then both make each photo in the widths 360, 720 and 1200, as JPEG and as WebP, from
// nothing: wall time and CPU time, the best of the runs. Then Alongside builds once more with a changed page and no site:
// what it has kept. Needs `npm install --no-save @11ty/eleventy-img`. Only ratios of one run say something.

import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const WIDTHS = [360, 720, 1200];
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const photos = Number(argument("photos", 100));
const runs = Number(argument("runs", 3));
const alongside = path.resolve(argument("alongside", "target/release/alongside"));
const require = createRequire(path.join(process.cwd(), "package.json"));

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes a photo: clouds of colour from coarse to fine, and the grain of a camera. */
async function makePhoto(sharp, seed, file) {
  const [width, height] = [1600, 1200];
  const next = numbers(seed);
  const sum = new Float32Array(width * height * 3);
  for (const [columns, weight] of [[4, 90], [16, 45], [64, 24], [256, 14], [800, 8], [width, 3]]) {
    const rows = Math.round((columns * height) / width);
    const raw = Buffer.alloc(columns * rows * 3);
    for (let at = 0; at < raw.length; at++) raw[at] = next() * 256;
    const cloud = sharp(raw, { raw: { width: columns, height: rows, channels: 3 } });
    const large = await cloud.resize(width, height, { fit: "fill", kernel: "cubic" }).raw().toBuffer();
    for (let at = 0; at < sum.length; at++) sum[at] += ((large[at] - 128) * weight) / 64;
  }
  const dots = Buffer.alloc(sum.length);
  for (let at = 0; at < dots.length; at++) dots[at] = Math.max(0, Math.min(255, 128 + sum[at]));
  await sharp(dots, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 }).toFile(file);
}

/** The wall time and the CPU time of a command, in seconds. */
function timed(command, args, cwd) {
  const line = 'import resource,subprocess,sys,time\nt=time.perf_counter()\nr=subprocess.run(sys.argv[1:],stdout=2)\nw=time.perf_counter()-t\nu=resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(w,u.ru_utime+u.ru_stime,u.ru_maxrss)\nsys.exit(r.returncode)';
  const run = spawnSync("python3", ["-c", line, command, ...args], { cwd, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${run.stderr}`);
  const [wall, cpu, memory] = run.stdout.trim().split(" ").map(Number);
  return { wall, cpu, memory };
}

const best = (results) => ({
  wall: Math.min(...results.map((result) => result.wall)),
  cpu: Math.min(...results.map((result) => result.cpu)),
  memory: Math.max(...results.map((result) => result.memory)),
});

/** What the peer runs, in a program of its own. */
async function peer() {
  const { default: image } = await import(require.resolve("@11ty/eleventy-img"));
  const folder = process.argv[3];
  const out = path.join(folder, "peer");
  const options = { widths: WIDTHS, formats: ["jpeg", "webp"], outputDir: out, useCache: false, cacheOptions: {} };
  const files = fs.readdirSync(path.join(folder, "content")).filter((name) => name.endsWith(".jpg"));
  await Promise.all(files.map((name) => image(path.join(folder, "content", name), options)));
}

async function main() {
  const sharp = require(require.resolve("sharp", { paths: [path.dirname(require.resolve("@11ty/eleventy-img"))] }));
  const memory = fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir();
  const folder = fs.mkdtempSync(path.join(memory, "photos-"));
  try {
    const content = path.join(folder, "content");
    fs.mkdirSync(content);
    const settings = "title: Bench\norganisation:\n  name: Our DPO\n  contact:\n    phone: 01632 960000\n    email: hello@example.org\n";
    fs.writeFileSync(path.join(folder, "alongside.yaml"), settings);
    const rows = [];
    for (let photo = 0; photo < photos; photo++) {
      await makePhoto(sharp, photo, path.join(content, `photo-${photo}.jpg`));
      rows.push(`![What photo ${photo} shows](photo-${photo}.jpg) We look at photo ${photo}.`);
    }
    const page = "---\ntitle: Photos\nfor: Everyone\nby: Us\ndate: 22 November 2026\n---\n\n";
    const write = (words) => fs.writeFileSync(path.join(content, "a.md"), `${page}${words}\n${rows.join("\n")}\n`);
    const clear = (...names) => names.forEach((name) => fs.rmSync(path.join(folder, name), { recursive: true, force: true }));
    const [ours, theirs, kept] = [[], [], []];
    for (let run = 0; run < runs; run++) {
      write("![](listen) One.");
      clear("public", "peer", ".alongside");
      ours.push(timed(alongside, ["build"], folder));
      theirs.push(timed(process.execPath, [fileURLToPath(import.meta.url), "--peer", folder], process.cwd()));
      write("![](listen) Another.");
      clear("public");
      kept.push(timed(alongside, ["build"], folder));
    }
    const count = (name) => fs.readdirSync(path.join(folder, name)).filter((file) => /\.(jpe?g|webp)$/.test(file)).length;
    const size = (name) => Number(execFileSync("du", ["-sk", path.join(folder, name)], { encoding: "utf8" }).split("\t")[0]) / 1024;
    console.log(`${photos} photos, ${WIDTHS.join(", ")} wide: ${count("public/assets")} files of ours, ${count("peer")} of libvips`);
    const show = (name, { wall, cpu, memory }) =>
      console.log(`${name.padEnd(22)} ${wall.toFixed(2)} s wall, ${cpu.toFixed(2)} s CPU, ${Math.round(memory / 1024)} MB at the most`);
    show("Alongside, cold", best(ours));
    show("libvips (sharp), cold", best(theirs));
    show("Alongside, kept", best(kept));
    const ratio = (what) => (best(ours)[what] / best(theirs)[what]).toFixed(2);
    console.log(`Alongside / libvips: ${ratio("wall")} wall, ${ratio("cpu")} CPU. Files: ${size("public/assets").toFixed(0)} MB / ${size("peer").toFixed(0)} MB`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await (process.argv[2] === "--peer" ? peer() : main());
