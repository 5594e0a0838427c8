// Any region: the list of counties is edited in one step, figures stay with their counties, the official plan stays as it is.
import { COUNTIES } from './support/plan.mjs';
import { at, enter, expect, open, openName, scenarioNames, test, violations } from './support/test.mjs';
import { overflow } from './support/tools.mjs';

const edit = async (page) => {
  await at(page, 'region').click();
  await expect(at(page, 'region-dialog')).toBeVisible();
};

/** Puts a list into its field at once; typed line by line, thousands of them take the browser half a minute. */
const put = (page, text) => at(page, 'region-list').evaluate((area, text) => {
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
}, text);

/** Fifty made-up units as a column of Excel, with a heading and a sum. */
const FIFTY = ['县（区）', ...Array.from({ length: 50 }, (_, index) => `虚构${index + 1}${index % 3 ? '县' : '区'}`), '合计'].join('\r\n');

test('a region of fifty units is made by pasting a list, planned, and there again after a reload', async ({ page }) => {
  await open(page);
  await edit(page);
  await at(page, 'region-from-empty').click();
  await expect(at(page, 'region-problem')).toHaveText('请填写地区名称。');
  await expect(at(page, 'region-apply')).toBeDisabled();
  await at(page, 'region-name').fill('虚构');
  await at(page, 'region-year').fill('2027');
  await at(page, 'region-list').fill(FIFTY);
  await at(page, 'region-take').click();
  await expect(at(page, 'region-said')).toHaveText('加入50个，略过2行（标题、合计）。');
  await expect(at(page, 'region-kind-0')).toHaveValue('district');
  await expect(at(page, 'region-kind-1')).toHaveValue('county');
  // These are no counties of Datong: the open scenario cannot take them, a new one can.
  await expect(at(page, 'region-apply')).toBeDisabled();
  await expect(at(page, 'region-beside')).toContainText('另建空白情景');
  await at(page, 'region-make').click();
  await expect(at(page, 'region')).toHaveText('虚构市2027年');
  await expect(at(page, 'slots-c1')).toHaveValue('');
  await enter(page, 'task-total', '100');
  await enter(page, 'slots-c1', '60');
  await enter(page, 'slots-c2', '40');
  await expect(at(page, 'remaining')).toHaveText('0');
  await expect(at(page, 'share-c1')).toHaveText('60.00');
  await page.reload();
  await expect(at(page, 'region')).toHaveText('虚构市2027年');
  await expect(at(page, 'slots-c2')).toHaveValue('40');
  await at(page, 'scenario-select').selectOption('official');
  for (const { id, slots } of COUNTIES) await expect(at(page, `slots-${id}`)).toHaveValue(slots);
});

test('renaming, reordering, adding and removing are one step; figures stay, and the official plan is untouched', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-yungang', '80');
  await edit(page);
  await at(page, 'region-county-0').fill('平城区');
  await at(page, 'region-down-0').click();
  await expect(at(page, 'region-down-1')).toBeFocused();
  await at(page, 'region-remove-2').click();
  await expect(at(page, 'region-beside')).toContainText('新荣');
  await at(page, 'region-add').click();
  await expect(at(page, 'region-county-9')).toBeFocused();
  await expect(at(page, 'region-problem')).toHaveText('第10行没有名称。');
  await at(page, 'region-county-9').fill('开发区');
  await at(page, 'region-kind-9').selectOption('district');
  await expect(at(page, 'region-problem')).toHaveText('新增1个、移除1个、改名1个、调整顺序');
  await at(page, 'region-apply').click();
  await expect(at(page, 'notice')).toContainText('地区已更新：新增1个、移除1个、改名1个、调整顺序');
  const names = page.locator('table#grid tbody tr[data-testid^="row-"] th');
  await expect(names).toHaveText([/云冈/, /平城区/, /云州/, /阳高/, /天镇/, /浑源/, /灵丘/, /广灵/, /左云/, /开发区/]);
  await expect(at(page, 'slots-yungang')).toHaveValue('80');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  // Position 10, and no county was called so before.
  await expect(at(page, 'slots-c10')).toHaveValue('');
  await expect(at(page, 'slots-xinrong')).toHaveCount(0);
  await enter(page, 'slots-c10', '5');
  await at(page, 'undo').click();
  await at(page, 'undo').click();
  await expect(at(page, 'slots-xinrong')).toHaveValue('10');
  await expect(at(page, 'slots-yungang')).toHaveValue('80');
  await expect(names.first()).toContainText('平城');
  await at(page, 'redo').click();
  await expect(at(page, 'slots-c10')).toBeVisible();
  await at(page, 'scenario-select').selectOption('official');
  await expect(names).toHaveText(COUNTIES.map(({ zh }) => new RegExp(zh)));
});

