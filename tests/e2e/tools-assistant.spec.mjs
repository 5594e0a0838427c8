// The allocation assistant: weights, methods, bounds, and what cannot come out, against a computation of its own.
import { METHODS, divide, weight } from './support/division.mjs';
import { CHILDREN, COUNTIES, IDS, RULES, decimal, hundredths } from './support/plan.mjs';
import { at, enter, expect, figures, open, test, typeInto } from './support/test.mjs';
import { CAPACITY, OTHER, choose, expectResults, fill, fillMadeUp, openAssistant, results, set, values } from './support/tools.mjs';

test.beforeEach(async ({ page }) => open(page));

const PLAN = COUNTIES.map(({ slots }) => slots);
const CUSTOM = ['3.25', '2', '0.5', '1.125', '0.75', '1', '2.5', '1.0625', '0', '0.3333'];

/** Uplifts of ten kinds: half of every base. */
const TARGETS = RULES.proportional('50');
const enrolledThen = (index) => (BigInt(CHILDREN[index]) * hundredths(TARGETS[index]) + 9_999n) / 10_000n;

const WEIGHTS = {
  children: CHILDREN,
  enrolments: CHILDREN.map((children, index) => BigInt(children) * (hundredths(TARGETS[index]) - hundredths(COUNTIES[index].base))),
  unmet: CHILDREN.map((_, index) => {
    const open = enrolledThen(index) - BigInt(CAPACITY[index]) - BigInt(OTHER[index] || 0);
    return open > 0n ? open : 0n;
  }),
  slots: CAPACITY,
  equal: IDS.map(() => 1),
  current: PLAN,
  custom: CUSTOM.map(weight),
};

for (const [kind, weights] of Object.entries(WEIGHTS)) {
  test(`weight ${kind}: each of the six methods adds up to the task and agrees with the computation`, async ({ page }) => {
    await fillMadeUp(page);
    await at(page, 'rule').selectOption('proportional');
    await set(page, 'rule-parameter', '50');
    // Not a multiple of ten, so that equal weights come to a tie as well.
    await set(page, 'task-total', '357');
    await openAssistant(page);
    await choose(page, kind);
    if (kind === 'custom') for (const [index, id] of IDS.entries()) await set(page, `assistant-weight-${id}`, CUSTOM[index]);
    for (const [index, method] of METHODS.entries()) {
      await choose(page, kind, method);
      const { slots, tie } = divide(method, 357, weights.map((weight) => ({ weight })));
      if (tie && await at(page, 'assistant-tie').count()) {
        await expect(at(page, 'assistant-message'), method).toHaveText(`${tie.between.map((at) => COUNTIES[at].zh).join('、')}并列，只剩${tie.atStake}个，请选择给谁。`);
        await at(page, 'assistant-tie-document').click();
      }
      await expectResults(page, method).toEqual(slots);
      expect((await results(page)).reduce((sum, one) => sum + Number(one), 0), method).toBe(357);
      await expect(at(page, 'assistant-total'), method).toHaveText('357');
      // The table of all methods says the same.
      const beside = at(page, 'assistant-methods').locator(`tbody tr td:nth-child(${index + 2})`);
      await expect(beside, method).toHaveText(slots);
    }
    expect(await values(page, 'slots'), 'nothing is taken by looking').toEqual(PLAN);
  });
}

const BALINSKI_YOUNG = ['9061', '7179', '5259', '3319', '1182'];
const padded = (few) => [...few, ...IDS.slice(few.length).map(() => '0')];

async function weigh(page, weights, task) {
  await openAssistant(page);
  await choose(page, 'custom');
  for (const [index, weight] of padded(weights).entries()) await set(page, `assistant-weight-${IDS[index]}`, weight);
  await set(page, 'task-total', String(task));
}

