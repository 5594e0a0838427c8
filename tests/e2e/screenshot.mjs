// Takes the picture of README.md, docs/plan.png, from the page in dist/: `node tests/e2e/screenshot.mjs`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';

const PICTURE = fileURLToPath(new URL('../../docs/plan.png', import.meta.url));
// The plan's own year, so that the picture is the same on every day.
const TIME = '2026-03-12T10:32:00+08:00';

/** 平城 is given 20 more and 云冈 20 less than in the official plan. */
async function edit(page) {
  for (const [cell, slots] of [['slots-pingcheng', '150'], ['slots-yungang', '57']]) {
    await page.getByTestId(cell).fill(slots);
    await page.getByTestId(cell).press('Enter');
  }
  await page.getByTestId('save-status').getByText('10:32').waitFor();
  const dismiss = page.getByTestId('notice-dismiss');
  while (await dismiss.count()) await dismiss.first().click();
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(0, 0);
}

const server = spawn(process.execPath, [fileURLToPath(new URL('serve.mjs', import.meta.url))]);
const browser = await chromium.launch(config.use.launchOptions);
try {
  const [address] = await once(server.stdout, 'data');
  const { locale, timezoneId, viewport } = config.use;
  const page = await browser.newPage({ locale, timezoneId, viewport, colorScheme: 'light' });
  await page.clock.setFixedTime(TIME);
  await page.goto(String(address).trim());
  await page.locator('html[data-ready="true"]').waitFor();
  await edit(page);
  await page.screenshot({ path: PICTURE });
} finally {
  await browser.close();
  server.kill();
}
