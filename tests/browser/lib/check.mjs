// Words for what a test found.
import assert from 'node:assert/strict';

/** There are no faults, or all of them are told. */
export function none(faults, what) {
  assert.equal(faults.length, 0, `${what}: ${faults.length} found\n  ${faults.slice(0, Number(process.env.SHOW ?? 40)).join('\n  ')}`);
}

/** A planted fault was found: a test that cannot fail shows nothing. */
export function caught(faults, word) {
  assert.ok(faults.some((fault) => fault.includes(word)), `The planted fault “${word}” was not caught. Found: ${JSON.stringify(faults)}`);
}

/** A whole page around some HTML, without faults of its own. */
export function pageAround(body, head = '') {
  return `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>A page</title>${head}</head>
<body><header><a href="#m">Home</a></header><main id="m"><h1>A page</h1>${body}</main><footer><p>The end</p></footer></body></html>`;
}
