// 任务: the plan's tasks as a ledger, own ones, filters, order, what is overdue; and the ledger of safety problems.
import { at, enter, expect, expectChart, open, openName, saved, test, violations } from './support/test.mjs';
import { overflow } from './support/tools.mjs';

const SHOWN = '[data-testid^="task-row-"]';
const ids = (page) => page.locator(SHOWN).evaluateAll((rows) => rows.map(({ dataset }) => dataset.testid.slice('task-row-'.length)));
/** The rows on show, or a part of them, are these. */
const expectIds = (page, from, to) => expect.poll(() => ids(page).then((all) => all.slice(from, to)));
/** How many tasks of sections 二 to 四 the ledger has. */
const ALL = 47;

async function tasks(page) {
  await open(page);
  await at(page, 'nav-tasks').click();
  await expect(at(page, 'page-tasks')).toBeVisible();
  await expect(page.locator(SHOWN)).toHaveCount(ALL);
}

/** The day as of which the page works everything out. */
const asOf = (page, day) => enter(page, 'task-today', day);

test("the plan's tasks stand with its section, wording and dates; what the plan does not state is empty", async ({ page }) => {
  await tasks(page);
  await asOf(page, '2026-06-30');
  await expect(at(page, 'task-counts')).toHaveText(`${ALL}项，已完成0，进行中0，逾期0`);
  await expect(at(page, 'task-as-of')).toHaveText('按2026-06-30计算');
  await expect(at(page, 'task-title-centre-building')).toHaveValue('市级托育综合服务中心：项目建设');
  await expect(at(page, 'task-starts-centre-building')).toHaveValue('2028-01-01');
  await expect(at(page, 'task-due-centre-building')).toHaveValue('2029-12-31');
  await expect(at(page, 'task-owner-train-city')).toHaveValue('市级');
  // What the plan does not state is empty.
  await expect(at(page, 'task-due-community-site')).toHaveValue('');
  await expect(at(page, 'task-owner-community-site')).toHaveValue('');
  await expect(at(page, 'task-wording-community-site')).toBeHidden();
  await at(page, 'task-section-community-site').click();
  await expect(at(page, 'task-wording-community-site')).toBeVisible();
  await expect(at(page, 'task-wording-community-site')).toHaveText('在云州区新建社区嵌入式托育示范点，补齐社区托育服务短板');
  await expect(at(page, 'task-section-community-site')).toContainText('二(四)3');
});

test('a task is done: the official plan becomes a copy, the count follows, one step takes it back', async ({ page }) => {
  await tasks(page);
  await at(page, 'task-status-subsidy-plan').selectOption('done');
  await expect(at(page, 'task-counts')).toHaveText(/^47项，已完成1，进行中0/);
  expect(await openName(page)).toContain('方案A');
  await saved(page);
  await at(page, 'task-status-slots').selectOption('running');
  await expect(at(page, 'task-counts')).toHaveText(/^47项，已完成1，进行中1/);
  await at(page, 'undo').click();
  await expect(at(page, 'task-status-slots')).toHaveValue('open');
  await expect(at(page, 'task-status-subsidy-plan')).toHaveValue('done');
  await page.reload();
  await expect(at(page, 'task-status-subsidy-plan')).toHaveValue('done');
});

test('what is typed stays: owner, note, dates; a day that is none says so; back to the plan', async ({ page }) => {
  await tasks(page);
  await at(page, 'task-owner-community-site').fill('云州区卫健局（示例）');
  await at(page, 'task-owner-community-site').press('Enter');
  await at(page, 'task-note-community-site').fill('第一行\n第二行');
  await enter(page, 'task-due-community-site', '2026年9月30日');
  await expect(at(page, 'task-due-community-site')).toHaveValue('2026-09-30');
  await at(page, 'task-due-community-site').fill('2026-02-30');
  await expect(at(page, 'error-task-due-community-site')).toContainText('没有这一天');
  await at(page, 'task-due-community-site').press('Escape');
  await expect(at(page, 'task-due-community-site')).toHaveValue('2026-09-30');
  await enter(page, 'task-starts-community-site', '2026-10-01');
  await expect(at(page, 'task-contradiction-community-site')).toHaveText('完成时限早于开始日期。');
  await expect(at(page, 'task-note-community-site')).toHaveValue('第一行\n第二行');
  await at(page, 'task-restore-community-site').click();
  for (const part of ['owner', 'note', 'due', 'starts']) await expect(at(page, `task-${part}-community-site`)).toHaveValue('');
  await expect(at(page, 'task-restore-community-site')).toBeDisabled();
  await at(page, 'undo').click();
  await expect(at(page, 'task-owner-community-site')).toHaveValue('云州区卫健局（示例）');
});

