// Supply and demand: the grid's second view, its charts, its findings, against whole numbers worked out here.
import { readFileSync } from 'node:fs';
import { CHILDREN, COUNTIES, IDS, decimal, rounded } from './support/plan.mjs';
import { at, chartText, copied, enter, expect, expectChart, figures, grouped, listenForCopy, open, openFile, openName, paste, saved, savedFile, test, typeInto } from './support/test.mjs';
import { CAPACITY, COMPUTED, INCLUSIVE, OTHER, PLAN, fill, fillMadeUp, set, shown, supplyOf, thousands, totals, values } from './support/tools.mjs';

test.beforeEach(async ({ page }) => open(page));

const ENROLLED = ['264', '', '259', '', '130', '', '', '179', '', '39'];

async function supplyView(page, county = 'pingcheng') {
  await at(page, 'view-supply').click();
  await expect(at(page, 'view-supply')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, `capacity-${county}`)).toBeEditable();
}

const computed = (page) =>
  page.evaluate(([ids, columns]) => ids.map((id) => Object.fromEntries(columns.map((column) => [column, document.querySelector(`[data-testid="${column}-${id}"]`).textContent]))), [IDS, COMPUTED]);

const findings = (page) => at(page, 'findings');

test('the view is chosen by two buttons and has the columns of supply and demand', async ({ page }) => {
  await expect(at(page, 'view-plan')).toHaveAttribute('aria-pressed', 'true');
  await supplyView(page);
  await expect(at(page, 'view-plan')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('table#grid thead th')).toHaveCount(15);
  for (const column of ['children', 'enrolled', 'capacity', 'inclusive', 'other', 'slots']) {
    await expect(at(page, `${column}-hunyuan`)).toHaveAccessibleName(/^浑源 /);
  }
  await expect(at(page, 'base-pingcheng')).toHaveCount(0);
  await expect(at(page, 'target-pingcheng')).toHaveCount(0);
  await at(page, 'language').click();
  await expect(at(page, 'capacity-hunyuan')).toHaveAccessibleName(/^Hunyuan slots now$/i);
  await at(page, 'view-plan').click();
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.14');
  await expect(at(page, 'capacity-pingcheng')).toHaveCount(0);
});

test('nothing is filled in beforehand: — with what is missing, and every figure comes with its last input', async ({ page }) => {
  await supplyView(page);
  for (const column of COMPUTED) {
    await expect(at(page, `${column}-pingcheng`)).toHaveText('—');
    await expect(at(page, `${column}-pingcheng`)).toHaveAttribute('title', /需填写/);
  }
  for (const column of ['children', 'enrolled', 'capacity', 'inclusive', 'other']) await expect(at(page, `${column}-pingcheng`)).toHaveValue('');
  await expect(at(page, 'enrolled-then-pingcheng')).toHaveAttribute('title', '需填写3岁以下婴幼儿数');
  await typeInto(page, 'children-pingcheng', '12345');
  await expect(at(page, 'enrolled-then-pingcheng')).toHaveText('521');
  await expect(at(page, 'new-enrolments-pingcheng')).toHaveText('+257');
  await expect(at(page, 'enrolled-pingcheng')).toHaveAttribute('placeholder', '≈264');
  await expect(at(page, 'shortage-pingcheng')).toHaveText('—');
  await typeInto(page, 'capacity-pingcheng', '400');
  await expect(at(page, 'slots-after-pingcheng')).toHaveText('530');
  await expect(at(page, 'shortage-pingcheng')).toHaveText('0');
  await expect(at(page, 'shortage-pingcheng')).toHaveAttribute('title', '富余9个');
  await expect(at(page, 'inclusive-share-pingcheng')).toHaveAttribute('title', '需填写现有普惠托位');
});

test('every computed figure is that of the whole numbers, with and without counts of the enrolled', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  await expect.poll(() => computed(page)).toEqual(supplyOf(PLAN).rows.map(shown));
  await fill(page, { enrolled: ENROLLED });
  await expect.poll(() => computed(page)).toEqual(supplyOf({ ...PLAN, enrolled: ENROLLED }).rows.map(shown));
  await set(page, 'slots-zuoyun', '40');
  await set(page, 'other-zuoyun', '3');
  const change = (column, value) => PLAN[column].with(9, value);
  const changed = supplyOf({ ...PLAN, enrolled: ENROLLED, slots: change('slots', '40'), other: change('other', '3') });
  await expect.poll(() => computed(page)).toEqual(changed.rows.map(shown));
});

