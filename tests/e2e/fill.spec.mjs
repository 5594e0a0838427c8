// Filling cells: Ctrl+D, the handle at the corner, Ctrl+Enter; and messages that take back the step they report.
import { at, enter, expect, open, saved, test } from './support/test.mjs';

const values = (page, ids) => Promise.all(ids.map((id) => at(page, id).inputValue()));
const SLOTS = ['slots-pingcheng', 'slots-yungang', 'slots-xinrong', 'slots-yunzhou'];

async function select(page, rows) {
  for (let row = 0; row < rows; row += 1) await page.keyboard.press('Shift+ArrowDown');
}

test('Ctrl+D fills down what is selected, as one step that its message takes back', async ({ page }) => {
  await open(page);
  await at(page, 'slots-pingcheng').click();
  await select(page, 2);
  await page.keyboard.press('Control+d');
  await expect.poll(() => values(page, SLOTS)).toEqual(['130', '130', '130', '16']);
  const notice = at(page, 'notice').filter({ hasText: '已填充2个单元格。' });
  await expect(notice).toBeVisible();
  await at(page, 'notice-undo').click();
  await expect.poll(() => values(page, SLOTS)).toEqual(['130', '77', '10', '16']);
  await expect(at(page, 'notice-undo')).toHaveCount(0);
  // One cell by itself is filled with the one above.
  await at(page, 'slots-yunzhou').click();
  await page.keyboard.press('Control+d');
  await expect.poll(() => values(page, SLOTS)).toEqual(['130', '77', '10', '10']);
});

test('Ctrl+Enter fills what is selected with what is typed, formulas too, as one step', async ({ page }) => {
  await open(page);
  await at(page, 'slots-pingcheng').click();
  await select(page, 2);
  await page.keyboard.type('=10+5');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => values(page, SLOTS)).toEqual(['15', '15', '15', '16']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => values(page, SLOTS)).toEqual(['130', '77', '10', '16']);
  await at(page, 'base-pingcheng').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('5');
  await page.keyboard.press('Control+Enter');
  await expect(at(page, 'base-pingcheng')).toHaveValue('5.00');
  await expect(at(page, 'pin-pingcheng')).toHaveValue('5.00');
  await expect(at(page, 'notice')).toContainText('已填充2个单元格。2列不是填写的，没有变动。');
});

