// The page as one file, opened from a folder as from a stick, without any network.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { at, chartText, download, enter, expect, ready, saved, scenarioNames, test } from './support/test.mjs';

const FILE = process.env.TUOWEI_E2E_FILE ?? fileURLToPath(new URL('../../dist-file/tuowei.html', import.meta.url));

test.skip(!existsSync(FILE), 'cargo xtask dist makes the file');
test.use({ storageState: { cookies: [], origins: [] } });

let folder;
let address;

test.beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tuowei-')), '托育 规划 2026（试用）');
  mkdirSync(folder);
  copyFileSync(FILE, join(folder, 'tuowei.html'));
  address = pathToFileURL(join(folder, 'tuowei.html')).href;
});

test.afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

test.beforeEach(async ({ page, context }) => {
  await context.setOffline(true);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  page.asked = asked;
  await page.goto(address);
  await ready(page);
  await at(page, 'welcome-close').click();
});

test.afterEach(({ page }) => {
  const elsewhere = page.asked.filter((url) => url.split('#')[0] !== address && !/^(blob|data):/.test(url));
  expect(elsewhere, 'nothing is fetched').toEqual([]);
});

test('a double click opens it: figures, charts, undo, and what is saved is there the next time', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  await expect.poll(() => chartText(page, 'slots')).toContain('150');
  await enter(page, 'slots-yungang', '70');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'slots-yungang')).toHaveValue('77');
  await saved(page);
  await page.goto('about:blank');
  await page.goto(address);
  await ready(page);
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  expect(await scenarioNames(page)).toEqual(['市方案（只读）', '方案A']);
});

test('every page is inside, and pictures and files leave it', async ({ page }) => {
  for (const name of ['compare', 'monitor', 'tasks', 'about']) {
    await at(page, `nav-${name}`).click();
    await expect(at(page, `page-${name}`).getByRole('heading').first()).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#/${name}`);
  }
  await at(page, 'nav-plan').click();
  const png = await download(page, () => at(page, 'chart-slots-png').click());
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  const file = await download(page, () => at(page, 'scenario-save-file').click());
  expect(JSON.parse(file.bytes.toString()).app).toBe('tuowei');
  await at(page, 'view-supply').click();
  await expect(at(page, 'capacity-pingcheng')).toBeVisible();
});

test('it says where its data is', async ({ page }) => {
  await at(page, 'nav-about').click();
  await expect(at(page, 'one-file')).toContainText('数据不在这个文件里，存在这台电脑的这个浏览器里');
});

test('after an error it hands out what is stored and starts afresh', async ({ page, faults }) => {
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
  const { bytes } = await download(page, () => at(page, 'rescue-download').click());
  expect(Object.keys(JSON.parse(bytes.toString()).entries).some((key) => key.startsWith('tuowei:s:'))).toBe(true);
  await at(page, 'rescue-reload').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  expect(await scenarioNames(page)).toEqual(['市方案（只读）', '方案A']);
  faults.length = 0;
});