test('Balinski and Young 1975: 9061 7179 5259 3319 1182 and 26 slots by every method', async ({ page }) => {
  await weigh(page, BALINSKI_YOUNG, 26);
  for (const [method, expected] of Object.entries({
    'largest-remainder': '9 7 5 4 1', dean: '9 7 5 4 1', dhondt: '10 7 5 3 1', webster: '9 8 5 3 1', hill: '9 7 6 3 1', adams: '9 7 5 3 2',
  })) {
    await choose(page, 'custom', method);
    await expectResults(page, method).toEqual(padded(expected.split(' ')));
  }
});

test('Alabama: at 323 slots the assistant warns that a county loses one as the task grows, at 324 it has', async ({ page }) => {
  await weigh(page, ['5670', '3850', '420', '60'], 323);
  await expectResults(page).toEqual(padded(['183', '124', '14', '2']));
  await expect(at(page, 'assistant-message')).toHaveText('注意：任务总数增加到324个时，新荣反而少1个。这是最大余数法的已知缺点，除数法没有。');
  await expect(at(page, 'assistant-apply')).toBeEnabled();
  await set(page, 'task-total', '324');
  await expectResults(page).toEqual(padded(['184', '125', '13', '2']));
  await choose(page, 'custom', 'webster');
  await expect(at(page, 'assistant-message')).toBeHidden();
});

test('3 7 90 and 50 slots: the first two tie for the last slot', async ({ page }) => {
  await weigh(page, ['3', '7', '90'], 50);
  await expect(at(page, 'assistant-message')).toHaveText('平城、云冈并列，只剩1个，请选择给谁。');
  await expect(at(page, 'assistant-tie').getByRole('checkbox')).toHaveCount(2);
});

for (const [bound, value, expected] of [['max-pingcheng', '8', '8 9 3'], ['min-xinrong', '5', '10 5 5']]) {
  test(`60 30 10 and 20 slots with ${bound} ${value} are ${expected}`, async ({ page }) => {
    await weigh(page, ['60', '30', '10'], 20);
    await expectResults(page).toEqual(padded(['12', '6', '2']));
    await set(page, `assistant-${bound}`, value);
    await expectResults(page).toEqual(padded(expected.split(' ')));
  });
}

test('15 15 26 24 and 8 slots: the third gets 3', async ({ page }) => {
  await weigh(page, ['15', '15', '26', '24'], 8);
  const { slots, tie } = divide('largest-remainder', 8, padded(['15', '15', '26', '24']).map((weight) => ({ weight })));
  if (tie) await at(page, 'assistant-tie-document').click();
  await expectResults(page).toEqual(slots);
  await expect(at(page, 'assistant-result-xinrong')).toHaveText('3');
});

test('表二 as weights, 平城 at most 120: 120 80 10 17 21 18 27 25 18 14', async ({ page }) => {
  await openAssistant(page);
  await choose(page, 'current');
  await expectResults(page).toEqual(PLAN);
  await set(page, 'assistant-max-pingcheng', '120');
  await expectResults(page).toEqual('120 80 10 17 21 18 27 25 18 14'.split(' '));
});

test('locks keep their number under every method; minimum and maximum hold', async ({ page }) => {
  await fill(page, { children: CHILDREN });
  for (const id of ['xinrong', 'zuoyun']) await at(page, `lock-${id}`).click();
  await openAssistant(page);
  await set(page, 'assistant-max-pingcheng', '60');
  await set(page, 'assistant-min-guangling', '40');
  const counties = CHILDREN.map((weight, index) => ({
    weight,
    locked: { xinrong: 10, zuoyun: 13 }[IDS[index]] ?? null,
    min: IDS[index] === 'guangling' ? 40 : 0,
    max: IDS[index] === 'pingcheng' ? 60 : null,
  }));
  for (const method of METHODS) {
    await choose(page, 'children', method);
    const { slots } = divide(method, 350, counties);
    await expectResults(page, method).toEqual(slots);
    for (const [id, expected] of [['xinrong', '10'], ['zuoyun', '13'], ['pingcheng', '60'], ['guangling', '40']]) {
      await expect(at(page, `assistant-result-${id}`), method).toHaveText(expected);
    }
  }
});

