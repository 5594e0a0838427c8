// 汇报模式: one chart over the whole screen, what if answered at its edge, by keyboard alone.
import { at, chartText, enter, expect, open, openName, test, violations } from './support/test.mjs';
import { fillMadeUp } from './support/tools.mjs';

const stage = (page) => at(page, 'present');
const stageText = (page) => at(page, 'present-canvas').locator('svg').textContent();

test('a chart fills the screen, arrows go through all that have something to show, Esc leaves', async ({ page }) => {
  await open(page);
  await at(page, 'chart-rates-present').click();
  await expect(stage(page)).toBeFocused();
  await expect.poll(() => stageText(page)).toContain('入托率目标统一提高 2.08 个百分点');
  await expect(at(page, 'present-place')).toHaveText('1 / 3');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stageText(page)).toContain('350');
  await expect(at(page, 'present-place')).toHaveText('2 / 3');
  await expect(at(page, 'present-controls')).toBeVisible();
  // The plan's tasks have a timeline, on which uplift and slots change nothing.
  await page.keyboard.press('PageDown');
  await expect(at(page, 'present-place')).toHaveText('3 / 3');
  await expect.poll(() => stageText(page)).toContain('47项任务');
  await expect(at(page, 'present-controls')).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(at(page, 'present-place')).toHaveText('3 / 3');
  await page.keyboard.press('Home');
  await expect(at(page, 'present-place')).toHaveText('1 / 3');
  await page.keyboard.press('Escape');
  await expect(stage(page)).toHaveCount(0);
  await expect(at(page, 'chart-rates-present')).toBeFocused();
});

for (const [width, height] of [[1920, 1080], [1024, 768]]) {
  test(`every word can be read from the back of a room, and nothing runs over the edge, at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await at(page, 'chart-slots-present').click();
    await expect.poll(() => stageText(page)).toContain('平城');
    const sizes = await at(page, 'present-canvas').locator('text').evaluateAll((all) => all.map((text) => text.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThan(height / 50);
    const box = await at(page, 'present-canvas').locator('svg').boundingBox();
    expect(box.width).toBe(width);
    expect(box.y + box.height).toBeLessThan(height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('by keyboard alone: what if 平城 gets 150, rebalanced, and kept', async ({ page }) => {
  await open(page);
  await at(page, 'chart-slots-present').focus();
  await page.keyboard.press('Enter');
  await expect(stage(page)).toBeFocused();
  await page.keyboard.press('a');
  await expect(at(page, 'present-county')).toBeFocused();
  for (let tabs = 0; tabs < 6; tabs += 1) await page.keyboard.press('Tab');
  await expect(at(page, 'present-step+10')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(at(page, 'present-slots')).toHaveText('150');
  await expect(at(page, 'present-standing')).toHaveText(/超出\s*20/);
  await expect.poll(() => stageText(page)).toContain('150');
  await page.keyboard.press('Tab');
  await expect(at(page, 'present-rebalance')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(at(page, 'present-standing')).not.toHaveText(/超出/);
  // What was asked stays, and is seen to be held; what moved is said on the stage.
  await expect(at(page, 'present-slots')).toHaveText('150');
  await expect(at(page, 'present-lock')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'present-county')).toBeFocused();
  await expect(at(page, 'notice')).toContainText('云冈 77 → 70');
  const said = await at(page, 'notice').locator('.notice').last().boundingBox();
  expect(await page.evaluate(([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.notice')), [said.x + 5, said.y + 5])).toBe(true);
  await page.keyboard.press('Escape');
  await expect(at(page, 'present-keep')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(stage(page)).toHaveCount(0);
  expect(await openName(page)).toBe('方案A');
  await expect(at(page, 'remaining')).toHaveText('0');
});

test('rebalancing on the stage is one step, and a county that is unlocked by hand gives again', async ({ page }) => {
  await open(page);
  await at(page, 'chart-slots-present').click();
  await at(page, 'present-controls').click();
  for (let step = 0; step < 2; step += 1) await at(page, 'present-step+10').click();
  await at(page, 'present-rebalance').click();
  await expect(at(page, 'present-lock')).toHaveAttribute('aria-pressed', 'true');
  await at(page, 'present-undo').click();
  await expect(at(page, 'present-standing')).toHaveText(/超出\s*20/);
  await expect(at(page, 'present-slots')).toHaveText('150');
  await expect(at(page, 'present-lock')).toHaveAttribute('aria-pressed', 'false');
  await at(page, 'present-lock').click();
  await at(page, 'present-lock').click();
  await at(page, 'present-rebalance').click();
  await expect(at(page, 'present-standing')).toHaveText('正好分完');
  await expect(at(page, 'present-slots')).toHaveText('142');
  // What is taken back is asked no more: only what stands is held.
  for (let step = 0; step < 5; step += 1) await at(page, 'present-undo').click();
  await expect(at(page, 'present-slots')).toHaveText('130');
  await at(page, 'present-county').selectOption({ label: '云冈' });
  await at(page, 'present-step+5').click();
  await at(page, 'present-rebalance').click();
  await expect(at(page, 'present-slots')).toHaveText('82');
  await expect(at(page, 'present-lock')).toHaveAttribute('aria-pressed', 'true');
  await at(page, 'present-county').selectOption({ label: '平城' });
  await expect(at(page, 'present-lock')).toHaveAttribute('aria-pressed', 'false');
});

for (const [width, height] of [[1366, 768], [1024, 768], [390, 844]]) {
  test(`what is changed stays in sight beside its panel at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await at(page, 'chart-slots-present').click();
    await at(page, 'present-controls').click();
    const apart = async () => {
      const [slide, panel] = [await at(page, 'present-canvas').locator('svg').boundingBox(), await at(page, 'present-panel').boundingBox()];
      return slide.x + slide.width <= panel.x || slide.y + slide.height <= panel.y;
    };
    await expect.poll(apart).toBe(true);
    await expect.poll(() => stageText(page)).toContain('左云');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await at(page, 'present-fold').click();
    await expect.poll(async () => (await at(page, 'present-canvas').locator('svg').boundingBox())?.width).toBe(width);
  });
}

