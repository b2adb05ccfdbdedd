// How good are the suggestions? Asks the real program about every sentence of sentences.tsv and counts.
//
// usage: ALONGSIDE=target/release/alongside node tools/suggest/score.mjs [--misses]
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const top = resolve(import.meta.dirname, "../..");
const program = resolve(process.env.ALONGSIDE ?? join(top, "target/release/alongside"));
const openmoji = process.env.OPENMOJI ?? join(top, "node_modules/openmoji");
const showMisses = process.argv.includes("--misses");

/** The sentences, with the pictures that people would accept for each. */
function sentences() {
  const [, ...lines] = readFileSync(join(import.meta.dirname, "sentences.tsv"), "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [part, sentence, starter, hexcodes] = line.split("\t");
    return { part, sentence, starter: starter.split(" ").filter(Boolean), openmoji: hexcodes.split(" ").filter(Boolean) };
  });
}

/** A toolkit with the packs in it. */
function toolkit() {
  const folder = mkdtempSync(join(tmpdir(), "alongside-suggest-"));
  writeFileSync(join(folder, "alongside.yaml"), "title: Suggestions\n");
  if (existsSync(openmoji)) execFileSync(program, ["pictures", "add", openmoji, "--name", "openmoji"], { cwd: folder });
  else console.error(`OpenMoji is not at ${openmoji}: run npm ci, or set OPENMOJI. Only the starter pack is counted.`);
  return folder;
}

function suggestions(folder, pack, all) {
  const input = all.map(({ sentence }) => sentence).join("\n");
  const output = execFileSync(program, ["pictures", "suggest", "--stdin", "--pack", pack, "--format", "json"], { cwd: folder, input, maxBuffer: 1e9 });
  return JSON.parse(output).sentences.map(({ suggestions }) => suggestions);
}

/** The names by which a suggestion may have been accepted. */
const names = (pack, suggestion) => (pack === "starter" ? [suggestion.id] : [suggestion.original, ...suggestion.variants]);

const folder = toolkit();
try {
  const all = sentences();
  console.log("pack      part      sentences  recall@1  recall@5  none");
  for (const pack of existsSync(openmoji) ? ["openmoji", "starter"] : ["starter"]) {
    const found = suggestions(folder, pack, all);
    const places = all.map((one, i) => found[i].findIndex((s) => names(pack, s).some((name) => one[pack].includes(name))));
    for (const part of ["tuning", "held-out"]) {
      const mine = all.map((one, i) => i).filter((i) => all[i].part === part);
      const share = (most) => (mine.filter((i) => places[i] >= 0 && places[i] < most).length / mine.length).toFixed(3);
      const none = mine.filter((i) => found[i].length === 0).length;
      console.log([pack.padEnd(9), part.padEnd(9), String(mine.length).padStart(9), share(1).padStart(9), share(5).padStart(9), String(none).padStart(5)].join(" "));
      if (showMisses && part === "tuning") {
        for (const i of mine.filter((i) => places[i] < 0)) console.log(`    ${all[i].sentence}\n        ${found[i].map((s) => `${s.id} ${s.score}`).join(", ")}`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
