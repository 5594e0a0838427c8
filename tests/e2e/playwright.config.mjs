import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// `cargo xtask test` names a free port and a browser; these are for runs by hand.
const port = Number(process.env.TUOWEI_E2E_PORT ?? 41730);
const fallback = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
const report = process.env.TUOWEI_E2E_REPORT;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: 'test-results/files',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // As for whoever was here before: the card of a first visit has its own tests.
    storageState: { cookies: [], origins: [{ origin: `http://127.0.0.1:${port}`, localStorage: [{ name: 'tuowei:settings', value: '{"seen":true}' }] }] },
    // What a test serves instead has to reach the page; offline.spec.mjs allows them.
    serviceWorkers: 'block',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.TUOWEI_CHROMIUM || fallback,
      args: [
        // The tests run as root in containers, where Chromium's sandbox cannot start.
        '--no-sandbox',
        '--disable-gpu',
        // The browser itself must not go to the network either.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node serve.mjs',
    url: `http://127.0.0.1:${port}/`,
    env: { TUOWEI_E2E_PORT: String(port) },
    reuseExistingServer: false,
    timeout: 15_000,
  },
});
