// Solving backwards, and saying how figures were counted: the dialogs of the toolbar.
import { CHILDREN, COUNTIES, IDS, cityRate, decimal, hundredths } from './support/plan.mjs';
import { at, chartText, enter, expect, figures, grouped, open, test } from './support/test.mjs';
import { PLAN, fillMadeUp, set, supplyOf, thousands, totals } from './support/tools.mjs';

test.beforeEach(async ({ page }) => open(page));

async function ask(page, { goal, mover, value, county }) {
  await at(page, 'solve').click();
  await expect(at(page, 'solve-dialog')).toBeVisible();
  await at(page, 'solve-goal').selectOption(goal);
  await at(page, 'solve-mover').selectOption(mover);
  if (county) await at(page, 'solve-county').selectOption(String(IDS.indexOf(county)));
  await at(page, 'solve-value').fill(value);
}

/** The percentage that the forward check says. */
const checked = async (page) => (await at(page, 'solve-check').textContent()).match(/([\d.]+)%/)[1];

const ceil = (above, below) => (above + below - 1n) / below;
const { rows, total } = supplyOf(PLAN);
const at100 = rows.map(({ E1, S1 }, index) => (E1 > S1 ? BigInt(PLAN.slots[index]) + E1 - S1 : BigInt(PLAN.slots[index])));

/** The largest uplift, in 0.01 points, whose children all find a slot in these counties. */
function carried(counties) {
  const holds = (u) => counties.every((at) => ceil(BigInt(CHILDREN[at]) * (hundredths(COUNTIES[at].base) + u), 10_000n) <= rows[at].S1);
  let u = 0n;
  while (holds(u + 1n)) u += 1n;
  return u;
}

/** The smallest uplift that lifts the city to the goal. */
function needed(goal) {
  const sum = CHILDREN.reduce((all, one) => all + BigInt(one), 0n);
  let u = 0n;
  while (COUNTIES.reduce((all, { base }, at) => all + BigInt(CHILDREN[at]) * (hundredths(base) + u), 0n) < hundredths(goal) * sum) u += 1n;
  return u;
}

const cityWith = (u) => cityRate(CHILDREN, COUNTIES.map(({ base }) => decimal(hundredths(base) + u)));
const convert = ceil(total.S1 * 71n, 100n) - total.P1;
const add = ceil(71n * total.S1 - 100n * total.P1, 29n);

// What is asked, the number in the answer, and the cell that holds it after taking, where it is one.
const REACHED = [
  { goal: 'city-rate', mover: 'uplift', value: '6.6', answer: decimal(needed('6.6')), cell: ['rule-parameter', decimal(needed('6.6'))], forward: (page) => at(page, 'city-target').textContent(), expected: cityWith(needed('6.6')) },
  { goal: 'county-target', mover: 'uplift', county: 'yunzhou', value: '5', answer: '3.21', cell: ['rule-parameter', '3.21'], forward: (page) => at(page, 'target-yunzhou').textContent(), expected: '5.00' },
  { goal: 'county-target', mover: 'county-slots', county: 'zuoyun', value: '5', answer: thousands(ceil(2109n * 500n, 10_000n) - 60n), cell: ['slots-zuoyun', String(ceil(2109n * 500n, 10_000n) - 60n)], forward: (page) => at(page, 'utilisation-zuoyun').textContent(), view: 'supply', expected: '100.00' },
  { goal: 'no-shortage', mover: 'uplift', value: '100', answer: decimal(carried([...IDS.keys()])), cell: ['rule-parameter', decimal(carried([...IDS.keys()]))], view: 'supply', forward: highest },
  { goal: 'no-shortage-in', mover: 'uplift', county: 'zuoyun', value: '100', answer: decimal(carried([9])), cell: ['rule-parameter', decimal(carried([9]))], view: 'supply', forward: (page) => at(page, 'utilisation-zuoyun').textContent() },
  { goal: 'no-shortage-in', mover: 'county-slots', county: 'zuoyun', value: '100', answer: '24', cell: ['slots-zuoyun', '24'], view: 'supply', forward: (page) => at(page, 'utilisation-zuoyun').textContent(), expected: '100.00' },
  { goal: 'no-shortage-in', mover: 'county-slots', county: 'zuoyun', value: '80', answer: '45', cell: ['slots-zuoyun', '45'], view: 'supply', forward: (page) => at(page, 'utilisation-zuoyun').textContent(), expected: '80.00' },
  { goal: 'no-shortage-in', mover: 'task', county: 'zuoyun', value: '100', answer: '361', cell: ['task-total', '361'], view: 'supply', forward: (page) => at(page, 'utilisation-zuoyun').textContent(), expected: '100.00' },
  { goal: 'no-shortage', mover: 'task', value: '100', answer: thousands(at100.reduce((a, b) => a + b)), cell: ['task-total', String(at100.reduce((a, b) => a + b))], view: 'supply', forward: highest },
  { goal: 'inclusive-share', mover: 'conversions', value: '71', answer: thousands(convert), view: 'supply', forward: share, expected: '71' },
  { goal: 'inclusive-share', mover: 'task', value: '71', answer: thousands(350n + add), cell: ['task-total', String(350n + add)], view: 'supply', forward: share, expected: '71' },
  { goal: 'inclusive-share', mover: 'county-slots', county: 'hunyuan', value: '71', answer: thousands(26n + add), cell: ['slots-hunyuan', String(26n + add)], view: 'supply', forward: share, expected: '71' },
];

