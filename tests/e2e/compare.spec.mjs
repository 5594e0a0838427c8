// 对比: scenarios side by side, the sentence for the meeting, taking a county's figure over, and what is copied.
import { COUNTIES } from './support/plan.mjs';
import { at, chartText, copied, download, enter, expect, listenForCopy, open, test, violations } from './support/test.mjs';
import { fillMadeUp, overflow } from './support/tools.mjs';

/** 平城 130 → 150, 云冈 77 → 65, 浑源 26 → 18: +20, −12 and −8, together nothing. */
async function schemeA(page) {
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'slots-yungang', '65');
  await enter(page, 'slots-hunyuan', '18');
}

const compare = (page) => at(page, 'nav-compare').click();
const SENTENCE = '方案A比市方案平城多20个、云冈少12个、浑源少8个，合计不变。';

test('with only the official plan the page says what to do, and the plan is still there afterwards', async ({ page }) => {
  await open(page);
  await compare(page);
  await expect(at(page, 'compare-empty')).toContainText('还没有可对比的情景');
  await expect(at(page, 'nav-compare')).toHaveAttribute('aria-current', 'page');
  await expect(at(page, 'slots-pingcheng')).toBeHidden();
  await at(page, 'nav-plan').click();
  await expect(at(page, 'slots-pingcheng')).toBeVisible();
});

test('what is typed and does not parse stays when another page is looked at', async ({ page }) => {
  await open(page);
  await at(page, 'slots-pingcheng').fill('12x');
  await compare(page);
  await at(page, 'nav-plan').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('12x');
  await expect(at(page, 'error-slots-pingcheng')).toBeVisible();
});

test('the official plan and the open scenario stand side by side, with the sentence, differences and both charts', async ({ page }) => {
  await open(page);
  await schemeA(page);
  await compare(page);
  await expect(at(page, 'compare-sentence')).toHaveText(SENTENCE);
  await expect(at(page, 'compare-slots-pingcheng-0')).toHaveText(/^130/);
  await expect(at(page, 'compare-slots-pingcheng-1')).toHaveText('150+20');
  await expect(at(page, 'compare-slots-yungang-1')).toHaveText('65−12');
  await expect(at(page, 'compare-slots-xinrong-1')).toHaveText('10');
  await expect(at(page, 'compare-total-slots-1')).toHaveText('350');
  for (const { id, target } of COUNTIES) await expect(at(page, `compare-target-${id}-1`)).toHaveText(target);
  expect(await chartText(page, 'compare-slots')).toContain('+20');
  expect(await chartText(page, 'compare-rates')).toContain('目标各情景相同');
  await at(page, 'language').click();
  await expect(at(page, 'compare-sentence')).toContainText('Pingcheng +20, Yungang −12, Hunyuan −8 slots, the same in all.');
});

test('only what differs, the largest difference first, other figures, and another reference', async ({ page }) => {
  await open(page);
  await fillMadeUp(page);
  await schemeA(page);
  await compare(page);
  const rows = page.locator('[data-testid^="compare-row-"]');
  await expect(rows).toHaveCount(10);
  await at(page, 'compare-only-differing').check();
  await expect(rows).toHaveCount(3);
  await at(page, 'compare-order').selectOption('slots');
  await expect(rows).toHaveText([/^平城/, /^云冈/, /^浑源/]);
  await at(page, 'compare-figure-per-thousand').check();
  // 150 ÷ 12 345 and 130 ÷ 12 345 per thousand: the plan is held against the same children.
  await expect(at(page, 'compare-per-thousand-pingcheng-1')).toHaveText('12.15+1.62');
  await at(page, 'compare-figure-slots').uncheck();
  await expect(at(page, 'compare-slots-pingcheng-0')).toHaveCount(0);
  await at(page, 'compare-reference').selectOption({ label: '方案A' });
  await expect(at(page, 'compare-per-thousand-pingcheng-0')).toHaveText('10.53−1.62');
  await expect(at(page, 'compare-sentence')).toHaveText('市方案比方案A平城少20个、云冈多12个、浑源多8个，合计不变。');
});

test("a county's figure is taken from another scenario by one click and one step", async ({ page }) => {
  await open(page);
  await schemeA(page);
  await compare(page);
  await at(page, 'compare-take-slots-yungang-0').click();
  await expect(at(page, 'compare-slots-yungang-1')).toHaveText('77');
  await expect(at(page, 'compare-name-yungang')).toBeFocused();
  await expect(at(page, 'compare-take-slots-yungang-0')).toBeHidden();
  await expect(at(page, 'compare-sentence')).toHaveText('方案A比市方案平城多20个、浑源少8个，合计多12个。');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'compare-sentence')).toHaveText(SENTENCE);
  await at(page, 'nav-plan').click();
  await expect(at(page, 'slots-yungang')).toHaveValue('65');
});