test('a lock in the assistant is the lock of the grid', async ({ page }) => {
  await openAssistant(page);
  await choose(page, 'current');
  await set(page, 'assistant-max-pingcheng', '120');
  await expect(at(page, 'assistant-result-pingcheng')).toHaveText('120');
  await at(page, 'assistant-lock-pingcheng').click();
  await expect(at(page, 'assistant-lock-pingcheng')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'lock-pingcheng')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'assistant-result-pingcheng')).toHaveText('130');
  await at(page, 'lock-pingcheng').click();
  await expect(at(page, 'assistant-lock-pingcheng')).toHaveAttribute('aria-pressed', 'false');
  await expect(at(page, 'assistant-result-pingcheng')).toHaveText('120');
});

test('how each came about can be shown: quota, whole part and remainder; locked and held say so', async ({ page }) => {
  await at(page, 'lock-xinrong').click();
  await openAssistant(page);
  await choose(page, 'current');
  await set(page, 'assistant-max-pingcheng', '120');
  await expect(at(page, 'assistant-working-yungang')).toBeHidden();
  await at(page, 'assistant-working').check();
  // 220 slots of weight 210 beside 平城 and 新荣.
  const quota = decimal((2n * 77n * 22_000n + 210n) / (2n * 210n));
  await expect(at(page, 'assistant-working-yungang')).toContainText(`配额${quota}，整数80`);
  await expect(at(page, 'assistant-working-xinrong')).toHaveText('已锁定');
  await expect(at(page, 'assistant-working-pingcheng')).toContainText('按上限');
  await choose(page, 'current', 'hill');
  await expect(at(page, 'assistant-working-yungang')).toContainText('最后所得1个的优先数');
});

test('the result follows what is typed in the grid, digit by digit', async ({ page }) => {
  await fill(page, { children: CHILDREN });
  await openAssistant(page);
  const by = (children, task = 350) => divide('largest-remainder', task, CHILDREN.map((weight, index) => ({ weight: index ? weight : children }))).slots;
  await expectResults(page).toEqual(by(CHILDREN[0]));
  const cell = at(page, 'children-pingcheng');
  await cell.focus();
  await cell.press('Control+a');
  let typed = '';
  for (const key of '54321') {
    await page.keyboard.press(key);
    typed += key;
    await expectResults(page, typed).toEqual(by(typed));
  }
  await expect(cell).toBeFocused();
  await typeInto(page, 'task-total', '360');
  await expectResults(page).toEqual(by('54321', 360));
});

test('fairness: new slots per thousand under-threes, from the least to the most', async ({ page }) => {
  await fill(page, { children: CHILDREN });
  await openAssistant(page);
  const perThousand = (slots) => {
    const all = slots.map((count, at) => ({ above: BigInt(count) * 100_000n, below: BigInt(CHILDREN[at]) }));
    all.sort((a, b) => (a.above * b.below < b.above * a.below ? -1 : 1));
    return [all[0], all.at(-1)].map(({ above, below }) => decimal((2n * above + below) / (2n * below))).join('–');
  };
  const cells = at(page, 'assistant-fairness').locator('tbody tr').first().locator('td');
  const { slots } = divide('largest-remainder', 350, CHILDREN.map((weight) => ({ weight })));
  await expect(cells).toHaveText([PLAN, PLAN, slots].map(perThousand));
});

