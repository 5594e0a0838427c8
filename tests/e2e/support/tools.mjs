// The planner's tools: the assistant, the second view, the card, solving backwards. All counts here are made up.
import { CHILDREN, COUNTIES, IDS, decimal, hundredths, rounded } from './plan.mjs';
import { at, expect, grouped, paste } from './test.mjs';

/** Slots of today, inclusive ones among them, further new ones: made up for the tests, the plan states none. */
export const CAPACITY = ['400', '500', '350', '120', '150', '360', '520', '230', '200', '60'];
export const INCLUSIVE = ['250', '300', '200', '70', '100', '220', '300', '150', '120', '40'];
export const OTHER = ['20', '', '5', '', '', '', '12', '', '', ''];

const HEADINGS = {
  children: '3岁以下婴幼儿数', capacity: '现有托位', inclusive: '现有普惠托位', other: '其他新增托位', enrolled: '在托人数', slots: '任务数', base: '2025年基数',
};

/** Pastes columns of figures, one per county, into the grid. */
export async function fill(page, columns) {
  const names = Object.keys(columns);
  const lines = COUNTIES.map(({ zh }, index) => [zh, ...names.map((name) => columns[name][index])].join('\t'));
  const heading = ['县（区）', ...names.map((name) => HEADINGS[name])].join('\t');
  await paste(at(page, 'slots-pingcheng'), [heading, ...lines].join('\r\n'));
  for (const name of names) {
    const id = `${name}-pingcheng`;
    if (await at(page, id).count()) await expect(at(page, id)).toHaveValue(grouped(columns[name][0]));
  }
}

/** The counts of the tests, said to be made up where their basis is said. */
export async function fillMadeUp(page) {
  await fill(page, { children: CHILDREN, capacity: CAPACITY, inclusive: INCLUSIVE, other: OTHER });
  await at(page, 'bases').click();
  await at(page, 'basis-children').fill('虚构，仅供测试');
  await at(page, 'basis-children').press('Tab');
  await at(page, 'bases-dialog-close').click();
  await expect(at(page, 'bases-note')).toContainText('虚构，仅供测试');
}

/** The page's second file is there. */
export const laterHere = (page) => expect.poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/deferred-[^/]+\/[^/]+\.wasm$/.test(name)))).toBe(true);

export async function openAssistant(page) {
  await at(page, 'assistant').click();
  await expect(at(page, 'assistant-panel')).toBeVisible();
}

export async function choose(page, weight, method = 'largest-remainder') {
  await at(page, 'assistant-weight').selectOption(weight);
  await at(page, 'assistant-method').selectOption(method);
}

/** Sets one input, as a paste of one figure does. */
export async function set(page, testId, text) {
  await at(page, testId).fill(text);
  await at(page, testId).blur();
}

export const results = (page) => Promise.all(IDS.map((id) => at(page, `assistant-result-${id}`).textContent()));
export const values = (page, column) => Promise.all(IDS.map((id) => at(page, `${column}-${id}`).inputValue()));
export const expectResults = (page, message) => expect.poll(() => results(page), message);

export const thousands = (count) => String(count).replace(/^(-?)(\d+)$/, (_, sign, digits) => (sign ? '−' : '') + digits.replace(/\B(?=(\d{3})+$)/g, ','));
const signed = (count) => (count > 0n ? '+' : '') + thousands(count);

/** What follows for supply and demand, in whole numbers. */
export function supplyOf({ children, bases, targets, capacity, inclusive, other, slots, enrolled = [] }) {
  const rows = children.map((count, at) => {
    const [C, S0, P0, a, o] = [count, capacity[at], inclusive[at], slots[at], other[at] || 0].map(BigInt);
    const E0 = enrolled[at] ? BigInt(enrolled[at]) : rounded(C * hundredths(bases[at]), 10_000n);
    const E1 = (C * hundredths(targets[at]) + 9_999n) / 10_000n;
    return { E0, E1, S0, P0, S1: S0 + a + o, P1: P0 + a, short: E1 > S0 + a + o ? E1 - S0 - a - o : 0n };
  });
  const total = rows.reduce((all, row) => Object.fromEntries(Object.keys(row).map((key) => [key, (all[key] ?? 0n) + row[key]])), {});
  return { rows, total };
}

/** The computed columns as the grid shows them. */
export const shown = ({ E0, E1, S1, P1, short }) => ({
  'enrolled-then': thousands(E1),
  'new-enrolments': signed(E1 - E0),
  'slots-after': thousands(S1),
  utilisation: decimal(rounded(E1 * 10_000n, S1)),
  shortage: thousands(short),
  'inclusive-share': decimal(rounded(P1 * 10_000n, S1)),
});

export const COMPUTED = ['enrolled-then', 'new-enrolments', 'slots-after', 'utilisation', 'shortage', 'inclusive-share'];

/** The texts of the total row, from the left. */
export const totals = (page) => page.locator('table#grid tr.total').locator('th, td').allTextContents();

export const PLAN = {
  children: CHILDREN,
  bases: COUNTIES.map(({ base }) => base),
  targets: COUNTIES.map(({ target }) => target),
  slots: COUNTIES.map(({ slots }) => slots),
  capacity: CAPACITY,
  inclusive: INCLUSIVE,
  other: OTHER,
};

/** The page itself does not scroll sideways. */
export const overflow = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? null : `${scrollWidth} > ${clientWidth}`;
  });
