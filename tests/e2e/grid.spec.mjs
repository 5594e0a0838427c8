// The grid has a spreadsheet's hands: typing, moving, undoing, restoring, selecting, copying, input methods.
import { COUNTIES, IDS } from './support/plan.mjs';
import { at, copied, enter, expect, figures, listenForCopy, open, openName, rename, saved, test, typeInto } from './support/test.mjs';

test.beforeEach(async ({ page }) => open(page));

test('decimals arrive digit by digit and are never rewritten under the hand', async ({ page }) => {
  const base = at(page, 'base-pingcheng');
  await base.focus();
  await base.press('Control+a');
  let typed = '';
  for (const key of '3.570') {
    await page.keyboard.press(key);
    typed += key;
    await expect(base).toHaveValue(typed);
  }
  await page.keyboard.press('Enter');
  await expect(base).toHaveValue('3.57');
});

test('a bad base keeps its text, says why, and the last good value stays in force', async ({ page }) => {
  const typed = '2,14';
  await enter(page, 'base-pingcheng', '5');
  await expect(at(page, 'target-pingcheng')).toHaveText('7.08');
  // Pasted as one text, so that no part of it is a figure by itself.
  await at(page, 'base-pingcheng').fill(typed);
  await expect(at(page, 'error-base-pingcheng')).toBeVisible();
  await expect(at(page, 'error-base-pingcheng')).toContainText('平城 2025年基数');
  await expect(at(page, 'error-base-pingcheng')).toContainText('逗号位置不对');
  await expect(at(page, 'target-pingcheng')).toHaveText('7.08');
  await at(page, 'base-pingcheng').press('Enter');
  await expect(at(page, 'base-pingcheng')).toHaveValue(typed);
  await expect(at(page, 'error-base-pingcheng')).toBeVisible();
  await expect(at(page, 'target-pingcheng')).toHaveText('7.08');
  // Other cells work on, and the bad one stays as it is.
  await enter(page, 'slots-yungang', '78');
  await expect(at(page, 'base-pingcheng')).toHaveValue(typed);
  await saved(page);
  await page.reload();
  await expect(at(page, 'base-pingcheng')).toHaveValue('5.00');
  await expect(at(page, 'slots-yungang')).toHaveValue('78');
});

test('an emptied base is an unknown one and not zero', async ({ page }) => {
  await enter(page, 'base-pingcheng', '');
  await expect(at(page, 'target-pingcheng')).toHaveText('—');
  await expect(at(page, 'uplift-pingcheng')).toHaveText('—');
  await expect(at(page, 'error-base-pingcheng')).toBeHidden();
  await expect(at(page, 'findings')).toContainText('平城未填基数');
});

test('Enter and arrow down go down the column, Shift+Enter and arrow up go up, and the cell is selected whole', async ({ page }) => {
  const selection = () => page.evaluate(() => {
    const input = document.activeElement;
    return [input.dataset.testid, input.selectionStart === 0 && input.selectionEnd === input.value.length];
  });
  await at(page, 'slots-pingcheng').focus();
  for (const [key, cell] of [
    ['Enter', 'slots-yungang'], ['Enter', 'slots-xinrong'], ['Shift+Enter', 'slots-yungang'],
    ['ArrowDown', 'slots-xinrong'], ['ArrowUp', 'slots-yungang'], ['ArrowUp', 'slots-pingcheng'], ['ArrowUp', 'slots-pingcheng'],
  ]) {
    await page.keyboard.press(key);
    await expect(at(page, cell), key).toBeFocused();
    expect(await selection(), key).toEqual([cell, true]);
  }
  await at(page, 'slots-zuoyun').focus();
  await page.keyboard.press('Enter');
  await expect(at(page, 'slots-zuoyun')).toBeFocused();
});

test('Tab and Shift+Tab go along the row and on to the next', async ({ page }) => {
  await at(page, 'children-pingcheng').focus();
  for (const cell of ['base-pingcheng', 'pin-pingcheng', 'slots-pingcheng', 'lock-pingcheng', 'children-yungang']) {
    await page.keyboard.press('Tab');
    await expect(at(page, cell)).toBeFocused();
  }
  await page.keyboard.press('Shift+Tab');
  await expect(at(page, 'lock-pingcheng')).toBeFocused();
});

test('what is typed is in force after Tab, an arrow and a click elsewhere, as after Enter', async ({ page }) => {
  await typeInto(page, 'slots-pingcheng', '131');
  await page.keyboard.press('Tab');
  await typeInto(page, 'slots-yungang', '78');
  await page.keyboard.press('ArrowDown');
  await typeInto(page, 'slots-xinrong', '11');
  await page.getByRole('heading', { level: 1 }).first().click();
  await saved(page);
  await page.reload();
  for (const [cell, value] of [['slots-pingcheng', '131'], ['slots-yungang', '78'], ['slots-xinrong', '11']]) {
    await expect(at(page, cell)).toHaveValue(value);
  }
});