test('up to four are chosen; the fifth waits until one is taken away', async ({ page }) => {
  await open(page);
  await schemeA(page);
  for (const slots of ['151', '152', '153']) {
    await at(page, 'scenario-duplicate').click();
    await enter(page, 'slots-pingcheng', slots);
  }
  await compare(page);
  const boxes = at(page, 'compare-scenarios').getByRole('checkbox');
  await expect(boxes).toHaveCount(5);
  await expect(at(page, 'compare-scenarios').locator(':checked')).toHaveCount(4);
  await expect(at(page, 'compare-scenarios').locator(':disabled')).toHaveCount(1);
  await expect(at(page, 'compare-summary').locator('thead th')).toHaveCount(4);
  await at(page, 'compare-with-official').uncheck();
  await expect(at(page, 'compare-scenarios').locator(':disabled')).toHaveCount(0);
  await boxes.last().check();
  await expect(at(page, 'compare-summary').locator('thead th')).toHaveCount(4);
  await expect(at(page, 'compare-sentence')).not.toContainText('市方案');
});

test('the table as a whole tells task, city, fairness, rule, division and findings of each', async ({ page }) => {
  await open(page);
  await fillMadeUp(page);
  await enter(page, 'slots-pingcheng', '150');
  await compare(page);
  await expect(at(page, 'compare-remaining-0')).toHaveText('0');
  await expect(at(page, 'compare-remaining-1')).toHaveText('−20');
  await expect(at(page, 'compare-city-target-0')).toHaveText(/^\d+\.\d\d%$/);
  await expect(at(page, 'compare-gini-1')).toHaveText(/^\d+\.\d\d%$/);
  await expect(at(page, 'compare-rule-1')).toHaveText('统一增幅 2.08');
  await expect(at(page, 'compare-division-1')).toHaveText('手工填写');
  await expect(at(page, 'compare-findings-1')).toContainText('超出20个');
});

test('the sentence and the table are copied as they stand', async ({ page }) => {
  await open(page);
  await schemeA(page);
  await compare(page);
  await listenForCopy(page);
  await at(page, 'compare-copy-sentence').click();
  expect(await copied(page, 'text/plain')).toBe(SENTENCE);
  await at(page, 'compare-only-differing').check();
  await at(page, 'compare-copy-table').click();
  expect((await copied(page, 'text/plain')).trim().split('\n').map((line) => line.trim().split('\t'))).toEqual([
    ['县（区）', '目标 % · 市方案', '目标 % · 方案A', '目标 % · 方案A − 市方案', '任务数 个 · 市方案', '任务数 个 · 方案A', '任务数 个 · 方案A − 市方案'],
    ['平城', '4.22', '4.22', '0.00', '130', '150', '20'],
    ['云冈', '5.77', '5.77', '0.00', '77', '65', '-12'],
    ['浑源', '8.09', '8.09', '0.00', '26', '18', '-8'],
    ['全市', '—', '—', '—', '350', '350', '0'],
  ]);
  expect(await copied(page, 'text/html')).toContain('<table');
});

test('the comparison is taken away as a slide that names both scenarios', async ({ page }) => {
  await open(page);
  await schemeA(page);
  await compare(page);
  const svg = await download(page, () => at(page, 'chart-compare-slots-svg').click());
  expect(svg.name).toMatch(/^大同市2026年-任务数对比图-.*\.svg$/);
  for (const word of ['任务数与市方案相比，方案A：平城+20、云冈−12、浑源−8', '市方案 · 方案A', '合计350个']) expect(svg.bytes.toString()).toContain(word);
  const png = await download(page, () => at(page, 'chart-compare-rates-png').click());
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
});

for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']]) {
  test(`axe finds nothing, and nothing runs over the edge, in ${language}, ${theme}`, async ({ page }) => {
    await open(page);
    await fillMadeUp(page);
    await schemeA(page);
    if (language === 'en') await at(page, 'language').click();
    if (theme === 'dark') await at(page, 'theme').click();
    await compare(page);
    await expect(at(page, 'compare-sentence')).not.toBeEmpty();
    expect(await violations(page)).toEqual([]);
    for (const width of [1920, 1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `${width}`).toBeNull();
    }
  });
}

test('nothing of another region stands beside it', async ({ page }) => {
  await open(page);
  await schemeA(page);
  const other = {
    app: 'tuowei', schema: 2, name: '别处', region: { id: 'other', name: '别处', year: 2026 }, task: 5,
    targets: { rule: 'uniform' }, supply: { utilisation_ppm: 400_000, inclusive_share_ppm: 710_000 }, counties: [{ id: 'a', name: '甲', slots: 5 }, { id: 'b', name: '乙' }],
  };
  await at(page, 'scenario-file').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) });
  await expect(at(page, 'slots-a')).toHaveValue('5');
  await compare(page);
  await expect(at(page, 'compare-empty')).toBeVisible();
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await expect(at(page, 'compare-sentence')).toHaveText(SENTENCE);
});

