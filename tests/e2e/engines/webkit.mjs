// WebKitGTK's MiniBrowser, driven over WebDriver on a screen of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Builder, By, Key } from 'selenium-webdriver';
import { freePort } from './ports.mjs';

/** A program that ends with the test. */
const started = (program, args, options) => spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore'], ...options });

export async function webkit({ driver, binary, screen }) {
  const display = started(screen, ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(createInterface(display.stdio[3]), 'line');
  const port = await freePort();
  const server = started(driver, [`--port=${port}`], { env: { ...process.env, DISPLAY: `:${number}`, LANG: 'zh_CN.UTF-8', LC_ALL: 'C.UTF-8', WEBKIT_DISABLE_COMPOSITING_MODE: '1' } });
  const options = { binary, args: ['--automation'] };
  const build = () => new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }).build();
  const browser = await build();
  await browser.manage().window().setRect({ width: 1366, height: 820 });
  const key = (name) => Key[{ ArrowDown: 'ARROW_DOWN', ArrowUp: 'ARROW_UP', ArrowLeft: 'ARROW_LEFT', ArrowRight: 'ARROW_RIGHT' }[name] ?? name.toUpperCase()] ?? name;
  const evaluate = (action, ...data) => browser.executeScript(`return (${action})(...arguments)`, ...data);
  return {
    faults: () => evaluate(() => window.faults ?? []),
    open: (url) => browser.get(url),
    reload: () => browser.navigate().refresh(),
    evaluate,
    click: async (selector, count = 1) => {
      const origin = await browser.findElement(By.css(selector));
      const actions = browser.actions().move({ origin });
      for (let time = 0; time < count; time += 1) actions.press().release();
      await actions.perform();
    },
    type: (text) => browser.actions().sendKeys(text).perform(),
    press: async (name, ...held) => {
      const actions = browser.actions();
      for (const one of held) actions.keyDown(key(one));
      actions.sendKeys(key(name));
      for (const one of held.reverse()) actions.keyUp(key(one));
      await actions.perform();
    },
    close: async () => {
      await browser.quit().catch(() => {});
      server.kill();
      display.kill();
    },
  };
}