test('Esc takes the typing back, a good figure as well as a bad one', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '140');
  await typeInto(page, 'slots-pingcheng', '999');
  await expect(at(page, 'allocated')).toHaveText('1219');
  await page.keyboard.press('Escape');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await expect(at(page, 'allocated')).toHaveText('360');
  await typeInto(page, 'slots-pingcheng', '14x');
  await page.keyboard.press('Escape');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await expect(at(page, 'error-slots-pingcheng')).toBeHidden();
  await expect(at(page, 'allocated')).toHaveText('360');
});

test('while a text is no figure, Ctrl+Z takes the typing back and nothing else', async ({ page }) => {
  await enter(page, 'slots-yungang', '80');
  await at(page, 'slots-pingcheng').fill('13x');
  await at(page, 'slots-pingcheng').press('Control+z');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'error-slots-pingcheng')).toBeHidden();
  await expect(at(page, 'slots-yungang')).toHaveValue('80');
});

test('the typing in one cell is one undo step, and undo goes back through every kind of edit', async ({ page }) => {
  const states = [await figures(page)];
  const kept = async () => states.push(await figures(page));
  await enter(page, 'slots-pingcheng', '150');
  // The copy of the official plan is a step of its own, which has the same figures.
  await kept();
  await enter(page, 'base-yungang', '3.7');
  await kept();
  await enter(page, 'pin-xinrong', '14');
  await kept();
  await enter(page, 'children-yunzhou', '5000');
  await kept();
  await at(page, 'lock-yanggao').click();
  await kept();
  await at(page, 'rule').selectOption('converge');
  await kept();
  await enter(page, 'rule-parameter', '30');
  await kept();
  await enter(page, 'task-total', '360');
  await kept();
  await at(page, 'restore-all').click();
  await kept();
  for (let step = states.length - 2; step >= 0; step -= 1) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => figures(page), `undo to ${step}`).toEqual(states[step]);
  }
  for (let step = 1; step < states.length; step += 1) {
    await page.keyboard.press(step % 2 ? 'Control+y' : 'Control+Shift+z');
    await expect.poll(() => figures(page), `redo to ${step}`).toEqual(states[step]);
  }
});

test('Ctrl+Z and Ctrl+Y work wherever the focus is', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  for (const place of ['slots-yungang', 'lock-zuoyun', 'theme', 'rule', 'scenario-select', 'rule-slider', 'chart-rates-png']) {
    await at(page, place).focus();
    await page.keyboard.press('Control+z');
    await expect(at(page, 'slots-pingcheng'), place).toHaveValue('130');
    await page.keyboard.press('Control+y');
    await expect(at(page, 'slots-pingcheng'), place).toHaveValue('150');
  }
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+z');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
});

test('dragging the slider recomputes while it moves and is one undo step', async ({ page }) => {
  const slider = at(page, 'rule-slider');
  const box = await slider.boundingBox();
  const x = (share) => box.x + box.width * share;
  const y = box.y + box.height / 2;
  await page.mouse.move(x(0.42), y);
  await page.mouse.down();
  const seen = new Set();
  for (const share of [0.5, 0.6, 0.7, 0.8]) {
    const before = await at(page, 'rule-parameter').inputValue();
    await page.mouse.move(x(share), y);
    await expect(at(page, 'rule-parameter')).not.toHaveValue(before);
    seen.add(await at(page, 'target-pingcheng').textContent());
  }
  expect(seen.size).toBe(4);
  await page.mouse.up();
  const dragged = await at(page, 'rule-parameter').inputValue();
  expect(Number(dragged)).toBeGreaterThan(3);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(at(page, 'rule-parameter')).toHaveValue('2.08');
  await expect(at(page, 'target-pingcheng')).toHaveText('4.22');
  await page.keyboard.press('Control+y');
  await expect(at(page, 'rule-parameter')).toHaveValue(dragged);
});

