// What an edit leaves alone: what does not change on the page is not touched, and what is typed is of a form of its own.
import { at, enter, expect, open, saved, test } from './support/test.mjs';
import { choose, fillMadeUp, openAssistant } from './support/tools.mjs';

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

test('the plan page stands still while another page is on show, and catches up', async ({ page }) => {
  await open(page);
  await openAssistant(page);
  await choose(page, 'current');
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'base-yungang', '4');
  await saved(page);
  await at(page, 'nav-compare').click();
  await expect(at(page, 'compare-total-slots-1')).toContainText('370');
  await watch(page, ['row-pingcheng', 'row-yungang', 'findings', 'task-state', 'assistant-panel', 'compare-table']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'compare-total-slots-1')).toHaveText('350');
  const { 'compare-table': table, ...hidden } = await changes(page);
  expect(table).toBeGreaterThan(0);
  expect(hidden).toEqual({ 'row-pingcheng': 0, 'row-yungang': 0, findings: 0, 'task-state': 0, 'assistant-panel': 0 });
  await at(page, 'nav-plan').click();
  await expect(at(page, 'task-state')).toContainText('正好分完');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'share-pingcheng')).toHaveText('37.14');
  await expect(at(page, 'target-yungang')).toHaveText('5.77');
  await expect(at(page, 'assistant-result-pingcheng')).toHaveText('130');
});

test('the list of findings is there as long as there are some, of the plan or of supply', async ({ page }) => {
  await open(page);
  const county = (id, name) => ({ id, name, base_ppm: 50_000, slots: 10, children: 1_000, capacity: 100, inclusive: 80 });
  const sound = {
    app: 'tuowei', schema: 2, name: '无可指摘', region: { id: 'other', name: '别处', year: 2026 }, task: 20, targets: { rule: 'uniform', uplift_ppm: 20_800 },
    supply: { utilisation_ppm: 400_000, inclusive_share_ppm: 710_000 }, counties: [county('a', '甲'), county('b', '乙')],
  };
  await at(page, 'scenario-file').setInputFiles({ name: 'sound.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(sound)) });
  await expect(at(page, 'slots-a')).toHaveValue('10');
  await expect(at(page, 'findings')).toBeHidden();
  await enter(page, 'slots-a', '11');
  await expect(at(page, 'findings')).toContainText('超出1个');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'findings')).toBeHidden();
  await at(page, 'view-supply').click();
  await enter(page, 'capacity-a', '');
  await expect(at(page, 'findings')).toContainText('现有托位');
});

test('a finding whose figure changes keeps its place and the focus', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'slots-pingcheng', '160');
  const finding = at(page, 'findings').locator('li').first();
  await expect(finding).toContainText('30');
  await finding.getByRole('button').focus();
  await page.keyboard.press('Control+z');
  await expect(finding).toContainText('20');
  await expect(finding.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(at(page, 'explain-worked')).toContainText('20');
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
