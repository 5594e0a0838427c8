// Scenarios: the official plan stays as it is, others are made, named, left, brought back, and taken away as files.
import { COUNTIES, IDS } from './support/plan.mjs';
import { TIME, at, enter, expect, figures, open, openFile, openName, rename, saved, savedFile, scenarioNames, test } from './support/test.mjs';

const OFFICIAL = '市方案（只读）';

test.beforeEach(async ({ page }) => open(page));

test('the official plan is read-only: the first edit starts a copy and says so', async ({ page }) => {
  await expect(at(page, 'scenario-rename')).toBeDisabled();
  await expect(at(page, 'scenario-delete')).toBeDisabled();
  await enter(page, 'slots-pingcheng', '150');
  expect(await openName(page)).toBe('方案A');
  await expect(at(page, 'notice')).toContainText('市方案是只读的');
  await at(page, 'scenario-select').selectOption({ label: OFFICIAL });
  for (const { id, base, slots } of COUNTIES) {
    await expect(at(page, `slots-${id}`)).toHaveValue(slots);
    await expect(at(page, `base-${id}`)).toHaveValue(base);
  }
  await expect(at(page, 'save-status')).toContainText('只读');
});

test('a bad entry does not follow into another scenario', async ({ page }) => {
  await at(page, 'scenario-new').click();
  await at(page, 'scenario-new').click();
  await at(page, 'slots-pingcheng').fill('2x');
  await expect(at(page, 'error-slots-pingcheng')).toBeVisible();
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'error-slots-pingcheng')).toBeHidden();
});

test('renaming: Enter takes the name, Esc leaves it, an empty one is refused', async ({ page }) => {
  await at(page, 'scenario-new').click();
  await rename(page, '  方案B ');
  await expect.poll(() => openName(page)).toBe('方案B');
  await at(page, 'scenario-rename').click();
  await at(page, 'scenario-name').fill('别的');
  await at(page, 'scenario-name').press('Escape');
  await expect.poll(() => openName(page)).toBe('方案B');
  await at(page, 'scenario-rename').click();
  await at(page, 'scenario-name').fill('   ');
  await at(page, 'scenario-name').press('Enter');
  await expect.poll(() => openName(page)).toBe('方案B');
  await expect(at(page, 'notice')).toContainText('情景名称不能为空');
  await page.reload();
  await expect.poll(() => openName(page)).toBe('方案B');
});

test('deleting says that it can be undone, stays deleted after a reload, and undo brings everything back', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'scenario-new').click();
  await enter(page, 'slots-pingcheng', '160');
  const before = await figures(page);
  await at(page, 'scenario-delete').click();
  await expect(at(page, 'notice')).toContainText('已删除“方案B”，可撤销');
  await expect.poll(() => scenarioNames(page)).toEqual([OFFICIAL, '方案A']);
  await at(page, 'undo').click();
  await expect.poll(() => openName(page)).toBe('方案B');
  await expect.poll(() => figures(page)).toEqual(before);
  await at(page, 'scenario-delete').click();
  await page.reload();
  await expect.poll(() => scenarioNames(page)).toEqual([OFFICIAL, '方案A']);
});

test('earlier versions are listed, the newest first, and open as a copy', async ({ page }) => {
  for (const slots of ['140', '150', '160']) await enter(page, 'slots-pingcheng', slots);
  await saved(page);
  await at(page, 'scenario-history').click();
  const dialog = at(page, 'history-dialog');
  await expect(dialog).toBeVisible();
  const buttons = dialog.locator('[data-testid^="version-"]');
  const numbers = (await buttons.evaluateAll((all) => all.map((one) => Number(one.dataset.testid.slice(8)))));
  expect(numbers.length).toBeGreaterThanOrEqual(3);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  // The one before the newest.
  await buttons.nth(1).click();
  await expect(dialog).toBeHidden();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  expect(await openName(page)).not.toBe('方案A');
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await expect(at(page, 'slots-pingcheng')).toHaveValue('160');
});