const WRONG = [
  ['no children', async () => {}, 'children', '全部10个县（区）未填3岁以下婴幼儿数。', 'No children under three: all 10 counties.'],
  ['children of two counties missing', (page) => fill(page, { children: CHILDREN.map((count, at) => (at === 3 || at === 9 ? '' : count)) }), 'children', '云州、左云未填3岁以下婴幼儿数。', 'No children under three: Yunzhou, Zuoyun.'],
  ['slots of today missing', async () => {}, 'slots', '全部10个县（区）未填现有托位。', 'No slots of today: all 10 counties.'],
  ['an allocation missing', (page) => set(page, 'slots-yungang', ''), 'current', '云冈未填任务数。', 'No allocation: Yungang.'],
  ['a minimum above the maximum', async (page) => { await set(page, 'assistant-min-hunyuan', '9'); await set(page, 'assistant-max-hunyuan', '8'); }, 'current', '浑源的下限大于上限。', 'The least is above the most: Hunyuan.'],
  ['minima above the task', async (page) => { await set(page, 'assistant-min-pingcheng', '300'); await set(page, 'assistant-min-yungang', '51'); }, 'current', '平城、云冈的下限合计351个，可分的只有350个。', 'The least add up to 351, but only 350 are to be divided: Pingcheng, Yungang.'],
  ['maxima below the task', async (page) => { for (const id of IDS) await set(page, `assistant-max-${id}`, '34'); }, 'current', '全部10个县（区）的上限合计340个，可分的有350个。', 'The most add up to 340, but 350 are to be divided: all 10 counties.'],
  ['all locked below the task', async (page) => { await set(page, 'slots-pingcheng', '100'); for (const id of IDS) await at(page, `lock-${id}`).click(); }, 'current', '全部县（区）都已锁定，合计320个，与任务总数不符。', 'All counties are locked at 320 together, which is not the task.'],
  ['all locked above the task', async (page) => { await set(page, 'slots-pingcheng', '150'); for (const id of IDS) await at(page, `lock-${id}`).click(); }, 'current', '锁定的全部10个县（区）合计370个，超过任务总数。', 'The locked counties hold 370, more than the task: all 10 counties.'],
  ['locked above the task', async (page) => { await set(page, 'slots-pingcheng', '400'); await at(page, 'lock-pingcheng').click(); }, 'current', '锁定的平城合计400个，超过任务总数。', 'The locked counties hold 400, more than the task: Pingcheng.'],
  ['locked without a number', async (page) => { await set(page, 'slots-pingcheng', ''); await at(page, 'lock-pingcheng').click(); }, 'equal', '平城已锁定但没有任务数。', 'Locked without a number: Pingcheng.'],
  ['a target below the base', async (page) => { await fill(page, { children: CHILDREN }); await set(page, 'pin-zuoyun', '1'); }, 'enrolments', '左云的目标低于基数，不能按新增在托分。', 'The target lies below the base, so there are no new enrolments to divide by: Zuoyun.'],
];
for (const [name, spoil, kind, zh, en] of WRONG) {
  test(`${name}: said with the counties, nothing to take, nothing changed`, async ({ page }) => {
    await openAssistant(page);
    await choose(page, kind);
    await spoil(page);
    const before = await figures(page);
    await expect(at(page, 'assistant-message')).toHaveText(zh);
    await expect(at(page, 'assistant-message')).toHaveAttribute('role', 'status');
    await expect(at(page, 'assistant-apply')).toBeDisabled();
    await expect(at(page, 'assistant-total')).toHaveText('—');
    expect(await results(page)).toEqual(IDS.map(() => '—'));
    await at(page, 'language').click();
    await expect(at(page, 'assistant-message')).toHaveText(en);
    await expect(at(page, 'assistant-apply')).toBeDisabled();
    expect(await figures(page)).toEqual(before);
  });
}

test('weights that are all zero, or empty, are said with the counties', async ({ page }) => {
  await weigh(page, [], 350);
  await expect(at(page, 'assistant-message')).toHaveText('全部10个县（区）的权重都是0，无法分配。');
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  await set(page, 'assistant-weight-pingcheng', '');
  await expect(at(page, 'assistant-message')).toHaveText('平城未填权重。');
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  await set(page, 'assistant-weight-pingcheng', '1');
  await expect(at(page, 'assistant-message')).toBeHidden();
  await expectResults(page).toEqual(padded(['350']));
  // What weighs something is at its most, and what is left weighs nothing.
  await set(page, 'assistant-max-pingcheng', '300');
  await expect(at(page, 'assistant-message')).toContainText('有权重的县（区）都已到上限，还剩50个');
});