test('filters: status, section, text, overdue; a row that is worked on stays until the filter is set anew', async ({ page }) => {
  await tasks(page);
  await at(page, 'task-filter-section').selectOption('二(四)');
  await expect(page.locator(SHOWN)).toHaveCount(10);
  await at(page, 'task-search').fill('市级托育综合服务中心');
  await expectIds(page, 0).toEqual(['centre-study', 'centre-approval', 'centre-building', 'centre-opening']);
  await at(page, 'task-status-centre-study').selectOption('done');
  await at(page, 'task-filter-status').selectOption('done');
  await expectIds(page, 0).toEqual(['centre-study']);
  await at(page, 'task-status-centre-study').selectOption('open');
  await expectIds(page, 0).toEqual(['centre-study']);
  await at(page, 'task-filter-status').selectOption('running');
  await expect(at(page, 'task-none')).toBeVisible();
  await expect(at(page, 'task-none')).toHaveText('没有符合筛选条件的任务。');
  await at(page, 'task-filter-clear').click();
  await expect(page.locator(SHOWN)).toHaveCount(ALL);
});

test('overdue begins on the day after the last, and ends when it is done', async ({ page }) => {
  await tasks(page);
  await asOf(page, '2026-12-31');
  await expect(at(page, 'task-counts')).toHaveText(/逾期0$/);
  await expect(at(page, 'task-overdue-slots')).toBeHidden();
  await asOf(page, '2027-01-01');
  // Rates, slots, the study for the city's centre, the inclusive share.
  await expect(at(page, 'task-counts')).toHaveText(/逾期4$/);
  await expect(at(page, 'task-overdue-slots')).toContainText('逾期');
  await at(page, 'task-filter-overdue').check();
  await expectIds(page, 0).toEqual(['enrolment', 'slots', 'centre-study', 'inclusive-share']);
  await at(page, 'task-status-slots').selectOption('done');
  await expect(at(page, 'task-counts')).toHaveText(/逾期3$/);
  await expect(at(page, 'task-overdue-slots')).toBeHidden();
});

test('own rows are added, moved, removed, and each is one step', async ({ page }) => {
  await tasks(page);
  await at(page, 'task-add').click();
  await expect(at(page, 'task-title-t1')).toBeFocused();
  await page.keyboard.type('召开现场会（示例）');
  await page.keyboard.press('Enter');
  await expect(page.locator(SHOWN)).toHaveCount(ALL + 1);
  await expectIds(page, -1).toEqual(['t1']);
  await expect(at(page, 'task-down-t1')).toBeDisabled();
  await at(page, 'task-up-t1').click();
  await expectIds(page, -2, -1).toEqual(['t1']);
  await expect(at(page, 'task-up-t1')).toBeFocused();
  await at(page, 'undo').click();
  await expectIds(page, -1).toEqual(['t1']);
  await at(page, 'task-remove-t1').click();
  await expect(page.locator(SHOWN)).toHaveCount(ALL);
  await at(page, 'undo').click();
  await expect(at(page, 'task-title-t1')).toHaveValue('召开现场会（示例）');
  await at(page, 'task-filter-section').selectOption('own');
  await expectIds(page, 0).toEqual(['t1']);
});

test('rows of the plan are moved, also past what a filter hides', async ({ page }) => {
  await tasks(page);
  await at(page, 'task-down-enrolment').click();
  await expectIds(page, 0, 3).toEqual(['slots', 'enrolment', 'schedule']);
  await at(page, 'task-up-enrolment').click();
  await expectIds(page, 0, 2).toEqual(['enrolment', 'slots']);
  await expect(at(page, 'task-down-enrolment')).toBeFocused();
  await expect(at(page, 'task-restore-enrolment')).toBeDisabled();
  await at(page, 'task-search').fill('等级评估');
  await at(page, 'task-up-grade-province').click();
  await expectIds(page, 0).toEqual(['grade-county', 'grade-province', 'grade-city']);
});