test('the slider moves by keys in steps of 0.01', async ({ page }) => {
  await at(page, 'rule-slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(at(page, 'rule-parameter')).toHaveValue('2.09');
  await expect(at(page, 'target-pingcheng')).toHaveText('4.23');
  await page.keyboard.press('ArrowLeft');
  await expect(at(page, 'rule-parameter')).toHaveValue('2.08');
});

test('cells that differ from the official plan show it, and a click takes cell, row or all back', async ({ page }) => {
  for (const cell of ['slots-pingcheng', 'base-pingcheng', 'pin-pingcheng']) {
    await expect(at(page, `restore-${cell}`)).toBeHidden();
  }
  await expect(at(page, 'restore-all')).toBeDisabled();
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'base-pingcheng', '3');
  await enter(page, 'slots-yungang', '57');
  await expect(at(page, 'restore-slots-pingcheng')).toBeVisible();
  await expect(at(page, 'restore-slots-pingcheng')).toHaveAttribute('title', /市方案：130/);
  await expect(at(page, 'restore-slots-xinrong')).toBeHidden();
  await at(page, 'restore-slots-pingcheng').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'restore-slots-pingcheng')).toBeHidden();
  await expect(at(page, 'base-pingcheng')).toHaveValue('3.00');
  await at(page, 'restore-pingcheng').click();
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.14');
  await expect(at(page, 'restore-pingcheng')).toBeHidden();
  await expect(at(page, 'slots-yungang')).toHaveValue('57');
  await at(page, 'restore-all').click();
  await expect(at(page, 'slots-yungang')).toHaveValue('77');
  await expect(at(page, 'restore-all')).toBeDisabled();
  // Each was one step.
  await page.keyboard.press('Control+z');
  await expect(at(page, 'slots-yungang')).toHaveValue('57');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'base-pingcheng')).toHaveValue('3.00');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
});

test('what the plan does not state is no departure from it: children and slots of today are neither marked nor taken back', async ({ page }) => {
  await enter(page, 'children-pingcheng', '9999');
  await at(page, 'view-supply').click();
  await enter(page, 'capacity-pingcheng', '400');
  await at(page, 'view-plan').click();
  await expect(at(page, 'restore-children-pingcheng')).toHaveCount(0);
  await expect(at(page, 'restore-pingcheng')).toBeHidden();
  await expect(at(page, 'restore-all')).toBeDisabled();
  await enter(page, 'slots-pingcheng', '150');
  await expect(at(page, 'restore-all')).toBeEnabled();
  await at(page, 'restore-all').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'children-pingcheng')).toHaveValue('9,999');
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'restore-pingcheng').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'children-pingcheng')).toHaveValue('9,999');
  await at(page, 'view-supply').click();
  await expect(at(page, 'capacity-pingcheng')).toHaveValue('400');
});

test('Alt+Backspace takes a cell back to the official plan, Alt+Shift+Backspace its row', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  await enter(page, 'base-pingcheng', '3');
  await enter(page, 'pin-pingcheng', '5');
  await at(page, 'slots-pingcheng').focus();
  await page.keyboard.press('Alt+Backspace');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await expect(at(page, 'base-pingcheng')).toHaveValue('3.00');
  await page.keyboard.press('Alt+Shift+Backspace');
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.14');
  await expect(at(page, 'pin-pingcheng')).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'base-pingcheng')).toHaveValue('3.00');
  await expect(at(page, 'pin-pingcheng')).toHaveValue('5.00');
});

