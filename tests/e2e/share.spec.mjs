// Sharing without a server: a link, a picture and a file bring back the exact inputs, and damaged ones change nothing.
import { at, download, enter, expect, listenForCopy, copied, open, openName, ready, scenarioNames, test, violations } from './support/test.mjs';
import { fillMadeUp } from './support/tools.mjs';

/** The link of the open scenario. */
async function linkOf(page) {
  await at(page, 'scenario-share').click();
  const link = await at(page, 'share-link').inputValue();
  await at(page, 'share-dialog-close').click();
  return link;
}

async function drop(page, name, bytes) {
  await page.evaluate(([name, code]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(code), (character) => character.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, Buffer.from(bytes).toString('base64')]);
}

test('a link is copied, opened in another browser as a preview, and kept as a new scenario', async ({ page, browser }) => {
  await open(page);
  await fillMadeUp(page);
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'scenario-share').click();
  await listenForCopy(page);
  await at(page, 'share-copy').click();
  const link = await copied(page, 'text/plain');
  expect(link).toContain('#s=1.');
  expect(link.length).toBeLessThan(2_000);
  expect(await violations(page)).toEqual([]);

  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(link);
  await ready(second);
  await expect(at(second, 'shared-dialog')).toBeVisible();
  await expect(at(second, 'shared-said')).toHaveText('“方案A”：大同市2026年，10个县（区），任务总数350个，已分配370个。');
  await expect(at(second, 'shared-dialog').locator('tbody tr').first()).toHaveText('平城2.144.22150');
  expect(await violations(second)).toEqual([]);
  expect(await scenarioNames(second)).toHaveLength(1);
  await at(second, 'shared-keep').click();
  await expect.poll(() => openName(second)).toBe('方案A');
  await expect(at(second, 'slots-pingcheng')).toHaveValue('150');
  await expect(at(second, 'children-zuoyun')).toHaveValue(await at(page, 'children-zuoyun').inputValue());
  expect(second.url()).toContain('#/plan');
  await second.reload();
  await expect(at(second, 'shared-dialog')).toHaveCount(0);
  await other.close();
});

test('a link that is not kept changes nothing, and one whose name is taken gets another', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  const link = await linkOf(page);
  await enter(page, 'slots-pingcheng', '160');
  await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
  await expect(at(page, 'shared-dialog')).toBeVisible();
  await at(page, 'shared-leave').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('160');
  expect(await scenarioNames(page)).toHaveLength(2);
  await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
  await at(page, 'shared-keep').click();
  await expect.poll(() => openName(page)).toBe('方案A 副本');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await expect(at(page, 'slots-pingcheng')).toHaveValue('160');
});

test('a preview that Esc or × closes is done with: its link leaves the address, and opens again when it is asked for again', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  const { hash } = new URL(await linkOf(page));
  for (const close of [() => page.keyboard.press('Escape'), () => at(page, 'shared-dialog-close').click()]) {
    await page.evaluate((hash) => { location.hash = hash; }, hash);
    await expect(at(page, 'shared-dialog')).toBeVisible();
    await close();
    await expect(at(page, 'shared-dialog')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/plan');
  }
  expect(await scenarioNames(page)).toHaveLength(2);
});

for (const [name, spoil, said] of [
  ['cut', (hash) => hash.slice(0, -20), '链接不完整或被改动过'],
  ['changed', (hash) => `${hash.slice(0, 60)}A${hash.slice(61)}x`, '链接不完整或被改动过'],
  ['newer', (hash) => hash.replace('#s=1.', '#s=9.'), '更新版本的页面'],
]) {
  test(`a ${name} link says so and changes nothing`, async ({ page }) => {
    await open(page);
    await enter(page, 'slots-pingcheng', '150');
    const { hash } = new URL(await linkOf(page));
    await page.evaluate((hash) => { location.hash = hash; }, spoil(hash));
    await expect(at(page, 'notice')).toContainText(said);
    await expect(at(page, 'shared-dialog')).toHaveCount(0);
    expect(await scenarioNames(page)).toHaveLength(2);
    await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
    expect(page.url()).toContain('#/plan');
  });
}

test('what does not fit into a link says how long it would be and offers the file', async ({ page }) => {
  await open(page);
  const counties = Array.from({ length: 1_500 }, (_, at) => ({ id: `c${at + 1}`, name: `虚构${at + 1}`, slots: (at * 7919) % 977, children: 1_000 + ((at * 104_729) % 9_973) }));
  const document = { app: 'tuowei', schema: 2, name: '虚构', region: { id: 'made-up', name: '虚构', year: 2026 }, task: 5, targets: { rule: 'uniform' }, supply: { utilisation_ppm: 400_000, inclusive_share_ppm: 710_000 }, counties };
  await at(page, 'scenario-file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) });
  await at(page, 'slots-c1').waitFor();
  await at(page, 'scenario-share').click();
  await expect(at(page, 'share-too-long')).toHaveText(/^链接会有[\d,]+个字符，最多8,000个。数据较多/);
  const file = await download(page, () => at(page, 'share-file').click());
  expect(file.name).toMatch(/\.json$/);
});

for (const kind of ['png', 'svg']) {
  test(`a downloaded ${kind.toUpperCase()} dropped on the page opens the exact scenario again`, async ({ page }) => {
    await open(page);
    await fillMadeUp(page);
    await enter(page, 'slots-pingcheng', '150');
    const picture = await download(page, () => at(page, `chart-slots-${kind}`).click());
    const { value } = JSON.parse(JSON.stringify({ value: await page.evaluate(() => document.querySelector('[data-testid="children-zuoyun"]').value) }));
    await at(page, 'scenario-delete').click();
    await expect.poll(() => openName(page)).toBe('市方案（只读）');
    await drop(page, picture.name, picture.bytes);
    await expect.poll(() => openName(page)).toBe('方案A');
    await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
    await expect(at(page, 'children-zuoyun')).toHaveValue(value);
    // Changed in the middle of what it carries, it is refused.
    const at_ = picture.bytes.indexOf('1.', picture.bytes.indexOf('tuowei')) + 40;
    picture.bytes[at_] ^= 1;
    await drop(page, 'changed', picture.bytes);
    await expect(at(page, 'notice')).toContainText('图片不完整，或其中的情景数据被改动过');
    expect(await scenarioNames(page)).toHaveLength(2);
  });
}

test('files of another kind say what they are not', async ({ page }) => {
  await open(page);
  await drop(page, 'photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]));
  await expect(at(page, 'notice')).toContainText('不是情景文件，也不是从本页下载的图片');
  await drop(page, 'other.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'));
  await expect(at(page, 'notice')).toContainText('图片里没有情景数据');
  expect(await scenarioNames(page)).toHaveLength(1);
});

test('of a file that is larger than any of this page only as much is read as shows that', async ({ page }) => {
  await page.addInitScript(() => {
    window.read = [];
    const whole = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function () {
      window.read.push(this.size);
      return whole.call(this);
    };
  });
  await open(page);
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(120_000_000)], 'large.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await expect(at(page, 'notice')).toContainText('文件过大，不是本页面的文件');
  expect(await page.evaluate(() => window.read)).toEqual([40_000_001]);
});
