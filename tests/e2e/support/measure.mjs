// How long the main thread is busy with one keystroke, on each part of the page and at any size of region.
import config from '../playwright.config.mjs';

/** Keystrokes that are timed without anything between them. */
const EDITS_IN_TURN = 20;
/** Not timed: in the first ones the engine still compiles the page's program. */
const WARM_UP = 20;
const COMMITS = 10;

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
async function open(page, size, url) {
  await page.goto(url);
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
async function withTool(page, client, size, tool, turns) {
  const id = await openMadeUp(page, size);
  await page.getByTestId(tool).click();
  const cell = page.getByTestId(`children-${id}`);
  await begin(page, cell);
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(...(await timedKeys(page, client, keyOf)));
  return times;
}

/** Undoing and redoing one figure on the compare page, with four scenarios side by side. */
async function compared(page, client, turns) {
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
  for (let round = 0; round < turns; round += 1) times.push(...(await timedKeys(page, client, turn)));
  await page.getByTestId('nav-plan').click();
  return times;
}

/** The cell holds 12. Every other keystroke makes it 123, those between take that back: all of them parse. */
const keyOf = (at) => (at % 2 === 0 ? '3' : 'Backspace');

/** The same for figures that end at 100: 1 and 12 by turns. */
const keyBelow100 = (at) => (at % 2 === 0 ? 'Backspace' : '2');

/** Where a key is typed in each part of the pages of monitoring and of tasks. */
export const MONITORED = [
  ['a report', 'monitor-reports', 'count-inclusive-added-c1', keyOf],
  ['the indicators', 'monitor-indicators', 'indicator-target-registration', keyBelow100],
  ['the calendar', 'monitor-calendar', 'threshold-far-behind', keyBelow100],
  ['the ranking', 'monitor-ranking', 'rank-weight-subsidy', keyBelow100],
];

/** Keystrokes on the pages of monitoring and of tasks, with a report for each month. Answers times by the name of the part. */
async function monitored(page, client, size, turns) {
  const buffer = Buffer.from(JSON.stringify(madeUpYear(size)));
  await page.getByTestId('scenario-file').setInputFiles({ name: 'year.json', mimeType: 'application/json', buffer });
  await page.getByTestId('nav-monitor').click();
  await page.getByTestId('report-day').waitFor();
  const times = {};
  const tried = async (name, cell, key) => {
    await begin(page, cell, key);
    times[name] = [];
    for (let turn = 0; turn < turns; turn += 1) times[name].push(...(await timedKeys(page, client, key)));
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
  for (let turn = 0; turn < turns; turn += 1) times['the bulletin'].push(...(await timedKeys(page, client, key)));
  await page.getByTestId('nav-tasks').click();
  await page.getByTestId('task-add').click();
  await tried('the task ledger', page.getByTestId('task-note-t1'), keyOf);
  await page.getByTestId('nav-plan').click();
  return times;
}

/** Waits until all that was done is painted: the first callback runs before that frame, the second one after it. */
export const painted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export async function type(page, keystrokes, key = keyOf) {
  for (let at = 0; at < keystrokes; at += 1) {
    await page.keyboard.press(key(at));
    await painted(page);
  }
}

/** Fills the cell with what `type` expects and gets the engine warm. */
export async function begin(page, cell, key = keyOf) {
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

/** A chart without a width is not drawn: what is left is the model, the grid and the bars. */
const hideCharts = (page, hidden) =>
  page.locator('section.chart').evaluateAll((all, hidden) => all.forEach((chart) => (chart.hidden = hidden)), hidden);

/** A page of its own on a region of this size, as for whoever was here before: the card of a first visit moves the charts. */
export async function opened(browser, size, url) {
  const { locale, timezoneId, viewport } = config.use;
  const context = await browser.newContext({ locale, timezoneId, viewport });
  await context.addInitScript(() => localStorage.getItem('tuowei:settings') ?? localStorage.setItem('tuowei:settings', '{"seen":true}'));
  const page = await context.newPage();
  const id = await open(page, size, url);
  const client = await context.newCDPSession(page);
  // The thread's own time and not the wall's: whatever else this machine does is not in it.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { context, page, client, size, id, cell: page.getByTestId(`slots-${id}`) };
}

/** The times of every kind of edit. Charts and no charts take turns, so that both see the same good and bad moments of the machine. */
export async function timedEdits({ page, client, size, cell }, turns) {
  const [edits, chartless] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const hidden of [true, false]) {
      await hideCharts(page, hidden);
      await begin(page, cell);
      (hidden ? chartless : edits).push(...(await timedKeys(page, client, keyOf)));
    }
  }
  const nothing = await timedKeys(page, client, () => 'Shift');
  const commits = await timedCommits(page, client);
  const assistant = await withTool(page, client, size, 'assistant', turns);
  await page.getByTestId('assistant-close').click();
  const supply = await withTool(page, client, size, 'view-supply', turns);
  await page.getByTestId('view-plan').click();
  const comparison = await compared(page, client, turns);
  const year = await monitored(page, client, size, turns);
  return { edits, chartless, nothing, commits, assistant, supply, comparison, year };
}

/** The parts of the pages of monitoring and of tasks, as `timedEdits` names them. */
export const YEAR_PARTS = [...MONITORED.map(([name]) => name), 'the bulletin', 'the task ledger'];

export const quantile = (numbers, share) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length * share)];
export const p95 = (edits, part) => quantile(edits.map((edit) => edit[part]), 0.95);
export const median = (edits, part) => quantile(edits.map((edit) => edit[part]), 0.5);
