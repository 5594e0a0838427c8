// How long the main thread is busy with one keystroke in a cell, at three sizes of region, and what that keystroke
// changes on the page. Run by `cargo xtask bench`. It prints figures and judges none of them: times belong to the
// machine that they were taken on, and so ratios within one run say the most.
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';

const SIZES = [10, 117, 2_844];
/** Charts and no charts take turns, so that both see the same good and bad moments of the machine. */
const TURNS = 3;
const EDITS_IN_TURN = 20;
const EDITS = TURNS * EDITS_IN_TURN;
/** Not timed: in the first ones the engine still compiles the page's program. */
const WARM_UP = 20;
const COMMITS = 10;
/** Keystrokes whose changes are counted, apart from those that are timed: watching costs time, too. */
const WATCHED = 10;
/** Of a screen that shows 60 a second, in milliseconds. */
const FRAME = 1_000 / 60;

/** A scenario file as src/storage/schema writes it, of so many counties. Every figure in it is made up. */
function madeUpScenario(size) {
  const counties = Array.from({ length: size }, (_, at) => ({
    id: `c${at + 1}`,
    name: `虚构${at + 1}`,
    base_ppm: 10_000 + ((at * 7_919) % 600) * 100,
    slots: 5 + ((at * 31) % 90),
    children: 1_000 + ((at * 613) % 9_000),
    capacity: 100 + ((at * 17) % 300),
    inclusive: 70 + ((at * 13) % 200),
  }));
  return {
    app: 'tuowei',
    schema: 2,
    supply: { utilisation_ppm: 400_000, inclusive_share_ppm: 710_000 },
    name: `虚构的${size}个县（区）`,
    region: { id: `made-up-${size}`, name: '虚构地区', year: 2026 },
    task: counties.reduce((sum, county) => sum + county.slots, 0),
    targets: { rule: 'uniform', uplift_ppm: 20_800 },
    counties,
  };
}

/** What counties report, in the schema's words; funds are in 0.01 万元. */
const REPORTED = [
  'children', 'enrolled', 'enrolled_public', 'slots', 'slots_public', 'inclusive', 'inclusive_added', 'institutions', 'institutions_public',
  'registered', 'registered_public', 'contracted', 'contracted_public', 'carers', 'carers_public', 'staff', 'staff_public', 'certified',
  'certified_public', 'province_concerned', 'province_trained', 'city_concerned', 'city_trained', 'county_concerned', 'county_trained',
  'competed', 'allocated', 'disbursed',
];

/** The same scenario with a whole report for each month of the year. Every figure is made up. */
function madeUpYear(size) {
  const scenario = madeUpScenario(size);
  const report = (month) => ({
    as_of: `2026-${String(month).padStart(2, '0')}-28`,
    cities_competed: 3,
    counties: scenario.counties.map(({ id }, at) => {
      // Parts as large as what they are a part of, and nothing that falls: no figure contradicts another.
      const count = (figure) => (figure === 'competed' ? 1 : 500 + 2 * month + (at % 7));
      return { id, ...Object.fromEntries(REPORTED.map((figure) => [figure, count(figure)])) };
    }),
  });
  const reports = Array.from({ length: 12 }, (_, at) => report(at + 1));
  return { ...scenario, schema: 4, monitoring: { province_cities: 11, today: '2026-12-31', reports } };
}

/** Opens the page on a region of this size. Answers the id of its first county. */
async function open(page, size) {
  await page.goto(process.env.TUOWEI_URL ?? config.use.baseURL);
  await page.locator('html[data-ready="true"]').waitFor();
  if (size === 10) return 'pingcheng'; // The official plan, which is there already; its first edit starts a copy.
  return openMadeUp(page, size);
}

async function openMadeUp(page, size) {
  const buffer = Buffer.from(JSON.stringify(madeUpScenario(size)));
  await page.getByTestId('scenario-file').setInputFiles({ name: 'bench.json', mimeType: 'application/json', buffer });
  await page.getByTestId('slots-c1').waitFor();
  return 'c1';
}