test('the total row adds up what its columns show, and its rates are those of the sums', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  const { rows, total } = supplyOf(PLAN);
  const expected = shown(total);
  const sum = (column) => thousands(column.reduce((all, one) => all + BigInt(one || 0), 0n));
  await expect.poll(() => totals(page)).toEqual([
    '全市', sum(CHILDREN), thousands(total.E0), sum(CAPACITY), sum(INCLUSIVE), '—', '350', // Not every county has other new slots.
    ...COMPUTED.map((column) => expected[column]), '—', '—', // Nor has any its population.
  ]);
  expect(total.short, 'the shortage is the sum of those that are short, not what the city lacks in all').toBe(rows.reduce((all, { short }) => all + short, 0n));
  // One county without its slots, and the city has none.
  await set(page, 'capacity-zuoyun', '');
  await expect.poll(async () => (await totals(page))[9]).toBe('—');
});

test('domain scale: 平城 with 6 250 children carries 2.08 points with its 130 slots fully used, with 6 251 not', async ({ page }) => {
  await supplyView(page);
  for (const [children, more] of [['6250', '+130'], ['6251', '+131']]) {
    // 6 250 · 2.14 % = 133.75 → 134 and 6 250 · 4.22 % = 263.75 → 264.
    await set(page, 'children-pingcheng', children);
    const [C, base, target] = [BigInt(children), 214n, 422n];
    const expected = (C * target + 9_999n) / 10_000n - rounded(C * base, 10_000n);
    await expect(at(page, 'new-enrolments-pingcheng')).toHaveText(`+${expected}`);
    await expect(at(page, 'new-enrolments-pingcheng'), children).toHaveText(children === '6250' ? more : /\+13[01]/);
  }
});

test('a shortage is found, marked, said in the chart, and gone when it is closed', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  const { rows } = supplyOf(PLAN);
  const short = rows.flatMap(({ short }, index) => (short > 0n ? [{ index, short }] : []));
  expect(short.length).toBeGreaterThan(0);
  await expect(findings(page)).toContainText('按目标入托，托位不足：');
  for (const { index, short: by } of short.slice(0, 3)) await expect(findings(page)).toContainText(`${COUNTIES[index].zh}缺${thousands(by)}个`);
  for (const [index, id] of IDS.entries()) {
    const title = short.find((one) => one.index === index);
    if (title) await expect(at(page, `shortage-${id}`)).toHaveAttribute('title', `缺口${thousands(title.short)}个`);
    await expect(at(page, `shortage-${id}`)).toHaveAttribute('class', title ? 'short' : '');
  }
  for (const { index } of short) await set(page, `capacity-${IDS[index]}`, '9999');
  await expect(findings(page)).not.toContainText('托位不足');
});

test('charts supply and share: one svg each, with every county, its figures on its mark, and the keystroke that changes them', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  await expect(at(page, 'chart-rates')).toHaveCount(0);
  const { rows } = supplyOf(PLAN);
  for (const name of ['supply', 'share']) {
    await expect(at(page, `chart-${name}`).locator('svg')).toHaveCount(1);
    const text = await chartText(page, name);
    for (const { zh } of COUNTIES) expect(text).toContain(zh);
    for (const button of ['png', 'svg', 'copy']) await expect(at(page, `chart-${name}-${button}`)).toHaveAccessibleName(/./);
    const marks = await at(page, `chart-${name}`).locator('rect.mark').evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    expect(marks).toHaveLength(10);
    for (const [index, mark] of marks.entries()) {
      const { E1, S1 } = rows[index];
      expect(mark).toContain(COUNTIES[index].zh);
      for (const figure of name === 'supply' ? [E1, S1] : [S1]) expect(mark).toContain(thousands(figure));
      expect(mark).toContain(shown(rows[index])[name === 'supply' ? 'utilisation' : 'inclusive-share']);
    }
  }
  await typeInto(page, 'capacity-yungang', '4321');
  await expect.poll(() => at(page, 'chart-supply').locator('rect.mark').nth(1).getAttribute('aria-label')).toContain(thousands(4321 + 77));
  await at(page, 'chart-supply-data').locator('summary').click();
  await expect(at(page, 'chart-supply-data')).toContainText(thousands(4321 + 77));
  await at(page, 'view-plan').click();
  await expect(at(page, 'chart-rates').locator('svg')).toHaveCount(1);
  await expect(at(page, 'chart-supply')).toHaveCount(0);
});

