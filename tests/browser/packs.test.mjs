// Takes in the real packs from npm, and asks for pictures: the same program, the packs as their makers publish them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";

const top = resolve(import.meta.dirname, "../..");
const program = resolve(process.env.ALONGSIDE ?? join(top, "target/release/alongside"));

function inToolkit(use) {
  const folder = mkdtempSync(join(tmpdir(), "alongside-packs-"));
  writeFileSync(join(folder, "alongside.yaml"), "title: Packs\n");
  try {
    use(folder, (...words) => execFileSync(program, ["pictures", ...words], { cwd: folder, encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const packs = [
  { npm: "openmoji", licence: "CC-BY-SA-4.0", least: 2000, credit: "All emojis designed by OpenMoji – the open-source emoji and icon project. License: CC BY-SA 4.0" },
  { npm: "healthicons", licence: "CC0-1.0", least: 600 },
];

for (const { npm, licence, least, credit } of packs) {
  test(`${npm} is taken in whole, and a second time changes nothing`, () => {
    inToolkit((folder, pictures) => {
      const said = pictures("add", join(top, "node_modules", npm));
      assert.ok(said.includes(licence) && !said.includes("left out"), said);
      const pack = join(folder, "symbols", npm);
      const drawings = readdirSync(pack).filter((name) => name.endsWith(".svg"));
      const lines = readFileSync(join(pack, "symbols.csv"), "utf8").trimEnd().split("\n").length - 1;
      assert.ok(drawings.length >= least && drawings.length === lines, `${drawings.length} drawings, ${lines} lines`);
      for (const name of drawings) {
        const text = readFileSync(join(pack, name), "utf8");
        assert.ok(!/<script|<style|<image|onload|href="(?!#)/i.test(text), name);
      }
      const settings = readFileSync(join(pack, "pack.yaml"), "utf8");
      assert.ok(settings.includes(`licence: "${licence}"`) && settings.includes(credit ?? ""), settings);
      const changed = () => readdirSync(pack).map((name) => statSync(join(pack, name)).mtimeMs);
      const before = changed();
      assert.match(pictures("add", join(top, "node_modules", npm)), /Nothing has changed/);
      assert.deepEqual(changed(), before);
    });
  });
}

test("suggestions from OpenMoji are good enough on sentences that nobody tuned to", () => {
  const said = execFileSync("node", [join(top, "tools/suggest/score.mjs")], { encoding: "utf8", env: { ...process.env, ALONGSIDE: program } });
  const line = said.split("\n").find((line) => /^openmoji\s+held-out/.test(line));
  const recall = Number(line.trim().split(/\s+/)[4]);
  assert.ok(recall >= 0.8, said);
});
