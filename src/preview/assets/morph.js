// Changes a page in place. It knows the page as it was written before and as it is written now, and changes in the open
// page only what differs between the two: what readers opened, chose or typed there stays as it is.

/** Marks what the preview itself put into a page. */
export const OWN = 'data-alongside-own';

/**
 * Changes `live` by what differs between `old` and `now`. Gives back the elements that were changed or came, or `null`
 * when only loading the page again can show the difference.
 */
export function morph(live, old, now) {
  const scripts = (page) => [...page.querySelectorAll('script')].map((script) => script.outerHTML).join('\n');
  if (scripts(old) !== scripts(now)) return null;
  const changed = new Set();
  patch(live.documentElement, old.documentElement, now.documentElement, changed);
  return [...changed].filter((element) => element.isConnected);
}

function patch(live, old, now, changed) {
  if (old.isEqualNode(now)) return;
  if (live.nodeType !== 1) {
    if (old.nodeValue !== now.nodeValue) {
      live.nodeValue = now.nodeValue;
      if (live.parentElement) changed.add(live.parentElement);
    }
    return;
  }
  patchAttributes(live, old, now, changed);
  patchChildren(live, old, now, changed);
}

function patchAttributes(live, old, now, changed) {
  if (old.cloneNode().isEqualNode(now.cloneNode())) return;
  if (live.localName === 'link' && old.getAttribute('href') !== now.getAttribute('href')) return swapStyle(live, now);
  for (const name of new Set([...old.getAttributeNames(), ...now.getAttributeNames()])) {
    const [before, after] = [old.getAttribute(name), now.getAttribute(name)];
    if (before === after) continue;
    if (name === 'class') patchClasses(live, before ?? '', after ?? '');
    else if (after === null) live.removeAttribute(name);
    else live.setAttribute(name, after);
  }
  changed.add(live);
}

/** Scripts of the page may have added classes of their own: those stay. */
function patchClasses(live, before, after) {
  const names = (text) => text.split(/\s+/).filter(Boolean);
  const [old, now] = [names(before), names(after)];
  live.classList.remove(...old.filter((name) => !now.includes(name)));
  live.classList.add(...now.filter((name) => !old.includes(name)));
}

/** The old style holds until the new one is there. */
function swapStyle(live, now) {
  const link = live.ownerDocument.importNode(now, true);
  const done = () => live.remove();
  link.addEventListener('load', done);
  link.addEventListener('error', done);
  live.after(link);
}

function patchChildren(live, old, now, changed) {
  const before = [...old.childNodes];
  const after = [...now.childNodes];
  const open = match(before, [...live.childNodes].filter((node) => !node.hasAttribute?.(OWN)));
  const pairs = align(before, after);
  const kept = new Set(pairs.filter((place) => place !== null));
  before.forEach((_, place) => {
    if (!kept.has(place)) open[place]?.remove();
  });
  let anchor = [...live.childNodes].find((node, place, all) => all.slice(place).every((other) => other.hasAttribute?.(OWN))) ?? null;
  for (let place = after.length - 1; place >= 0; place--) {
    const from = pairs[place];
    let node = from === null ? null : open[from];
    if (node) {
      patch(node, before[from], after[place], changed);
    } else {
      node = live.ownerDocument.importNode(after[place], true);
      live.insertBefore(node, anchor);
      if (node.nodeType === 1) changed.add(node);
      else if (node.nodeValue.trim()) changed.add(live);
    }
    anchor = node;
  }
}

/** Which nodes of the open page are which of the written one: scripts may have put some in between. */
function match(written, open) {
  if (written.length === open.length && written.every((node, place) => node.nodeName === open[place].nodeName)) return open;
  let from = 0;
  return written.map((node) => {
    const fits = (other) => (node.id ? other.id === node.id : other.nodeName === node.nodeName && (node.nodeType === 1 || other.nodeValue === node.nodeValue));
    const place = open.findIndex((other, at) => at >= from && fits(other));
    if (place < 0) return null;
    from = place + 1;
    return open[place];
  });
}

/** For each new node the place of the old one that it is, or `null`. The order stays, so that nothing has to be moved. */
function align(old, now) {
  const pairs = now.map(() => null);
  const same = (a, b) => a.isEqualNode(b) || (a.id && a.id === b.id && a.nodeName === b.nodeName);
  let start = 0;
  while (start < old.length && start < now.length && same(old[start], now[start])) pairs[start] = start++;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && same(old[oldEnd - 1], now[nowEnd - 1])) pairs[--nowEnd] = --oldEnd;
  // The longest row of nodes that both have, in what is left.
  const [rows, columns] = [oldEnd - start, nowEnd - start];
  if (rows * columns <= 250_000) {
    const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    for (let a = rows - 1; a >= 0; a--) {
      for (let b = columns - 1; b >= 0; b--) {
        longest[a][b] = same(old[start + a], now[start + b]) ? longest[a + 1][b + 1] + 1 : Math.max(longest[a + 1][b], longest[a][b + 1]);
      }
    }
    for (let a = 0, b = 0; a < rows && b < columns; ) {
      if (same(old[start + a], now[start + b])) pairs[start + b++] = start + a++;
      else if (longest[a + 1][b] >= longest[a][b + 1]) a++;
      else b++;
    }
  }
  pairGaps(old, now, pairs);
  return pairs;
}

/** Nodes between the same neighbours and of the same kind are one node with other words. */
function pairGaps(old, now, pairs) {
  let from = 0;
  for (let place = 0; place < now.length; place++) {
    if (pairs[place] !== null) {
      from = pairs[place] + 1;
      continue;
    }
    const next = pairs.slice(place).find((pair) => pair !== null) ?? old.length;
    const kind = (node) => `${node.nodeName} ${node.className ?? ''}`;
    const found = old.findIndex((node, at) => at >= from && at < next && kind(node) === kind(now[place]));
    if (found >= 0) {
      pairs[place] = found;
      from = found + 1;
    }
  }
}
