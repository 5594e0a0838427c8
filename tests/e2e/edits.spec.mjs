// What an edit leaves alone: what does not change on the page is not touched, and what is typed is of a form of its own.
import { at, enter, expect, open, saved, test } from './support/test.mjs';
import { fillMadeUp, openAssistant } from './support/tools.mjs';

/** Counts from now on how often something changes within each of these parts of the page. */
const watch = (page, parts) =>
  page.evaluate((parts) => {
    window.changes = Object.fromEntries(parts.map((part) => [part, 0]));
    for (const part of parts) {
      const note = (records) => { window.changes[part] += records.length; };
      new MutationObserver(note).observe(document.querySelector(`[data-testid="${part}"]`), { attributes: true, characterData: true, childList: true, subtree: true });
    }
  }, parts);
const changes = (page) => page.evaluate(() => window.changes);

async function reported(page) {
  await at(page, 'nav-monitor').click();
  await at(page, 'report-new-day').fill('2026-06-30');
  await at(page, 'report-add').click();
  await enter(page, 'count-inclusive-added-pingcheng', '50');
}

test('a chart in which nothing changes is not touched, and of another one only the marks that move', async ({ page }) => {
  await open(page);
  await reported(page);
  await at(page, 'monitor-indicators').click();
  await expect(at(page, 'chart-indicators-canvas').locator('.mark')).not.toHaveCount(0);
  await expect(at(page, 'chart-progress-canvas').locator('.mark')).not.toHaveCount(0);
  await watch(page, ['chart-progress-canvas', 'chart-indicators-canvas']);
  await enter(page, 'indicator-target-registration', '90');
  await expect(at(page, 'chart-indicators-canvas')).toContainText('90%');
  const { 'chart-progress-canvas': progress, 'chart-indicators-canvas': indicators } = await changes(page);
  expect(progress).toBe(0);
  expect(indicators).toBeGreaterThan(0);
  // 17 rows have some 200 elements; the target of one has a line, its ground and a figure. Each of two keys moves them.
  expect(indicators).toBeLessThan(40);
});

test('a value more in the picture does not move what stands around it', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-yungang', '70');
  await enter(page, 'slots-hunyuan', '30');
  await saved(page);
  await at(page, 'nav-compare').click();
  const canvas = at(page, 'chart-compare-slots-canvas');
  await expect(canvas.locator('.mark')).not.toHaveCount(0);
  const nodes = await canvas.locator('g').first().locator('> *').count();
  await watch(page, ['chart-compare-slots-canvas', 'chart-compare-rates-canvas', 'scenario-select']);
  // Back to the plan's figure: the difference goes from its row and from the sum.
  await page.keyboard.press('Control+z');
  await expect(at(page, 'compare-sentence')).not.toContainText('浑源');
  expect(await canvas.locator('g').first().locator('> *').count()).toBeLessThan(nodes);
  const counted = await changes(page);
  expect(counted['chart-compare-slots-canvas']).toBeGreaterThan(0);
  expect(counted['chart-compare-slots-canvas']).toBeLessThan(nodes);
  // Targets are the same; how much of the task is left is said above them.
  expect(counted['chart-compare-rates-canvas']).toBe(1);
  // Storing a scenario anew changes nothing in the list of scenarios.
  expect(counted['scenario-select']).toBe(0);
});

test('findings that stay as they are are not written anew', async ({ page }) => {
  await open(page);
  await fillMadeUp(page);
  await expect(at(page, 'findings').locator('li')).not.toHaveCount(0);
  await reported(page);
  await at(page, 'monitor-indicators').click();
  await watch(page, ['findings']);
  await enter(page, 'indicator-target-registration', '90');
  await expect(at(page, 'chart-indicators-canvas')).toContainText('90%');
  expect((await changes(page)).findings).toBe(0);
});

test('the input that is typed in is of a form of its own, no other is, and Enter sends nothing', async ({ page }) => {
  await open(page);
  await openAssistant(page);
  const address = page.url();
  const owned = () => page.evaluate(() => [...document.querySelectorAll('input[form]')].map((input) => input.dataset.testid));
  expect(await owned()).toEqual([]);
  await at(page, 'slots-pingcheng').focus();
  expect(await owned()).toEqual(['slots-pingcheng']);
  await page.keyboard.type('131');
  await page.keyboard.press('Enter');
  expect(await owned()).toEqual(['slots-yungang']);
  await at(page, 'task-total').focus();
  await page.keyboard.press('Enter');
  expect(await owned()).toEqual(['task-total']);
  await page.evaluate(() => document.activeElement.blur());
  expect(await owned()).toEqual([]);
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
  expect(page.url()).toBe(address);
  // A choice beside them would have all of the page's inputs read with every key.
  expect(await page.locator('select').count()).toBeGreaterThan(2);
  await expect(page.locator('select:not([form="choices"])')).toHaveCount(0);
});
