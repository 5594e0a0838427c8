// Playwright's test, with a page that must stay without faults, and what a planner does with it.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

export { expect };

/** The moment of tests whose files carry a date. */
export const TIME = '2026-03-12T10:32:00+08:00';

/** Notes what a page without faults does not do: errors, breaches of the page's policy, missing files. */
export async function noteFaults(page, faults) {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

export const test = base.extend({
  /** Faults of every page of the context; a test that causes one on purpose takes it out. */
  faults: [
    async ({ context }, use) => {
      const faults = [];
      const noted = [];
      context.on('page', (page) => noted.push(noteFaults(page, faults)));
      await use(faults);
      await Promise.all(noted);
      expect(faults, 'faults on the page').toEqual([]);
    },
    { auto: true },
  ],
});

export const ready = (page) => expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });

/** Opens the page and waits until it can be used. */
export async function open(page, path = './') {
  await page.goto(path);
  await ready(page);
}

export const at = (page, testId) => page.getByTestId(testId);

/** A figure as a cell shows it while nobody works on it: `1234.50` is `1,234.50`. */
export const grouped = (figure) => {
  const [whole, ...decimals] = String(figure).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
};

/** As a script does it: focus, select all, type. */
export async function typeInto(page, testId, text) {
  const input = at(page, testId);
  await input.focus();
  await input.press('Control+a');
  if (text === '') await input.press('Delete');
  else await input.pressSequentially(text);
}

/** Types a figure and presses Enter. */
export async function enter(page, testId, text) {
  await typeInto(page, testId, text);
  await page.keyboard.press('Enter');
}

/** The scenario is stored. */
export const saved = (page) => expect(at(page, 'save-status')).toHaveText(/^(已保存|Saved) \d\d:\d\d$/);

/** The bare text of an element as a locator's assertion, e.g. `4.22` that may be followed by more. */
export const startsWith = (text) => new RegExp(`^${text.replace(/[.\-+*?^${}()|[\]\\]/g, '\\$&')}(?![\\d.])`);

/** The chart's words, joined. */
export const chartText = (page, name) =>
  at(page, `chart-${name}`)
    .locator('svg')
    .locator('text')
    .allTextContents()
    .then((texts) => texts.join('\n'));

export const expectChart = (page, name) => expect.poll(() => chartText(page, name));

export async function rename(page, name) {
  await at(page, 'scenario-rename').click();
  await expect(at(page, 'scenario-name')).toBeFocused();
  await at(page, 'scenario-name').fill(name);
  await at(page, 'scenario-name').press('Enter');
  await expect(at(page, 'scenario-name')).toHaveCount(0);
}

/** The name of the open scenario as the switcher shows it. */
export const openName = (page) =>
  at(page, 'scenario-select').evaluate((select) => select.selectedOptions[0]?.textContent ?? '');

export const scenarioNames = (page) => at(page, 'scenario-select').locator('option').allTextContents();

/** What a click downloads: its name and bytes. */
export async function download(page, act) {
  const waiting = page.waitForEvent('download');
  await act();
  const file = await waiting;
  const stream = await file.createReadStream();
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** The scenario file that the page hands out now, as a value. */
export async function savedFile(page) {
  const { name, bytes } = await download(page, () => at(page, 'scenario-save-file').click());
  return { name, text: bytes.toString('utf8'), value: JSON.parse(bytes.toString('utf8')) };
}

export async function openFile(page, name, text) {
  const buffer = Buffer.from(typeof text === 'string' ? text : JSON.stringify(text));
  await at(page, 'scenario-file').setInputFiles({ name, mimeType: 'application/json', buffer });
}

/** Every figure of the grid that a planner can type or read, by test id. */
export const figures = (page) =>
  page.evaluate(() => {
    const found = {};
    for (const element of document.querySelectorAll(
      '[data-testid^="base-"],[data-testid^="slots-"],[data-testid^="pin-"],[data-testid^="children-"],' +
        '[data-testid^="target-"],[data-testid^="uplift-"],[data-testid^="share-"],[data-testid="task-total"],' +
        '[data-testid="rule-parameter"],[data-testid="allocated"],[data-testid="remaining"],[data-testid="rule"]',
    )) {
      found[element.dataset.testid] = 'value' in element ? element.value : element.textContent;
    }
    for (const lock of document.querySelectorAll('button[data-testid^="lock-"]')) {
      found[lock.dataset.testid] = lock.getAttribute('aria-pressed');
    }
    return found;
  });

/** A paste event as a browser sends it. Answers whether the page took it. */
export const paste = (locator, text, html) =>
  locator.evaluate(
    (element, { text, html }) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      if (html !== undefined) data.setData('text/html', html);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true });
      return !element.dispatchEvent(event);
    },
    { text, html },
  );

/** Remembers what the next copy puts on the clipboard; `copied` reads it. */
export async function listenForCopy(page) {
  await page.evaluate(() => {
    window.copied = [];
    // After the page's own answer, which may stop the event on its way up.
    const setData = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, text) {
      window.copied.push({ type, text });
      return setData.call(this, type, text);
    };
  });
}

export const copied = (page, type) =>
  page.evaluate((type) => window.copied.filter((entry) => entry.type === type).at(-1)?.text ?? null, type);

/** Violations of WCAG 2.2 AA, short enough to read. */
export async function violations(page) {
  // Of a page that is scrolled the bar covers a part of some control, which then counts as a small target.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    // Without frames there is nothing to put together on a second page; and what passes need not be described.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`);
}
