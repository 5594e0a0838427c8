// Everyone can use it: WCAG 2.2 AA in every view and dialog, contrast inside the charts, the story by keyboard alone.
import { at, chartText, download, enter, expect, expectChart, open, openName, saved, test, violations } from './support/test.mjs';

const LANGUAGES = ['zh-CN', 'en'];
const THEMES = ['light', 'dark'];

async function wear(page, language, theme) {
  await open(page);
  if (language === 'en') await at(page, 'language').click();
  if (theme === 'dark') await at(page, 'theme').click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

for (const language of LANGUAGES) {
  for (const theme of THEMES) {
    test.describe(`${language}, ${theme}`, () => {
      test.beforeEach(({ page }) => wear(page, language, theme));

      test('axe finds nothing in the plan view, untouched, edited and with errors', async ({ page }) => {
        expect(await violations(page)).toEqual([]);
        await enter(page, 'slots-pingcheng', '150');
        await enter(page, 'pin-yungang', '9');
        await at(page, 'lock-hunyuan').click();
        await at(page, 'rule').selectOption('converge');
        for (const name of ['rates', 'slots']) await at(page, `chart-${name}-data`).locator('summary').click();
        expect(await violations(page), 'edited').toEqual([]);
        await at(page, 'base-pingcheng').fill('abc');
        await at(page, 'slots-yungang').fill('1.5');
        await at(page, 'task-total').fill('');
        await expect(at(page, 'error-task-total')).toBeVisible();
        await at(page, 'slots-hunyuan').focus();
        await page.keyboard.press('Shift+ArrowDown');
        expect(await violations(page), 'with errors and a selection').toEqual([]);
      });

      test('axe finds nothing in any dialog, nor while a scenario is named', async ({ page }) => {
        await enter(page, 'slots-pingcheng', '150');
        await at(page, 'scenario-rename').click();
        await expect(at(page, 'scenario-name')).toBeFocused();
        expect(await violations(page), 'naming').toEqual([]);
        await page.keyboard.press('Escape');
        await page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); });
        for (const [opener, dialog] of [
          ['help', 'help-dialog'], ['paste-open', 'paste-dialog'], ['scenario-history', 'history-dialog'], ['chart-rates-copy', 'copy-rates-dialog'],
        ]) {
          await at(page, opener).click();
          await expect(at(page, dialog)).toBeVisible();
          await expect(at(page, dialog)).toHaveAccessibleName(/./);
          if (dialog === 'paste-dialog') await at(page, 'paste-text').fill('平城\t1');
          expect(await violations(page), dialog).toEqual([]);
          await page.keyboard.press('Escape');
          await expect(at(page, dialog)).toBeHidden();
        }
      });

      test('every word inside the charts has the contrast that its size needs', async ({ page }) => {
        expect(await weakWords(page)).toEqual([]);
        await enter(page, 'slots-pingcheng', '150');
        await enter(page, 'pin-yungang', '3');
        await enter(page, 'base-xinrong', '');
        await expectChart(page, 'slots').toContain('150');
        expect(await weakWords(page), 'edited').toEqual([]);
      });
    });
  }
}