test('a selection by dragging is copied as bare cells, as TSV and as HTML', async ({ page }) => {
  await listenForCopy(page);
  const middle = async (cell) => {
    const box = await at(page, cell).boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.mouse.move(...(await middle('base-yungang')));
  await page.mouse.down();
  await page.mouse.move(...(await middle('target-xinrong')), { steps: 4 });
  await page.mouse.move(...(await middle('slots-yunzhou')), { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.grid .selected')).toHaveCount(3 * 5);
  await page.keyboard.press('Control+c');
  const lines = COUNTIES.slice(1, 4).map(({ base, target, slots }) => [base, '2.08', target, '', slots]);
  await expect.poll(() => copied(page, 'text/plain')).toBe(lines.map((cells) => `${cells.join('\t')}\r\n`).join(''));
  const cells = await page.evaluate(() => {
    const html = window.copied.filter(({ type }) => type === 'text/html').at(-1).text;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    return [...parsed.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent));
  });
  expect(cells).toEqual(lines);
});

test('a selection by Shift+arrows can be copied, emptied and dropped', async ({ page }) => {
  await listenForCopy(page);
  await at(page, 'slots-pingcheng').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.grid .selected')).toHaveCount(3);
  await page.keyboard.press('Control+c');
  await expect.poll(() => copied(page, 'text/plain')).toBe('130\r\n77\r\n10\r\n');
  await page.keyboard.press('Delete');
  for (const id of IDS.slice(0, 3)) await expect(at(page, `slots-${id}`)).toHaveValue('');
  await expect(at(page, 'slots-yunzhou')).toHaveValue('16');
  await page.keyboard.press('Control+z');
  for (const { id, slots } of COUNTIES) await expect(at(page, `slots-${id}`)).toHaveValue(slots);
});

test('Shift+arrow sideways selects letters within a text that is being typed', async ({ page }) => {
  await typeInto(page, 'slots-pingcheng', '150');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.locator('.grid .selected')).toHaveCount(0);
  await page.keyboard.press('7');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('157');
});

test('copy-table puts the whole table on the clipboard, which a paste brings back', async ({ page }) => {
  await listenForCopy(page);
  await at(page, 'copy-table').click();
  await expect(at(page, 'notice')).toContainText('表格已复制');
  const lines = (await copied(page, 'text/plain')).replace(/\r\n$/, '').split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual(['县（区）', '3岁以下婴幼儿数（人）', '2025年基数（%）', '增幅（百分点）', '2026年目标值（%）', '指定目标（%）', '任务数（个）', '占比（%）', '锁定']);
  for (const [index, { zh, base, target, slots }] of COUNTIES.entries()) {
    const [name, children, copiedBase, uplift, copiedTarget, pin, copiedSlots] = lines[index + 1];
    expect([name, children, copiedBase, uplift, copiedTarget, pin, copiedSlots]).toEqual([zh, '', base, '2.08', target, '', slots]);
  }
  expect(lines[11]).toEqual(['全市', '—', '—', '—', '—', '', '350', '100.00', '']);
  const html = await copied(page, 'text/html');
  expect(html).toContain('<th scope="row">平城</th>');
  expect(html).toContain('<caption>');
  // The browser's own clipboard holds it as well.
  await at(page, 'paste-open').click();
  await at(page, 'paste-text').focus();
  await page.keyboard.press('Control+v');
  // It is shown at once what it would change: nothing.
  const preview = at(page, 'import-dialog');
  await expect(preview.locator('tbody tr', { hasText: '平城' })).toHaveText(/2\.14.*2\.08.*4\.22.*130.*37\.14/);
  await expect(at(page, 'import-said')).toHaveText('没有要填入的数；另有 30 个与现有的相同');
});

test('an input method composes in a cell undisturbed: nothing is taken or rewritten before it is done', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page);
  const slots = at(page, 'slots-pingcheng');
  await slots.focus();
  await slots.press('Control+a');
  for (const text of ['１', '１５', '１５０']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(slots).toHaveValue(text);
    await expect(at(page, 'allocated')).toHaveText('350');
    await expect(at(page, 'error-slots-pingcheng')).toBeHidden();
  }
  await cdp.send('Input.insertText', { text: '１５０' });
  await expect(slots).toHaveValue('１５０');
  await expect(at(page, 'allocated')).toHaveText('370');
  await page.keyboard.press('Enter');
  await expect(slots).toHaveValue('150');
});

test('Enter and Esc that belong to an input method do not move, take or give back', async ({ page }) => {
  const slots = at(page, 'slots-pingcheng');
  await slots.focus();
  for (const key of ['Enter', 'Escape', 'ArrowDown', 'z']) {
    const taken = await slots.evaluate((cell, key) => {
      const event = new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, ctrlKey: key === 'z', bubbles: true, cancelable: true });
      cell.dispatchEvent(event);
      return event.defaultPrevented;
    }, key);
    expect(taken, key).toBe(false);
    await expect(slots, key).toBeFocused();
  }
});

test('a composed text that is no figure keeps its text and says so', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page);
  const base = at(page, 'base-pingcheng');
  await base.focus();
  await base.press('Control+a');
  await cdp.send('Input.imeSetComposition', { text: 'er', selectionStart: 2, selectionEnd: 2 });
  await expect(at(page, 'error-base-pingcheng')).toBeHidden();
  await cdp.send('Input.insertText', { text: '二' });
  await expect(base).toHaveValue('二');
  await expect(at(page, 'error-base-pingcheng')).toBeVisible();
  await expect(at(page, 'target-pingcheng')).toHaveText('4.22');
});

test('an input method in the name of a scenario: Enter that ends the composition does not end the naming', async ({ page }) => {
  await at(page, 'scenario-new').click();
  await at(page, 'scenario-rename').click();
  const name = at(page, 'scenario-name');
  await expect(name).toBeFocused();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'fang an', selectionStart: 7, selectionEnd: 7 });
  await name.evaluate((input) => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true })));
  await expect(name).toBeVisible();
  await cdp.send('Input.insertText', { text: '方案甲' });
  await page.keyboard.press('Enter');
  await expect.poll(() => openName(page)).toBe('方案甲');
});
