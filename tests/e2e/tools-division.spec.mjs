// Taking a division: ties, the one step of undo, what is said about it afterwards, and the rest spread by one click.
import { divide } from './support/division.mjs';
import { CHILDREN, COUNTIES, IDS } from './support/plan.mjs';
import { at, chartText, enter, expect, figures, open, openFile, openName, saved, savedFile, test } from './support/test.mjs';
import { choose, expectResults, fill, fillMadeUp, openAssistant, results, set, values } from './support/tools.mjs';

test.beforeEach(async ({ page }) => open(page));

const PLAN = COUNTIES.map(({ slots }) => slots);
const TIED = ['xinrong', 'tianzhen', 'lingqiu', 'guangling'];
/** 表二 as weights, 400 slots: 399 without the last one, which four counties tie for. */
const GIVEN = '149 88 11 18 23 19 30 27 19 15'.split(' ');
const givenTo = (...ids) => GIVEN.map((slots, at) => (ids.includes(IDS[at]) ? String(Number(slots) + 1) : slots));

const note = (page) => at(page, 'division-note');
const words = async (page) => (await chartText(page, 'slots')).replace(/\s/g, '');

async function tie(page) {
  await set(page, 'task-total', '400');
  await openAssistant(page);
  await choose(page, 'current');
  await expect(at(page, 'assistant-message')).toHaveText('新荣、天镇、灵丘、广灵并列，只剩1个，请选择给谁。');
}

test('a tie stops and asks: the four counties and the one slot, and nothing can be taken', async ({ page }) => {
  await tie(page);
  await expect(at(page, 'assistant-tie')).toContainText('并列，请选择');
  await expect(at(page, 'assistant-tie').getByRole('checkbox')).toHaveCount(4);
  for (const id of TIED) await expect(at(page, `assistant-tie-${id}`)).not.toBeChecked();
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  await expect(at(page, 'assistant-tie-hand')).toBeDisabled();
  expect(await values(page, 'slots')).toEqual(PLAN);
  await at(page, 'language').click();
  await expect(at(page, 'assistant-message')).toHaveText('Xinrong, Tianzhen, Lingqiu, Guangling are tied for the last 1: please decide.');
  await expect(at(page, 'assistant-tie')).toContainText('A tie: please decide');
});

test('another region that is opened while a settled tie stands on the hidden page', async ({ page }) => {
  await tie(page);
  await at(page, 'assistant-tie-document').click();
  await expect(at(page, 'assistant-tie-settled')).toContainText('新荣');
  await at(page, 'nav-compare').click();
  const other = {
    app: 'tuowei', schema: 2, name: '别处', region: { id: 'other', name: '别处', year: 2026 }, task: 5, targets: { rule: 'uniform' },
    supply: { utilisation_ppm: 400_000, inclusive_share_ppm: 710_000 }, counties: [{ id: 'a', name: '甲', slots: 5 }, { id: 'b', name: '乙' }],
  };
  await at(page, 'scenario-file').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) });
  await at(page, 'nav-plan').click();
  await expect(at(page, 'slots-a')).toHaveValue('5');
  await expect(at(page, 'assistant-panel')).toBeVisible();
  await expect(at(page, 'assistant-tie-settled')).toHaveCount(0);
  await enter(page, 'slots-a', '4');
  await expect(at(page, 'allocated')).toHaveText('4');
});

test('a tie by hand takes as many ticks as there are slots, and can be asked again', async ({ page }) => {
  await tie(page);
  await at(page, 'assistant-tie-lingqiu').check();
  await expect(at(page, 'assistant-tie-hand')).toBeEnabled();
  await at(page, 'assistant-tie-tianzhen').check();
  await expect(at(page, 'assistant-tie-hand')).toBeDisabled();
  await at(page, 'assistant-tie-lingqiu').uncheck();
  await at(page, 'assistant-tie-hand').click();
  await expectResults(page).toEqual(givenTo('tianzhen'));
  await expect(at(page, 'assistant-tie-settled')).toContainText('新荣、天镇、灵丘、广灵并列，只剩1个，请选择给谁。 → 天镇');
  await expect(at(page, 'assistant-apply')).toBeEnabled();
  await at(page, 'assistant-tie-again').click();
  await expect(at(page, 'assistant-tie')).toBeVisible();
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  // A choice by hand is for its own tie only.
  await at(page, 'assistant-tie-guangling').check();
  await at(page, 'assistant-tie-hand').click();
  await expectResults(page).toEqual(givenTo('guangling'));
  await set(page, 'task-total', '401');
  await choose(page, 'equal');
  await expect(at(page, 'assistant-tie').getByRole('checkbox')).toHaveCount(10);
  await expect(at(page, 'assistant-apply')).toBeDisabled();
});