/** Keystrokes in a county's children while a tool of the page is open, in a made-up region of this size. */
async function withTool(page, client, size, tool) {
  const id = await openMadeUp(page, size);
  await page.getByTestId(tool).click();
  const cell = page.getByTestId(`children-${id}`);
  await begin(page, cell);
  const times = [];
  for (let turn = 0; turn < TURNS; turn += 1) times.push(...(await timedKeys(page, client, keyOf)));
  return times;
}

/** Undoing and redoing one figure on the compare page, with four scenarios side by side. */
async function compared(page, client) {
  const id = 'c1'; // Of the made-up region, which the tools were tried on.
  for (let copy = 0; copy < 3; copy += 1) {
    await page.getByTestId('scenario-duplicate').click();
    await page.getByTestId(`slots-${id}`).fill(String(40 + copy));
    await page.getByTestId(`slots-${id}`).press('Enter');
    await painted(page);
  }
  await page.getByTestId('nav-compare').click();
  await page.getByTestId('compare-sentence').waitFor();
  await page.getByTestId('compare-scenarios').locator('input:checked').nth(3).waitFor();
  const turn = (at) => (at % 2 === 0 ? 'Control+z' : 'Control+y');
  for (let at = 0; at < WARM_UP; at += 1) {
    await page.keyboard.press(turn(at));
    await painted(page);
  }
  const times = [];
  for (let round = 0; round < TURNS; round += 1) times.push(...(await timedKeys(page, client, turn)));
  await page.getByTestId('nav-plan').click();
  return times;
}

/** The cell holds 12. Every other keystroke makes it 123, those between take that back: all of them parse. */
const keyOf = (at) => (at % 2 === 0 ? '3' : 'Backspace');

/** The same for figures that end at 100: 1 and 12 by turns. */
const keyBelow100 = (at) => (at % 2 === 0 ? 'Backspace' : '2');

/** Where a key is typed in each part of the pages of monitoring and of tasks. */
const MONITORED = [
  ['a report', 'monitor-reports', 'count-inclusive-added-c1', keyOf],
  ['the indicators', 'monitor-indicators', 'indicator-target-registration', keyBelow100],
  ['the calendar', 'monitor-calendar', 'threshold-far-behind', keyBelow100],
  ['the ranking', 'monitor-ranking', 'rank-weight-subsidy', keyBelow100],
];

/** Keystrokes on the pages of monitoring and of tasks, with a report for each month. Answers times by the name of the part. */
async function monitored(page, client, size) {
  const buffer = Buffer.from(JSON.stringify(madeUpYear(size)));
  await page.getByTestId('scenario-file').setInputFiles({ name: 'year.json', mimeType: 'application/json', buffer });
  await page.getByTestId('nav-monitor').click();
  await page.getByTestId('report-day').waitFor();
  const times = {};
  const tried = async (name, cell, key) => {
    await begin(page, cell, key);
    times[name] = [];
    for (let turn = 0; turn < TURNS; turn += 1) times[name].push(...(await timedKeys(page, client, key)));
  };
  for (const [name, part, cell, key] of MONITORED) {
    await page.getByTestId(part).click();
    await tried(name, page.getByTestId(cell), key);
  }
  // The bulletin has no figures of its own: the day that it is worked out by.
  await page.getByTestId('monitor-bulletin').click();
  const today = page.getByTestId('monitor-today');
  times['the bulletin'] = [];
  const key = (at) => (at % 2 === 0 ? 'Backspace' : '1');
  await today.fill('2026-12-11');
  for (let turn = 0; turn < TURNS; turn += 1) times['the bulletin'].push(...(await timedKeys(page, client, key)));
  await page.getByTestId('nav-tasks').click();
  await page.getByTestId('task-add').click();
  await tried('the task ledger', page.getByTestId('task-note-t1'), keyOf);
  await page.getByTestId('nav-plan').click();
  return times;
}

/** Waits until all that was done is painted: the first callback runs before that frame, the second one after it. */
const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function type(page, keystrokes, key = keyOf) {
  for (let at = 0; at < keystrokes; at += 1) {
    await page.keyboard.press(key(at));
    await painted(page);
  }
}

