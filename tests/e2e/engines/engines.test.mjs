// The page in Firefox and in WebKit: one story through all that a planner does, by real clicks and keys.
// Run by `cargo xtask test`, on Debian, which sets both up; by hand: `node --test engines/engines.test.mjs`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { firefox } from './firefox.mjs';
import { freePort } from './ports.mjs';
import { webkit } from './webkit.mjs';

const WEBKIT = {
  driver: '/usr/bin/WebKitWebDriver',
  binary: `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
  screen: '/usr/bin/Xvfb',
};
const ENGINES = [
  ['Firefox', () => firefox('/usr/bin/firefox-esr')],
  ['WebKit', () => webkit(WEBKIT)],
];

/** Made by `cargo xtask dist`. */
const FILE = fileURLToPath(new URL('../../../dist-file/tuowei.html', import.meta.url));

const PATIENCE = 10_000;

/** The element with a test id, as a selector. */
const at = (testId) => `[data-testid="${testId}"]`;

/** Asks until the answer is this one. */
async function becomes(ask, wanted, message) {
  const fits = (answer) => (wanted instanceof RegExp ? wanted.test(String(answer)) : answer === wanted);
  const end = Date.now() + PATIENCE;
  let answer = await ask();
  while (!fits(answer) && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 50));
    answer = await ask();
  }
  if (wanted instanceof RegExp) assert.match(String(answer), wanted, message);
  else assert.equal(answer, wanted, message);
}

for (const [name, start] of ENGINES) {
  describe(name, () => {
    let server;
    let url;
    let engine;
    const value = (testId) => () => engine.evaluate((selector) => document.querySelector(selector)?.value, at(testId));
    const text = (testId) => () => engine.evaluate((selector) => document.querySelector(selector)?.textContent, at(testId));
    const chart = (chart) => text(`chart-${chart}-canvas`);
    const focused = () => engine.evaluate(() => document.activeElement?.dataset.testid);
    const chosen = () =>
      engine.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.activeElement;
        return value.slice(selectionStart, selectionEnd);
      });
    const saved = () => becomes(text('save-status'), /^已保存 \d\d:\d\d$/, 'the scenario is stored');
    const ready = async () => {
      await becomes(() => engine.evaluate(() => document.documentElement.dataset.ready), 'true', 'the page can be used');
      await engine.evaluate(() => {
        window.faults = [];
        addEventListener('error', ({ message }) => window.faults.push(message));
        // What is saved as a file, by its type.
        window.files = {};
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          window.files[blob.type.split(';')[0]] = blob;
          return make.call(URL, blob);
        };
      });
    };
    /** A text on the clipboard, then into the cell by keys. */
    const paste = async (cell, block) => {
      await engine.evaluate((block) => {
        const area = document.createElement('textarea');
        area.id = 'clipboard';
        area.value = block;
        (document.querySelector('dialog[open]') ?? document.body).append(area);
        area.focus();
        area.select();
      }, block);
      await engine.press('c', 'Control');
      await engine.evaluate(() => document.querySelector('#clipboard').remove());
      await engine.click(at(cell));
      await engine.press('v', 'Control');
    };

    before(async () => {
      const port = await freePort();
      url = `http://127.0.0.1:${port}/`;
      const script = fileURLToPath(new URL('../serve.mjs', import.meta.url));
      server = spawn('node', [script], { env: { ...process.env, TUOWEI_E2E_PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
      await once(server.stdout, 'data');
      engine = await start();
      await engine.open(url);
      await ready();
      if (await engine.evaluate((card) => document.querySelector(card) !== null, at('welcome-close'))) {
        await engine.click(at('welcome-close'));
      }
    });
    after(async () => {
      await engine?.close();
      server?.kill();
    });

    test('a click chooses a cell, what is typed replaces, Enter moves, and the charts follow', async () => {
      await engine.click(at('slots-pingcheng'));
      await becomes(chosen, '130', 'the figure is selected');
      await engine.type('15');
      await becomes(value('slots-pingcheng'), '15');
      await engine.type('0');
      await becomes(value('slots-pingcheng'), '150');
      await becomes(text('allocated'), '370');
      await becomes(chart('slots'), /150/);
      await engine.press('Enter');
      await becomes(focused, 'slots-yungang');
      await engine.press('ArrowLeft');
      await engine.press('ArrowLeft');
      await becomes(focused, 'base-yungang');
      await engine.type('5');
      await becomes(value('base-yungang'), '5');
      await becomes(text('target-yungang'), '7.08');
      await engine.press('Escape');
      await becomes(value('base-yungang'), '3.69');
    });

    test('a double click begins at the text that is there, and a formula is worked out', async () => {
      await engine.click(at('slots-xinrong'), 2);
      await engine.press('End');
      await engine.type('5');
      await becomes(value('slots-xinrong'), '105');
      await engine.press('Escape');
      await engine.click(at('slots-yunzhou'));
      await engine.type('=10+5');
      await becomes(text('allocated'), '369');
      await engine.press('Enter');
      await becomes(value('slots-yunzhou'), '15');
    });

    test('undo takes it back, and what is saved is there after a reload', async () => {
      await engine.press('z', 'Control');
      await becomes(value('slots-yunzhou'), '16');
      await saved();
      await engine.reload();
      await ready();
      await becomes(value('slots-pingcheng'), '150');
      await becomes(text('allocated'), '370');
      await becomes(value('slots-yunzhou'), '16');
    });

    test('a pasted table goes where its headings say', async () => {
      await paste('slots-pingcheng', '县（区）\t任务数\n平城区\t140\n云冈区\t80\n');
      await becomes(value('slots-yungang'), '80');
      await becomes(value('slots-pingcheng'), '140');
      await becomes(text('notice'), /任务数/);
      await engine.press('z', 'Control');
      await becomes(value('slots-yungang'), '77');
    });

    test('a pasted table that can mean two things is asked about, and changes nothing before', async () => {
      await paste('base-pingcheng', '县（区）\t3岁以下婴幼儿数\t2025年基数\t其中普惠托位\n平城区\t18650\t2.14\t60\n云冈区\t8420\t3.69\t38\n');
      await becomes(() => engine.evaluate((dialog) => document.querySelector(dialog)?.open, at('import-dialog')), true);
      await becomes(value('slots-pingcheng'), '150');
      await engine.press('Escape');
      await becomes(value('slots-pingcheng'), '150');
    });

    test('a chart is saved as SVG and as PNG', async () => {
      await engine.click(at('chart-slots-svg'));
      await becomes(() => engine.evaluate(() => window.files['image/svg+xml'] !== undefined), true);
      await engine.click(at('chart-slots-png'));
      await becomes(() => engine.evaluate(() => (window.files['image/png']?.size ?? 0) > 10_000), true);
      const size = await engine.evaluate(async () => {
        const bytes = new DataView(await window.files['image/png'].arrayBuffer());
        return `${bytes.getUint32(16)} × ${bytes.getUint32(20)}`;
      });
      assert.equal(size, '1920 × 1080');
    });

    test('every page opens', async () => {
      for (const page of ['compare', 'monitor', 'tasks', 'about', 'plan']) {
        await engine.click(at(`nav-${page}`));
        await becomes(() => engine.evaluate(() => location.hash), `#/${page}`);
        await becomes(() => engine.evaluate(() => document.querySelector('main:not([hidden]) h1, main:not([hidden]) h2, main:not([hidden]) table') !== null), true, page);
      }
      await becomes(value('slots-pingcheng'), '150');
    });

    test('the page as one file works from a folder with a Chinese name and spaces, and keeps what is saved', { skip: !existsSync(FILE) }, async () => {
      const folder = join(mkdtempSync(join(tmpdir(), 'tuowei-')), '托育 规划 2026');
      mkdirSync(folder);
      copyFileSync(FILE, join(folder, 'tuowei.html'));
      await engine.open(pathToFileURL(join(folder, 'tuowei.html')).href);
      await ready();
      if (await engine.evaluate((card) => document.querySelector(card) !== null, at('welcome-close'))) {
        await engine.click(at('welcome-close'));
      }
      await engine.click(at('slots-pingcheng'));
      await engine.type('144');
      await engine.press('Enter');
      await becomes(chart('slots'), /144/);
      await saved();
      await engine.reload();
      await ready();
      await becomes(value('slots-pingcheng'), '144');
      await engine.click(at('nav-about'));
      await becomes(text('one-file'), /数据不在这个文件里/);
    });

    test('nothing went wrong on the way', async () => assert.deepEqual(await engine.faults(), []));
  });
}