test('a tie by the order of the plan goes to the first, by children to the most', async ({ page }) => {
  await tie(page);
  await at(page, 'assistant-tie-document').click();
  await expectResults(page).toEqual(givenTo('xinrong'));
  await at(page, 'assistant-tie-again').click();
  await fill(page, { children: CHILDREN });
  await at(page, 'assistant-tie-children').click();
  const most = TIED.toSorted((a, b) => Number(CHILDREN[IDS.indexOf(b)]) - Number(CHILDREN[IDS.indexOf(a)]))[0];
  expect(most).toBe('lingqiu');
  await expectResults(page).toEqual(givenTo(most));
});

test('a tie by children without their numbers, or with the same, asks on', async ({ page }) => {
  await tie(page);
  await at(page, 'assistant-tie-children').click();
  await expect(at(page, 'assistant-tie')).toBeVisible();
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  await fill(page, { children: IDS.map(() => '1000') });
  await expect(at(page, 'assistant-tie')).toBeVisible();
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  expect(await values(page, 'slots')).toEqual(PLAN);
});

test('taking a result sets all ten counties in one step, which undo and redo know', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await fill(page, { children: CHILDREN });
  await openAssistant(page);
  const before = await figures(page);
  const expected = divide('largest-remainder', 350, CHILDREN.map((weight) => ({ weight }))).slots;
  await at(page, 'assistant-apply').click();
  await expect.poll(() => values(page, 'slots')).toEqual(expected);
  await expect(at(page, 'notice')).toContainText('已采用，可撤销');
  await expect(at(page, 'remaining')).toHaveText('0');
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  await expect(at(page, 'assistant-panel')).toContainText('结果与现任务数相同');
  const after = await figures(page);
  await at(page, 'undo').click();
  await expect.poll(() => figures(page)).toEqual(before);
  await expect(note(page)).toBeHidden();
  await at(page, 'redo').click();
  await expect.poll(() => figures(page)).toEqual(after);
  await expect(note(page)).toHaveText('分配说明：按3岁以下婴幼儿数，用最大余数法分配。');
});

test('taking a result from the official plan starts a copy, and the plan stays as it is', async ({ page }) => {
  await openAssistant(page);
  await choose(page, 'equal');
  await at(page, 'assistant-apply').click();
  await expect.poll(() => openName(page)).toBe('方案A');
  await expect.poll(() => values(page, 'slots')).toEqual(IDS.map(() => '35'));
  await at(page, 'scenario-select').selectOption('official');
  await expect.poll(() => values(page, 'slots')).toEqual(PLAN);
  await expect(note(page)).toBeHidden();
});

test('the note says how, below the table and in the chart, after a reload, in a file, and what was changed by hand since', async ({ page, browser, baseURL }) => {
  await tie(page);
  await at(page, 'assistant-tie-document').click();
  await at(page, 'assistant-apply').click();
  const said = '分配说明：按现任务数，用最大余数法分配；新荣、天镇、灵丘、广灵并列，按文件顺序给新荣。';
  await expect(note(page)).toHaveText(said);
  // The assistant stands where the charts are.
  await at(page, 'assistant-close').click();
  await expect.poll(() => words(page)).toContain(said);
  await saved(page);
  await page.reload();
  await expect(note(page)).toHaveText(said);
  await expect.poll(() => words(page)).toContain(said);
  await enter(page, 'slots-yungang', '90');
  const since = said.replace('。', '；之后手工调整了云冈。');
  await expect(note(page)).toHaveText(since);
  await expect.poll(() => words(page)).toContain(since);
  const { text } = await savedFile(page);
  const other = await browser.newContext({ baseURL, locale: 'zh-CN' });
  const elsewhere = await other.newPage();
  await open(elsewhere);
  await openFile(elsewhere, '甲.json', text);
  await expect(note(elsewhere)).toHaveText(since);
  await other.close();
  await enter(page, 'slots-yungang', '88');
  await expect(note(page)).toHaveText(said);
  await at(page, 'language').click();
  const english = "How the slots were divided: divided by the present allocation, Largest remainder; Xinrong, Tianzhen, Lingqiu, Guangling tied, given by the plan's order to Xinrong.";
  await expect(note(page)).toHaveText(english);
  await expect.poll(() => words(page)).toContain(english.replace(/\s/g, ''));
});