/** Words of the charts whose contrast is under 4.5 : 1, or 3 : 1 where they are large, on what is drawn under them. */
function weakWords(page) {
  return page.evaluate(() => {
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([red, green, blue]) => {
      const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
      const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    const found = [];
    for (const svg of document.querySelectorAll('[data-testid^="chart-"] svg.picture')) {
      let ground = svg;
      while (ground && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
      const surface = channels(getComputedStyle(ground).backgroundColor);
      const drawn = [...svg.querySelectorAll('g[aria-hidden] > *')];
      for (const [index, node] of drawn.entries()) {
        if (node.tagName !== 'text' || !node.textContent.trim()) continue;
        const style = getComputedStyle(node);
        const box = node.getBoundingClientRect();
        const points = [0.1, 0.5, 0.9].map((share) => [box.left + box.width * share, box.top + box.height / 2]);
        const inverse = svg.getScreenCTM().inverse();
        for (const [x, y] of points) {
          const point = new DOMPoint(x, y).matrixTransform(inverse);
          let under = surface;
          for (const shape of drawn.slice(0, index)) {
            if (!(shape instanceof SVGGeometryElement) || shape.tagName === 'line' || shape.tagName === 'polyline') continue;
            const fill = getComputedStyle(shape).fill;
            if (fill !== 'none' && shape.isPointInFill(point)) under = channels(fill);
          }
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          const ratio = contrast(channels(style.fill), under);
          if (ratio < (large ? 3 : 4.5)) {
            found.push(`${node.textContent}: ${ratio.toFixed(2)}, ${style.fill} on ${under.join(' ')}`);
            break;
          }
        }
      }
    }
    return found;
  });
}

/** Presses Tab until the element with this test id has the focus. */
async function tabTo(page, testId, key = 'Tab') {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((testId) => document.activeElement?.dataset?.testid === testId, testId)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come to ${testId}`);
}

test('the whole story by keyboard alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(at(page, 'children-pingcheng')).toBeFocused();
  await tabTo(page, 'slots-pingcheng');
  await page.keyboard.type('150');
  await expect(at(page, 'task-state')).toContainText('超出20个');
  await page.keyboard.press('Enter');
  await page.keyboard.type('57');
  await page.keyboard.press('Enter');
  await expect(at(page, 'task-state')).toContainText('正好分完');
  await expect(at(page, 'slots-xinrong')).toBeFocused();
  await tabTo(page, 'lock-xinrong');
  await page.keyboard.press('Space');
  await expect(at(page, 'lock-xinrong')).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, 'rule', 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(at(page, 'rule')).toHaveValue('proportional');
  await page.keyboard.press('ArrowUp');
  await expect(at(page, 'rule')).toHaveValue('uniform');
  await tabTo(page, 'scenario-rename', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(at(page, 'scenario-name')).toBeFocused();
  await page.keyboard.type('方案B');
  await page.keyboard.press('Enter');
  await expect.poll(() => openName(page)).toBe('方案B');
  await saved(page);
  await tabTo(page, 'scenario-history');
  await page.keyboard.press('Enter');
  await expect(at(page, 'history-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(at(page, 'history-dialog')).toBeHidden();
  await expect(at(page, 'scenario-history')).toBeFocused();
  await tabTo(page, 'theme');
  await page.keyboard.press('Space');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await tabTo(page, 'chart-slots-png');
  const { name } = await download(page, () => page.keyboard.press('Enter'));
  expect(name).toMatch(/方案B.*\.png$/);
  expect(await chartText(page, 'slots')).toContain('150');
});

test('no stop of the Tab key is a trap or hidden, and each has a name', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await page.evaluate(() => document.activeElement.blur());
  const stops = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const box = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent.trim();
      return { id: element.dataset.testid ?? element.className?.baseVal ?? element.className ?? element.tagName, seen: box.width > 0 && box.height > 0, name };
    });
    if (stop === null) break;
    stops.push(stop);
  }
  // Five in every row, and those around the grid.
  expect(stops.length).toBeGreaterThan(50);
  expect(stops.length).toBeLessThan(150);
  expect(stops.filter(({ seen, name }) => !seen || !name)).toEqual([]);
});

test('errors, states and notices are spoken: live regions and described inputs', async ({ page }) => {
  await open(page);
  await expect(at(page, 'error-base-pingcheng')).toHaveAttribute('role', 'alert');
  for (const region of ['notice', 'save-status', 'task-state']) await expect(at(page, region)).toHaveAttribute('role', /status|alert/);
  await expect(page.locator('table#grid caption')).toHaveText(/./);
  await expect(page.locator('table#grid tbody th[scope="row"]')).toHaveCount(10);
  await expect(page.locator('table#grid thead th[scope="col"]')).toHaveCount(9);
});

test('pointer targets are at least 24 pixels wide and high, or have room around them', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, a, summary')]
      .filter((element) => element.checkVisibility() && !element.closest('.skip') && element.type !== 'file')
      .map((element) => [element.dataset.testid ?? element.tagName, element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
      .map(([id, { width, height }]) => `${id} ${width}×${height}`));
  expect(small).toEqual([]);
});
