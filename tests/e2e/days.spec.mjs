// Days are typed as people write them, or picked from the browser's calendar.
import { at, enter, expect, open, test } from './support/test.mjs';

test('a day without a year is of the plan’s, and one that is none says why', async ({ page }) => {
  await open(page);
  await at(page, 'nav-monitor').click();
  await at(page, 'report-new-day').fill('６月31日');
  await at(page, 'report-add').click();
  await expect(at(page, 'error-report-day')).toContainText('2026年6月只有30天');
  await at(page, 'report-new-day').fill('6月30日');
  await at(page, 'report-add').click();
  await expect(at(page, 'report-day')).toHaveValue('2026-06-30');
  await enter(page, 'monitor-today', '20260715');
  await expect(at(page, 'monitor-today')).toHaveValue('2026-07-15');
});

test('the calendar opens at the day in force, by mouse and by key, and what is picked is typed', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    window.opened = [];
    HTMLInputElement.prototype.showPicker = function () {
      window.opened.push([this.dataset.testid, this.value]);
    };
  });
  const pick = (id, day) => at(page, `calendar-${id}`).evaluate((input, day) => {
    input.value = day;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, day);
  await at(page, 'nav-tasks').click();
  await enter(page, 'task-today', '2026-6-1');
  await at(page, 'pick-task-today').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.opened)).toEqual([['calendar-task-today', '2026-06-01']]);
  await pick('task-today', '2026-06-30');
  await expect(at(page, 'task-today')).toBeFocused();
  await expect(at(page, 'task-today')).toHaveValue('2026-06-30');
  await expect(at(page, 'task-as-of')).toContainText('2026');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'task-today')).toHaveValue('2026-06-01');
  await at(page, 'nav-plan').click();
  await at(page, 'bases').click();
  await at(page, 'pick-as-of-children').click();
  await pick('as-of-children', '2025-12-31');
  await expect(at(page, 'as-of-children')).toHaveValue('2025-12-31');
});