test('the note names locks and bounds', async ({ page }) => {
  await at(page, 'lock-yungang').click();
  await openAssistant(page);
  await choose(page, 'equal', 'webster');
  await set(page, 'assistant-max-pingcheng', '20');
  await set(page, 'assistant-min-zuoyun', '33');
  if (await at(page, 'assistant-tie').count()) await at(page, 'assistant-tie-document').click();
  await at(page, 'assistant-apply').click();
  await expect(note(page)).toContainText('按平均，用韦伯斯特法（Webster）分配；平城不多于20、云冈锁定、左云不少于33');
});

/** 表二 with another figure for 平城, which is locked; the others are held at what they have. */
const rest = (pingcheng, weights) =>
  divide('largest-remainder', 350, weights.map((weight, at) => {
    if (at === 0) return { weight: 0, locked: pingcheng };
    return pingcheng > 130 ? { weight, max: PLAN[at] } : { weight, min: PLAN[at] };
  })).slots;

for (const [pingcheng, way] of [['150', 'takes 20 back from the others'], ['100', 'gives them 30']]) {
  for (const [weights, fillIn] of [['the present allocation', async () => {}], ['children', (page) => fill(page, { children: CHILDREN })]]) {
    test(`rebalance by ${weights} after 平城 ${pingcheng}, locked, ${way}`, async ({ page }) => {
      await fillIn(page);
      await expect(at(page, 'rebalance')).toBeDisabled();
      await enter(page, 'slots-pingcheng', pingcheng);
      await at(page, 'lock-pingcheng').click();
      const before = await figures(page);
      await at(page, 'rebalance').click();
      const expected = rest(Number(pingcheng), weights === 'children' ? CHILDREN : PLAN);
      await expect.poll(() => values(page, 'slots')).toEqual(expected);
      await expect(at(page, 'allocated')).toHaveText('350');
      await expect(at(page, 'remaining')).toHaveText('0');
      for (const [index, slots] of expected.entries()) {
        if (index > 0) expect(Number(slots) <= Number(PLAN[index]), COUNTIES[index].zh).toBe(pingcheng === '150' || slots === PLAN[index]);
      }
      await expect(note(page)).toContainText(weights === 'children' ? '按3岁以下婴幼儿数，用最大余数法补齐差额；平城锁定' : '按现任务数，用最大余数法补齐差额；平城锁定');
      await expect(at(page, 'rebalance')).toBeDisabled();
      // What moved is said.
      const moved = COUNTIES.flatMap(({ zh, slots }, index) => (index && slots !== expected[index] ? [`${zh} ${slots} → ${expected[index]}`] : []));
      await expect(at(page, 'notice')).toContainText(`已配平：${moved.slice(0, 4).join('、')}`);
      await at(page, 'undo').click();
      await expect.poll(() => figures(page)).toEqual(before);
    });
  }
}

test('rebalance keeps what was typed last and locks it, and one step takes all of it back', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  const before = await figures(page);
  await at(page, 'rebalance').click();
  await expect.poll(() => values(page, 'slots')).toEqual(rest(150, PLAN));
  await expect(at(page, 'lock-pingcheng')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'notice')).toContainText('所填的平城已锁定。');
  await at(page, 'notice-undo').click();
  await expect.poll(() => figures(page)).toEqual(before);
});

test('undoing a taken result leaves no bound of it behind', async ({ page }) => {
  await openAssistant(page);
  await choose(page, 'equal');
  await set(page, 'assistant-max-pingcheng', '20');
  if (await at(page, 'assistant-tie').count()) await at(page, 'assistant-tie-document').click();
  await at(page, 'assistant-apply').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('20');
  await at(page, 'notice-undo').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'assistant-max-pingcheng')).toHaveValue('');
  await expect(at(page, 'assistant-weight')).toHaveValue('children');
});

test('the assistant spreads only the rest when told so, and shows it beforehand', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'lock-pingcheng').click();
  await openAssistant(page);
  await choose(page, 'current');
  await at(page, 'assistant-rest').check();
  await expectResults(page).toEqual(rest(150, PLAN));
  await at(page, 'assistant-rest').uncheck();
  await expect.poll(() => results(page)).toEqual(divide('largest-remainder', 350, PLAN.map((weight, at) => (at ? { weight } : { weight, locked: 150 }))).slots);
});

