// After a trap: the page stops at once and says so, nothing is written any more, all that is stored can be taken away and taken back.
import { at, download, enter, expect, open, openFile, openName, ready, saved, scenarioNames, test, typeInto, violations } from './support/test.mjs';

const OFFICIAL = '市方案（只读）';
const overlay = (page) => at(page, 'rescue');

/** Everything that is stored. */
const store = (page) => page.evaluate(() => ({ ...localStorage }));

/** Waits for what the page fetches once it is ready. */
const rescueHere = (page) =>
  expect.poll(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/rescue.js')))).toBe(true);

const FALLS = {
  'an error event': () => window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })),
  'a rejected promise': () => void Promise.reject(new WebAssembly.RuntimeError('unreachable')),
  'a trap of the program': async () => {
    const { default: init } = await import(document.getElementById('program-script').href);
    const wasm = await init();
    // No allocation is aligned to three.
    setTimeout(() => wasm.__wbindgen_malloc(8, 3));
  },
};

for (const [name, fall] of Object.entries(FALLS)) {
  test(`${name} stops the page at once, without a server too: no key, click or timer changes or writes anything`, async ({ page, faults }) => {
    await open(page);
    await enter(page, 'slots-pingcheng', '150');
    await saved(page);
    await rescueHere(page);
    await page.route('**', (route) => route.abort());
    // Typed, and due to be stored in a moment.
    await typeInto(page, 'slots-yungang', '66');
    await page.evaluate(fall);
    await expect(overlay(page)).toBeFocused();
    const before = await store(page);
    await expect(overlay(page)).toContainText('页面出现错误，已停止运行');
    await expect(overlay(page)).toContainText('The page met an error and has stopped');
    await expect(at(page, 'save-status')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.type('77');
    await page.keyboard.press('Enter');
    await page.evaluate(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: null }));
      window.dispatchEvent(new Event('pagehide'));
      for (const write of [() => localStorage.setItem('tuowei:s:x', ''), () => localStorage.clear(), () => localStorage.removeItem('tuowei:settings')]) {
        try {
          write();
        } catch {
          // Refused.
        }
      }
    });
    await page.waitForTimeout(1_200);
    expect(await store(page)).toEqual(before);
    await expect(page.locator('body > *')).toHaveCount(1);
    expect(await violations(page)).toEqual([]);
    faults.length = 0;
  });
}

test('a panic is told with its place, folded away', async ({ page, faults }) => {
  await open(page);
  await at(page, 'scenario-new').click();
  await saved(page);
  await rescueHere(page);
  // A month that no clock has: counting on from it is more than a number holds.
  await page.evaluate(() => { Date.prototype.getMonth = () => -1; });
  await at(page, 'scenario-save-file').click();
  await expect(overlay(page)).toBeVisible();
  await expect(at(page, 'rescue-message')).toBeHidden();
  await page.getByText('错误信息').click();
  await expect(at(page, 'rescue-message')).toContainText(/panicked at .*clock\.rs/);
  faults.length = 0;
});

test('what is no fault of the program leaves the page as it is', async ({ page, faults }) => {
  await open(page);
  await rescueHere(page);
  await page.evaluate(() => {
    window.dispatchEvent(new ErrorEvent('error', { error: new Error('of an extension') }));
    window.dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
    void Promise.reject(new TypeError('network'));
    void Promise.reject(undefined);
  });
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  await expect(overlay(page)).toHaveCount(0);
  faults.length = 0;
});

test('all that is stored is handed out as one file, which is taken back where nothing is stored', async ({ page, browser, faults }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'scenario-new').click();
  await enter(page, 'slots-pingcheng', '111');
  await saved(page);
  const all = await store(page);
  // One of them is in the database alone.
  await page.evaluate(() => localStorage.removeItem(Object.keys(localStorage).find((key) => key.startsWith('tuowei:s:'))));
  expect(await store(page)).not.toEqual(all);
  await page.evaluate(FALLS['an error event']);
  const { name, bytes } = await download(page, () => at(page, 'rescue-download').click());
  expect(name).toMatch(/^托育规划台-全部数据-\d{8}\.json$/);
  const file = JSON.parse(bytes.toString());
  expect(file.entries).toEqual(all);

  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other);
  await enter(other, 'slots-pingcheng', '99');
  await saved(other);
  await openFile(other, name, bytes.toString());
  await expect(at(other, 'notice')).toContainText(/已从文件取回\d+条保存记录/);
  await expect(at(other, 'slots-pingcheng')).toHaveValue('99');
  expect((await scenarioNames(other)).sort()).toEqual([OFFICIAL, '方案A', '方案A', '方案B'].sort());
  await at(other, 'scenario-select').selectOption({ label: '方案B' });
  await expect(at(other, 'slots-pingcheng')).toHaveValue('111');
  await openFile(other, name, bytes.toString());
  await expect(at(other, 'notice')).toContainText('都已在本页');
  await context.close();
  faults.length = 0;
});

test('the fresh start opens neither the link nor the scenario, once', async ({ page, faults }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  await page.goto('./#s=AAAA');
  await page.reload();
  await ready(page);
  await page.evaluate(FALLS['an error event']);
  await at(page, 'rescue-reload').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  expect(await openName(page)).toBe(OFFICIAL);
  expect(await scenarioNames(page)).toEqual([OFFICIAL, '方案A']);
  expect(new URL(page.url()).hash).not.toContain('#s=');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await enter(page, 'slots-pingcheng', '151');
  await saved(page);
  await page.reload();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('151');
  faults.length = 0;
});

test('a page that falls while it starts hands out what is stored, too, English first where English was chosen', async ({ page, faults }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => document.documentElement.setAttribute('lang', 'en'));
    WebAssembly.instantiateStreaming = () => Promise.reject(new WebAssembly.RuntimeError('unreachable'));
  });
  await page.reload();
  await expect(overlay(page)).toBeVisible();
  await expect(overlay(page).getByRole('heading').first()).toHaveText('The page met an error and has stopped');
  await expect(page).toHaveTitle('The page met an error and has stopped');
  const { name, bytes } = await download(page, () => at(page, 'rescue-download').click());
  expect(name).toMatch(/^tuowei-all-data-\d{8}\.json$/);
  expect(Object.keys(JSON.parse(bytes.toString()).entries)).toEqual(expect.arrayContaining(Object.keys(await store(page))));
  faults.length = 0;
});