async function highest(page) {
  const all = await Promise.all(IDS.map((id) => at(page, `utilisation-${id}`).textContent()));
  return all.toSorted((a, b) => Number(b) - Number(a))[0];
}

async function share(page) {
  // Population and slots per thousand residents stand behind it.
  return (await totals(page)).at(-3);
}

for (const question of REACHED) {
  const { goal, mover, county, value, answer, cell, forward, view = 'plan', expected } = question;
  test(`${goal} of ${value} by ${mover}${county ? ` in ${county}` : ''} is ${answer}, and forwards it is what was said`, async ({ page }) => {
    await fillMadeUp(page);
    const before = await figures(page);
    await ask(page, question);
    await expect(at(page, 'solve-answer')).toContainText(new RegExp(`至[少多]为${answer.replace('.', '\\.')}(?![\\d.])`));
    for (const part of ['worked', 'formula', 'check']) await expect(at(page, `solve-${part}`)).not.toBeEmpty();
    const said = await checked(page);
    if (expected) expect(said).toMatch(new RegExp(`^${expected.replace('.', '\\.')}`));
    await at(page, 'solve-apply').click();
    await expect(at(page, 'solve-dialog')).toBeHidden();
    await expect(at(page, 'notice')).toContainText('已修改，可撤销');
    if (view === 'supply') await at(page, 'view-supply').click();
    await expect.poll(() => forward(page), 'forward').toMatch(new RegExp(`^${said.replace('.', '\\.')}(?!\\d)`));
    if (cell) await expect(at(page, cell[0])).toHaveValue(grouped(cell[1]));
    await at(page, 'view-plan').click();
    await at(page, 'undo').click();
    await expect.poll(() => figures(page), 'one step').toEqual(before);
  });
}

test('what would change is named before it is taken', async ({ page }) => {
  await fillMadeUp(page);
  await ask(page, { goal: 'county-target', mover: 'county-slots', county: 'zuoyun', value: '5' });
  const lines = at(page, 'solve-changes').locator('li');
  await expect(lines).toHaveCount(3);
  await expect(at(page, 'solve-changes')).toContainText('左云任务数 13 → 46');
  await expect(at(page, 'solve-changes')).toContainText('按规则 → 5.00%');
  await expect(at(page, 'solve-changes')).toContainText('350/350 → 383/350');
});

test('one slot less does not do: the answer is the smallest', async ({ page }) => {
  await fillMadeUp(page);
  await ask(page, { goal: 'no-shortage-in', mover: 'county-slots', county: 'zuoyun', value: '100' });
  await at(page, 'solve-apply').click();
  await at(page, 'view-supply').click();
  await expect(at(page, 'shortage-zuoyun')).toHaveText('0');
  await set(page, 'slots-zuoyun', '23');
  await expect(at(page, 'shortage-zuoyun')).toHaveText('1');
});

test('no shortage anywhere by the slots of one county is out of reach while others are short, and says which', async ({ page }) => {
  await fillMadeUp(page);
  await set(page, 'children-yunzhou', '45670');
  await ask(page, { goal: 'no-shortage', mover: 'county-slots', county: 'zuoyun', value: '100' });
  await expect(at(page, 'solve-answer')).toContainText('不能使各县（区）托位够用');
  await expect(at(page, 'solve-answer')).toContainText('云州');
  await expect(at(page, 'solve-answer')).toContainText('托位仍不够');
  await expect(at(page, 'solve-apply')).toHaveCount(0);
});