/** Fills the cell with what `type` expects and gets the engine warm. */
async function begin(page, cell, key = keyOf) {
  await cell.focus();
  await cell.press('Control+A');
  await page.keyboard.type('12');
  await painted(page);
  await type(page, WARM_UP, key);
}

/** The main thread's own account of its time since it began, in milliseconds. */
async function account(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name) => 1_000 * metrics.find((metric) => metric.name === name).value;
  const layout = of('RecalcStyleDuration') + of('LayoutDuration');
  return { all: of('TaskDuration'), script: of('ScriptDuration'), layout };
}

/** What the main thread does from this key until its frame is painted. */
async function timed(page, client, key) {
  const before = await account(client);
  await page.keyboard.press(key);
  await painted(page);
  const after = await account(client);
  return Object.fromEntries(Object.keys(after).map((part) => [part, after[part] - before[part]]));
}

async function timedKeys(page, client, key) {
  const times = [];
  for (let at = 0; at < EDITS_IN_TURN; at += 1) times.push(await timed(page, client, key(at)));
  return times;
}

/** Enter stores the scenario and goes down a row; Shift+Enter comes back with nothing to store. */
async function timedCommits(page, client) {
  const commits = [];
  for (let at = 0; at < COMMITS; at += 1) {
    await page.keyboard.press('End');
    await page.keyboard.press(keyOf(at));
    await painted(page);
    commits.push(await timed(page, client, 'Enter'));
    await page.keyboard.press('Shift+Enter');
    await painted(page);
  }
  return commits;
}

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

/** A chart without a width is not drawn: what is left is the model, the grid and the bars. */
const hideCharts = (page, hidden) =>
  page.locator('section.chart').evaluateAll((all, hidden) => all.forEach((chart) => (chart.hidden = hidden)), hidden);

async function measure(browser, size) {
  const { locale, timezoneId, viewport } = config.use;
  const context = await browser.newContext({ locale, timezoneId, viewport });
  // As for whoever was here before: the card of a first visit moves the charts.
  await context.addInitScript(() => localStorage.getItem('tuowei:settings') ?? localStorage.setItem('tuowei:settings', '{"seen":true}'));
  const page = await context.newPage();
  const id = await open(page, size);
  const cell = page.getByTestId(`slots-${id}`);
  const client = await context.newCDPSession(page);
  // The thread's own time and not the wall's: whatever else this machine does is not in it.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });

  const [edits, chartless] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const hidden of [true, false]) {
      await hideCharts(page, hidden);
      await begin(page, cell);
      (hidden ? chartless : edits).push(...(await timedKeys(page, client, keyOf)));
    }
  }
  const nothing = await timedKeys(page, client, () => 'Shift');
  const commits = await timedCommits(page, client);
  const assistant = await withTool(page, client, size, 'assistant');
  await page.getByTestId('assistant-close').click();
  const supply = await withTool(page, client, size, 'view-supply');
  await page.getByTestId('view-plan').click();
  const comparison = await compared(page, client);
  const year = await monitored(page, client, size);
  const own = await (size === 10 ? page.getByTestId('scenario-select').selectOption('official') : null);
  if (own) await painted(page);

  // What follows watches from within the page and so costs time there: nothing is timed after it.
  await begin(page, cell);
  const screen = await onScreen(page);
  await page.evaluate(watch, id);
  await type(page, WATCHED);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return { edits, chartless, nothing, commits, assistant, supply, comparison, year, screen, seen };
}

const quantile = (numbers, share) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length * share)];
const p95 = (edits, part) => quantile(edits.map((edit) => edit[part]), 0.95);
const median = (edits, part) => quantile(edits.map((edit) => edit[part]), 0.5);

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
const parts = [...MONITORED.map(([name]) => name), 'the bulletin', 'the task ledger'];
print('ms per edit of monitoring, twelve reports', results, [
  ...parts.map((name) => [`${name}, median`, ({ year }) => median(year[name], 'all')]),
  ...parts.map((name) => [`${name}, p95`, ({ year }) => p95(year[name], 'all')]),
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
