// Where the address is secure a service worker keeps the page: it opens without a network, and says when a new version is there.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, enter, expect, open, ready, saved, test } from './support/test.mjs';

test.use({ serviceWorkers: 'allow' });

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Until the page is kept: the service worker has it. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

test('the page that was opened once opens without a network, with what is saved, every page and every download', async ({ page, context }) => {
  await open(page);
  await kept(page);
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  for (const name of ['compare', 'monitor', 'tasks', 'about']) {
    await at(page, `nav-${name}`).click();
    await expect(at(page, `page-${name}`)).toBeVisible();
  }
  await expect(at(page, 'notice')).toBeEmpty();
});

test('a browser can install it: manifest and icons are there and say what they are', async ({ page }) => {
  await open(page);
  const address = await page.locator('link[rel="manifest"]').evaluate((link) => link.href);
  const manifest = await (await page.request.get(address)).json();
  expect([manifest.name, manifest.lang, manifest.display]).toEqual(['托育规划台', 'zh-CN', 'standalone']);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, address).href);
    if (sizes !== 'any') expect(size).toBe(sizes);
  }
});

test('another version is said once it is kept, and is there after the page is loaded again', async ({ page, faults }) => {
  // A page of its own, which is published anew while it is open.
  const dist = await mkdtemp(join(tmpdir(), 'tuowei-dist-'));
  await cp(DIST, dist, { recursive: true });
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn('node', ['serve.mjs'], { cwd: fileURLToPath(new URL('.', import.meta.url)), env: { ...process.env, TUOWEI_E2E_DIST: dist, TUOWEI_E2E_PORT: String(port) } });
  try {
    await new Promise((listening) => server.stdout.once('data', listening));
    await open(page, `http://127.0.0.1:${port}/`);
    await kept(page);
    await expect(at(page, 'notice')).toBeEmpty();
    const index = join(dist, 'index.html');
    await writeFile(index, (await readFile(index, 'utf8')).replace('托育规划台</title>', '托育规划台</title><meta name="version" content="new">'));
    const worker = join(dist, 'service-worker.js');
    await writeFile(worker, (await readFile(worker, 'utf8')).replace(/const VERSION = "\w+"/, 'const VERSION = "new"'));
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect(at(page, 'notice')).toContainText('新版本已就绪，刷新启用');
    await page.reload();
    await ready(page);
    await expect(page.locator('meta[name="version"]')).toHaveCount(1);
    await expect(at(page, 'notice')).toBeEmpty();
    expect(faults).toEqual([]);
  } finally {
    server.kill();
    await rm(dist, { recursive: true, force: true });
  }
});
