// Takes the picture in README.md, docs/plan.png, of the page in dist/: `node tests/e2e/screenshot.mjs`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';

const PICTURE = fileURLToPath(new URL('../../docs/plan.png', import.meta.url));
/** A day of the plan's year, so that the picture is the same on every other. */
const TIME = '2026-03-12T10:32:00+08:00';
/** Beside the port of the tests, which may be running. */
const PORT = '41731';

/** Starts the server of the tests. Answers its address. */
async function addressOf(server) {
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('serve.mjs ended: is its port taken?')));
  const [line] = await Promise.race([once(server.stdout, 'data'), ended]);
  return String(line).trim();
}

/** 平城 gets 20 more and 云冈 20 less than in the official plan. */
async function edit(page) {
  for (const [county, slots] of [['pingcheng', '150'], ['yungang', '57']]) {
    await page.getByTestId(`slots-${county}`).fill(slots);
    await page.getByTestId(`slots-${county}`).press('Enter');
  }
  await page.getByTestId('save-status').filter({ hasText: '10:32' }).waitFor();
  // Nothing of a hand on the page: no message, no focus, no pointer.
  const dismiss = page.getByTestId('notice-dismiss');
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(0, 0);
}

const server = spawn(process.execPath, [fileURLToPath(new URL('serve.mjs', import.meta.url))], {
  env: { ...process.env, TUOWEI_E2E_PORT: PORT },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch(config.use.launchOptions);
try {
  const { locale, timezoneId, viewport } = config.use;
  const page = await browser.newPage({ locale, timezoneId, viewport, colorScheme: 'light' });
  // As for whoever was here before: the card of a first visit takes the place of a chart.
  await page.addInitScript(() => localStorage.getItem('tuowei:settings') ?? localStorage.setItem('tuowei:settings', '{"seen":true}'));
  await page.clock.setFixedTime(TIME);
  await page.goto(await addressOf(server));
  await page.locator('html[data-ready="true"]').waitFor();
  await edit(page);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  server.kill();
}