test('the goals: 40 % and 71 % of the plan, editable, refused when not a rate, and findings follow them', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  await expect(at(page, 'supply-utilisation')).toHaveValue('40.00');
  await expect(at(page, 'supply-share')).toHaveValue('71.00');
  const { total } = supplyOf(PLAN);
  const share = decimal(rounded(total.P1 * 10_000n, total.S1));
  // The fewest to convert: ⌈71 % · S₁⌉ − P₁; the fewest to add: (P₁ + x) ÷ (S₁ + x) ≥ 71 %.
  const convert = (total.S1 * 71n + 99n) / 100n - total.P1;
  const add = (71n * total.S1 - 100n * total.P1 + 28n) / 29n;
  expect(convert > 0n).toBe(true);
  await expect(findings(page)).toContainText(`新增后全市普惠托位占比${share}%，低于要求；将现有托位转为普惠${thousands(convert)}个，或再新增普惠托位${thousands(add)}个，即可达到。`);
  // ⌈E₁ ÷ v⌉ against S₁, at the plan's 40 % and at its 60 % for public county centres.
  const needed = [40n, 60n].map((percent) => (total.E1 * 100n + percent - 1n) / percent);
  const [all, centres] = needed.map((slots) => `需托位${thousands(slots)}个，${slots > total.S1 ? '还差' : '富余'}${thousands(slots > total.S1 ? slots - total.S1 : total.S1 - slots)}个`);
  await expect(at(page, 'goals-standing')).toHaveText(`全市：按40%${all}；按60%（县域公办）${centres}；普惠占比${share}%，未达到71%。`);
  await set(page, 'supply-share', '50');
  await expect(findings(page)).not.toContainText('普惠托位占比');
  await expect(at(page, 'goals-standing')).toContainText(`普惠占比${share}%，达到50%。`);
  await expectChart(page, 'share').toContain('50');
  await set(page, 'supply-utilisation', '100');
  await expect(findings(page)).toContainText('托位利用率低于要求');
  for (const [goal, bad] of [['supply-utilisation', ''], ['supply-share', '101'], ['supply-share', 'x']]) {
    const was = await at(page, goal).inputValue();
    await at(page, goal).fill(bad);
    await expect(at(page, `error-${goal}`)).toBeVisible();
    await expect(at(page, goal)).toHaveAttribute('aria-invalid', 'true');
    await at(page, goal).press('Escape');
    await expect(at(page, goal)).toHaveValue(was);
    await expect(at(page, `error-${goal}`)).toBeHidden();
  }
  await page.reload();
  await supplyView(page);
  await expect(at(page, 'supply-share')).toHaveValue('50.00');
});

for (const [name, spoil, said] of [
  ['a count of the enrolled that does not give the base', (page) => set(page, 'enrolled-pingcheng', '400'), '在托人数与基数不符：平城（统计400人，按基数264人）。'],
  ['more enrolled than children', (page) => set(page, 'enrolled-zuoyun', '2110'), '在托人数多于3岁以下婴幼儿数：左云多1人。'],
  ['more inclusive slots than slots', (page) => set(page, 'inclusive-zuoyun', '61'), '现有普惠托位多于现有托位：左云多1个。'],
  ['more enrolled than slots', (page) => set(page, 'capacity-pingcheng', '263'), '在托人数多于现有托位：平城多1人。'],
  ['a column that is begun', (page) => set(page, 'inclusive-xinrong', ''), '新荣未填现有普惠托位。'],
]) {
  test(`figures that contradict each other are said: ${name}`, async ({ page }) => {
    await supplyView(page);
    await fillMadeUp(page);
    await expect(findings(page)).not.toContainText(said);
    await spoil(page);
    await expect(findings(page)).toContainText(said);
    await page.keyboard.press('Control+z');
    await expect(findings(page)).not.toContainText(said);
  });
}

test('a count that agrees with the base but for rounding is no contradiction', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  // 2.14 % of 12 345 are 264.18.
  await set(page, 'enrolled-pingcheng', '264');
  await expect(findings(page)).not.toContainText('不符');
});

