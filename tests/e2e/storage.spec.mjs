// Nothing is lost: reloads, other tabs, storage that is denied, full, damaged or cleared. What a session decides of it is in tests/session.
import { at, download, enter, expect, figures, open, openName, ready, rename, saved, savedFile, scenarioNames, test, typeInto } from './support/test.mjs';
import { copyOf, entries, forgetCopy, keysInOrder } from './support/stored.mjs';

const OFFICIAL = '市方案（只读）';

/** The scenarios that are stored now, by name, with their slots, as a page opened afresh shows them. */
async function asStored(context, county = 'slots-pingcheng') {
  const page = await context.newPage();
  await open(page);
  const found = {};
  for (const name of await scenarioNames(page)) {
    await at(page, 'scenario-select').selectOption({ label: name });
    await expect.poll(() => openName(page)).toBe(name);
    found[name] = await at(page, county).inputValue();
  }
  await page.close();
  return found;
}

test('everything is there after a reload: figures, rule, locks, name, language, theme, order of charts', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'children-yunzhou', '4567');
  await at(page, 'lock-yanggao').click();
  await at(page, 'rule').selectOption('proportional');
  await enter(page, 'rule-parameter', '33.33');
  await rename(page, '方案B');
  await at(page, 'chart-rates-order').click();
  await at(page, 'theme').click();
  await saved(page);
  const before = await figures(page);
  await page.reload();
  await expect.poll(() => figures(page)).toEqual(before);
  expect(await openName(page)).toBe('方案B');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(at(page, 'chart-rates-order')).toContainText('按数值');
});

test('what is typed and never committed is stored when the page is left', async ({ page }) => {
  await open(page);
  await at(page, 'scenario-new').click();
  await typeInto(page, 'slots-pingcheng', '147');
  await page.reload();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('147');
});

test('what is typed is stored by itself a moment later, and the state says so', async ({ page }) => {
  await open(page);
  await at(page, 'scenario-new').click();
  await typeInto(page, 'slots-pingcheng', '148');
  await saved(page);
  await expect(at(page, 'slots-pingcheng')).toBeFocused();
  const stored = await entries(page);
  expect(stored[keysInOrder(stored).at(-1)]).toContain('"slots":148');
});

test.describe('on a first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('nothing is written by a visit that changes nothing', async ({ page }) => {
    await open(page);
    await at(page, 'slots-pingcheng').focus();
    await page.keyboard.press('Tab');
    await at(page, 'nav-compare').click();
    await at(page, 'nav-plan').click();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});

test('another tab takes over what is stored, and says so', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '140');
  const other = await context.newPage();
  await open(other);
  await expect(at(other, 'slots-pingcheng')).toHaveValue('140');
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(other, 'slots-pingcheng')).toHaveValue('150');
  await expect(at(other, 'notice')).toContainText('已按另一窗口的改动更新');
  await at(page, 'scenario-new').click();
  await expect.poll(() => scenarioNames(other)).toEqual([OFFICIAL, '方案A', '方案B']);
});

/** A second tab that hears nothing of the first until it saves by itself: the two work at the same moment. */
async function deafTab(context) {
  const page = await context.newPage();
  await page.addInitScript(() => window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
  await open(page);
  return page;
}

test('two tabs, the same cell: both are kept as two scenarios, and it is said', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-xinrong', '11');
  await saved(page);
  const other = await deafTab(context);
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  await enter(other, 'slots-pingcheng', '140');
  await expect(at(other, 'notice')).toContainText('两份都已保留');
  await expect(at(other, 'slots-pingcheng')).toHaveValue('140');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  const stored = await asStored(context);
  expect(Object.keys(stored)).toHaveLength(3);
  expect(Object.values(stored).sort()).toEqual(['130', '140', '150']);
  // The other tab stays with its own side and saves on there.
  await enter(other, 'slots-pingcheng', '141');
  await saved(other);
  expect(Object.values(await asStored(context)).sort()).toEqual(['130', '141', '150']);
});

