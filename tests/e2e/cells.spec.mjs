// A cell is chosen or worked on, as in a spreadsheet: which keys and clicks do what, and formulas.
import { at, enter, expect, open, test, typeInto } from './support/test.mjs';

const selection = (page) => page.evaluate(() => {
  const { dataset, selectionStart, selectionEnd, value } = document.activeElement;
  return [dataset.testid, value.slice(selectionStart, selectionEnd)];
});

async function expectChosen(page, cell, text) {
  await expect(at(page, cell)).toBeFocused();
  await expect.poll(() => selection(page)).toEqual([cell, text]);
}

test('in a cell that is not begun, sideways arrows go to the inputs beside it and what is typed replaces', async ({ page }) => {
  await open(page);
  await at(page, 'base-yungang').click();
  await expectChosen(page, 'base-yungang', '3.69');
  // 增幅 and 目标 are computed.
  for (const [key, cell] of [
    ['ArrowRight', 'pin-yungang'], ['ArrowRight', 'slots-yungang'], ['ArrowRight', 'slots-yungang'],
    ['ArrowLeft', 'pin-yungang'], ['ArrowLeft', 'base-yungang'], ['Home', 'children-yungang'], ['ArrowLeft', 'children-yungang'],
    ['End', 'slots-yungang'], ['ArrowDown', 'slots-xinrong'], ['ArrowUp', 'slots-yungang'],
  ]) {
    await page.keyboard.press(key);
    await expect(at(page, cell), key).toBeFocused();
  }
  await page.keyboard.press('5');
  await expect(at(page, 'slots-yungang')).toHaveValue('5');
  await expect(at(page, 'base-yungang')).toHaveValue('3.69');
  // Begun: the arrows are the caret's.
  await page.keyboard.type('7');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('6');
  await expect(at(page, 'slots-yungang')).toHaveValue('567');
  await page.keyboard.press('Home');
  await page.keyboard.type('4');
  await expect(at(page, 'slots-yungang')).toHaveValue('4567');
  await page.keyboard.press('Enter');
  await expect(at(page, 'slots-yungang')).toHaveValue('4,567');
  await expectChosen(page, 'slots-xinrong', '10');
});

test('F2, a second click and a double click begin at the text that is there', async ({ page }) => {
  await open(page);
  const base = at(page, 'base-pingcheng');
  await base.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('5');
  await expect(base).toHaveValue('2.145');
  await page.keyboard.press('Escape');
  await expectChosen(page, 'base-pingcheng', '2.14');
  await base.click();
  await expectChosen(page, 'base-pingcheng', '2.14');
  await base.click();
  await page.keyboard.press('End');
  await page.keyboard.type('6');
  await expect(base).toHaveValue('2.146');
  await page.keyboard.press('Escape');
  await at(page, 'slots-yungang').dblclick();
  await page.keyboard.type('8');
  await expect(at(page, 'slots-yungang')).toHaveValue('778');
  // Taken back and chosen again: a letter replaces.
  await page.keyboard.press('Escape');
  await page.keyboard.type('9');
  await expect(at(page, 'slots-yungang')).toHaveValue('9');
});

test('a click chooses the cell where the browser drops what is selected when the button is let go', async ({ page }) => {
  await open(page);
  // As WebKit does after the focus came: before the page answers, and once more after it.
  await page.evaluate(() => {
    const drop = () => {
      const input = document.activeElement;
      if (input instanceof HTMLInputElement) input.setSelectionRange(input.value.length, input.value.length);
    };
    addEventListener('mouseup', drop, { capture: true });
    window.dropLater = () => addEventListener('click', drop);
  });
  await enter(page, 'task-total', '15000');
  await at(page, 'slots-pingcheng').click();
  await expectChosen(page, 'slots-pingcheng', '130');
  await page.keyboard.press('Escape');
  await at(page, 'slots-yungang').click();
  await page.keyboard.type('5');
  await expect(at(page, 'slots-yungang')).toHaveValue('5');
  await page.evaluate(() => window.dropLater());
  await at(page, 'slots-xinrong').click();
  await page.keyboard.type('6');
  await expect(at(page, 'slots-xinrong')).toHaveValue('6');
  await at(page, 'slots-yunzhou').click();
  await page.keyboard.press('Backspace');
  await expect(at(page, 'slots-yunzhou')).toHaveValue('');
});

test('what an input method composes replaces the figure of a cell that is not begun', async ({ page }) => {
  await open(page);
  await at(page, 'slots-pingcheng').click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { selectionStart: 1, selectionEnd: 1, text: '１' });
  await session.send('Input.imeSetComposition', { selectionStart: 2, selectionEnd: 2, text: '１５' });
  await session.send('Input.insertText', { text: '１５' });
  await expect(at(page, 'slots-pingcheng')).toHaveValue('１５');
  await page.keyboard.press('Enter');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('15');
});