for (const [name, spoil, question, said] of [
  ['the cap holds the uplift', (page) => set(page, 'rule-cap', '3'), { goal: 'city-rate', mover: 'uplift', value: '50' }, '指定目标、增幅上限或100%的界限使目标不能再高'],
  ['the short county is locked', (page) => at(page, 'lock-zuoyun').click(), { goal: 'no-shortage-in', mover: 'task', county: 'zuoyun', value: '100' }, '左云任务数已锁定，不能增加'],
  ['all slots should be inclusive', async () => {}, { goal: 'inclusive-share', mover: 'task', value: '100' }, '要求全部为普惠，而有的托位不是，再增加也达不到'],
  ['other slots stay beside', async () => {}, { goal: 'inclusive-share', mover: 'conversions', value: '100' }, '现有托位全部转为普惠仍不够'],
  ['no use at all is wanted', async () => {}, { goal: 'no-shortage-in', mover: 'county-slots', county: 'zuoyun', value: '0' }, '不能使'],
]) {
  test(`out of reach as ${name}: said, with nothing to take`, async ({ page }) => {
    await fillMadeUp(page);
    await spoil(page);
    const before = await figures(page);
    await ask(page, question);
    await expect(at(page, 'solve-answer')).toContainText('不能使');
    await expect(at(page, 'solve-answer')).toContainText(said);
    await expect(at(page, 'solve-apply')).toHaveCount(0);
    await page.keyboard.press('Escape');
    expect(await figures(page)).toEqual(before);
  });
}

for (const [goal, mover, said] of [
  ['city-rate', 'county-slots', '托位数不决定入托率目标，请改用增幅。'],
  ['city-rate', 'task', '托位数不决定入托率目标，请改用增幅。'],
  ['city-rate', 'conversions', '托位数不决定入托率目标，请改用增幅。'],
  ['county-target', 'task', '托位数不决定入托率目标，请改用增幅。'],
  ['county-target', 'conversions', '托位数不决定入托率目标，请改用增幅。'],
  ['no-shortage', 'conversions', '转为普惠不增加托位，请改用任务数或增幅。'],
  ['no-shortage-in', 'conversions', '转为普惠不增加托位，请改用任务数或增幅。'],
  ['inclusive-share', 'uplift', '入托率不改变普惠托位占比，请改用托位。'],
]) {
  test(`${mover} does not move ${goal}, and it is said what does`, async ({ page }) => {
    await ask(page, { goal, mover, value: '60' });
    await expect(at(page, 'solve-answer')).toHaveText(said);
    await expect(at(page, 'solve-apply')).toHaveCount(0);
  });
}

test('what is missing is said with its counties; a pinned county does not follow the uplift', async ({ page }) => {
  await ask(page, { goal: 'city-rate', mover: 'uplift', value: '6' });
  await expect(at(page, 'solve-answer')).toHaveText('全部10个县（区）：需填写3岁以下婴幼儿数。');
  await page.keyboard.press('Escape');
  await fillMadeUp(page);
  await enter(page, 'pin-zuoyun', '4');
  await ask(page, { goal: 'no-shortage-in', mover: 'uplift', county: 'zuoyun', value: '100' });
  await expect(at(page, 'solve-answer')).toHaveText('该县（区）目标为手工指定，不随增幅变动。');
});

test('a value that is no rate is refused at its place; none is asked for', async ({ page }) => {
  await at(page, 'solve').click();
  await expect(at(page, 'solve-dialog')).toContainText('请填写想达到的数值');
  for (const [typed, said] of [['abc', '请填写数字'], ['-1', '不能小于0'], ['100.01', '不能大于100'], ['9999999999999', '不能大于100']]) {
    await at(page, 'solve-value').fill(typed);
    await expect(at(page, 'error-solve-value')).toBeVisible();
    await expect(at(page, 'error-solve-value')).toContainText(said);
    await expect(at(page, 'solve-value')).toHaveAttribute('aria-invalid', 'true');
    await expect(at(page, 'solve-value')).toHaveAccessibleDescription(/./);
    await expect(at(page, 'solve-answer')).toHaveCount(0);
  }
  await at(page, 'solve-value').fill('6％');
  await expect(at(page, 'error-solve-value')).toBeHidden();
  await expect(at(page, 'solve-answer')).toBeVisible();
});

