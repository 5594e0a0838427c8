// The meeting, from opening the page to the chart that goes into the minutes.
import { at, download, enter, expect, open, openName, rename, saved, test } from './support/test.mjs';
import { fillMadeUp } from './support/tools.mjs';

test('two alternatives, the difference in a sentence, a question answered on the projector, and the chart of it', async ({ page }) => {
  await open(page);
  await fillMadeUp(page);
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'slots-yungang', '57');
  await rename(page, '方案B');
  await saved(page);
  await at(page, 'scenario-duplicate').click();
  await rename(page, '方案C');
  await enter(page, 'slots-hunyuan', '36');
  await enter(page, 'slots-pingcheng', '140');
  await saved(page);

  await at(page, 'nav-compare').click();
  await expect(at(page, 'compare-sentence')).toHaveText('方案C比市方案云冈少20个、平城多10个、浑源多10个，合计不变；方案B比市方案平城多20个、云冈少20个，合计不变。');

  // 「浑源再加5个会怎样？」 Too many by five, until they are taken from the others.
  await at(page, 'chart-compare-slots-present').click();
  await at(page, 'present-controls').click();
  await at(page, 'present-county').selectOption({ label: '浑源' });
  await at(page, 'present-step+5').click();
  await expect(at(page, 'present-standing')).toHaveText('超出5个');
  await expect.poll(() => at(page, 'present-canvas').locator('svg').textContent()).toContain('+15');
  await at(page, 'present-rebalance').click();
  await expect(at(page, 'present-standing')).not.toHaveText('超出5个');
  await page.keyboard.press('Escape');
  await at(page, 'present-keep').click();
  expect(await openName(page)).toBe('方案C');
  await expect(at(page, 'compare-remaining-1')).toHaveText('0');
  const sentence = await at(page, 'compare-sentence').textContent();
  expect(sentence).toMatch(/^方案C比市方案.*；方案B比市方案平城多20个、云冈少20个，合计不变。$/);

  const picture = await download(page, () => at(page, 'chart-compare-slots-png').click());
  expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  expect(picture.name).toMatch(/^大同市2026年-任务数对比图-方案C-\d{8}\.png$/);
  // The picture brings the scenario of the meeting back, wherever it is dropped.
  await at(page, 'scenario-delete').click();
  await at(page, 'scenario-file').setInputFiles({ name: picture.name, mimeType: 'image/png', buffer: picture.bytes });
  await expect.poll(() => openName(page)).toBe('方案C');
  await expect(at(page, 'compare-sentence')).toHaveText(sentence);
});