test('the last cell stays chosen after Enter, and long numbers are grouped until they are worked on', async ({ page }) => {
  await open(page);
  await enter(page, 'children-zuoyun', '1234567');
  await expectChosen(page, 'children-zuoyun', '1,234,567');
  await page.keyboard.press('F2');
  await expect(at(page, 'children-zuoyun')).toHaveValue('1234567');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(at(page, 'children-zuoyun')).toHaveValue('123,456');
  // Looked at and left again.
  await at(page, 'children-zuoyun').dblclick();
  await expect(at(page, 'children-zuoyun')).toHaveValue('123456');
  await page.keyboard.press('Tab');
  await expect(at(page, 'children-zuoyun')).toHaveValue('123,456');
  await at(page, 'task-total').click();
  await page.keyboard.type('1500');
  await page.keyboard.press('Enter');
  await expectChosen(page, 'task-total', '1,500');
});

test('formulas are worked out while they are typed and shown again by F2 until the figure is another one', async ({ page }) => {
  await open(page);
  const slots = at(page, 'slots-pingcheng');
  await slots.click();
  await page.keyboard.type('=10+5');
  await expect(at(page, 'allocated')).toHaveText('235');
  await page.keyboard.press('Enter');
  await expect(slots).toHaveValue('15');
  await slots.focus();
  await page.keyboard.press('F2');
  await expect(slots).toHaveValue('=10+5');
  await page.keyboard.type('0');
  await expect(at(page, 'allocated')).toHaveText('280');
  await page.keyboard.press('Escape');
  await expect(slots).toHaveValue('15');
  await page.keyboard.press('F2');
  await expect(slots).toHaveValue('=10+5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+z');
  await expect(slots).toHaveValue('130');
  await slots.focus();
  await page.keyboard.press('F2');
  await expect(slots).toHaveValue('130');
  await typeInto(page, 'base-pingcheng', '2.14+2.08');
  await expect(at(page, 'target-pingcheng')).toHaveText('6.30');
  await typeInto(page, 'slots-yungang', '350-');
  await expect(at(page, 'error-slots-yungang')).toContainText('算式还没写完');
  await page.keyboard.type('77');
  await expect(at(page, 'error-slots-yungang')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(at(page, 'slots-yungang')).toHaveValue('273');
  await enter(page, 'slots-xinrong', '7/2');
  await expect(at(page, 'slots-xinrong')).toHaveValue('7/2');
  await expect(at(page, 'error-slots-xinrong')).toContainText('算得的不是整数');
});

test('supply and reports have the same hands', async ({ page }) => {
  await open(page);
  await at(page, 'view-supply').click();
  await at(page, 'capacity-pingcheng').click();
  await page.keyboard.type('1200+34');
  await page.keyboard.press('Enter');
  await expect(at(page, 'capacity-pingcheng')).toHaveValue('1,234');
  await at(page, 'capacity-pingcheng').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('8');
  await expect(at(page, 'inclusive-pingcheng')).toHaveValue('8');
  await at(page, 'nav-monitor').click();
  await at(page, 'report-new-day').fill('2026-06-30');
  await at(page, 'report-new-day').press('Enter');
  const [first, second] = await page.locator('#report-grid tbody tr').first().locator('input').evaluateAll(
    (inputs) => inputs.map((input) => input.dataset.testid));
  await at(page, first).click();
  await page.keyboard.type('=600*2');
  await page.keyboard.press('Enter');
  await expect(at(page, first)).toHaveValue('1,200');
  await at(page, first).click();
  await page.keyboard.press('ArrowRight');
  await expect(at(page, second)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('7');
  await expect(at(page, first)).toHaveValue('7');
});

test('a rule that is chosen begins with the parameter closest to the targets of today, as one step', async ({ page }) => {
  await open(page);
  // The second file is there: it knows the parameter.
  await at(page, 'help').click();
  await expect(at(page, 'help-guide')).toBeVisible();
  await page.keyboard.press('Escape');
  await at(page, 'rule').selectOption('proportional');
  await expect(at(page, 'rule-parameter')).not.toHaveValue('');
  await expect(at(page, 'target-pingcheng')).not.toHaveText('—');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'rule')).toHaveValue('uniform');
  await expect(at(page, 'target-pingcheng')).toHaveText('4.22');
  await page.keyboard.press('Control+y');
  await expect(at(page, 'rule')).toHaveValue('proportional');
  // What was typed once stays.
  await enter(page, 'rule-parameter', '45');
  await at(page, 'rule').selectOption('uniform');
  await at(page, 'rule').selectOption('proportional');
  await expect(at(page, 'rule-parameter')).toHaveValue('45.00');
});
