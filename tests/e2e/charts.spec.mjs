// Charts: what they say, what leaves the page, and how they are read without a mouse.
import { PNG } from 'pngjs';
import { COUNTIES } from './support/plan.mjs';
import { TIME, at, chartText, download, enter, expect, expectChart, open, rename, test } from './support/test.mjs';

const CHARTS = [
  { name: 'rates', file: '入托率目标图', unit: '单位：%', source: '表一' },
  { name: 'slots', file: '托位任务图', unit: '单位：个', source: '表二' },
];

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(TIME);
  await open(page);
});

/** How many points of the picture have this colour. */
function countOf(png, [red, green, blue]) {
  let count = 0;
  for (let at = 0; at < png.data.length; at += 4) {
    if (png.data[at] === red && png.data[at + 1] === green && png.data[at + 2] === blue && png.data[at + 3] === 255) count += 1;
  }
  return count;
}

const WHITE = [255, 255, 255];
/** Accent of the rates chart's targets, and the colour of slots. */
const MARKS = { rates: [0x0f, 0x76, 0x6e], slots: [0x2f, 0x6a, 0xa8] };

for (const { name, file } of CHARTS) {
  for (const [button, width, height] of [['png', 1920, 1080], ['png-large', 3840, 2160]]) {
    test(`${name}: PNG of ${width}×${height} with a white ground, marks and ink to its edges' margins`, async ({ page }) => {
      // Also from a dark page, the picture is for slides.
      await at(page, 'theme').click();
      const { name: fileName, bytes } = await download(page, () => at(page, `chart-${name}-${button}`).click());
      expect(fileName).toBe(`大同市2026年-${file}-市方案-20260312.png`);
      const png = PNG.sync.read(bytes);
      expect([png.width, png.height]).toEqual([width, height]);
      const points = width * height;
      const corners = [0, width - 1, (height - 1) * width, points - 1];
      for (const corner of corners) expect([...png.data.subarray(corner * 4, corner * 4 + 4)]).toEqual([...WHITE, 255]);
      expect(countOf(png, WHITE) / points).toBeGreaterThan(0.5);
      expect(countOf(png, MARKS[name]) / points).toBeGreaterThan(0.01);
      // Words at the top and at the bottom: some points there are not white.
      const band = (from, to) => {
        let ink = 0;
        for (let at = Math.floor(from * height) * width * 4; at < Math.floor(to * height) * width * 4; at += 4) {
          if (png.data[at] + png.data[at + 1] + png.data[at + 2] < 500) ink += 1;
        }
        return ink;
      };
      expect(band(0, 0.2)).toBeGreaterThan(width / 10);
      expect(band(0.85, 1)).toBeGreaterThan(width / 10);
    });
  }

  test(`${name}: the SVG is whole and says title, unit, source, scenario and date`, async ({ page }) => {
    const { name: fileName, bytes } = await download(page, () => at(page, `chart-${name}-svg`).click());
    expect(fileName).toBe(`大同市2026年-${file}-市方案-20260312.svg`);
    const svg = await parsed(page, bytes.toString('utf8'));
    const { unit, source } = CHARTS.find((chart) => chart.name === name);
    const title = await at(page, `chart-${name}`).locator('svg').getAttribute('aria-label');
    for (const words of [title, unit, '数据来源', '大同市2026年托育服务质量提升年活动实施方案', source, '市方案', '2026-03-12']) {
      expect(svg.text).toContain(words);
    }
    for (const { zh } of COUNTIES) expect(svg.text).toContain(zh);
    expect(svg.text).not.toContain('超出任务');
    expect(svg.outside).toEqual([]);
    expect(svg.scripts).toBe(0);
  });
}

/** A standalone SVG, read strictly as XML, with what of its text lies outside of the frame. */
async function parsed(page, text) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (parsed.querySelector('parsererror')) throw new Error(parsed.documentElement.textContent);
    const root = document.importNode(parsed.documentElement, true);
    const { width, height } = root.viewBox.baseVal;
    root.setAttribute('width', width);
    root.setAttribute('height', height);
    document.body.append(root);
    const outside = [...root.querySelectorAll('text')]
      .map((node) => [node.textContent, node.getBBox()])
      .filter(([, box]) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
      .map(([words]) => words);
    const scripts = root.querySelectorAll('script, foreignObject, image').length;
    const lines = [...root.querySelectorAll('text')].map((node) => node.textContent).join('\n');
    root.remove();
    return { text: lines, outside, scripts, ratio: width / height };
  }, text);
}

