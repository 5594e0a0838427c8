// A first visit: three sentences and a path over the real figures, shown once; 说明 tells the rest.
import { at, enter, expect, open, test, violations } from './support/test.mjs';
import { overflow } from './support/tools.mjs';

test.describe('on a first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('the card stands beside the grid and in nobody\'s way, and does not come again once it is closed', async ({ page }) => {
    await open(page);
    await expect(at(page, 'welcome')).toContainText('不上传任何数据');
    await enter(page, 'slots-pingcheng', '150');
    await expect(at(page, 'remaining')).toHaveText('-20');
    expect(await violations(page)).toEqual([]);
    for (const width of [1920, 1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width}`).toBeNull();
    }
    await at(page, 'welcome-close').click();
    await expect(at(page, 'welcome')).toHaveCount(0);
    await page.reload();
    await expect(at(page, 'chart-rates').locator('svg')).toHaveCount(1);
    await expect(at(page, 'welcome')).toHaveCount(0);
  });

  test('whoever began to plan is not greeted again', async ({ page }) => {
    await open(page);
    await expect(at(page, 'welcome')).toBeVisible();
    await enter(page, 'slots-pingcheng', '150');
    await page.reload();
    await expect(at(page, 'chart-rates').locator('svg')).toHaveCount(1);
    await expect(at(page, 'welcome')).toHaveCount(0);
  });

  test('the path leads over seven parts of the page, each framed, forwards, backwards, and to its end', async ({ page }) => {
    await open(page);
    await at(page, 'guide-begin').click();
    const targets = ['task-total', 'slots-pingcheng', 'rebalance', 'rule-parameter', 'target-pingcheng', 'chart-slots-png', 'scenario-select'];
    for (const [index, target] of targets.entries()) {
      await expect(at(page, 'guide-place')).toHaveText(`第${index + 1}步，共7步`);
      await expect(at(page, target)).toHaveClass(/guided/);
      await expect(page.locator('.guided')).toHaveCount(1);
      await expect(at(page, 'guide-next')).toBeFocused();
      if (index === 1) {
        // What it says can be done at once.
        await enter(page, 'slots-pingcheng', '150');
        await expect(at(page, 'task-state')).toContainText('超出20个');
        expect(await violations(page)).toEqual([]);
        await at(page, 'guide-back').click();
        await expect(at(page, 'guide-place')).toHaveText('第1步，共7步');
        await at(page, 'guide-next').click();
        await expect(at(page, 'guide-place')).toHaveText('第2步，共7步');
        await expect(at(page, 'guide-next')).toBeFocused();
      }
      await page.keyboard.press('Enter');
    }
    await expect(at(page, 'guide')).toHaveCount(0);
    await expect(page.locator('.guided')).toHaveCount(0);
  });
});

test('the path can be had again from the help and from 说明, and left by Esc', async ({ page }) => {
  await open(page);
  await expect(at(page, 'welcome')).toHaveCount(0);
  await at(page, 'help').click();
  await at(page, 'help-guide').click();
  await expect(at(page, 'guide-place')).toHaveText('第1步，共7步');
  await page.keyboard.press('Escape');
  await expect(at(page, 'guide')).toHaveCount(0);
  await at(page, 'nav-about').click();
  await at(page, 'guide-again').click();
  await expect(at(page, 'task-total')).toBeVisible();
  await expect(at(page, 'task-total')).toHaveClass(/guided/);
});

for (const [language, theme, heading] of [['zh-CN', 'light', '目标怎样算'], ['en', 'dark', 'How targets are worked out']]) {
  test(`说明 explains method, sources, storage and copies, in ${language}, ${theme}`, async ({ page }) => {
    await open(page, './#/about');
    if (language === 'en') await at(page, 'language').click();
    if (theme === 'dark') await at(page, 'theme').click();
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    for (const id of ['purpose', 'plan', 'targets', 'division', 'fairness', 'supply', 'monitor', 'compare', 'storage', 'backup']) await expect(at(page, `about-${id}`)).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
    for (const width of [1920, 1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width}`).toBeNull();
    }
    await page.locator('.about-contents').getByRole('button').nth(8).click();
    await expect(at(page, 'about-storage')).toBeFocused();
  });
}
