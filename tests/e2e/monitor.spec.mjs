// 监测: a year's story on made-up figures; what a report can hold; what each part of the page says of it.
import { at, copied, download, enter, expect, expectChart, listenForCopy, open, openName, paste, saved, test, violations } from './support/test.mjs';
import { COUNTIES } from './support/plan.mjs';
import { overflow } from './support/tools.mjs';

/** New inclusive slots by the end of March, June and September: made up. 云冈 stops in June, 左云 does not report in September. */
const MADE_UP = {
  '2026-03-31': [30, 20, 3, 4, 5, 4, 6, 6, 4, 3],
  '2026-06-30': [70, 40, 5, 8, 10, 9, 13, 12, 9, 7],
  '2026-09-30': [100, 40, 8, 12, 15, 13, 20, 24, 13, null],
};

const added = ({ id }) => `count-inclusive-added-${id}`;

async function monitor(page) {
  if (page.url() === 'about:blank') await open(page);
  await at(page, 'nav-monitor').click();
  await expect(at(page, 'page-monitor')).toBeVisible();
}

async function begin(page, day, button = 'report-add') {
  await at(page, 'report-new-day').fill(day);
  await at(page, button).click();
  await expect(at(page, 'report-day')).toHaveValue(day);
}

const column = (figures) => figures.map((figure) => figure ?? '').join('\n') + '\n';

/** The three reports of the year's story, with the last one on show. */
async function year(page) {
  await monitor(page);
  await enter(page, 'monitor-today', '2026-09-30');
  for (const [day, figures] of Object.entries(MADE_UP)) {
    await begin(page, day);
    await at(page, added(COUNTIES[0])).focus();
    expect(await paste(at(page, added(COUNTIES[0])), column(figures))).toBe(true);
    await expect(at(page, added(COUNTIES[1]))).toHaveValue(String(figures[1]));
  }
}

