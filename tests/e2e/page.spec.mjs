// The page as a whole: languages, themes, paper, no network, any folder, strict policy, three sizes of window.
import { COUNTIES } from './support/plan.mjs';
import { at, download, enter, expect, expectChart, figures, open, openFile, openName, ready, rename, saved, test } from './support/test.mjs';
import { laterHere } from './support/tools.mjs';

/** Every word that is shown or spoken, with where it stands. */
const words = (page) =>
  page.evaluate(() => {
    const found = [['title', document.title]];
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest('noscript, #unsupported, #failed, script, style')) continue;
      const where = element.closest('[data-testid]')?.dataset.testid ?? element.tagName;
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.data.trim()) found.push([where, node.data.trim()]);
      }
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
        if (element.getAttribute(name)) found.push([`${where} ${name}`, element.getAttribute(name)]);
      }
    }
    return found;
  });

/** Brings out every part of the page: an error, a notice, findings, both tables, and then every dialog. */
async function everything(page, visit) {
  await at(page, 'base-pingcheng').fill('abc');
  await at(page, 'slots-yungang').fill('1.5');
  await at(page, 'task-total').fill('');
  for (const name of ['rates', 'slots']) await at(page, `chart-${name}-data`).locator('summary').click();
  await at(page, 'chart-slots').locator('svg .mark').first().hover();
  for (const rule of ['proportional', 'converge', 'city-goal', 'uniform']) {
    await at(page, 'rule').selectOption(rule);
    await visit(`rule ${rule}`);
  }
  for (const [opener, dialog] of [['help', 'help-dialog'], ['paste-open', 'paste-dialog'], ['scenario-history', 'history-dialog']]) {
    await at(page, opener).click();
    await expect(at(page, dialog)).toBeVisible();
    if (dialog === 'paste-dialog') await at(page, 'paste-text').fill('x\ty\nPingcheng\t1.5\nNowhere\t3\n');
    await visit(dialog);
    await page.keyboard.press('Escape');
    await expect(at(page, dialog)).toBeHidden();
  }
  await openFile(page, 'x.json', '{"a":1}');
  await expect(at(page, 'notice')).toContainText('x.json');
  await visit('a refused file');
}

test('the English page is complete: no Chinese is left in it', async ({ page }) => {
  await open(page);
  await at(page, 'language').click();
  await enter(page, 'slots-pingcheng', '150');
  await expect.poll(() => openName(page)).toBe('Scenario A');
  await everything(page, async (part) => {
    const left = (await words(page))
      // The brand's mark, the switch back, and the two characters that names of counties may end in.
      .filter(([where, text]) => !(text === '托' || where.startsWith('language')))
      .map(([where, text]) => [where, text.replaceAll('区/县', '')])
      .filter(([, text]) => /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/.test(text));
    expect(left.slice(0, 5), part).toEqual([]);
  });
  await expect(page).toHaveTitle(/childcare/i);
});

test('the Chinese page is complete: no English is left in it', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await everything(page, async (part) => {
    const left = (await words(page))
      .filter(([where]) => !where.startsWith('language') && where !== 'paste-report' && where !== 'paste-text')
      // Names of keys, programs and formats, and the name of the file that the test opens.
      .map(([where, text]) => [where, text.replace(/Excel|WPS|Ctrl|Shift|Enter|Tab|Esc|Delete|Backspace|Alt|PNG|SVG|JSON|max|x\.json/g, '')])
      .filter(([, text]) => /[A-Za-z]{3,}/.test(text));
    expect(left, part).toEqual([]);
  });
});

test('switching the language keeps what is typed, good or bad, and the place of the focus', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'base-pingcheng').fill('2.1x');
  await at(page, 'language').click();
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.1x');
  await expect(at(page, 'error-base-pingcheng')).toContainText('type a number');
  await expect(at(page, 'row-pingcheng')).toContainText('Pingcheng');
  await expectChart(page, 'rates').toContain('Pingcheng');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
});

test('the theme follows the system until it is chosen, and the charts follow the theme', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, colorScheme: 'dark' });
  const page = await context.newPage();
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const ink = () => at(page, 'chart-rates').locator('svg text').first().evaluate((node) => getComputedStyle(node).fill);
  const dark = await ink();
  await at(page, 'theme').click();
  await expect.poll(ink).not.toBe(dark);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await context.close();
});