test('a scenario whose sum differs from the task is marked on the page and in what leaves it', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  await rename(page, '方案B');
  for (const { name, file } of CHARTS) {
    const { name: fileName, bytes } = await download(page, () => at(page, `chart-${name}-svg`).click());
    expect(fileName).toBe(`大同市2026年-${file}-方案B-20260312.svg`);
    const { text, ratio } = await parsed(page, bytes.toString('utf8'));
    expect(text).toContain('方案B');
    expect(text).toMatch(/370 ?个，超出任务 ?20 ?个/);
    expect(ratio).toBeCloseTo(16 / 9, 3);
  }
  await expectChart(page, 'slots').toMatch(/超出任务 ?20 ?个/);
  await enter(page, 'slots-pingcheng', '100');
  await expectChart(page, 'slots').toMatch(/(比任务少|距任务还差) ?30 ?个/);
  await enter(page, 'slots-pingcheng', '130');
  await expectChart(page, 'slots').not.toMatch(/任务少|还差|超出/);
});

test('the source says that figures of the plan were changed', async ({ page }) => {
  await expectChart(page, 'slots').not.toContain('有调整');
  await enter(page, 'slots-pingcheng', '131');
  await expectChart(page, 'slots').toContain('表二，有调整');
});

test('a hostile scenario name leaves SVG and file name whole', async ({ page }) => {
  await at(page, 'scenario-new').click();
  await rename(page, '<a href="x">&\'"/\\:*?|甲');
  const { name, bytes } = await download(page, () => at(page, 'chart-rates-svg').click());
  expect(name).not.toMatch(/[<>:"/\\|?*]/);
  expect(name).toContain('甲');
  const { text, scripts } = await parsed(page, bytes.toString('utf8'));
  expect(text).toContain('<a href="x">&\'"/\\:*?|甲');
  expect(scripts).toBe(0);
  const png = await download(page, () => at(page, 'chart-rates-png').click());
  expect(PNG.sync.read(png.bytes).width).toBe(1920);
});

test('values stand on the marks', async ({ page }) => {
  const rates = await chartText(page, 'rates');
  const slots = await chartText(page, 'slots');
  for (const { target, slots: given } of COUNTIES) {
    expect(rates).toContain(target);
    expect(slots).toMatch(new RegExp(`(^|\\D)${given}(\\D|$)`, 'm'));
  }
  expect(rates).toContain('统一提高 2.08 个百分点');
});

test('hovering a mark shows its figures, leaving hides them', async ({ page }) => {
  const tip = at(page, 'chart-rates-tip');
  await expect(tip).toBeHidden();
  await at(page, 'chart-rates').locator('svg .mark').first().hover();
  await expect(tip).toBeVisible();
  await expect(tip).toHaveText('平城：2025年基数2.14%，2026年目标4.22%，提高2.08个百分点');
  await page.mouse.move(5, 5);
  await expect(tip).toBeHidden();
  await at(page, 'chart-slots').locator('svg .mark').nth(1).hover();
  await expect(at(page, 'chart-slots-tip')).toContainText('云冈：任务数77个，占22.00%');
});

test('a chart is one stop of the Tab key, the arrows go from mark to mark and the tip follows the focus', async ({ page }) => {
  const marks = at(page, 'chart-slots').locator('svg .mark');
  await expect(marks).toHaveCount(COUNTIES.length);
  await expect(at(page, 'chart-slots').locator('svg [tabindex="0"]')).toHaveCount(1);
  await at(page, 'chart-slots-svg').focus();
  await page.keyboard.press('Tab');
  await expect(marks.first()).toBeFocused();
  const tip = at(page, 'chart-slots-tip');
  await expect(tip).toContainText('平城：任务数130个');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(2)).toBeFocused();
  await expect(tip).toContainText('新荣：任务数10个');
  await page.keyboard.press('ArrowLeft');
  await expect(tip).toContainText('云冈：任务数77个');
  await page.keyboard.press('Tab');
  await expect(tip).toBeHidden();
});

test('marks have names that say their figures, and follow an edit', async ({ page }) => {
  const names = await at(page, 'chart-rates').locator('svg .mark').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
  for (const [index, { zh, base, target }] of COUNTIES.entries()) {
    expect(names[index]).toContain(zh);
    expect(names[index]).toContain(base);
    expect(names[index]).toContain(target);
  }
  await enter(page, 'base-pingcheng', '3.14');
  await expect(at(page, 'chart-rates').locator('svg .mark').first()).toHaveAttribute('aria-label', /3\.14%.*5\.22%/);
});

test('the order of counties: as in the document, or the largest first, in both charts and in what leaves the page', async ({ page }) => {
  const order = (name) =>
    at(page, `chart-${name}`).locator('svg .mark').evaluateAll((marks) =>
      marks
        .map((mark) => [Number(mark.getAttribute('x')), mark.getAttribute('aria-label').split('：')[0]])
        .sort((a, b) => a[0] - b[0])
        .map(([, county]) => county));
  const document = COUNTIES.map(({ zh }) => zh);
  expect(await order('rates')).toEqual(document);
  await at(page, 'chart-rates-order').click();
  const by = (field) => [...COUNTIES].sort((a, b) => b[field] - a[field]).map(({ zh }) => zh);
  await expect.poll(() => order('rates')).toEqual(by('target'));
  await expect.poll(() => order('slots')).toEqual(by('slots'));
  await at(page, 'chart-slots-order').click();
  await expect.poll(() => order('rates')).toEqual(document);
});

test('the data table holds what is drawn', async ({ page }) => {
  for (const { name } of CHARTS) await at(page, `chart-${name}-data`).locator('summary').click();
  const rows = (name) =>
    at(page, `chart-${name}-data`).locator('tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  await enter(page, 'slots-pingcheng', '150');
  await expect.poll(async () => (await rows('slots'))[1]?.slice(0, 2)).toEqual(['平城', '150']);
  const rates = await rows('rates');
  const slots = await rows('slots');
  for (const [index, { zh, base, target, slots: given }] of COUNTIES.entries()) {
    expect(rates[index + 1].slice(0, 3)).toEqual([zh, base, target]);
    expect(slots[index + 1][0]).toBe(zh);
    if (index > 0) expect(slots[index + 1][1]).toBe(given);
  }
  expect(slots.at(-1).slice(0, 2)).toEqual(['全市', '370']);
  await expect(at(page, 'chart-slots-data').getByRole('columnheader').first()).toHaveText('县（区）');
});

test('each chart has a name and a text alternative that says the finding', async ({ page }) => {
  for (const { name } of CHARTS) {
    const svg = at(page, `chart-${name}`).locator('svg');
    await expect(svg).toHaveAccessibleName(/.{6,}/);
    await expect(svg).toHaveAccessibleDescription(/大同10个县（区）/);
  }
  await expect(at(page, 'chart-rates').locator('svg')).toHaveAccessibleDescription(/最高的是新荣，13\.11%；最低的是云州，3\.87%/);
});

test('copy-image puts a PNG on the clipboard where the browser allows it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await at(page, 'chart-rates-copy').click();
  await expect(at(page, 'notice')).toContainText('图片已复制');
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item.getType('image/png'));
    return [bitmap.width, bitmap.height];
  });
  expect(size).toEqual([1920, 1080]);
});

