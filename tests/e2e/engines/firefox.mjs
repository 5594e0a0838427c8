// Firefox, driven over WebDriver BiDi.
import puppeteer from 'puppeteer-core';


export async function firefox(executablePath) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return {
    faults: async () => faults,
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (action, ...data) => page.evaluate(action, ...data),
    click: (selector, count = 1) => page.click(selector, { count }),
    type: (text) => page.keyboard.type(text),
    press: async (name, ...held) => {
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(name);
      for (const one of held.reverse()) await page.keyboard.up(one);
    },
    close: () => browser.close(),
  };
}