test('usual values are filled in by the goal, and all is said in English', async ({ page }) => {
  await fillMadeUp(page);
  await at(page, 'language').click();
  await at(page, 'solve').click();
  await at(page, 'solve-goal').selectOption('inclusive-share');
  await expect(at(page, 'solve-value')).toHaveValue(/^71(\.00)?$/);
  await at(page, 'solve-mover').selectOption('conversions');
  await expect(at(page, 'solve-answer')).toContainText(thousands(convert));
  for (const part of ['answer', 'worked', 'formula', 'check']) await expect(at(page, `solve-${part}`)).not.toHaveText(/[\u4e00-\u9fff]/);
  await at(page, 'solve-goal').selectOption('no-shortage');
  await expect(at(page, 'solve-value')).toHaveValue(/^100(\.00)?$/);
});

test('bases and dates are printed below the table and in the charts of those columns, one undo step each', async ({ page }) => {
  await expect(at(page, 'bases-note')).toBeHidden();
  await at(page, 'bases').click();
  await at(page, 'basis-base').fill('备案口径');
  await at(page, 'basis-base').press('Tab');
  await at(page, 'as-of-base').fill('2025年11月30日');
  await at(page, 'as-of-base').press('Tab');
  await at(page, 'as-of-slots').fill('20260105');
  await at(page, 'as-of-slots').press('Tab');
  await at(page, 'bases-dialog-close').click();
  const note = at(page, 'bases-note');
  await expect(note).toHaveText('2025年基数：备案口径，截至2025-11-30；任务数：截至2026-01-05');
  const words = async (name) => (await chartText(page, name)).replace(/\s/g, '');
  await expect.poll(() => words('rates')).toContain('备案口径，截至2025-11-30');
  await expect.poll(() => words('slots')).toContain('截至2026-01-05');
  expect(await words('slots')).not.toContain('备案口径');
  await page.emulateMedia({ media: 'print' });
  await expect(note).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.reload();
  await expect(note).toHaveText('2025年基数：备案口径，截至2025-11-30；任务数：截至2026-01-05');
  await at(page, 'language').click();
  await expect(note).toHaveText('2025 base: 备案口径, as of 2025-11-30; slots: as of 2026-01-05', { ignoreCase: true });
});

test('every basis and date is a step of its own', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await at(page, 'bases').click();
  for (const [id, text] of [['basis-children', '户籍'], ['as-of-children', '2025-12-31'], ['basis-children', '常住']]) {
    await at(page, id).fill(text);
    await at(page, id).press('Tab');
  }
  await at(page, 'bases-dialog-close').click();
  const note = at(page, 'bases-note');
  for (const said of ['3岁以下婴幼儿数：常住，截至2025-12-31', '3岁以下婴幼儿数：户籍，截至2025-12-31', '3岁以下婴幼儿数：户籍']) {
    await expect(note).toHaveText(said);
    await at(page, 'undo').click();
  }
  await expect(note).toBeHidden();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
});

test('a day that is none is refused at its place, changes nothing, and is gone when it is right', async ({ page }) => {
  await at(page, 'bases').click();
  for (const typed of ['2025-02-29', '去年', '31.12.2025', '2025-13-01']) {
    await at(page, 'as-of-children').fill(typed);
    await at(page, 'as-of-children').press('Tab');
    await expect(at(page, 'error-basis-children'), typed).toBeVisible();
    await expect(at(page, 'error-basis-children')).toContainText('请按 2025-12-31 的样子填写日期');
    await expect(at(page, 'as-of-children')).toHaveAccessibleDescription(/请按/);
    await expect(at(page, 'bases-note')).toBeHidden();
  }
  await expect(at(page, 'undo')).toBeDisabled();
  await at(page, 'as-of-children').fill('2025/12/31');
  await at(page, 'as-of-children').press('Tab');
  await expect(at(page, 'error-basis-children')).toBeHidden();
  await expect(at(page, 'as-of-children')).toHaveValue('2025-12-31');
  await at(page, 'basis-children').fill('长'.repeat(61));
  expect(Array.from(await at(page, 'basis-children').inputValue()).length).toBeLessThanOrEqual(60);
  await at(page, 'bases-dialog-close').click();
  await at(page, 'language').click();
  await at(page, 'bases').click();
  await at(page, 'as-of-base').fill('soon');
  await at(page, 'as-of-base').press('Tab');
  await expect(at(page, 'error-basis-base')).toContainText('type a date like 2025-12-31');
});