test('a file is not opened while changes stand on the stage', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-yungang', '70');
  await at(page, 'chart-slots-present').click();
  await at(page, 'present-controls').click();
  await at(page, 'present-step+10').click();
  const other = { app: 'tuowei', schema: 2, name: '别的', region: { id: 'other', name: '别处', year: 2026 }, task: 5, targets: { rule: 'uniform' }, supply: { utilisation_ppm: 400_000, inclusive_share_ppm: 710_000 }, counties: [{ id: 'a', name: '甲', slots: 5 }, { id: 'b', name: '乙' }] };
  await at(page, 'scenario-file').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) });
  await expect(at(page, 'notice')).toContainText('请先退出汇报');
  await at(page, 'present-leave').click();
  await at(page, 'present-drop').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'slots-yungang')).toHaveValue('70');
});

test('the changes of a presentation are dropped when that is asked for, and undo brings them back', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-yungang', '70');
  await at(page, 'chart-slots-present').click();
  await at(page, 'present-controls').click();
  await at(page, 'present-step-5').click();
  await at(page, 'present-slider').press('ArrowRight');
  await expect(at(page, 'present-parameter')).toHaveText(/2\.09/);
  await at(page, 'present-leave').click();
  await at(page, 'present-stay').click();
  await expect(at(page, 'present-ask')).toHaveCount(0);
  await at(page, 'present-leave').click();
  await at(page, 'present-drop').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'rule-parameter')).toHaveValue('2.08');
  await expect(at(page, 'slots-yungang')).toHaveValue('70');
  await at(page, 'undo').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('125');
});

test('what another tab does meanwhile is neither asked about nor dropped', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-xinrong', '11');
  const other = await context.newPage();
  await open(other);
  await at(page, 'chart-slots-present').click();
  await enter(other, 'slots-yungang', '87');
  await expect.poll(() => stageText(page)).toContain('87');
  await page.keyboard.press('Escape');
  await expect(stage(page)).toHaveCount(0);

  await at(page, 'chart-slots-present').click();
  await at(page, 'present-controls').click();
  await at(page, 'present-step+10').click();
  await expect(at(other, 'slots-pingcheng')).toHaveValue('140');
  await enter(other, 'slots-yungang', '88');
  await expect.poll(() => stageText(page)).toContain('88');
  await page.keyboard.press('Escape');
  await at(page, 'present-drop').click();
  await expect(stage(page)).toHaveCount(0);
  for (const tab of [page, other]) {
    await expect(at(tab, 'slots-pingcheng')).toHaveValue('130');
    await expect(at(tab, 'slots-yungang')).toHaveValue('88');
    await expect(at(tab, 'slots-xinrong')).toHaveValue('11');
  }
});

test('changes of the official plan go to a copy, which is gone when they are dropped', async ({ page }) => {
  await open(page);
  await at(page, 'chart-slots-present').click();
  await at(page, 'present-controls').click();
  await at(page, 'present-county').selectOption({ label: '云冈' });
  await at(page, 'present-step+5').click();
  await expect(at(page, 'present-slots')).toHaveText('82');
  await page.keyboard.press('Escape');
  await at(page, 'present-drop').click();
  await expect.poll(() => openName(page)).toBe('市方案（只读）');
  await expect(at(page, 'slots-yungang')).toHaveValue('77');
  await expect(at(page, 'scenario-select').locator('option')).toHaveCount(1);
});

test('a step that is no number of slots cannot be taken', async ({ page }) => {
  await open(page);
  await at(page, 'chart-slots-present').click();
  await at(page, 'present-controls').click();
  await at(page, 'present-county').selectOption({ label: '新荣' });
  await at(page, 'present-step-10').click();
  await expect(at(page, 'present-slots')).toHaveText('0');
  for (const step of ['-10', '-5', '-1']) await expect(at(page, `present-step${step}`)).toBeDisabled();
});

test('the comparison is presented, too, and what is under the stage is out of reach', async ({ page }) => {
  await open(page);
  await fillMadeUp(page);
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'nav-compare').click();
  await at(page, 'chart-compare-slots-present').click();
  await expect.poll(() => stageText(page)).toContain('+20');
  await expect(at(page, 'present-place')).toHaveText('3 / 7');
  await at(page, 'present-controls').click();
  await at(page, 'present-step-1').click();
  await expect.poll(() => stageText(page)).toContain('+19');
  await expect(page.locator('header.bar')).toHaveAttribute('inert', '');
  expect(await violations(page)).toEqual([]);
  await at(page, 'present-leave').click();
  await expect(at(page, 'present-ask')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await at(page, 'present-keep').click();
  expect(await chartText(page, 'compare-slots')).toContain('+19');
});