test('on paper: the table repeats its head, both charts are there, controls are not', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#grid thead')).toHaveCSS('display', 'table-header-group');
  for (const control of ['.bar', '.toolbar', '.chart-tools', '.slider', '.notices']) {
    for (const part of await page.locator(control).all()) await expect(part).toBeHidden();
  }
  await expect(at(page, 'restore-slots-pingcheng')).toBeHidden();
  for (const name of ['rates', 'slots']) {
    await expect(at(page, `chart-${name}`).locator('svg')).toBeVisible();
    await expect(at(page, `chart-${name}`)).toHaveCSS('break-inside', 'avoid');
  }
  await expect(page.locator('.print-head h1')).toContainText('大同市');
  await expect(page.locator('.print-head')).toContainText('方案A');
  for (const { id, target } of COUNTIES) await expect(at(page, `target-${id}`)).toHaveText(target);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(2);
});

test('nothing on paper is wider than the sheet', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  // A4 without its margins, at 96 points per inch.
  await page.setViewportSize({ width: 702, height: 1017 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(702);
  const frame = await page.locator('.grid-frame').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  expect(frame).toBeLessThanOrEqual(0);
});

test('on paper from a dark page: dark ink on white', async ({ page }) => {
  await open(page);
  await at(page, 'theme').click();
  await page.emulateMedia({ media: 'print' });
  // The browser tells of the other medium with its next frame, and the charts follow.
  const weak = () => page.evaluate(() => {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map((value) => (value / 255) ** 2.2);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const words = [...document.querySelectorAll('#grid td span, #grid th, #grid input, .chart svg text')];
    return words
      .filter((node) => node.checkVisibility())
      .map((node) => [node.textContent || node.value, getComputedStyle(node)[node instanceof SVGElement ? 'fill' : 'color']])
      .filter(([, colour]) => light(colour) > 0.3)
      .map(([text, colour]) => `${text} ${colour}`);
  });
  await expect.poll(weak).toEqual([]);
});

test('a large region: all of its counties on paper, one page of them on the screen', async ({ page }) => {
  await open(page);
  const counties = Array.from({ length: 117 }, (_, index) => ({ id: `c${index + 1}`, name: `甲${index + 1}`, base_ppm: 10_000 + index, slots: index }));
  await openFile(page, '大.json', { app: 'tuowei', schema: 1, name: '大', region: { id: 'large', name: '大', year: 2026 }, task: 1, targets: { rule: 'uniform', uplift_ppm: 20_800 }, counties });
  const rows = page.locator('[data-testid^="row-"]');
  await expect(at(page, 'slots-c1')).toBeVisible();
  const shown = await rows.count();
  expect(shown).toBeLessThan(117);
  await at(page, 'page-next').click();
  await expect(at(page, `slots-c${shown + 1}`)).toBeVisible();
  await at(page, 'find-county').fill('甲117');
  await expect(rows).toHaveCount(1);
  await at(page, 'slots-c117').fill('999');
  await expect(at(page, 'allocated')).toHaveText(String((116 * 117) / 2 - 116 + 999));
  await at(page, 'find-county').fill('');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(rows).toHaveCount(117);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(rows).toHaveCount(shown);
});

test('after the page has loaded it asks the network for nothing, and works without one', async ({ page, context }) => {
  await open(page);
  // The second file comes by itself, right after the page can be used.
  await laterHere(page);
  const requests = [];
  page.on('request', (request) => { if (/^https?:/.test(request.url())) requests.push(request.url()); });
  await context.setOffline(true);
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'language').click();
  await at(page, 'theme').click();
  for (const [opener, dialog] of [['help', 'help-dialog'], ['paste-open', 'paste-dialog'], ['scenario-history', 'history-dialog'], ['solve', 'solve-dialog'], ['bases', 'bases-dialog']]) {
    await at(page, opener).click();
    await expect(at(page, dialog)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(at(page, dialog)).toBeHidden();
  }
  await at(page, 'rule').selectOption('converge');
  await rename(page, 'B');
  for (const button of ['chart-rates-png', 'chart-slots-svg', 'scenario-save-file']) {
    const { bytes } = await download(page, () => at(page, button).click());
    expect(bytes.length).toBeGreaterThan(500);
  }
  await saved(page);
  expect(requests).toEqual([]);
});

test('in a folder of any host the page works as at the root', async ({ page }) => {
  await open(page, './sub/folder/');
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'task-state')).toContainText('超出20个');
  const { bytes } = await download(page, () => at(page, 'chart-rates-png').click());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  await saved(page);
  await page.reload();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
});

