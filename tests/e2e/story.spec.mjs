// The planner's story from the first visit to the next day's, in one browser profile.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { COUNTIES, TASK, UPLIFT, shares } from './support/plan.mjs';
import { at, download, enter, expect, expectChart, noteFaults, open, openName, rename, saved, startsWith, test, typeInto } from './support/test.mjs';

test('the first visit shows the ten counties with 表一 and 表二 to the last digit', async ({ page }) => {
  await open(page);
  await expect(page.locator('[data-testid^="row-"]')).toHaveCount(COUNTIES.length);
  const share = shares(COUNTIES.map(({ slots }) => slots));
  for (const [index, county] of COUNTIES.entries()) {
    const row = at(page, `row-${county.id}`);
    await expect(row.getByRole('rowheader')).toHaveText(new RegExp(`^${county.zh}`));
    await expect(at(page, `base-${county.id}`)).toHaveValue(county.base);
    await expect(at(page, `uplift-${county.id}`)).toHaveText(UPLIFT);
    await expect(at(page, `target-${county.id}`)).toHaveText(county.target);
    await expect(at(page, `pin-${county.id}`)).toHaveValue('');
    await expect(at(page, `slots-${county.id}`)).toHaveValue(county.slots);
    await expect(at(page, `share-${county.id}`)).toHaveText(share[index]);
    await expect(at(page, `children-${county.id}`)).toHaveValue('');
  }
  await expect(at(page, 'task-total')).toHaveValue(TASK);
  await expect(at(page, 'allocated')).toHaveText(TASK);
  await expect(at(page, 'remaining')).toHaveText('0');
  await expect(at(page, 'task-state')).toContainText('正好分完');
  // Nothing is invented: no children, so no city rate.
  await expect(at(page, 'city-base')).toHaveText('—');
  await expect(at(page, 'city-target')).toHaveText('—');
  // In the order of the document.
  const ids = await page.locator('[data-testid^="row-"]').evaluateAll((rows) => rows.map((row) => row.dataset.testid));
  expect(ids).toEqual(COUNTIES.map(({ id }) => `row-${id}`));
});

test('150 for 平城, 20 given back, 方案B, a slide, and everything is there after the browser was closed', async ({ playwright, launchOptions, baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'tuowei-profile-'));
  const faults = [];
  const visit = async () => {
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions, baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 768 },
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await noteFaults(page, faults);
    await open(page);
    return { context, page };
  };
  try {
    const first = await visit();
    const { page } = first;
    await typeInto(page, 'slots-pingcheng', '150');
    await expect(at(page, 'task-state')).toContainText('超出20个');
    await expect(at(page, 'allocated')).toHaveText('370');
    await expect(at(page, 'remaining')).toHaveText('-20');
    await page.keyboard.press('Enter');
    await enter(page, 'slots-yungang', '57');
    await expect(at(page, 'task-state')).toContainText('正好分完');
    await expect(at(page, 'remaining')).toHaveText('0');
    await enter(page, 'base-zuoyun', '1.97');
    await expect(at(page, 'target-zuoyun')).toHaveText('4.05');

    await rename(page, '方案B');
    await saved(page);
    expect(await openName(page)).toBe('方案B');
    const slide = await download(page, () => at(page, 'chart-slots-png').click());
    expect(slide.name).toMatch(/方案B.*\.png$/);
    const { width, height } = PNG.sync.read(slide.bytes);
    expect([width, height]).toEqual([1920, 1080]);
    await first.context.close();

    const second = await visit();
    const next = second.page;
    expect(await openName(next)).toBe('方案B');
    await saved(next);
    await expect(at(next, 'slots-pingcheng')).toHaveValue('150');
    await expect(at(next, 'slots-yungang')).toHaveValue('57');
    await expect(at(next, 'base-zuoyun')).toHaveValue('1.97');
    await expect(at(next, 'target-zuoyun')).toHaveText('4.05');
    await expect(at(next, 'task-state')).toContainText('正好分完');
    await expectChart(next, 'slots').toContain('150');
    await second.context.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  expect(faults).toEqual([]);
});

test('both charts follow every keystroke, before Enter', async ({ page }) => {
  await open(page);
  const slots = at(page, 'slots-pingcheng');
  await slots.focus();
  await slots.press('Control+a');
  for (const [key, shown, remaining] of [['1', '1', '129'], ['5', '15', '115'], ['0', '150', '-20']]) {
    await page.keyboard.press(key);
    await expect(at(page, 'remaining')).toHaveText(remaining);
    await expect
      .poll(() => at(page, 'chart-slots').locator('svg text').allTextContents())
      .toContainEqual(expect.stringMatching(new RegExp(`^${shown}(?!\\d)`)));
  }
  await expectChart(page, 'slots').toContain('超出任务');

  const base = at(page, 'base-pingcheng');
  await base.focus();
  await base.press('Control+a');
  for (const [key, target] of [['7', '9.08'], ['.', '9.08'], ['2', '9.28'], ['5', '9.33']]) {
    await page.keyboard.press(key);
    await expect(at(page, 'target-pingcheng')).toHaveText(startsWith(target));
    await expectChart(page, 'rates').toContain(target);
  }
  await expect(base).toBeFocused();
});