test('problems are entered, found overdue, closed, and counted by county', async ({ page }) => {
  await tasks(page);
  await asOf(page, '2026-06-30');
  await at(page, 'tasks-problems').click();
  await expect(at(page, 'problem-none')).toBeVisible();
  await at(page, 'problem-add').click();
  await expect(at(page, 'problem-what-p1')).toBeFocused();
  await page.keyboard.type('消防通道堵塞（示例）');
  await at(page, 'problem-county-p1').selectOption('pingcheng');
  await enter(page, 'problem-found-p1', '2026-06-01');
  await enter(page, 'problem-due-p1', '2026-06-30');
  await expect(at(page, 'problem-state-p1')).toHaveText('○整改中');
  await enter(page, 'problem-due-p1', '2026-06-29');
  await expect(at(page, 'problem-state-p1')).toHaveText('▲逾期');
  await expect(at(page, 'problem-count-overdue-pingcheng')).toHaveText('1');
  await expect(at(page, 'problem-count-rate-pingcheng')).toHaveText('0%');
  await at(page, 'problem-add').click();
  await at(page, 'problem-county-p2').selectOption('yunzhou');
  await enter(page, 'problem-closed-p1', '2026-05-31');
  await expect(at(page, 'problem-contradiction-p1')).toHaveText('销号日期早于发现日期。');
  await enter(page, 'problem-closed-p1', '2026-06-28');
  await expect(at(page, 'problem-state-p1')).toHaveText('✓已闭环');
  await expect(at(page, 'problem-count-rate-city')).toHaveText('50%');
  await expect(at(page, 'problem-total')).toHaveText('隐患2条，已闭环1，整改中1，逾期0，闭环率50%');
  await at(page, 'problem-remove-p2').click();
  await expect(at(page, 'problem-count-rate-city')).toHaveText('100%');
  await at(page, 'undo').click();
  await expect(at(page, 'problem-count-open-yunzhou')).toHaveText('1');
});

for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']]) {
  test(`axe finds nothing, nothing runs over the edge, and the language is one, in ${language}, ${theme}`, async ({ page }) => {
    await tasks(page);
    if (language === 'en') await at(page, 'language').click();
    if (theme === 'dark') await at(page, 'theme').click();
    await asOf(page, '2027-01-01');
    await at(page, 'task-section-centre-opening').click();
    for (const part of ['ledger', 'timeline', 'problems']) {
      await at(page, `tasks-${part}`).click();
      if (part === 'timeline') await expect(at(page, 'chart-timeline').locator('svg')).toBeVisible();
      if (part === 'problems') {
        await at(page, 'problem-add').click();
        await expect(at(page, 'problem-counts')).toBeVisible();
      }
      expect(await violations(page), part).toEqual([]);
      if (language === 'en') {
        const said = await at(page, 'page-tasks').locator('.card').evaluateAll((cards) =>
          cards.flatMap((card) => [card.innerText, ...[...card.querySelectorAll('textarea, input')].map(({ value }) => value)]),
        );
        for (const text of said) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
      }
      for (const width of [1920, 1366, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `${part} at ${width}`).toBeNull();
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });
}

test('a row that left the filter stays while another one is typed in', async ({ page }) => {
  await tasks(page);
  await at(page, 'task-filter-status').selectOption('open');
  await at(page, 'task-status-slots').selectOption('running');
  await at(page, 'task-note-centre-study').click();
  await page.keyboard.type('两个字母不够（示例）');
  await expect(at(page, 'task-note-centre-study')).toBeFocused();
  await expect(at(page, 'task-note-centre-study')).toHaveValue('两个字母不够（示例）');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'task-note-centre-study')).toHaveValue('');
});

test("a title of the plan that is emptied can be typed anew; left empty it is the plan's again", async ({ page }) => {
  await tasks(page);
  const title = at(page, 'task-title-centre-study');
  const planned = await title.inputValue();
  await title.fill('');
  await expect(title).toHaveValue('');
  await title.pressSequentially('可研（示例）');
  await title.press('Tab');
  await expect(title).toHaveValue('可研（示例）');
  await title.fill('');
  await title.press('Tab');
  await expect(title).toHaveValue(planned);
});

test('a text that is too long stays as it was pasted, with a message, and what stood before is in force', async ({ page }) => {
  await tasks(page);
  const note = at(page, 'task-note-slots');
  await note.fill('先前的备注（示例）');
  await note.press('Tab');
  await note.fill('长'.repeat(2001));
  await expect(at(page, 'error-task-note-slots')).toContainText('2,001');
  await expect(note).toHaveValue('长'.repeat(2001));
  await note.press('Escape');
  await expect(note).toHaveValue('先前的备注（示例）');
  await expect(at(page, 'error-task-note-slots')).toBeHidden();
});

test('the timeline draws what has a day, and follows the ledger', async ({ page }) => {
  await tasks(page);
  await asOf(page, '2026-06-30');
  await enter(page, 'task-due-subsidy-plan', '2026-05-31');
  await at(page, 'tasks-timeline').click();
  await expectChart(page, 'timeline').toContain('1项逾期');
  await expectChart(page, 'timeline').toContain('市级托育综合服务中心：项目建设');
  await at(page, 'tasks-ledger').click();
  await at(page, 'task-status-subsidy-plan').selectOption('done');
  await at(page, 'tasks-timeline').click();
  await expectChart(page, 'timeline').toContain('没有逾期');
  await expect(at(page, 'chart-timeline-order')).toBeHidden();
});