test('Why at a finding opens the card that says what makes it go, and doing so makes it go', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  // Only 左云 is short.
  await fill(page, { capacity: CAPACITY.map((slots, index) => (index === 9 ? slots : '9999')) });
  const line = findings(page).locator('li', { hasText: '托位不足' });
  await line.getByRole('button', { name: '依据' }).click();
  const card = at(page, 'explain');
  await expect(card).toBeVisible();
  await expect(at(page, 'explain-formula-text')).toHaveText('目标在托人数 > 新增后托位');
  // 左云: ⌈2 109 · 3.95 %⌉ = 84 against 60 + 13.
  await expect(at(page, 'explain-worked')).toContainText('左云缺11个');
  await expect(at(page, 'explain-worked')).toContainText('左云任务数由13增至24（增11个）');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await set(page, 'slots-zuoyun', '23');
  await expect(findings(page)).toContainText('左云缺1个');
  await set(page, 'slots-zuoyun', '24');
  await expect(findings(page)).not.toContainText('左云缺');
});

test('the view copies what it shows, as bare numbers, with the total', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  await listenForCopy(page);
  await at(page, 'copy-table').click();
  await expect.poll(() => copied(page, 'text/plain')).not.toBeNull();
  const lines = (await copied(page, 'text/plain')).trimEnd().split(/\r?\n/).map((line) => line.split('\t'));
  const { rows } = supplyOf(PLAN);
  const bare = (text) => text.replace(/[,+]/g, '').replace('−', '-');
  for (const [index, { zh }] of COUNTIES.entries()) {
    const line = lines.find(([name]) => name === zh);
    expect(line.slice(-8, -2)).toEqual(COMPUTED.map((column) => bare(shown(rows[index])[column])));
    expect(line).toContain(CAPACITY[index]);
  }
  const total = lines.find(([name]) => name === '全市');
  expect(total).toContain('350');
  expect(total).toContain(String(CAPACITY.reduce((sum, one) => sum + Number(one), 0)));
});

test('a bare block is looked at first, then pasted from the cell on, across the typed columns, in one step', async ({ page }) => {
  await supplyView(page);
  const before = await values(page, 'capacity');
  const block = IDS.map((_, index) => `${CAPACITY[index]}\t${INCLUSIVE[index]}`).join('\r\n');
  await at(page, 'capacity-pingcheng').focus();
  expect(await paste(at(page, 'capacity-pingcheng'), `${block}\r\n`)).toBe(true);
  await expect(at(page, 'import-dialog')).toBeVisible();
  expect(await values(page, 'capacity')).toEqual(before);
  await at(page, 'import-apply').click();
  await expect.poll(() => values(page, 'capacity')).toEqual(CAPACITY);
  expect(await values(page, 'inclusive')).toEqual(INCLUSIVE);
  await page.keyboard.press('Control+z');
  await expect.poll(() => values(page, 'capacity')).toEqual(before);
});

test('the figures are kept over a reload and in a scenario file, which says its schema', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  await fill(page, { enrolled: ENROLLED });
  await saved(page);
  const { value } = await savedFile(page);
  expect(value.schema).toBe(5);
  expect(value.counties[0]).toMatchObject({ children: 12345, capacity: 400, inclusive: 250, enrolled: 264, other: 20 });
  await page.reload();
  await supplyView(page);
  expect(await values(page, 'capacity')).toEqual(CAPACITY);
  expect(await values(page, 'inclusive')).toEqual(INCLUSIVE);
  expect(await values(page, 'other')).toEqual(OTHER);
  expect(await values(page, 'enrolled')).toEqual(ENROLLED);
  await expect.poll(() => computed(page)).toEqual(supplyOf({ ...PLAN, enrolled: ENROLLED }).rows.map(shown));
});