for (const [name, spoil, said] of [
  ['all are locked', async (page) => { for (const id of IDS) await at(page, `lock-${id}`).click(); }, '锁定的全部10个县（区）合计370个，超过任务总数。'],
  ['the maxima are in the way', async (page) => {
    await enter(page, 'slots-pingcheng', '100');
    await at(page, 'lock-pingcheng').click();
    await openAssistant(page);
    for (const { id, slots } of COUNTIES.slice(1)) await set(page, `assistant-max-${id}`, slots);
    await at(page, 'assistant-close').click();
  }, '的上限合计220个，可分的有250个。'],
]) {
  test(`rebalance that cannot come out as ${name} says why, opens the assistant and changes nothing`, async ({ page }) => {
    await enter(page, 'slots-pingcheng', '150');
    await spoil(page);
    const before = await figures(page);
    await at(page, 'rebalance').click();
    await expect(at(page, 'assistant-panel')).toBeVisible();
    await expect(at(page, 'assistant-rest')).toBeChecked();
    await expect(at(page, 'assistant-message')).toContainText(said);
    expect(await figures(page)).toEqual(before);
  });
}

test('a tie that rebalancing meets is settled in the assistant that it opens', async ({ page }) => {
  await openAssistant(page);
  await choose(page, 'equal');
  await at(page, 'assistant-apply').click();
  await at(page, 'assistant-close').click();
  await enter(page, 'slots-pingcheng', '38');
  await at(page, 'lock-pingcheng').click();
  await at(page, 'rebalance').click();
  // 3 too many among nine that are the same.
  const { tie } = divide('largest-remainder', 350, IDS.map((_, at) => (at ? { weight: 1, max: 35 } : { weight: 0, locked: 38 })));
  expect(tie).toMatchObject({ atStake: 6, between: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
  await expect(at(page, 'assistant-panel')).toBeVisible();
  await expect(at(page, 'assistant-message')).toContainText('并列，只剩6个，请选择给谁。');
  await at(page, 'assistant-tie-document').click();
  await at(page, 'assistant-apply').click();
  await expect.poll(() => values(page, 'slots')).toEqual(['38', ...IDS.slice(1).map((_, at) => (at < 6 ? '35' : '34'))]);
  await expect(at(page, 'division-note')).toContainText('补齐差额');
});

test('the whole flow: counts for ten counties, two locks, bounds, a tie, taken, undone, spread again', async ({ page }) => {
  await fillMadeUp(page);
  await openAssistant(page);
  for (const id of ['xinrong', 'yunzhou']) await at(page, `lock-${id}`).click();
  await choose(page, 'equal', 'webster');
  await set(page, 'assistant-max-pingcheng', '30');
  await set(page, 'assistant-min-zuoyun', '50');
  const counties = IDS.map((id) => ({
    weight: 1,
    locked: { xinrong: 10, yunzhou: 16 }[id] ?? null,
    min: id === 'zuoyun' ? 50 : 0,
    max: id === 'pingcheng' ? 30 : null,
  }));
  const { slots, tie } = divide('webster', 350, counties);
  expect(tie, 'the flow meets a tie').not.toBeNull();
  await expect(at(page, 'assistant-message')).toHaveText(`${tie.between.map((at) => COUNTIES[at].zh).join('、')}并列，只剩${tie.atStake}个，请选择给谁。`);
  for (const place of tie.between.slice(0, tie.atStake)) await at(page, `assistant-tie-${IDS[place]}`).check();
  await at(page, 'assistant-tie-hand').click();
  await expectResults(page).toEqual(slots);
  await at(page, 'assistant-apply').click();
  await expect.poll(() => values(page, 'slots')).toEqual(slots);
  await expect(note(page)).toContainText('经选定给');
  await at(page, 'undo').click();
  await expect.poll(() => values(page, 'slots')).toEqual(PLAN);
  await at(page, 'redo').click();
  await enter(page, 'slots-hunyuan', String(Number(slots[IDS.indexOf('hunyuan')]) + 7));
  await at(page, 'lock-hunyuan').click();
  await expect(at(page, 'remaining')).toHaveText('-7');
  await choose(page, 'children');
  await at(page, 'rebalance').click();
  await expect(at(page, 'remaining')).toHaveText('0');
  await expect(at(page, 'slots-xinrong')).toHaveValue('10');
  await expect(at(page, 'slots-yunzhou')).toHaveValue('16');
  await expect(note(page)).toContainText('按3岁以下婴幼儿数，用最大余数法补齐差额');
});