test("a year's story: plan, three reports, one county missing, one behind; lamps, ranks, bulletin, tasks, a picture", async ({ page }) => {
  await monitor(page);
  await expect(at(page, 'monitor-empty')).toBeVisible();
  await expect(at(page, 'chart-progress')).toHaveCount(0);
  await year(page);
  await expect(at(page, 'count-total-inclusive-added')).toHaveText('—');
  await expect(at(page, 'report-findings')).toContainText('左云');

  // Lamps. By 30 September the calendar wants 273/365 = 74.79 %.
  await at(page, 'monitor-calendar').click();
  await expect(at(page, 'calendar')).toContainText('74.79%');
  for (const [county, cells] of Object.entries({
    pingcheng: { task: '130', done: '100', rate: '76.92', planned: '97', ahead: '快3个', status: '符合序时', pace: '10', forecast: '133' },
    yungang: { task: '77', done: '40', rate: '51.95', planned: '58', ahead: '慢18个', status: '滞后', pace: '13', forecast: '53' },
    lingqiu: { task: '24', done: '24', rate: '100.00', status: '已达标', pace: '0' },
    zuoyun: { task: '13', done: '—', rate: '—', planned: '10', ahead: '—', status: '—', pace: '—', forecast: '—' },
    city: { task: '350', done: '—', status: '—' },
  })) {
    for (const [name, text] of Object.entries(cells)) await expect(at(page, `${name}-${county}`), `${name} of ${county}`).toHaveText(text);
  }
  await expect(at(page, 'status-yungang')).toHaveClass('lamp behind');
  await expectChart(page, 'progress').toContain('已报县（区）中云冈滞后');
  await expect(at(page, 'chart-pace').locator('svg')).toBeVisible();

  // A stricter line makes 云冈 far behind; an impossible one is refused at its place.
  await enter(page, 'threshold-far-behind', '20');
  await expect(at(page, 'status-yungang')).toHaveText('严重滞后');
  await enter(page, 'threshold-far-behind', '25');
  await expect(at(page, 'status-yungang')).toHaveText('滞后');
  await enter(page, 'threshold-far-behind', '5');
  await expect(at(page, 'error-threshold-far-behind')).toContainText('不能低于');
  await expect(at(page, 'status-yungang')).toHaveText('滞后');
  await page.keyboard.press('Escape');
  await expect(at(page, 'threshold-far-behind')).toHaveValue('25');
  await at(page, 'undo').click();
  await expect(at(page, 'status-yungang')).toHaveText('严重滞后');
  await at(page, 'undo').click();
  await expect(at(page, 'status-yungang')).toHaveText('滞后');

  // 倒排工期: by the end of August all is to be done.
  await at(page, 'schedule').selectOption('until');
  await enter(page, 'schedule-finish', '2026-08-31');
  await expect(at(page, 'planned-pingcheng')).toHaveText('130');
  await expect(at(page, 'schedule-note')).toContainText('2026年8月31日');
  await at(page, 'schedule').selectOption('quarters');
  await enter(page, 'schedule-part-4', '0');
  await expect(at(page, 'planned-pingcheng')).toHaveText('130');
  await at(page, 'schedule').selectOption('linear');
  await expect(at(page, 'planned-pingcheng')).toHaveText('97');

  // Ranks: 灵丘 first, now as by June 100 % of nothing; 云冈 last of nine; 左云 has no place.
  await at(page, 'monitor-ranking').click();
  await expect(at(page, 'place-lingqiu')).toHaveText('1');
  await expect(at(page, 'place-yungang')).toHaveText('9');
  await expect(at(page, 'rank-value-yungang')).toHaveText('51.95');
  await expect(at(page, 'place-zuoyun')).toHaveText('—');
  await expect(at(page, 'ranking').locator('tbody tr').first()).toContainText('灵丘');
  await expectChart(page, 'ranking').toContain('灵丘最高（100.00%），云冈最低（51.95%）');

  // The bulletin.
  await at(page, 'monitor-bulletin').click();
  await expect(at(page, 'bulletin').locator('h3')).toHaveText('关于大同市2026年9月托育工作进展情况的通报');
  await expect(at(page, 'paragraph-unreported')).toContainText('左云');
  await expect(at(page, 'paragraph-behind')).toContainText('云冈');
  await at(page, 'bulletin-ranking').uncheck();
  await expect(at(page, 'paragraph-ranking')).toHaveCount(0);
  await listenForCopy(page);
  await at(page, 'bulletin-copy-text').click();
  const text = await copied(page, 'text/plain');
  expect(text).toContain('关于大同市2026年9月托育工作进展情况的通报');
  expect(text).toContain('一、总体情况');
  expect(text).not.toContain('排名情况');
  await at(page, 'bulletin-copy-rich').click();
  expect(await copied(page, 'text/html')).toContain('<h2>一、总体情况</h2>');
  await expect(at(page, 'unreported-zuoyun')).toHaveText('全部未报');

  // A picture for the meeting.
  await at(page, 'monitor-calendar').click();
  const picture = await download(page, () => at(page, 'chart-progress-png').click());
  expect(picture.name).toBe('大同市2026年-新增普惠托位进度图-方案A-20260930.png');
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');

  // Tasks are ticked off.
  await at(page, 'nav-tasks').click();
  await at(page, 'task-status-subsidy-plan').selectOption('done');
  await expect(at(page, 'task-counts')).toContainText('已完成1');
  await saved(page);

  // And the next day all of it is there.
  await page.reload();
  await at(page, 'nav-monitor').click();
  await expect(at(page, 'report-day')).toHaveValue('2026-09-30');
  await expect(at(page, added(COUNTIES[0]))).toHaveValue('100');
  await expect(at(page, 'monitor-today')).toHaveValue('2026-09-30');
});