for (const [name, spoil] of [
  ['without navigator.clipboard, as on plain http', () => { delete Navigator.prototype.clipboard; delete window.ClipboardItem; }],
  ['where writing is refused', () => { Clipboard.prototype.write = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }],
]) {
  test(`copy-image ${name} shows the picture to copy by hand`, async ({ page }) => {
    await page.addInitScript(spoil);
    await page.reload();
    await at(page, 'chart-slots-copy').click();
    const dialog = at(page, 'copy-slots-dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('右键');
    const picture = at(page, 'copy-picture');
    await expect.poll(() => picture.evaluate((image) => image.complete && image.naturalWidth)).toBe(1920);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await at(page, 'chart-slots-copy').click();
    await expect(dialog).toBeVisible();
  });
}

test('a picture that cannot be drawn is said, with the way out', async ({ page }) => {
  await page.evaluate(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  await at(page, 'chart-rates-png').click();
  await expect(at(page, 'notice')).toContainText('请改用 SVG');
});

test('no words of a chart collide or leave the frame, at any width, in either language', async ({ page }) => {
  const collisions = (name) =>
    at(page, `chart-${name}`).locator('svg').evaluate((svg) => {
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll('text')].filter((node) => node.textContent.trim()).map((node) => {
        const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
        // Line boxes are taller than their letters; names may stand upright.
        const [x, above, below] = width > height ? [0.5, height * 0.25, height * 0.2] : [width * 0.2, 0.5, 0.5];
        return { words: node.textContent, x: left + x, y: top + above, right: right - x, bottom: bottom - below };
      });
      const inside = (box) => box.x >= frame.left && box.y >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;
      const found = boxes.filter((box) => !inside(box)).map(({ words }) => `outside: ${words}`);
      for (const [index, one] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          if (one.x < other.right && other.x < one.right && one.y < other.bottom && other.y < one.bottom) found.push(`${one.words} × ${other.words}`);
        }
      }
      return found;
    });
  await enter(page, 'slots-pingcheng', '150');
  await rename(page, '一个名字相当长的情景，用来看标题与页脚是否放得下');
  for (const language of ['zh-CN', 'en']) {
    for (const width of [390, 760, 1100, 1366, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const { name } of CHARTS) {
        await expect.poll(() => collisions(name), `${name} at ${width} in ${language}`).toEqual([]);
      }
    }
    await at(page, 'language').click();
  }
});