test('the handle of a cell and of a selection is dragged to fill the rows below', async ({ page }) => {
  await open(page);
  const corner = async (id) => {
    const box = await page.locator('td', { has: at(page, id) }).boundingBox();
    return [box.x + box.width - 4, box.y + box.height - 4];
  };
  const middle = async (id) => {
    const box = await at(page, id).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await at(page, 'slots-pingcheng').click();
  await page.mouse.move(...(await corner('slots-pingcheng')));
  await page.mouse.down();
  await page.mouse.move(...(await middle('slots-yungang')), { steps: 3 });
  await page.mouse.move(...(await middle('slots-xinrong')), { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => values(page, SLOTS)).toEqual(['130', '130', '130', '16']);
  await page.keyboard.press('Control+z');
  await at(page, 'slots-pingcheng').click();
  await select(page, 1);
  await page.mouse.move(...(await corner('slots-yungang')));
  await page.mouse.down();
  await page.mouse.move(...(await middle('slots-yunzhou')), { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => values(page, SLOTS)).toEqual(['130', '77', '130', '77']);
});

test('a step that is followed by another one is not taken back by its message', async ({ page }) => {
  await open(page);
  await at(page, 'slots-pingcheng').click();
  await select(page, 1);
  await page.keyboard.press('Delete');
  await expect(at(page, 'notice')).toContainText('已清空2个单元格。');
  await expect(at(page, 'notice-undo')).toBeVisible();
  await enter(page, 'slots-xinrong', '11');
  await expect(at(page, 'notice-undo')).toBeHidden();
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(at(page, 'notice-undo')).toBeHidden();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('');
});

test('messages of steps go by themselves, but not while they are pointed at', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  // A clock that is moved by hand leaves the disk behind.
  const notice = page.locator('.notice').filter({ hasNotText: '最后几秒' });
  await expect(notice).toHaveCount(1);
  // The disk answers by its own clock.
  await page.clock.runFor(200);
  await expect(at(page, 'save-status')).toContainText('已保存');
  await notice.hover();
  await page.clock.runFor(9_000);
  await expect(notice).toHaveCount(1);
  await page.mouse.move(5, 5);
  await page.clock.runFor(2_500);
  await expect(notice).toHaveCount(0);
  // What is refused stays.
  await at(page, 'scenario-rename').click();
  await at(page, 'scenario-name').fill('');
  await at(page, 'scenario-name').press('Enter');
  await page.clock.runFor(30_000);
  await expect(notice).toHaveCount(1);
});

for (const [name, viewport] of [['1366×768', { width: 1366, height: 768 }], ['1920×1080', { width: 1920, height: 1080 }], ['390×844', { width: 390, height: 844 }]]) {
  test(`at ${name} no message covers sums, findings, the columns menu or the slide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    const covers = () => page.evaluate(() => {
      const notice = document.querySelector('.notices').getBoundingClientRect();
      if (!document.querySelector('.notice')) return ['no notice'];
      const kept = 'tr.total, .findings:not([hidden]), .columns-menu, .present-canvas';
      return [...document.querySelectorAll(kept)].filter((of) => {
        const box = of.getBoundingClientRect();
        return box.left < notice.right && notice.left < box.right && box.top < notice.bottom && notice.top < box.bottom;
      }).map((of) => of.className);
    });
    await enter(page, 'slots-pingcheng', '150');
    await expect.poll(covers).toEqual([]);
    await at(page, 'view-supply').click();
    await at(page, 'columns').click();
    await expect.poll(covers).toEqual([]);
    for (const y of [200, 400, 600, 900]) {
      await page.evaluate((y) => window.scrollTo(0, y), y);
      await expect.poll(covers, `${y}`).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.scrollTo(0, 0));
    await at(page, 'view-plan').click();
    await at(page, 'chart-slots-present').click();
    await expect(at(page, 'present')).toBeVisible();
    await page.evaluate(() => document.querySelectorAll('[data-testid="notice-dismiss"]').forEach((button) => button.click()));
    await at(page, 'present-controls').click();
    await at(page, 'present-rebalance').click();
    await expect.poll(covers).toEqual([]);
  });
}

test('under a search, selecting, filling and clearing go over the counties on show alone', async ({ page }) => {
  await open(page);
  const counties = Array.from({ length: 30 }, (_, index) => ({ id: `c${index}`, name: `${index % 3 ? '乙' : '甲'}${100 + index}`, slots: index }));
  const document = { app: 'tuowei', schema: 1, name: '大', region: { id: 'large', name: '大', year: 2026 }, task: 1, targets: { rule: 'uniform', uplift_ppm: 20_800 }, counties };
  await at(page, 'scenario-file').setInputFiles({ name: '大.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) });
  await at(page, 'find-county').fill('甲');
  const inputs = page.locator('input[data-testid^="slots-"]');
  const shown = () => inputs.evaluateAll((all) => all.map((input) => input.value));
  await expect(inputs).toHaveCount(10);
  await inputs.nth(1).click();
  await select(page, 2);
  await page.keyboard.press('Control+d');
  await expect.poll(shown).toEqual(['0', '3', '3', '3', '12', '15', '18', '21', '24', '27']);
  await expect(at(page, 'notice').filter({ hasText: '已填充2个单元格。' })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect.poll(shown).toEqual(['0', '', '', '', '12', '15', '18', '21', '24', '27']);
  // The others are as they were.
  await at(page, 'find-county').fill('乙');
  await expect(inputs).toHaveCount(20);
  expect(await shown()).toEqual(counties.filter(({ name }) => name.startsWith('乙')).map(({ slots }) => String(slots)));
});