test('what cannot be a region is said at once and nothing is changed', async ({ page }) => {
  await open(page);
  await edit(page);
  for (const [spoil, said] of [
    [() => at(page, 'region-county-1').fill('平城'), '第1行和第2行同名：平城。'],
    [() => at(page, 'region-county-1').fill('长'.repeat(41)), '第2行的名称超过40个字。'],
    [() => at(page, 'region-year').fill('二〇二六'), '目标年份应在2000至2100之间。'],
  ]) {
    await at(page, 'region-from-present').click();
    await expect(at(page, 'region-problem')).toHaveText('没有改动');
    await spoil();
    await expect(at(page, 'region-problem')).toHaveText(said);
    await expect(at(page, 'region-apply')).toBeDisabled();
  }
  await at(page, 'region-from-present').click();
  for (let count = 0; count < 9; count += 1) await at(page, 'region-remove-0').click();
  await expect(at(page, 'region-problem')).toHaveText('至少要有2个县（区）。');
  await at(page, 'region-from-empty').click();
  await at(page, 'region-name').fill('大');
  await put(page, Array.from({ length: 3_001 }, (_, index) => `虚构${index}`).join('\n'));
  await at(page, 'region-take').click();
  await expect(at(page, 'region-said')).toHaveText('最多3000个县（区），现有3001个。');
  await expect(at(page, 'region-problem')).toHaveText('至少要有2个县（区）。');
  await put(page, Array.from({ length: 3_000 }, (_, index) => `虚构${index}`).join('\n'));
  await at(page, 'region-take').click();
  await expect(at(page, 'region-part')).toHaveText('1 / 60');
  await expect(at(page, 'region-make')).toBeEnabled();
  await at(page, 'region-dialog-close').click();
  expect(await openName(page)).toBe('市方案（只读）');
  expect(await scenarioNames(page)).toHaveLength(1);
});

test('a reference of a region of one\'s own is read-only, and what departs from it is marked and goes back to it', async ({ page }) => {
  await open(page);
  await edit(page);
  await expect(at(page, 'region-freeze')).toBeDisabled();
  await at(page, 'region-from-empty').click();
  await at(page, 'region-name').fill('某市');
  await at(page, 'region-list').fill('甲\n乙');
  await at(page, 'region-take').click();
  await at(page, 'region-make').click();
  await expect(at(page, 'restore-all')).toBeHidden();
  await enter(page, 'task-total', '10');
  await enter(page, 'slots-c1', '6');
  await enter(page, 'slots-c2', '4');
  await edit(page);
  await at(page, 'region-freeze').click();
  await at(page, 'region-dialog-close').click();
  await expect(at(page, 'notice-undo').last()).toBeVisible();
  await expect(at(page, 'save-status')).toContainText('只读');
  await expect(at(page, 'scenario-rename')).toBeDisabled();
  const reference = await openName(page);
  await enter(page, 'slots-c1', '7');
  expect(await openName(page)).not.toBe(reference);
  await expect(at(page, 'restore-all')).toBeEnabled();
  await at(page, 'restore-all').click();
  await expect(at(page, 'slots-c1')).toHaveValue('6');
  await at(page, 'scenario-select').selectOption({ label: reference });
  await expect(at(page, 'slots-c1')).toHaveValue('6');
  await page.reload();
  await expect(at(page, 'save-status')).toContainText('只读');
  // Scenarios of a region stand together in the list.
  await expect(at(page, 'scenario-select').locator('optgroup')).toHaveCount(2);
  await edit(page);
  await at(page, 'region-freeze').click();
  await at(page, 'region-dialog-close').click();
  await enter(page, 'slots-c1', '5');
  expect(await openName(page)).toBe(reference);
});

test('names from a file that are too long widen nothing, cover nothing and are kept in full', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const [long, region] = ['长'.repeat(10_000), '某'.repeat(68)];
  const file = { app: 'tuowei', schema: 1, name: long, region: { id: 'elsewhere', name: region, year: 2026 }, task: 8, targets: { rule: 'uniform' }, counties: [{ id: 'a', name: long, slots: 5 }, { id: 'b', name: '乙' }] };
  await at(page, 'scenario-file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(at(page, 'notice').first()).toContainText('有3个名称超过40个字');
  await expect(at(page, 'region')).toContainText('某某');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const hit = (id) => at(page, id).evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  for (const id of ['undo', 'language', 'theme', 'help', 'region']) {
    expect(await hit(id), id).toBe(true);
  }
  await edit(page);
  await at(page, 'region-dialog-close').click();
  const stored = await page.evaluate(() => Object.values(localStorage).join(''));
  expect(stored).toContain(region);
  expect(stored).toContain(long);
});

test('a region is taken from a scenario file', async ({ page }) => {
  await open(page);
  await edit(page);
  const file = { app: 'tuowei', schema: 1, name: '别处', region: { id: 'elsewhere', name: '别市', year: 2027 }, task: 8, targets: { rule: 'uniform' }, counties: [{ id: 'a', name: '甲', slots: 5 }, { id: 'b', name: '乙' }] };
  await at(page, 'region-file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') });
  await expect(at(page, 'region-said')).toHaveText('这个文件里没有可用的地区。');
  await at(page, 'region-file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(at(page, 'region-name')).toHaveValue('别市');
  await expect(at(page, 'region-county-1')).toHaveValue('乙');
  await at(page, 'region-make').click();
  await expect(at(page, 'slots-a')).toHaveValue('');
});

for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']]) {
  test(`axe finds nothing in the editor, and nothing runs over the edge, in ${language}, ${theme}`, async ({ page }) => {
    await open(page);
    if (language === 'en') await at(page, 'language').click();
    if (theme === 'dark') await at(page, 'theme').click();
    await edit(page);
    await at(page, 'region-county-1').fill('');
    expect(await violations(page)).toEqual([]);
    for (const width of [1920, 1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width}`).toBeNull();
    }
  });
}