test('a scenario deleted in another tab goes here as well, and undo brings it back without touching the plan', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'slots-pingcheng', '160');
  await saved(page);
  const other = await context.newPage();
  await open(other);
  await at(other, 'scenario-delete').click();
  await expect.poll(() => openName(page)).toBe(OFFICIAL);
  await expect(at(page, 'notice')).toContainText('已在另一窗口删除');
  await page.keyboard.press('Control+z');
  await expect.poll(() => openName(page)).toBe('方案A');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  await expect(at(page, 'notice')).toContainText('“方案A”已被删除，现已恢复到这一步。');
  await saved(page);
  expect(await asStored(context)).toEqual({ [OFFICIAL]: '130', 方案A: '150' });
});

test('a step of a scenario that another tab deleted leaves the open one alone', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'scenario-new').click();
  await enter(page, 'slots-pingcheng', '111');
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await enter(page, 'slots-pingcheng', '160');
  await saved(page);
  const other = await context.newPage();
  await open(other);
  await at(page, 'scenario-select').selectOption({ label: '方案B' });
  expect(await openName(other)).toBe('方案A');
  await at(other, 'scenario-delete').click();
  await expect.poll(() => scenarioNames(page)).toEqual([OFFICIAL, '方案B']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => openName(page)).toBe('方案A');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  await saved(page);
  expect(await asStored(context)).toEqual({ [OFFICIAL]: '130', 方案A: '150', 方案B: '111' });
});

test('in a page loaded over a full store a step touches no scenario but its own, whatever another tab deletes', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  const other = await context.newPage();
  await open(other);
  await page.addInitScript(() => {
    window.kept = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await page.reload();
  await ready(page);
  await enter(page, 'slots-pingcheng', '160');
  await enter(page, 'slots-pingcheng', '170');
  await expect(at(page, 'save-status')).toHaveText('未保存');
  await at(other, 'scenario-delete').click();
  await expect.poll(() => openName(other)).toBe(OFFICIAL);
  await at(page, 'scenario-select').selectOption({ label: OFFICIAL });
  for (const slots of ['160', '150']) {
    await page.keyboard.press('Control+z');
    await expect(at(page, 'slots-pingcheng')).toHaveValue(slots);
    await expect(at(page, 'save-status')).toHaveText('未保存');
    await at(page, 'scenario-select').selectOption({ label: OFFICIAL });
    await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
    await expect(at(page, 'remaining')).toHaveText('0');
  }
  await page.evaluate(() => { Storage.prototype.setItem = window.kept; });
  await page.keyboard.press('Control+y');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('160');
  await saved(page);
  expect(await asStored(context)).toEqual({ [OFFICIAL]: '130', 方案A: '160' });
});

test('a store cleared under the page: what is on the screen is stored again', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  const other = await context.newPage();
  await open(other);
  await at(other, 'scenario-select').selectOption({ label: OFFICIAL });
  await other.evaluate(() => localStorage.clear());
  await expect.poll(async () => Object.keys(await entries(page)).length).toBeGreaterThan(0);
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  expect(await asStored(context)).toEqual({ [OFFICIAL]: '130', 方案A: '150' });
});

for (const [name, deny] of [
  ['the getter throws', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })],
  ['there is none', () => Object.defineProperty(window, 'localStorage', { value: null })],
  ['every call throws', () => {
    for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
      Storage.prototype[name] = () => { throw new DOMException('denied', 'SecurityError'); };
    }
    Object.defineProperty(Storage.prototype, 'length', { get() { throw new DOMException('denied', 'SecurityError'); } });
  }],
]) {
  test(`storage denied, ${name}: the page works, says that nothing is kept, and offers the file`, async ({ page }) => {
    await page.addInitScript(deny);
    await open(page);
    await expect(at(page, 'notice')).toContainText('不允许本页保存数据');
    await enter(page, 'slots-pingcheng', '150');
    await expect(at(page, 'task-state')).toContainText('超出20个');
    await expect(at(page, 'save-status')).toContainText('仅在本页，未保存');
    await rename(page, '方案B');
    await at(page, 'scenario-new').click();
    await at(page, 'scenario-select').selectOption({ label: '方案B' });
    await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
    const { value } = await savedFile(page);
    expect(value.counties[0].slots).toBe(150);
  });
}