test('a scenario file of schema 1 opens with all that it holds, and is saved as schema 5', async ({ page }) => {
  const text = readFileSync(new URL('../fixtures/scenario-v1-full.json', import.meta.url), 'utf8');
  await openFile(page, '旧.json', text);
  await expect(page.locator('[data-testid^="row-"]')).toHaveCount(3);
  await expect.poll(() => openName(page)).toContain('“甲”');
  await expect(at(page, 'slots-a')).toHaveValue('10,000,000');
  await expect(at(page, 'children-a')).toHaveValue('100,000,000');
  await expect(at(page, 'pin-a')).toHaveValue('100.00');
  await expect(at(page, 'lock-a')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'rule')).toHaveValue('city-goal');
  const before = await figures(page);
  await supplyView(page, 'a');
  await expect(at(page, 'capacity-a')).toHaveValue('');
  await expect(at(page, 'supply-share')).toHaveValue('71.00');
  await enter(page, 'capacity-a', '1');
  await at(page, 'view-plan').click();
  expect(await figures(page)).toEqual(before);
  const { value } = await savedFile(page);
  expect(value).toMatchObject({ schema: 5, task: 350, targets: { rule: 'city-goal', goal_ppm: 60000 } });
  expect(value.counties[0]).toMatchObject({ id: 'a', slots: 10000000, capacity: 1 });
});

test('slots per thousand residents follow the population, and the city’s is that of the sums', async ({ page }) => {
  await supplyView(page);
  await fillMadeUp(page);
  await expect(at(page, 'per-thousand-pingcheng')).toHaveText('—');
  await expect(at(page, 'per-thousand-pingcheng')).toHaveAttribute('title', '需填写常住人口');
  const population = IDS.map((_, index) => String((index + 1) * 100_000));
  await at(page, 'population-pingcheng').focus();
  expect(await paste(at(page, 'population-pingcheng'), `${population.join('\r\n')}\r\n`)).toBe(true);
  await expect.poll(() => values(page, 'population')).toEqual(population.map(grouped));
  const after = await Promise.all(IDS.map(async (id) => BigInt((await at(page, `slots-after-${id}`).textContent()).replaceAll(',', ''))));
  const perThousand = (slots, people) => {
    const hundredths = (slots * 100_000n * 2n + people) / (people * 2n);
    return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  };
  for (const [index, id] of IDS.entries()) {
    await expect(at(page, `per-thousand-${id}`)).toHaveText(perThousand(after[index], BigInt(population[index])));
  }
  const sum = (of) => of.reduce((all, one) => all + BigInt(one), 0n);
  await expect(page.locator('#grid tfoot td').last()).toHaveText(perThousand(sum(after), sum(population)));
  await enter(page, 'population-yungang', '0');
  await expect(at(page, 'per-thousand-yungang')).toHaveAttribute('title', '常住人口合计为0');
});

test('columns are chosen by keys and boxes, headings reach hidden ones, and the choice is kept', async ({ page }) => {
  await supplyView(page);
  const heads = page.locator('table#grid thead th');
  await at(page, 'columns').focus();
  await page.keyboard.press('Enter');
  await expect(at(page, 'columns')).toHaveAttribute('aria-expanded', 'true');
  await at(page, 'column-population').focus();
  await page.keyboard.press('Space');
  await at(page, 'column-shortage').uncheck();
  await expect(heads).toHaveCount(13);
  await expect(at(page, 'population-pingcheng')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(at(page, 'columns')).toBeFocused();
  await expect(at(page, 'column-shortage')).toHaveCount(0);
  expect(await paste(at(page, 'capacity-pingcheng'), '县区\t常住人口\r\n平城\t1110000\r\n')).toBe(true);
  await page.reload();
  await supplyView(page);
  await expect(heads).toHaveCount(13);
  await at(page, 'columns').click();
  await expect(at(page, 'column-shortage')).not.toBeChecked();
  await at(page, 'column-population').check();
  await expect(at(page, 'population-pingcheng')).toHaveValue('1,110,000');
  await at(page, 'view-plan').click();
  await expect(at(page, 'columns')).toBeHidden();
});

test('the names stay in sight while the columns scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await supplyView(page);
  const frame = page.locator('.grid-frame').first();
  const name = page.locator('[data-testid="row-pingcheng"] .name');
  const before = await name.boundingBox();
  await at(page, 'per-thousand-pingcheng').scrollIntoViewIfNeeded();
  await expect(at(page, 'per-thousand-pingcheng')).toBeInViewport();
  expect(await frame.evaluate((element) => element.scrollWidth)).toBeGreaterThanOrEqual(await frame.evaluate((element) => element.clientWidth));
  expect((await name.boundingBox()).x).toBeCloseTo(before.x, 0);
});
