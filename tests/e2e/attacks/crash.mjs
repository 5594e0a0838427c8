// The browser is killed at some moment after the page said 已保存: what was said to be saved is there afterwards. Run by
// `cargo xtask attack`; ends with 1 where an edit was lost.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.mjs';

/** Seconds between the word and the kill. */
const MOMENTS = [0, 0.05, 0.2, 1, 2, 4];
const TRIES = Number(process.env.TUOWEI_TRIES ?? 20);
const URL = process.env.TUOWEI_URL;
const { executablePath, args } = config.use.launchOptions;

const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1_000));

/** A browser of its own over a profile: its page, and how it is killed. */
async function browserOver(profile) {
  const child = spawn(executablePath, [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise((found, failed) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const address = /DevTools listening on (ws:\S+)/.exec(said);
      if (address) found(address[1]);
    });
    child.on('exit', () => failed(new Error(`the browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  const kill = async () => {
    const gone = new Promise((done) => child.on('exit', done));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await browser.close().catch(() => {});
  };
  return { page, kill };
}

/** One edit that is acknowledged, a kill, and what is there afterwards. */
async function attempt(moment, slots) {
  const profile = mkdtempSync(join(tmpdir(), 'tuowei-crash-'));
  try {
    const first = await browserOver(profile);
    await first.page.goto(URL);
    await first.page.locator('html[data-ready="true"]').waitFor();
    const cell = first.page.getByTestId('slots-pingcheng');
    await cell.click();
    await first.page.keyboard.type(String(slots));
    await first.page.keyboard.press('Enter');
    // The page itself looks, so that no time is lost on the way.
    await first.page.waitForFunction(() => document.querySelector('[data-testid="save-status"]').textContent.includes('已保存'));
    await sleep(moment);
    await first.kill();

    const second = await browserOver(profile);
    await second.page.goto(URL);
    await second.page.locator('html[data-ready="true"]').waitFor();
    const found = second.page.waitForFunction(
      (slots) => document.querySelector('[data-testid="slots-pingcheng"]').value === slots,
      String(slots),
      { timeout: 5_000 },
    );
    const kept = await found.then(() => true, () => false);
    await second.kill();
    return kept;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

let lost = 0;
for (const moment of MOMENTS) {
  let gone = 0;
  for (let turn = 0; turn < TRIES; turn += 1) gone += Number(!(await attempt(moment, 131 + turn)));
  console.log(`killed ${moment} s after 已保存: ${gone} of ${TRIES} lost`);
  lost += gone;
}
process.exitCode = Number(lost > 0);
