// A table before it is taken: what is asked, what is chosen, what is said, and that nothing else changes.
import { COUNTIES } from './support/plan.mjs';
import { at, enter, expect, figures, open, openFile, paste, test, violations } from './support/test.mjs';

test.beforeEach(async ({ page }) => open(page));

const dialog = (page) => at(page, 'import-dialog');
const notice = (page) => at(page, 'notice');
const column = (page, number) => at(page, `import-column-${number}`);

/** Headings and, of each county, its number beside what they are over. */
const block = (headings, cells) =>
  [headings.join('\t'), ...COUNTIES.map(({ zh }, index) => [zh, ...cells(index)].join('\t'))].join('\r\n');
const AMBIGUOUS = block(['县（区）', '3岁以下婴幼儿数', '2025年基数', '其中普惠托位'], (index) => [18_000 + index, `2.${10 + index}`, 60 + index]);

test('a heading that may mean two columns is asked for; what was chosen is taken, and goes with one undo', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  const before = await figures(page);
  await paste(at(page, 'slots-pingcheng'), AMBIGUOUS);
  await expect(dialog(page)).toBeVisible();
  expect(await figures(page)).toEqual(before);
  await expect(notice(page)).not.toContainText('已粘贴');
  await expect(at(page, 'import-asks')).toContainText('其中普惠托位');
  await expect(column(page, 2)).toHaveValue('children');
  await expect(column(page, 3)).toHaveValue('base');
  await expect(column(page, 4)).toHaveValue('');
  await expect(column(page, 4)).toHaveAttribute('aria-invalid', 'true');
  await expect(at(page, 'import-apply')).toBeDisabled();
  await expect(at(page, 'import-said')).toHaveText('将填入 20 个数，其中 10 个替换原有的数');

  // A choice keeps its focus, as a choice by keys needs it.
  await column(page, 4).focus();
  await column(page, 4).selectOption('slots');
  await expect(column(page, 4)).toBeFocused();
  await expect(dialog(page)).toContainText('131 → 60');
  await expect(at(page, 'import-said')).toHaveText('将填入 30 个数，其中 20 个替换原有的数');
  await column(page, 4).selectOption('inclusive');
  await expect(dialog(page)).toContainText('— → 60');
  await expect(at(page, 'import-said')).toHaveText('将填入 30 个数，其中 10 个替换原有的数');
  expect(await figures(page)).toEqual(before);
  await at(page, 'import-apply').click();
  await expect(dialog(page)).toBeHidden();
  await expect(at(page, 'children-zuoyun')).toHaveValue('18,009');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
  await expect(notice(page)).toContainText('已粘贴 30 个数');
  await at(page, 'view-supply').click();
  await expect(at(page, 'inclusive-zuoyun')).toHaveValue('69');
  await at(page, 'notice-undo').click();
  await expect(at(page, 'inclusive-zuoyun')).toHaveValue('');
  await at(page, 'view-plan').click();
  expect(await figures(page)).toEqual(before);
});

test('what is not to be taken changes nothing; cancelling changes nothing at all and gives the focus back', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  const before = await figures(page);
  await at(page, 'slots-xinrong').focus();
  await paste(at(page, 'slots-xinrong'), AMBIGUOUS);
  await column(page, 3).selectOption('none');
  await column(page, 4).selectOption('none');
  await expect(at(page, 'import-said')).toHaveText('将填入 10 个数');
  await at(page, 'import-cancel').click();
  await expect(dialog(page)).toBeHidden();
  await expect(at(page, 'slots-xinrong')).toBeFocused();
  expect(await figures(page)).toEqual(before);
  await expect(notice(page)).not.toContainText('已粘贴');
  // Nothing of it is left for the next block; Escape closes as well.
  await paste(at(page, 'slots-xinrong'), AMBIGUOUS);
  await expect(column(page, 3)).toHaveValue('base');
  // The same figure twice is open again.
  await column(page, 4).selectOption('base');
  await expect(at(page, 'import-apply')).toBeDisabled();
  await column(page, 3).selectOption('none');
  await expect(at(page, 'import-apply')).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await figures(page)).toEqual(before);
});