test('storage full, by a call that is refused: nothing is lost, it is said, and saving goes on when there is room', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '140');
  await saved(page);
  const before = await entries(page);
  await page.evaluate(() => {
    window.kept = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'notice')).toContainText('存储空间已满');
  await expect(at(page, 'save-status')).toHaveText('未保存');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  expect(await entries(page)).toEqual(before);
  expect((await savedFile(page)).value.counties[0].slots).toBe(150);
  await page.evaluate(() => { Storage.prototype.setItem = window.kept; });
  await enter(page, 'slots-yungang', '57');
  await saved(page);
  expect(await asStored(context)).toEqual({ [OFFICIAL]: '130', 方案A: '150' });
});

test('storage that really is full: the newest state that was stored stays, and room brings the rest', async ({ page, context }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '140');
  await saved(page);
  await page.evaluate(() => {
    let text = 'x'.repeat(1 << 20);
    for (let part = 0; text.length > 0; part += 1) {
      try {
        localStorage.setItem(`other-${part}`, text);
      } catch {
        text = text.slice(0, text.length >> 1);
      }
    }
  });
  // Old revisions may make room for a few saves; then there is none.
  await at(page, 'scenario-new').click();
  await expect(at(page, 'save-status')).toHaveText('未保存');
  await expect(at(page, 'notice')).toContainText('存储空间已满');
  await enter(page, 'slots-pingcheng', '155');
  await expect(at(page, 'save-status')).toHaveText('未保存');
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('other-')).forEach((key) => localStorage.removeItem(key)));
  await enter(page, 'slots-yungang', '57');
  await saved(page);
  const stored = await asStored(context);
  expect(Object.values(stored).sort()).toEqual(['130', '140', '155']);
});

test('storage refused for another reason: it is said, and nothing is lost', async ({ page }) => {
  await open(page);
  await at(page, 'scenario-new').click();
  await saved(page);
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new Error('broken'); }; });
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'save-status')).toHaveText('未保存');
  await expect(at(page, 'notice')).toContainText('没有接受保存');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
});

test('what a full store refused stays with its mark whatever is opened, leaving asks, and it is saved once there is room', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '140');
  await saved(page);
  await page.evaluate(() => {
    // Another program of this address fills what is left, to the last byte.
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      try {
        localStorage.setItem('filler', `${localStorage.getItem('filler') ?? ''}${'x'.repeat(size)}`);
      } catch {
        // The next smaller piece.
      }
    }
  });
  // Old versions make room for small edits: none of them is left to go.
  await page.evaluate(() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key.startsWith('tuowei:s:') && localStorage.getItem('filler')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
  });
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'save-status')).toHaveText('未保存');
  await at(page, 'scenario-new').click();
  await enter(page, 'slots-yungang', '57');
  await at(page, 'scenario-select').selectOption({ label: OFFICIAL });
  expect(await scenarioNames(page)).toEqual([OFFICIAL, '方案A（未保存）', '方案B（未保存）']);
  await expect(page.locator('.notices').getByText('存储空间已满')).toHaveCount(1);
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(1);
  await at(page, 'scenario-select').selectOption({ label: '方案A（未保存）' });
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  await page.evaluate(() => localStorage.removeItem('filler'));
  await expect.poll(() => scenarioNames(page), { timeout: 15_000 }).toEqual([OFFICIAL, '方案A', '方案B']);
  await saved(page);
  expect(await asStored(page.context())).toEqual({ [OFFICIAL]: '130', 方案A: '150', 方案B: '130' });
  await page.close({ runBeforeUnload: true });
  expect(asked).toBe(1);
});