test('a day that is none, a day that is taken: a message at the place, and nothing is changed', async ({ page }) => {
  await monitor(page);
  for (const [typed, said] of [['2026-02-29', '没有这一天'], ['六月底', '没有这一天'], ['', '请填写日期']]) {
    await at(page, 'report-new-day').fill(typed);
    await at(page, 'report-add').click();
    await expect(at(page, 'error-report-day')).toContainText(said);
    await expect(at(page, 'report-new-day')).toHaveValue(typed);
    await expect(at(page, 'monitor-empty')).toBeVisible();
  }
  await at(page, 'report-new-day').fill('2026年6月30日');
  await at(page, 'report-new-day').press('Enter');
  await expect(at(page, 'report-day')).toHaveValue('2026-06-30');
  await at(page, 'report-new-day').fill('2026/6/30');
  await at(page, 'report-copy').click();
  await expect(at(page, 'error-report-day')).toContainText('已有一期');
  await expect(at(page, 'report-day').locator('option')).toHaveCount(1);
});

test('a report is copied, given another day, removed and brought back', async ({ page }) => {
  await monitor(page);
  await begin(page, '2026-03-31');
  await enter(page, 'count-children-pingcheng', '16826');
  await begin(page, '2026-06-30', 'report-copy');
  await expect(at(page, 'count-children-pingcheng')).toHaveValue('16,826');
  await begin(page, '2026-07-31', 'report-redate');
  await expect(at(page, 'report-day').locator('option')).toHaveText([/^2026-07-31/, /^2026-03-31/]);
  await at(page, 'report-remove').click();
  await expect(at(page, 'report-day')).toHaveValue('2026-03-31');
  await at(page, 'undo').click();
  await expect(at(page, 'report-day').locator('option')).toHaveCount(2);
  await at(page, 'report-day').selectOption('2026-07-31');
  await expect(at(page, 'count-children-pingcheng')).toHaveValue('16,826');
  // Writing on the plan began a copy.
  expect(await openName(page)).toContain('方案A');
});

test('figures that contradict each other name the cell and lead to it; what is no figure stays with its message', async ({ page }) => {
  await monitor(page);
  await begin(page, '2026-06-30');
  await at(page, 'report-group-2').click();
  await enter(page, 'count-institutions-yungang', '20');
  await enter(page, 'count-registered-yungang', '21');
  await expect(at(page, 'report-findings')).toContainText('云冈');
  await at(page, 'report-group-1').click();
  await at(page, 'report-findings').getByRole('button', { name: '去核对' }).click();
  await expect(at(page, 'count-registered-yungang')).toBeFocused();
  await enter(page, 'count-registered-yungang', '2o');
  await expect(at(page, 'error-count-registered-yungang')).toBeVisible();
  await expect(at(page, 'count-registered-yungang')).toHaveValue('2o');
  await page.keyboard.press('Escape');
  await at(page, 'report-group-5').click();
  await enter(page, 'count-allocated-yungang', '12.345');
  await expect(at(page, 'error-count-allocated-yungang')).toContainText('最多2位小数');
  await enter(page, 'count-allocated-yungang', '1,234.5');
  await expect(at(page, 'count-allocated-yungang')).toHaveValue('1,234.50');
});

test('indicators: sums of numerators and denominators, targets that can be changed and taken back, the basis of certificates', async ({ page }) => {
  await monitor(page);
  await begin(page, '2026-06-30');
  // Made up: nine counties with 1 of 10 registered, the tenth with 90 of 110. The mean of ratios would be 17.18 %.
  await at(page, 'report-group-2').click();
  for (const [index, { id }] of COUNTIES.entries()) {
    await enter(page, `count-institutions-${id}`, index === 9 ? '110' : '10');
    await enter(page, `count-registered-${id}`, index === 9 ? '90' : '1');
  }
  await at(page, 'monitor-indicators').click();
  await expect(at(page, 'indicator-value-registration')).toHaveText('49.50');
  await expect(at(page, 'indicator-fraction-registration')).toHaveText('99 ÷ 200');
  await expect(at(page, 'indicator-status-registration')).toHaveText('已达标');
  await enter(page, 'indicator-target-registration', '60');
  await expect(at(page, 'indicator-distance-registration')).toHaveText('低10.50个百分点');
  await expect(at(page, 'indicator-short-registration')).toHaveText('还需备案21家');
  await at(page, 'indicator-registration').click();
  await expect(at(page, 'county-value-zuoyun')).toHaveText('81.82');
  await expect(at(page, 'county-status-pingcheng')).toHaveText('严重滞后');
  await expect(at(page, 'indicator-card')).toContainText('待核');
  await at(page, 'restore-targets').click();
  await expect(at(page, 'indicator-target-registration')).toHaveValue('45.00');
  await expect(at(page, 'restore-targets')).toBeDisabled();
  // Nothing is reported of certificates: a reason, and neither 0 nor 100 %.
  await expect(at(page, 'indicator-value-certified')).toHaveText('—');
  await expect(at(page, 'indicator-fraction-certified')).toContainText('未报全');
  await at(page, 'indicator-certified').click();
  await expect(at(page, 'indicator-card')).toContainText('全职保育人员');
  await at(page, 'certified-basis').selectOption('staff');
  await expect(at(page, 'indicator-card')).toContainText('从业人员');
  await expectChart(page, 'indicators').toContain('49.50%');
});