for (const [field, typed, said] of [
  ['weight', '-1', '不能小于0'],
  ['weight', 'abc', '请填写数字'],
  ['weight', '99999999999999', '不能大于'],
  ['weight', '12%', ''],
  ['min', '-1', '不能小于0'],
  ['min', '1.5', ''],
  ['max', '99999999999999', '不能大于'],
  ['max', 'x', '请填写数字'],
]) {
  test(`a ${field} of 「${typed}」 is refused at its place, nothing can be taken and nothing changes until it is right`, async ({ page }) => {
    await weigh(page, IDS.map((_, index) => String(index + 1)), 350);
    const before = await figures(page);
    const was = await results(page);
    const id = `assistant-${field}-hunyuan`;
    await at(page, id).fill(typed);
    await expect(at(page, `error-${id}`)).toBeVisible();
    await expect(at(page, `error-${id}`)).toContainText('浑源');
    await expect(at(page, `error-${id}`)).toContainText(said);
    await expect(at(page, id)).toHaveAttribute('aria-invalid', 'true');
    await expect(at(page, 'assistant-apply')).toBeDisabled();
    expect(await figures(page)).toEqual(before);
    await at(page, id).press('Escape');
    await expect(at(page, `error-${id}`)).toBeHidden();
    await expectResults(page).toEqual(was);
    await expect(at(page, 'assistant-apply')).toBeEnabled();
  });
}

test('the panel opens and closes by its button, its cross and Esc, in both languages', async ({ page }) => {
  await expect(at(page, 'assistant')).toHaveAttribute('aria-expanded', 'false');
  for (const [language, name, weight, method] of [['zh-CN', '分配助手', '自填权重', '最大余数法'], ['en', 'Allocation assistant', 'typed weights', 'Largest remainder']]) {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const close of [() => at(page, 'assistant').click(), () => at(page, 'assistant-close').click(), () => at(page, 'assistant-weight').press('Escape')]) {
      await openAssistant(page);
      await expect(at(page, 'assistant')).toHaveAttribute('aria-expanded', 'true');
      await expect(at(page, 'assistant-panel')).toHaveAccessibleName(name);
      await expect(at(page, 'assistant-weight')).toBeFocused();
      await close();
      await expect(at(page, 'assistant-panel')).toHaveCount(0);
      await expect(at(page, 'assistant')).toHaveAttribute('aria-expanded', 'false');
      await expect(at(page, 'assistant')).toBeFocused();
    }
    await openAssistant(page);
    await expect(at(page, 'assistant-weight').locator('option')).toHaveCount(7);
    await expect(at(page, 'assistant-method').locator('option')).toHaveCount(6);
    await expect(at(page, 'assistant-weight').locator('option[value=custom]')).toHaveText(weight);
    await expect(at(page, 'assistant-method').locator('option').first()).toHaveText(method);
    await at(page, 'assistant-close').click();
    await at(page, 'language').click();
  }
});

test('what is chosen in the assistant is kept over a reload and is undone like any edit', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await openAssistant(page);
  await choose(page, 'current', 'dean');
  await set(page, 'assistant-max-pingcheng', '99');
  await page.reload();
  await openAssistant(page);
  await expect(at(page, 'assistant-weight')).toHaveValue('current');
  await expect(at(page, 'assistant-method')).toHaveValue('dean');
  await expect(at(page, 'assistant-max-pingcheng')).toHaveValue('99');
  await choose(page, 'equal', 'dean');
  await at(page, 'undo').click();
  await expect(at(page, 'assistant-weight')).toHaveValue('current');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
});
