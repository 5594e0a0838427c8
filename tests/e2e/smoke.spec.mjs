// The page starts, wherever it lies, and says so where it cannot.
import { expect, test } from '@playwright/test';

// As every visitor has the page.
test.use({ serviceWorkers: 'allow' });

/** Notes everything that a page without faults does not do. */
async function watch(page) {
  const faults = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('noteViolation', (text) => faults.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.noteViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { faults, requests };
}

const ready = (page) => expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 15_000 });

for (const [name, path] of [
  ['at the root', './'],
  ['in a folder', './sub/folder/'],
  ['by the name of its file', './sub/folder/index.html'],
]) {
  test(`the page starts ${name}`, async ({ page, baseURL }) => {
    const { faults, requests } = await watch(page);
    await page.goto(path);
    await ready(page);
    // Chromium complains of a preload that nobody used only some seconds later.
    if (path === './') await page.waitForTimeout(4_000);
    expect(faults).toEqual([]);

    const folder = new URL(path, baseURL).href.replace(/[^/]*$/, '');
    const elsewhere = requests.filter((url) => /^https?:/.test(url) && !url.startsWith(folder));
    expect(elsewhere).toEqual([]);
    const wasm = requests.filter((url) => url.endsWith('_bg.wasm'));
    expect(new Set(wasm).size, 'one wasm program in the first load').toBe(1);

    await expect(page).toHaveTitle(/托育规划台/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page.locator('#unsupported')).toBeHidden();
    await expect(page.locator('#failed')).toBeHidden();
  });
}

for (const [name, spoil] of [
  ['without WebAssembly', () => delete window.WebAssembly],
  ['without reference types', () => { WebAssembly.validate = () => false; }],
  ['without modules', () => { delete HTMLScriptElement.prototype.noModule; }],
]) {
  test(`a browser ${name} is told so`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(spoil);
    await page.goto('./');
    await expect(page.locator('#unsupported')).toBeVisible();
    await expect(page.getByRole('heading', { name: '请升级浏览器' })).toBeVisible();
    await expect(page.locator('#failed')).toBeHidden();
    await expect(page.locator('html')).not.toHaveAttribute('data-ready', 'true');
    expect(errors).toEqual([]);
  });
}

for (const [name, files] of [
  ['wasm', '**/*_bg.wasm'],
  ['script', /\/tuowei[^/]*\.js$/],
  ['start script', /\/start[^/]*\.js$/],
]) {
  test(`a page whose ${name} does not arrive says so`, async ({ page }) => {
    await page.route(files, (route) => route.abort());
    await page.goto('./');
    await expect(page.locator('#failed')).toBeVisible();
    await expect(page.getByRole('heading', { name: '页面未能载入，请刷新' })).toBeVisible();
    await expect(page.locator('#unsupported')).toBeHidden();
  });
}

test('a page whose wasm is not served as wasm still starts, and gets its deferred files', async ({ page }) => {
  const { faults } = await watch(page);
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, contentType: 'application/octet-stream' });
  });
  await page.goto('./');
  await ready(page);
  await page.getByTestId('nav-about').click();
  await expect(page.getByTestId('page-about').getByRole('heading').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('a panic says its message and place in the console', async ({ page }) => {
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  // The page cannot be mounted anywhere.
  await page.addInitScript(() => Object.defineProperty(Document.prototype, 'body', { get: () => null }));
  await page.goto('./');
  await expect(page.locator('#failed')).toBeVisible();
  expect(said.join('\n')).toMatch(/panicked at [^\n]+\.rs:\d+:\d+:\n\S/);
});