test('what is clear goes in at once, with its undo, and Ctrl+Shift+V looks first', async ({ page }) => {
  const clear = block(['县（区）', '任务数'], (index) => [index + 1]);
  await paste(at(page, 'slots-pingcheng'), clear);
  await expect(at(page, 'slots-zuoyun')).toHaveValue('10');
  await expect(notice(page)).toContainText('已粘贴 10 个数');
  await expect(dialog(page)).toBeHidden();
  await at(page, 'notice-undo').click();
  await expect(at(page, 'slots-zuoyun')).toHaveValue('13');
  await at(page, 'slots-pingcheng').focus();
  await page.keyboard.press('Control+Shift+V');
  await paste(at(page, 'slots-pingcheng'), clear);
  await expect(dialog(page)).toContainText('13 → 10');
  await expect(at(page, 'slots-zuoyun')).toHaveValue('13');
});

test('a figure that nothing points at is not replaced without a look', async ({ page }) => {
  await paste(at(page, 'children-pingcheng'), '18650\t2.20\n8420\t3.70\n');
  await expect(dialog(page)).toContainText('2.14 → 2.20');
  await expect(dialog(page)).toContainText('平城');
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.14');
  await column(page, 2).selectOption('none');
  await at(page, 'import-apply').click();
  await expect(at(page, 'children-yungang')).toHaveValue('8,420');
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.14');
});

test('a dash is empty or zero, a fraction is one or percent, as the planner says', async ({ page }) => {
  await paste(at(page, 'slots-pingcheng'), '县区\t任务数\t2025年基数\n平城\t -   \t0.0214\n云冈\t未报\t0.0370\n新荣\t7\t0.11031\n');
  await expect(at(page, 'import-left')).toContainText('第2行B列“-”按空白处理');
  await expect(at(page, 'import-left')).toContainText('第3行B列“未报”按空白处理');
  await expect(at(page, 'import-apply')).toBeDisabled();
  await at(page, 'import-fraction').selectOption('as-is');
  await expect(dialog(page)).toContainText('3.69 → 0.037');
  await at(page, 'import-fraction').selectOption('percent');
  await expect(dialog(page)).toContainText('3.69 → 3.70');
  await at(page, 'import-dash').selectOption('zero');
  await expect(dialog(page)).toContainText('130 → 0');
  await at(page, 'import-apply').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('0');
  await expect(at(page, 'slots-yungang')).toHaveValue('77');
  await expect(at(page, 'base-yungang')).toHaveValue('3.70');
  await expect(at(page, 'base-xinrong')).toHaveValue('11.031');
});

test('the preview follows the scenario under it', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await paste(at(page, 'children-pingcheng'), '县区\t普惠托位\n平城\t60\n');
  await column(page, 2).selectOption('slots');
  await expect(dialog(page)).toContainText('131 → 60');
  await page.keyboard.press('Control+z');
  await expect(dialog(page)).toContainText('130 → 60');
  await at(page, 'import-apply').click();
  await page.keyboard.press('Control+z');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
});

test('what is pasted into the dialog for pasting is shown before it is taken', async ({ page }) => {
  await at(page, 'paste-open').click();
  await at(page, 'paste-text').focus();
  await paste(at(page, 'paste-text'), '县区\t任务数\n平城\t140\n');
  // A script's event brings no text by itself.
  await page.evaluate((text) => document.execCommand('insertText', false, text), '县区\t任务数\n平城\t140\n');
  await expect(at(page, 'paste-dialog')).toBeHidden();
  await expect(dialog(page)).toContainText('130 → 140');
  await at(page, 'import-apply').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await expect(at(page, 'paste-open')).toBeFocused();
});