test('a block from a spreadsheet is one step, and a copied report is that block again', async ({ page }) => {
  await monitor(page);
  await begin(page, '2026-06-30');
  const block = ['县区\t托位数\t在托人数', ...COUNTIES.map(({ zh }, index) => `${zh}\t${100 + index}\t${50 + index}`), '全市\t1045\t545'].join('\n');
  expect(await paste(at(page, 'count-children-pingcheng'), block)).toBe(true);
  await expect(at(page, 'count-slots-zuoyun')).toHaveValue('109');
  await expect(at(page, 'count-total-enrolled')).toHaveText('545');
  await listenForCopy(page);
  await at(page, 'copy-report').click();
  const table = await copied(page, 'text/plain');
  await at(page, 'undo').click();
  await expect(at(page, 'count-slots-zuoyun')).toHaveValue('');
  expect(await paste(at(page, 'count-children-pingcheng'), table)).toBe(true);
  await expect(at(page, 'count-slots-zuoyun')).toHaveValue('109');
});

test('a block that is pasted where there is no report is refused in words', async ({ page }) => {
  await monitor(page);
  await paste(at(page, 'page-monitor'), '平城\t1\n云冈\t2\n');
  await expect(at(page, 'notice')).toContainText('还没有填报');
});

test('weights that do not add up say so, and there is no score', async ({ page }) => {
  await year(page);
  await at(page, 'monitor-ranking').click();
  await at(page, 'rank-by').selectOption('score');
  for (const id of ['utilisation', 'enrolment', 'inclusive-share']) await enter(page, `rank-weight-${id}`, '0');
  await expect(at(page, 'rank-weights-off')).toContainText('25');
  await expect(at(page, 'place-lingqiu')).toHaveText('—');
  await enter(page, 'rank-weight-inclusive-added', '100');
  await expect(at(page, 'rank-weights-off')).toBeHidden();
  await expect(at(page, 'place-lingqiu')).toHaveText('1');
  await expectChart(page, 'ranking').toContain('灵丘第一（100.00分），云冈最后（51.95分）');
});

const TABS = ['reports', 'indicators', 'calendar', 'ranking', 'bulletin'];

for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']]) {
  test(`axe finds nothing, nothing runs over the edge, and the language is one, in ${language}, ${theme}`, async ({ page }) => {
    await open(page);
    // Before the first edit: the copy that it starts is called in the language of the page.
    if (language === 'en') await at(page, 'language').click();
    await year(page);
    if (theme === 'dark') await at(page, 'theme').click();
    for (const tab of TABS) {
      await at(page, `monitor-${tab}`).click();
      if (tab === 'reports') await at(page, 'report-group-4').click();
      expect(await violations(page), tab).toEqual([]);
      if (language === 'en') {
        const said = await at(page, 'page-monitor').evaluate((main) => main.innerText);
        expect(said, tab).not.toMatch(/[\u4e00-\u9fff]/);
      }
      for (const width of [1920, 1366, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page), `${tab} at ${width}`).toBeNull();
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  });
}
