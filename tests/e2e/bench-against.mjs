// Two built pages by turns in one run: what an edit costs on each part of the page, and how long a cold open takes.
// Run by `cargo xtask bench --against <folder>`. The ratios say what a change of the page costs; the times belong to the
// machine.
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
import { YEAR_PARTS, opened, quantile, timedEdits } from './support/measure.mjs';

const PAGES = [
  ['old', process.env.TUOWEI_AGAINST_URL],
  ['new', process.env.TUOWEI_URL],
];
const SIZES = [10, 2_844];
const ROUNDS = 3;
/** Without anything kept from before: the engine compiles the program each time. */
const COLD_OPENS = 15;

/** The kinds of edits, each with where its times are among those of a round. */
const KINDS = [
  ['plan', ({ edits }) => edits],
  ['plan, charts hidden', ({ chartless }) => chartless],
  ['plan, Enter that stores', ({ commits }) => commits],
  ['plan with the assistant', ({ assistant }) => assistant],
  ['supply and demand', ({ supply }) => supply],
  ['compare', ({ comparison }) => comparison],
  ...YEAR_PARTS.map((part) => [part, ({ year }) => year[part]]),
];

/** Every round has both pages, and the one that was second is first in the next. */
const inTurn = (round) => (round % 2 === 0 ? PAGES : [...PAGES].reverse());

/** Wall time until the page says that it can be used, and the main thread's work until then, both in milliseconds. */
async function coldOpen(url) {
  // A browser of its own keeps nothing of a page that was opened before.
  const browser = await chromium.launch(config.use.launchOptions);
  const { locale, timezoneId, viewport } = config.use;
  const page = await browser.newPage({ locale, timezoneId, viewport });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  const wall = performance.now() - start;
  const { metrics } = await client.send('Performance.getMetrics');
  const thread = 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  await browser.close();
  return { wall, thread };
}

function line(name, before, after) {
  const cells = [0.5, 0.95].flatMap((share) => {
    const [old, now] = [quantile(before, share), quantile(after, share)];
    return [old.toFixed(2), now.toFixed(2), (now / old).toFixed(2)];
  });
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(9)).join(''));
}

const title = (name) =>
  console.log(`\n${name.padEnd(34)}${['old', 'new', 'ratio', 'old p95', 'new p95', 'ratio'].map((cell) => cell.padStart(9)).join('')}`);

const opens = { old: [], new: [] };
for (let round = 0; round < COLD_OPENS; round += 1) {
  for (const [name, url] of inTurn(round)) opens[name].push(await coldOpen(url));
}
title('ms of a cold open, medians and p95');
line('until the page can be used', opens.old.map(({ wall }) => wall), opens.new.map(({ wall }) => wall));
line('of the main thread', opens.old.map(({ thread }) => thread), opens.new.map(({ thread }) => thread));

for (const size of SIZES) {
  const times = { old: [], new: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, url] of inTurn(round)) {
      const browser = await chromium.launch(config.use.launchOptions);
      times[name].push(await opened(browser, size, url).then((bench) => timedEdits(bench, 1)));
      await browser.close();
    }
  }
  title(`ms per edit, ${size} counties`);
  for (const [name, of] of KINDS) {
    const all = (rounds) => rounds.flatMap(of).map((edit) => edit.all);
    line(name, all(times.old), all(times.new));
  }
}