test('a report asks and takes as the plan does', async ({ page }) => {
  await page.goto('./#/monitor');
  await at(page, 'report-new-day').fill('2026-06-30');
  await at(page, 'report-add').click();
  const twoRows = '县区\t托位（个）\t在托（人）\t\n\t总数\t总数\t普惠\n平城\t900\t700\t300\n云冈\t800\t600\t200';
  await paste(at(page, 'count-children-pingcheng'), twoRows);
  await expect(at(page, 'count-slots-yungang')).toHaveValue('800');
  await expect(at(page, 'count-enrolled-yungang')).toHaveValue('600');
  await expect(at(page, 'count-inclusive-yungang')).toHaveValue('');
  await expect(notice(page)).toContainText('未采用');
  await paste(at(page, 'count-children-pingcheng'), '县区\t在托\t在托人数\n平城\t701\t702\n');
  await expect(column(page, 2)).toHaveValue('');
  await expect(column(page, 3)).toHaveValue('');
  await column(page, 2).selectOption('enrolled');
  await column(page, 3).selectOption('none');
  await expect(dialog(page)).toContainText('700 → 701');
  await at(page, 'import-apply').click();
  await expect(at(page, 'count-enrolled-pingcheng')).toHaveValue('701');
});

test('under a search bare figures go to the counties on show', async ({ page }) => {
  const counties = Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, name: `${index % 3 ? '乙' : '甲'}${100 + index}`, base_ppm: 10_000 }));
  await openFile(page, '大.json', { app: 'tuowei', schema: 1, name: '大', region: { id: 'large', name: '大', year: 2026 }, task: 1, targets: { rule: 'uniform', uplift_ppm: 20_800 }, counties });
  await at(page, 'find-county').fill('甲');
  const inputs = page.locator('input[data-testid^="slots-"]');
  await expect(inputs).toHaveCount(10);
  await inputs.first().focus();
  await paste(inputs.first(), '5\n6\n7\n');
  await expect(inputs.nth(2)).toHaveValue('7');
  expect(await inputs.evaluateAll((all) => all.map((input) => input.value).filter(Boolean))).toEqual(['5', '6', '7']);
  await at(page, 'find-county').fill('乙');
  await expect(inputs).toHaveCount(20);
  expect(await inputs.evaluateAll((all) => all.map((input) => input.value).filter(Boolean))).toEqual([]);
});

test('bare figures that go on beyond the page of counties on show are looked at first', async ({ page }) => {
  const counties = Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, name: `甲${100 + index}`, base_ppm: 10_000 }));
  await openFile(page, '大.json', { app: 'tuowei', schema: 1, name: '大', region: { id: 'large', name: '大', year: 2026 }, task: 1, targets: { rule: 'uniform', uplift_ppm: 20_800 }, counties });
  await paste(at(page, 'slots-c17'), '5\n6\n');
  await expect(at(page, 'slots-c18')).toHaveValue('6');
  await paste(at(page, 'slots-c17'), '1\n2\n3\n4\n');
  await expect(dialog(page)).toContainText('甲120');
  await expect(at(page, 'slots-c18')).toHaveValue('6');
  await at(page, 'import-apply').click();
  await expect(at(page, 'slots-c18')).toHaveValue('2');
});

test('a long block is shown in part and taken whole', async ({ page }) => {
  const long = ['县区\t普惠托位', ...COUNTIES.map(({ zh }) => `${zh}\t60`), ...Array.from({ length: 400 }, (_, index) => `某${index}\t1`)];
  await paste(at(page, 'slots-pingcheng'), long.join('\n'));
  await expect(dialog(page).locator('tbody tr')).toHaveCount(200);
  await expect(dialog(page)).toContainText('还有 210 行');
});

for (const [width, height] of [[1366, 768], [390, 844]]) {
  test(`the preview holds at ${width}×${height}, in both languages and looks`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const [language, theme] of [['zh', 'light'], ['en', 'dark']]) {
      if (language === 'en') await at(page, 'language').click();
      if (theme === 'dark') await at(page, 'theme').click();
      await paste(at(page, 'slots-pingcheng'), AMBIGUOUS);
      await expect(dialog(page)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      const inside = await dialog(page).evaluate((dialog) => {
        const { left, right, top, bottom } = dialog.getBoundingClientRect();
        const apply = dialog.querySelector('[data-testid=import-apply]').getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && apply.bottom <= bottom && dialog.scrollWidth <= dialog.clientWidth;
      });
      expect(inside).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
}
