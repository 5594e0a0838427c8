// How long the main thread is busy with one keystroke in a cell, at three sizes of region, and what that keystroke
// changes on the page. Run by `cargo xtask bench`. It prints figures and judges none of them: times belong to the
// machine that they were taken on, and so ratios within one run say the most.
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { YEAR_PARTS, begin, median, opened, p95, painted, quantile, timedEdits, type } from './support/measure.mjs';

const SIZES = [10, 117, 2_844];
const TURNS = 3;
/** Keystrokes whose way to the screen is timed. */
const EDITS = 60;
/** Keystrokes whose changes are counted, apart from those that are timed: watching costs time, too. */
const WATCHED = 10;
/** Of a screen that shows 60 a second, in milliseconds. */
const FRAME = 1_000 / 60;

/** What reaches the screen, by the clock on the wall: how long from keydown to paint, how often a frame is late. */
async function onScreen(page) {
  await page.evaluate(() => {
    window.screenNotes = { waits: [], gaps: [] };
    const note = (entry) => entry.name === 'keydown' && window.screenNotes.waits.push(entry.duration);
    // The browser tells to 8 ms how long a key took, and keeps silent about those below 16.
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type: 'event', durationThreshold: 16 });
    const frame = (last) => (now) => {
      window.screenNotes.gaps.push(now - last);
      requestAnimationFrame(frame(now));
    };
    requestAnimationFrame(frame(performance.now()));
  });
  await type(page, EDITS);
  const { waits, gaps } = await page.evaluate(() => window.screenNotes);
  while (waits.length < EDITS) waits.push(16);
  return { waits, missed: gaps.filter((gap) => gap > 1.5 * FRAME).length };
}

/** Counts from now on what changes, by the part of the page. */
function watch(id) {
  const seen = { row: 0, shares: 0, rows: 0, total: 0, findings: 0, rest: 0, charts: 0 };
  const own = document.querySelector(`[data-testid="row-${id}"]`);
  const partOf = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const within = (selector) => element?.closest(selector);
    if (within('[data-testid^="chart-"]')) return 'charts';
    if (within('[data-testid="findings"]')) return 'findings';
    if (within('#grid tfoot')) return 'total';
    if (!within('#grid tbody')) return 'rest';
    const row = within('tr');
    if (row === own || row?.previousElementSibling === own) return 'row'; // The latter holds its messages.
    // One county's slots change everybody's share of the sum; nothing else in their rows.
    return within('[data-testid^="share-"]') ? 'shares' : 'rows';
  };
  const note = (node) => (seen[partOf(node)] += 1);
  const observer = new MutationObserver((records) => records.forEach((record) => note(record.target)));
  observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
  // Writing into an input is no mutation, so it is seen on its way there.
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  function set(text) {
    note(this);
    value.set.call(this, text);
  }
  Object.defineProperty(HTMLInputElement.prototype, 'value', { ...value, set });
  window.seen = seen;
}

async function measure(browser, size) {
  const bench = await opened(browser, size, process.env.TUOWEI_URL ?? config.use.baseURL);
  const { context, page, id, cell } = bench;
  const times = await timedEdits(bench, TURNS);
  if (size === 10) {
    await page.getByTestId('scenario-select').selectOption('official');
    await painted(page);
  }

  // What follows watches from within the page and so costs time there: nothing is timed after it.
  await begin(page, cell);
  const screen = await onScreen(page);
  await page.evaluate(watch, id);
  await type(page, WATCHED);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return { ...times, screen, seen };
}

/** One line for each of these figures, one column for each size, and how many times the last is of the first. */
function print(title, results, figures) {
  const line = (name, cells) => console.log(name.padEnd(44) + cells.map((cell) => String(cell).padStart(9)).join(''));
  console.log();
  line(title, [...SIZES, 'ratio']);
  for (const [name, figure, digits = 2] of figures) {
    const values = results.map(figure);
    const ratio = values[0] > 0 ? `${(values.at(-1) / values[0]).toFixed(1)}×` : '';
    line(`  ${name}`, [...values.map((value) => value.toFixed(digits)), ratio]);
  }
}

const browser = await chromium.launch(config.use.launchOptions);
const results = [];
try {
  for (const size of SIZES) results.push(await measure(browser, size));
} finally {
  await browser.close();
}

console.log(`One keystroke in a county's slots, ${EDITS} times. The regions above 10 counties are made up.`);
print('ms of the main thread per edit', results, [
  ['median', ({ edits }) => median(edits, 'all')],
  ['p95', ({ edits }) => p95(edits, 'all')],
  ['script, median', ({ edits }) => median(edits, 'script')],
  ['style and layout, median', ({ edits }) => median(edits, 'layout')],
]);
print('the same with the charts hidden', results, [
  ['median', ({ chartless }) => median(chartless, 'all')],
  ['script, median', ({ chartless }) => median(chartless, 'script')],
  ['style and layout, median', ({ chartless }) => median(chartless, 'layout')],
]);
print('ms per edit of children, with a tool open', results, [
  ['the assistant, all six methods, median', ({ assistant }) => median(assistant, 'all')],
  ['the assistant, p95', ({ assistant }) => p95(assistant, 'all')],
  ['supply and demand, median', ({ supply }) => median(supply, 'all')],
  ['supply and demand, p95', ({ supply }) => p95(supply, 'all')],
]);
print('ms per edit on the compare page, four scenarios', results, [
  ['median', ({ comparison }) => median(comparison, 'all')],
  ['p95', ({ comparison }) => p95(comparison, 'all')],
  ['script, median', ({ comparison }) => median(comparison, 'script')],
]);
print('ms per edit of monitoring, twelve reports', results, [
  ...YEAR_PARTS.map((name) => [`${name}, median`, ({ year }) => median(year[name], 'all')]),
  ...YEAR_PARTS.map((name) => [`${name}, p95`, ({ year }) => p95(year[name], 'all')]),
]);
print('for comparison', results, [
  ['a key that edits nothing, median', ({ nothing }) => median(nothing, 'all')],
  ['Enter, which stores the scenario, median', ({ commits }) => median(commits, 'all')],
]);
print('on the screen, if the machine is idle', results, [
  ['ms from keydown to paint, median', ({ screen }) => quantile(screen.waits, 0.5), 0],
  ['ms from keydown to paint, p95', ({ screen }) => quantile(screen.waits, 0.95), 0],
  [`frames of ${FRAME.toFixed(1)} ms missed, in all`, ({ screen }) => screen.missed, 0],
]);
const perEdit = (part) => ({ seen }) => seen[part] / WATCHED;
print('changes of the page per edit', results, [
  ['the edited row', perEdit('row'), 1],
  ['other rows: their shares', perEdit('shares'), 1],
  ['other rows: anything else', perEdit('rows'), 1],
  ['total row', perEdit('total'), 1],
  ['findings', perEdit('findings'), 1],
  ['bars above', perEdit('rest'), 1],
  ['charts', perEdit('charts'), 1],
]);