test('what was surveyed is the same beside the plan, also after it changes, and every column follows the language', async ({ page }) => {
  await open(page);
  await fillMadeUp(page);
  await schemeA(page);
  await compare(page);
  const gini = at(page, 'compare-gini-0');
  const before = await gini.textContent();
  expect(before).toMatch(/^\d+\.\d+%$/);
  await at(page, 'nav-plan').click();
  await enter(page, 'children-pingcheng', '99999');
  await compare(page);
  await expect(gini).not.toHaveText(before);
  const after = await gini.textContent();
  await page.keyboard.press('Control+z');
  await expect(gini).toHaveText(before);
  await page.keyboard.press('Control+y');
  await expect(gini).toHaveText(after);
  for (const side of [0, 1]) await expect(at(page, `compare-rule-${side}`)).toContainText('统一增幅');
  await at(page, 'language').click();
  for (const side of [0, 1]) await expect(at(page, `compare-rule-${side}`)).toContainText('Same uplift');
});

test('columns that are taken off and put back show what is edited afterwards', async ({ page }) => {
  await open(page);
  await schemeA(page);
  await enter(page, 'slots-hunyuan', '20');
  await at(page, 'scenario-duplicate').click();
  await compare(page);
  const boxes = at(page, 'compare-scenarios').locator('input');
  await expect(at(page, 'compare-slots-hunyuan-2')).toHaveText(/^20/);
  await boxes.nth(2).uncheck();
  await expect(at(page, 'compare-slots-hunyuan-2')).toHaveCount(0);
  await boxes.nth(2).check();
  await at(page, 'compare-figure-share').check();
  await at(page, 'compare-take-slots-hunyuan-0').click();
  await expect(at(page, 'compare-slots-hunyuan-1')).toHaveText('26');
  await expect(at(page, 'compare-slots-hunyuan-2')).toHaveText(/^20/);
  await expect(at(page, 'compare-share-hunyuan-1')).not.toHaveText(await at(page, 'compare-share-hunyuan-2').textContent());
  await expect(at(page, 'compare-take-slots-hunyuan-2')).toBeVisible();
});

test('on a phone the names cover the figures that are scrolled below them, also long ones', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await schemeA(page);
  await at(page, 'scenario-duplicate').click();
  await compare(page);
  const name = at(page, 'compare-name-pingcheng');
  await name.scrollIntoViewIfNeeded();
  await page.evaluate(() => { document.querySelector('.compare-table .tool-frame').scrollLeft = 160; });
  const covered = await name.evaluate((name) => {
    const box = name.getBoundingClientRect();
    return name.contains(document.elementFromPoint(box.right - 4, box.top + box.height / 2));
  });
  expect(covered).toBe(true);
  expect((await name.boundingBox()).width).toBeLessThan(390 * 0.45);
});

test('on paper all columns stand, the region is named, and the city comes once, last', async ({ page }) => {
  await open(page);
  await schemeA(page);
  for (let copy = 0; copy < 2; copy += 1) await at(page, 'scenario-duplicate').click();
  await compare(page);
  for (const figure of ['base', 'share', 'utilisation', 'per-thousand']) await at(page, `compare-figure-${figure}`).check();
  await expect(at(page, 'compare-table').locator('thead th')).toHaveCount(1 + 6 + 24);
  await page.emulateMedia({ media: 'print' });
  // A4 with its margins: 186 mm upright, 273 mm across.
  for (const [many, width] of [[true, 1032], [false, 703]]) {
    if (!many) {
      await page.emulateMedia({ media: 'screen' });
      for (const figure of ['base', 'share', 'utilisation', 'per-thousand']) await at(page, `compare-figure-${figure}`).uncheck();
      await page.emulateMedia({ media: 'print' });
    }
    await page.setViewportSize({ width, height: 1000 });
    const wide = await at(page, 'compare-table').evaluate((table) => [table.scrollWidth, table.parentElement.clientWidth]);
    expect(wide[0]).toBeLessThanOrEqual(wide[1] + 1);
    const cut = await at(page, 'compare-table').evaluate((table) => [...table.querySelectorAll('td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent));
    expect(cut).toEqual([]);
  }
  await expect(page.locator('[data-testid="page-compare"] .print-head')).toContainText('大同市2026年');
  expect(await at(page, 'compare-table').locator('tfoot').evaluate((foot) => getComputedStyle(foot).display)).toBe('table-row-group');
});