test('a scenario file holds everything: opened elsewhere it is the same scenario, and saved again the same file', async ({ page, browser, baseURL }) => {
  await page.clock.setFixedTime(TIME);
  await page.reload();
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'base-yungang', '3.7012');
  await enter(page, 'pin-xinrong', '14');
  await enter(page, 'children-yunzhou', '4567');
  await at(page, 'lock-yanggao').click();
  await enter(page, 'rule-floor', '0.5');
  await enter(page, 'rule-cap', '6');
  await enter(page, 'task-total', '360');
  await at(page, 'rule').selectOption('converge');
  await enter(page, 'rule-parameter', '30');
  await enter(page, 'rule-benchmark', '12');
  await page.evaluate(() => document.activeElement.blur());
  await rename(page, '方案"甲"\\/<b>');
  const before = await figures(page);
  const file = await savedFile(page);
  expect(file.name).toMatch(/^大同市2026年-情景-方案.*-20260312\.json$/);
  expect(file.value.counties).toHaveLength(IDS.length);

  const other = await browser.newContext({ baseURL, locale: 'zh-CN' });
  const elsewhere = await other.newPage();
  await open(elsewhere);
  await openFile(elsewhere, file.name, file.text);
  await expect.poll(() => openName(elsewhere)).toBe('方案"甲"\\/<b>');
  await expect.poll(() => figures(elsewhere)).toEqual(before);
  await saved(elsewhere);
  expect((await savedFile(elsewhere)).text).toBe(file.text);
  await elsewhere.reload();
  await expect.poll(() => figures(elsewhere)).toEqual(before);
  await other.close();
});

test('a file with the mark that Windows editors put in front is opened, and one dropped on the page, too', async ({ page }) => {
  const { text } = await savedFile(page);
  await openFile(page, '甲.json', `\ufeff${text.replace('"slots":130', '"slots":131')}`);
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '乙.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text.replace('"slots":130', '"slots":132'));
  await expect(at(page, 'slots-pingcheng')).toHaveValue('132');
});

test('a file of another region is opened with its own counties', async ({ page }) => {
  const counties = [
    { id: 'c1', name: '甲区', base_ppm: 10_000, slots: 3 },
    { id: 'c2', name: '乙县', slots: 5 },
  ];
  const value = { app: 'tuowei', schema: 1, name: '别处', region: { id: 'elsewhere', name: '别', year: 2027 }, task: 8, targets: { rule: 'uniform', uplift_ppm: 5_000 }, counties };
  await openFile(page, '别处.json', value);
  await expect(page.locator('[data-testid^="row-"]')).toHaveCount(2);
  await expect(at(page, 'target-c1')).toHaveText('1.50');
  await expect(at(page, 'target-c2')).toHaveText('—');
  await expect(at(page, 'region')).toContainText('2027');
  await expect(at(page, 'restore-all')).toBeHidden();
});

const GOOD = { app: 'tuowei', schema: 1, name: '甲', region: { id: 'datong', name: '大同', year: 2026 }, task: 1, targets: { rule: 'uniform' }, counties: [{ id: 'c1', name: '甲' }] };
test('a file that is no scenario is refused with what is wrong and where, and changes nothing', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  const before = await figures(page);
  const names = await scenarioNames(page);
  for (const [text, said] of [
    ['{\n  "app": "tuowei",\n  "schema": 1,\n  "name": oops\n}', ['第4行', '不符合 JSON 格式']],
    [{ ...GOOD, counties: [{ id: 'c1', name: '甲', slots: '130' }] }, ['counties[0].slots', '应为整数']],
  ]) {
    await at(page, 'notice-dismiss').first().click();
    await openFile(page, '坏文件.json', text);
    await expect(at(page, 'notice')).toContainText('“坏文件.json”不能打开');
    for (const words of said) await expect(at(page, 'notice')).toContainText(words);
    await expect(at(page, 'notice')).toContainText('现有数据没有改动');
    expect(await figures(page)).toEqual(before);
    expect(await scenarioNames(page)).toEqual(names);
    expect(await openName(page)).toBe('方案A');
  }
});

test('names that look like code or are long are shown as they are', async ({ page }) => {
  await at(page, 'scenario-new').click();
  for (const name of ['<img src=x onerror=alert(1)>', '"\'&amp;', '长'.repeat(40)]) {
    await rename(page, name);
    await expect.poll(() => openName(page)).toBe(name);
    await expect.poll(() => at(page, 'chart-slots').locator('svg text').allTextContents()).toContainEqual(expect.stringContaining(name.slice(0, 4)));
  }
});
