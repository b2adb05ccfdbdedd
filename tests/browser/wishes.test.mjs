// What readers ask of their browser is done: nothing moves, more contrast, colours of their own, the dark.
import test from 'node:test';
import { lookAtAll, openPage } from './lib/browser.mjs';
import { caught, none, pageAround } from './lib/check.mjs';
import { rig } from './lib/rig.mjs';

const all = rig();

/** What moves by itself, or slides. */
function moving() {
  // Children of a film have no style at all.
  const seconds = (list) => Math.max(...list.split(',').map((time) => parseFloat(time) || 0));
  const faults = document.getAnimations().map((animation) => `moves: ${animation.animationName ?? animation.transitionProperty ?? 'something'}`);
  for (const element of document.querySelectorAll('*')) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    const name = element.outerHTML.slice(0, 60);
    if (seconds(transitionDuration) > 0) faults.push(`slides: ${name}`);
    if (animationName && animationName !== 'none') faults.push(`moves: ${name}`);
    if (scrollBehavior === 'smooth') faults.push(`scrolls smoothly: ${name}`);
    if (element.matches('[autoplay], marquee, blink')) faults.push(`starts by itself: ${name}`);
  }
  return faults;
}

/** Pictures whose black lines would be lost on a dark ground, and marks that colours alone make. */
function lost() {
  const faults = [];
  const light = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return alpha > 0.9 && 0.2126 * red + 0.7152 * green + 0.0722 * blue > 200;
  };
  for (const picture of document.querySelectorAll('main img.drawing, footer img.drawing')) {
    if (!light(getComputedStyle(picture).backgroundColor)) faults.push(`black lines on the dark: ${picture.getAttribute('src')}`);
  }
  return faults;
}

/** Whether the focus is marked. */
async function marked(page) {
  await page.keyboard.press('Tab');
  const { style, width } = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return { style: outlineStyle, width: parseFloat(outlineWidth) };
  });
  return style === 'solid' && width >= 3 ? [] : ['the focus is lost'];
}

test('nothing moves, drawings can be seen in the dark, and the focus in colours of the reader', async () => {
  const look = async (page) => {
    const faults = [];
    // Nothing moves for anybody, so readers who ask for stillness have it too.
    for (const reducedMotion of ['no-preference', 'reduce']) {
      await page.emulateMedia({ reducedMotion });
      faults.push(...(await page.evaluate(moving)));
    }
    for (const forcedColors of ['none', 'active']) {
      await page.emulateMedia({ colorScheme: 'dark', forcedColors });
      faults.push(...(await page.evaluate(lost)), ...(await marked(page)));
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    return faults;
  };
  none(await lookAtAll(all.browser, all.server, all.pages, {}, look), 'wishes');
});

test('planted faults are caught', async () => {
  const { page, close } = await openPage(all.browser, 'about:', { colorScheme: 'dark' });
  await page.setContent(pageAround('<p id="moves">One</p><p id="slides">Two</p><img class="drawing" src="x.svg" alt="">', '<style>@keyframes a{to{opacity:0}}#moves{animation:a 9s}#slides{transition:all 1s}</style>'));
  const found = await page.evaluate(moving);
  caught(found, 'moves: <p id="moves">');
  caught(found, 'slides: <p id="slides">');
  caught(await page.evaluate(lost), 'x.svg');
  await page.setContent(pageAround('').replace('<a ', '<a style="outline:0" '));
  caught(await marked(page), 'the focus is lost');
  await close();
});