test('the policy is strict: no script or style but the page\'s own', async ({ page, faults }) => {
  await open(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const rules = Object.fromEntries(policy.split(';').map((rule) => rule.trim().split(' ')).map(([name, ...values]) => [name, values.join(' ')]));
  expect(rules['default-src']).toBe("'none'");
  expect(rules['script-src']).toBe("'self' 'wasm-unsafe-eval'");
  expect(rules['style-src']).toBe("'self'");
  expect(rules['connect-src']).toBe("'self'");
  // It is in force, and a breach is noticed by these tests.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.breached = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => window.breached)).toBeUndefined();
  await expect.poll(() => faults.some((fault) => fault.includes('policy: script-src'))).toBe(true);
  faults.length = 0;
});

test('at 1366 × 768 the official plan needs no scrolling of the page', async ({ page }) => {
  for (const language of ['zh-CN', 'en']) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(page);
    const [width, height] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    expect(width, language).toBeLessThanOrEqual(1366);
    expect(height, language).toBeLessThanOrEqual(768);
    for (const id of ['slots-zuoyun', 'city-target', 'chart-rates-canvas', 'chart-slots-canvas']) await expect(at(page, id), id).toBeInViewport({ ratio: 1 });
    await at(page, 'language').click();
  }
});

for (const [width, height] of [[390, 844], [760, 1000], [1100, 768], [1280, 720], [1366, 768], [1920, 1080]]) {
  test(`at ${width} × ${height} nothing is wider than the window, and nothing is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    for (const language of ['zh-CN', 'en']) {
      await enter(page, 'slots-pingcheng', '150');
      await at(page, 'base-zuoyun').fill('x');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(width);
      // Controls lie inside of the window, or inside of the grid, which may scroll by itself.
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input, a, .chip, .standing')]
          .filter((element) => element.checkVisibility() && !element.closest('.grid-frame, .skip'))
          .map((element) => [element.dataset.testid ?? element.className, element.getBoundingClientRect()])
          .filter(([, { left, right }]) => left < 0 || right > innerWidth + 0.5)
          .map(([id]) => id));
      expect(outside, language).toEqual([]);
      // Words are not cut off by their own boxes.
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('button, .chip, .standing, .caption, .grid th span, .grid td span, h1')]
          .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden') && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible')
          .map((element) => element.textContent));
      expect(cut, language).toEqual([]);
      await at(page, 'language').click();
    }
  });
}

test('figures are read whole: no figure of a cell is cut off', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '10000000');
  await enter(page, 'children-pingcheng', '1234567');
  await enter(page, 'base-pingcheng', '12.3456');
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.grid input')].filter((input) => input.scrollWidth > input.clientWidth).map((input) => `${input.dataset.testid}: ${input.value}`));
  expect(cut).toEqual([]);
});

test('a page that is opened again while another is open works beside it', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.goto('./');
  await ready(other);
  await enter(other, 'slots-pingcheng', '150');
  const before = await figures(page);
  expect(before['slots-pingcheng']).toBe('130');
});

test('a dialog gives the focus back to what opened it, however it is closed', async ({ page }) => {
  await open(page);
  await laterHere(page);
  await enter(page, 'slots-pingcheng', '150');
  for (const opener of ['help', 'bases', 'solve', 'scenario-share', 'scenario-history']) {
    const dialog = page.locator('dialog[open]');
    for (const close of [() => page.keyboard.press('Escape'), () => dialog.locator('header button').click()]) {
      await at(page, opener).click();
      await expect(dialog).toBeVisible();
      await close();
      await expect(dialog).toHaveCount(0);
      await expect(at(page, opener)).toBeFocused();
    }
  }
});

test('a message that goes by itself goes with its language', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'notice')).toContainText('市方案是只读的');
  await at(page, 'language').click();
  await expect(at(page, 'notice')).toBeEmpty();
});