test('a save that is not what was written is not called saved', async ({ page }) => {
  await open(page);
  await at(page, 'scenario-new').click();
  await saved(page);
  await page.evaluate(() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) { setItem.call(this, key, key.startsWith('tuowei:s:') ? text.slice(0, -9) : text); };
  });
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'save-status')).toHaveText('未保存');
});

test('a damaged newest entry: the one before it counts, it is said, and the raw text stays', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '140');
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  const stored = await entries(page);
  const last = keysInOrder(stored).at(-1);
  const damaged = stored[last].slice(0, stored[last].length >> 1);
  await page.addInitScript(([key, text]) => {
    if (!sessionStorage.getItem('damaged')) localStorage.setItem(key, text);
    sessionStorage.setItem('damaged', 'yes');
  }, [last, damaged]);
  await forgetCopy(page);
  await page.reload();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await expect(at(page, 'notice')).toContainText('有1条保存记录已损坏');
  const raw = await download(page, () => at(page, 'notice-download').click());
  expect(raw.bytes.toString()).toContain(last);
  expect(raw.bytes.toString()).toContain(damaged);
  // Working on never overwrites it.
  for (const slots of ['151', '152', '153']) await enter(page, 'slots-pingcheng', slots);
  await saved(page);
  expect((await entries(page))[last]).toBe(damaged);
  await page.reload();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('153');
});

test('settings that cannot be read are the defaults', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('tuowei:settings', '{"language":7,"theme":"pink"'));
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('settings that are damaged or gone: the scenario that was saved last is opened, not the official plan', async ({ page }) => {
  await open(page);
  await enter(page, 'slots-pingcheng', '140');
  await saved(page);
  await at(page, 'scenario-new').click();
  await expect.poll(() => openName(page)).toBe('方案B');
  await saved(page);
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await enter(page, 'slots-pingcheng', '150');
  await saved(page);
  for (const damage of [(text) => text.slice(0, -2), (text) => JSON.stringify({ ...JSON.parse(text), scenario: 7 }), () => null]) {
    // Another one is open when the page is left.
    await at(page, 'scenario-select').selectOption({ label: '方案B' });
    await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
    const damaged = damage(await page.evaluate(() => localStorage.getItem('tuowei:settings')));
    await page.evaluate((text) => {
      if (text === null) localStorage.removeItem('tuowei:settings');
      else localStorage.setItem('tuowei:settings', text);
    }, damaged);
    await forgetCopy(page);
    await page.reload();
    await ready(page);
    await expect.poll(() => openName(page)).toBe('方案A');
    await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  }
});

test.describe('the copy on disk', () => {
  test('it holds what is stored, entries that were pruned no longer, and the settings', async ({ page }) => {
    await open(page);
    for (const slots of ['140', '150', '151', '152', '153', '154', '155']) await enter(page, 'slots-pingcheng', slots);
    await saved(page);
    const stored = await entries(page);
    await expect.poll(async () => Object.fromEntries(Object.entries(await copyOf(page)).filter(([key]) => key in stored || key.startsWith('tuowei:s:')))).toEqual(stored);
    expect((await copyOf(page))['tuowei:settings']).toBe(await page.evaluate(() => localStorage.getItem('tuowei:settings')));
  });

  test('说明 says whether the browser promised to keep it, which is asked once there is something to keep', async ({ page }) => {
    await page.addInitScript(() => {
      window.asked = [];
      StorageManager.prototype.persisted = () => { window.asked.push('persisted'); return Promise.resolve(false); };
      StorageManager.prototype.persist = () => { window.asked.push('persist'); return Promise.resolve(true); };
    });
    await open(page, './#/about');
    await expect(at(page, 'storage-persisted')).toContainText('没有承诺长期保留');
    expect(await page.evaluate(() => window.asked)).toEqual(['persisted']);
    await at(page, 'nav-plan').click();
    await enter(page, 'slots-pingcheng', '150');
    await enter(page, 'slots-pingcheng', '151');
    await at(page, 'nav-about').click();
    await expect(at(page, 'storage-persisted')).toContainText('已承诺长期保留');
    expect(await page.evaluate(() => window.asked)).toEqual(['persisted', 'persist']);
  });

  test('what local storage lost is there again, with the scenario that was open, and nothing is said', async ({ page }) => {
    await open(page);
    await enter(page, 'slots-pingcheng', '140');
    await at(page, 'scenario-new').click();
    await enter(page, 'slots-pingcheng', '150');
    await saved(page);
    for (const lose of [() => localStorage.clear(), () => localStorage.removeItem('tuowei:settings')]) {
      await page.evaluate(lose);
      await page.reload();
      await ready(page);
      await expect.poll(() => openName(page)).toBe('方案B');
      await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
      expect(await scenarioNames(page)).toEqual([OFFICIAL, '方案A', '方案B']);
      await expect(page.locator('.notices')).toBeEmpty();
    }
  });

  test('an entry that is damaged in local storage is whole again', async ({ page }) => {
    await open(page);
    await enter(page, 'slots-pingcheng', '150');
    await saved(page);
    const last = keysInOrder(await entries(page)).at(-1);
    const whole = (await entries(page))[last];
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [last, whole.slice(0, -20)]);
    await page.reload();
    await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
    await expect(page.locator('.notices')).toContainText('已用磁盘上的另一份修好');
    expect((await entries(page))[last]).toBe(whole);
  });

  for (const [how, break_] of [
    ['is not there', () => delete IDBFactory.prototype.open],
    ['is denied', () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; }],
    ['does not answer', () => { IDBFactory.prototype.open = () => new EventTarget(); }],
    ['takes no transaction', () => { IDBDatabase.prototype.transaction = () => { throw new DOMException('gone', 'InvalidStateError'); }; }],
    ['takes no text', () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
  ]) {
    test(`one that ${how} is said once, and the page goes on`, async ({ page }) => {
      await page.addInitScript(break_);
      await open(page);
      await enter(page, 'slots-pingcheng', '150');
      await expect(page.locator('.notices')).toContainText('最后几秒的改动可能丢失');
      await saved(page);
      await enter(page, 'slots-pingcheng', '151');
      await saved(page);
      await expect(page.locator('.notices').getByText('最后几秒的改动可能丢失')).toHaveCount(1);
      // It goes on with other things meanwhile.
      await at(page, 'nav-compare').click();
      await at(page, 'nav-plan').click();
      await page.reload();
      await expect(at(page, 'slots-pingcheng')).toHaveValue('151');
    });
  }

  test('a transaction that never ends is said, and what the store has is called saved', async ({ page }) => {
    await open(page);
    await enter(page, 'slots-pingcheng', '150');
    await saved(page);
    await page.evaluate(() => {
      // Requests that keep the transaction alive.
      const commit = IDBTransaction.prototype.commit;
      IDBTransaction.prototype.commit = function () {
        const again = () => { this.objectStore('entries').count().onsuccess = () => window.letGo ? commit.call(this) : again(); };
        again();
      };
    });
    await enter(page, 'slots-pingcheng', '151');
    await expect(at(page, 'save-status')).toHaveText('正在保存…');
    await expect(page.locator('.notices')).toContainText('最后几秒的改动可能丢失', { timeout: 10_000 });
    await saved(page);
    await page.evaluate(() => { window.letGo = true; });
    await expect.poll(async () => Object.keys(await copyOf(page)).length).toBeGreaterThan(3);
  });
});
