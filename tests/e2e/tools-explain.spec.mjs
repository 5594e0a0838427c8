// Any number explains itself: by mouse, keyboard and touch, with its formula, its figures, where they come from.
import { CHILDREN, COUNTIES, cityRate } from './support/plan.mjs';
import { at, enter, expect, grouped, open, test, typeInto } from './support/test.mjs';
import { CAPACITY, COMPUTED, PLAN, fill, fillMadeUp, shown, supplyOf } from './support/tools.mjs';

test.beforeEach(async ({ page }) => open(page));

const card = (page) => at(page, 'explain');
const title = (page) => card(page).getByRole('heading');
const inputs = (page) => card(page).locator('.inputs button');

test('a click on a target opens its card: definition, formula, the figures put in, inputs, the place in the plan', async ({ page }) => {
  await at(page, 'target-pingcheng').click();
  await expect(card(page)).toHaveAttribute('role', 'dialog');
  await expect(card(page)).toHaveAccessibleName('平城 2026年目标值');
  await expect(at(page, 'explain-value')).toHaveText('4.22%');
  await expect(at(page, 'explain-formula-text')).toHaveText('目标 = 基数 + 增幅 u');
  await expect(at(page, 'explain-worked')).toContainText('2.14');
  await expect(at(page, 'explain-worked')).toContainText('2.08');
  await expect(at(page, 'explain-worked')).toContainText('4.22');
  await expect(at(page, 'explain-definition')).toHaveText('年底应达到的入托率。');
  await expect(at(page, 'explain-source')).toHaveText('方案二（一）1，表一');
  await expect(inputs(page)).toHaveText([/平城.*2025年基数.*2\.14/, /增幅.*2\.08/]);
  await at(page, 'explain-close').click();
  await expect(card(page)).toHaveCount(0);
});

test('the card in English', async ({ page }) => {
  await at(page, 'target-pingcheng').click();
  await at(page, 'language').click();
  await expect(title(page)).toContainText('Pingcheng');
  await expect(at(page, 'explain-value')).toHaveText('4.22%');
  for (const part of ['formula-text', 'definition', 'source', 'worked']) {
    await expect(at(page, `explain-${part}`)).not.toBeEmpty();
    await expect(at(page, `explain-${part}`)).not.toHaveText(/[\u4e00-\u9fff]/);
  }
  await expect(at(page, 'explain-previous')).toHaveAccessibleName('Previous');
});

for (const [view, columns] of [['plan', ['uplift', 'target', 'share']], ['supply', COMPUTED]]) {
  test(`every computed cell of the ${view} view opens a card with its own value`, async ({ page }) => {
    await fillMadeUp(page);
    await at(page, `view-${view}`).click();
    for (const column of columns) {
      for (const { id, zh } of [COUNTIES[0], COUNTIES[9]]) {
        const cell = at(page, `${column}-${id}`);
        const value = (await cell.textContent()).replace(/^[+−]/, '');
        await cell.click();
        await expect(title(page), column).toContainText(zh);
        // Where nothing is short, the card says how much is to spare.
        await expect(at(page, 'explain-value'), column).toContainText(column === 'shortage' && value === '0' ? /^(富余[\d,]+个|刚好够用)$/ : value);
        for (const part of ['formula-text', 'worked', 'definition', 'source']) await expect(at(page, `explain-${part}`), `${column} ${part}`).not.toBeEmpty();
        expect(await inputs(page).count(), column).toBeGreaterThan(0);
      }
    }
  });
}

test("the assistant's results and measures open their card, by mouse and by keyboard", async ({ page }) => {
  await fillMadeUp(page);
  await at(page, 'assistant').click();
  const result = at(page, 'assistant-result-pingcheng');
  const given = await result.textContent();
  await result.click();
  await expect(title(page)).toHaveText('平城 分配结果');
  await expect(at(page, 'explain-value')).toHaveText(given);
  await expect(at(page, 'explain-worked')).toHaveText(/^权重[\d,]+，未锁定县（区）合计[\d,]+，占[\d.]+%；配额[\d,.]+，整数/);
  await expect(inputs(page)).toHaveText([/平城.*婴幼儿数/, /平城 下限/, /平城 上限/, /新增普惠托位任务.*350/]);
  // The card follows the assistant, and a click on an input goes there.
  await inputs(page).first().click();
  await expect(at(page, 'children-pingcheng')).toBeFocused();
  await enter(page, 'children-pingcheng', '1');
  await expect(at(page, 'explain-value')).not.toHaveText(given);
  await expect(at(page, 'explain-value')).toHaveText(await result.textContent());
  await at(page, 'explain-close').click();

  const measures = at(page, 'assistant-fairness').locator('tbody [data-explained]');
  await expect(measures).toHaveCount(15);
  for (let index = 0; index < 15; index += 1) {
    const value = await measures.nth(index).textContent();
    await measures.nth(index).focus();
    await page.keyboard.press('Enter');
    await expect(at(page, 'explain-value')).toHaveText(value);
    for (const part of ['worked', 'formula-text', 'definition', 'source']) await expect(at(page, `explain-${part}`)).not.toBeEmpty();
    await page.keyboard.press('Escape');
    await expect(measures.nth(index)).toBeFocused();
  }
});

test('Esc closes the card first, also while the focus is in the assistant, and then the assistant', async ({ page }) => {
  await fillMadeUp(page);
  await at(page, 'assistant').click();
  await at(page, 'assistant-result-pingcheng').click();
  await expect(card(page)).toBeVisible();
  await at(page, 'assistant-min-pingcheng').focus();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(at(page, 'assistant-panel')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(at(page, 'assistant-panel')).toHaveCount(0);
});

test('what is missing is said instead of the figures, and the value is —', async ({ page }) => {
  await enter(page, 'base-pingcheng', '');
  await at(page, 'target-pingcheng').click();
  await expect(at(page, 'explain-value')).toHaveText('—');
  await expect(at(page, 'explain-worked')).toContainText('需填写基数');
});

test('totals open their card by a click: the city rate with its sums, shares, slots and those of the second view', async ({ page }) => {
  await fillMadeUp(page);
  await at(page, 'city-target').click();
  const rate = cityRate(CHILDREN, COUNTIES.map(({ target }) => target));
  await expect(at(page, 'explain-value')).toHaveText(`${rate}%`);
  await expect(at(page, 'explain-formula-text')).toContainText('Σ（婴幼儿数 × 目标）÷ Σ婴幼儿数');
  await at(page, 'city-base').click();
  await expect(at(page, 'explain-value')).toHaveText(`${cityRate(CHILDREN, COUNTIES.map(({ base }) => base))}%`);
  const cells = page.locator('table#grid tr.total').locator('th, td');
  await cells.nth(6).click();
  await expect(at(page, 'explain-value')).toContainText('350');
  await cells.nth(7).click();
  await expect(at(page, 'explain-value')).toContainText('100.00');
  await at(page, 'view-supply').click();
  const { total } = supplyOf(PLAN);
  for (const [index, column] of COMPUTED.entries()) {
    await cells.nth(7 + index).click();
    await expect(title(page)).toContainText('全市');
    // The card and the cell say the same.
    const expected = shown(total)[column].replace(/^[+−]/, '');
    await expect(at(page, 'explain-value'), column).toContainText(expected);
    await expect(cells.nth(7 + index), column).toContainText(expected);
  }
});

for (const [figure, value] of [['allocated', '350'], ['remaining', '正好分完']]) {
  test(`${figure} beside the task opens its card`, async ({ page }) => {
    await at(page, figure).click();
    await expect(card(page)).toBeVisible();
    await expect(at(page, 'explain-value')).toContainText(value);
    await expect(at(page, 'explain-worked')).toContainText('350');
  });
}

test('totals and the figures beside the task are stops of the Tab key: Enter and F1 open their card, Esc goes back', async ({ page }) => {
  await fillMadeUp(page);
  const stop = (testId) => page.locator(`[tabindex="0"]:has([data-testid="${testId}"]), [tabindex="0"][data-testid="${testId}"]`);
  for (const [testId, said] of [['allocated', '已分配'], ['remaining', '剩余'], ['city-base', '全市 2025年基数'], ['city-target', '全市 2026年目标值']]) {
    for (const key of ['Enter', 'F1']) {
      await stop(testId).focus();
      await page.keyboard.press(key);
      await expect(title(page), testId).toContainText(said);
      await expect(at(page, 'explain-close')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(card(page)).toHaveCount(0);
      await expect(stop(testId)).toBeFocused();
    }
  }
});

test('F1 in a cell brings the focus into the card, Esc brings it back, with the typing as it was', async ({ page }) => {
  await at(page, 'base-yungang').focus();
  await page.keyboard.press('F1');
  await expect(card(page)).toBeVisible();
  await expect(title(page)).toContainText('云冈 2025年基数');
  await expect(at(page, 'explain-close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(at(page, 'base-yungang')).toBeFocused();
  await typeInto(page, 'base-yungang', '4');
  await page.keyboard.press('F1');
  await expect(at(page, 'explain-value')).toHaveText('4.00%');
  await expect(at(page, 'explain-close')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toHaveCount(0);
  await expect(at(page, 'base-yungang')).toBeFocused();
  await expect(at(page, 'target-yungang')).toHaveText('6.08');
});

test('computed cells by keyboard alone: selected with Shift and an arrow, or reached by › in the card', async ({ page }) => {
  await at(page, 'base-yungang').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('F1');
  await expect(title(page)).toContainText('云冈 增幅');
  await expect(at(page, 'explain-close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(at(page, 'base-yungang')).toBeFocused();
});

test('‹ and › walk along the row, over every figure, and stop at its ends', async ({ page }) => {
  await fill(page, { children: CHILDREN });
  const walk = ['3岁以下婴幼儿数', '2025年基数', '增幅', '2026年目标值', '指定目标', '任务数', '占比'];
  await at(page, 'uplift-xinrong').click();
  for (const _ of [1, 2]) await at(page, 'explain-previous').click();
  await expect(title(page)).toContainText(`新荣 ${walk[0]}`);
  await expect(at(page, 'explain-previous')).toBeDisabled();
  for (const name of walk.slice(1)) {
    await at(page, 'explain-next').click();
    await expect(title(page)).toContainText(`新荣 ${name}`);
  }
  await expect(at(page, 'explain-next')).toBeDisabled();
  await page.keyboard.press('Escape');
  await at(page, 'city-base').click();
  await at(page, 'explain-next').click();
  await expect(title(page)).toContainText('全市 增幅');
});

test('walking by keyboard keeps the focus in the card', async ({ page }) => {
  await at(page, 'base-yungang').focus();
  await page.keyboard.press('F1');
  await expect(at(page, 'explain-close')).toBeFocused();
  await at(page, 'explain-next').focus();
  await page.keyboard.press('Enter');
  await expect(title(page)).toContainText('云冈 增幅');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-testid="explain"]') !== null)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(at(page, 'base-yungang')).toBeFocused();
});

test('an input of the card goes to its cell, also in the other view and beside the grid', async ({ page }) => {
  await fillMadeUp(page);
  await at(page, 'target-hunyuan').click();
  await inputs(page).first().click();
  await expect(at(page, 'base-hunyuan')).toBeFocused();
  await at(page, 'target-hunyuan').click();
  await inputs(page).nth(1).click();
  await expect(at(page, 'rule-parameter')).toBeFocused();
  await at(page, 'view-supply').click();
  await at(page, 'enrolled-then-hunyuan').click();
  await inputs(page).filter({ hasText: '2025年基数' }).click();
  await expect(at(page, 'view-plan')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'base-hunyuan')).toBeFocused();
  await at(page, 'view-supply').click();
  await at(page, 'slots-after-hunyuan').click();
  await expect(inputs(page)).toHaveCount(3);
  await at(page, 'view-plan').click();
  await inputs(page).filter({ hasText: '现有托位' }).click();
  await expect(at(page, 'view-supply')).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'capacity-hunyuan')).toBeFocused();
  await expect(at(page, 'capacity-hunyuan')).toHaveValue(grouped(CAPACITY[6]));
});

test('the card follows every keystroke while it is open', async ({ page }) => {
  await at(page, 'target-pingcheng').click();
  await typeInto(page, 'base-pingcheng', '3.1');
  await expect(at(page, 'explain-value')).toHaveText('5.18%');
  await expect(at(page, 'explain-worked')).toContainText('3.1');
  await expect(inputs(page).first()).toContainText('3.1');
  await enter(page, 'pin-pingcheng', '9.5');
  await expect(at(page, 'explain-value')).toHaveText('9.50%');
  await expect(at(page, 'explain-formula-text')).toHaveText('目标 = 指定目标');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'explain-value')).toHaveText('5.18%');
});

test('the card of a finding follows as well, and does not outlive it with figures that are gone', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'findings').locator('li', { hasText: '20' }).getByRole('button', { name: '依据' }).click();
  await expect(at(page, 'explain-worked')).toContainText('20');
  await typeInto(page, 'slots-pingcheng', '155');
  // With the 1 it is no longer exceeded and the card goes; the focus stays with the typing.
  await expect(at(page, 'slots-pingcheng')).toHaveValue('155');
  await expect(at(page, 'slots-pingcheng')).toBeFocused();
  await expect(at(page, 'findings')).toContainText('25');
  const stale = async () => (await card(page).count()) > 0 && /(?<!\d)20(?!\d)个/.test(await at(page, 'explain-worked').textContent());
  await expect.poll(stale).toBe(false);
  await enter(page, 'slots-pingcheng', '130');
  await expect.poll(stale).toBe(false);
});

test('basis and date stand beside an input once they are entered', async ({ page }) => {
  await fill(page, { children: CHILDREN });
  await at(page, 'city-base').click();
  await expect(card(page).locator('.inputs small')).toHaveCount(0);
  await at(page, 'bases').click();
  await at(page, 'basis-children').fill('户籍口径');
  await at(page, 'as-of-children').fill('2025-12-31');
  await at(page, 'as-of-children').press('Tab');
  await at(page, 'bases-dialog-close').click();
  await expect(card(page).locator('.inputs small').first()).toHaveText('户籍口径，截至2025-12-31');
  await at(page, 'children-pingcheng').focus();
  await page.keyboard.press('F1');
  await expect(card(page)).toContainText('户籍口径，截至2025-12-31');
  await at(page, 'language').click();
  await expect(card(page)).toContainText('户籍口径, as of 2025-12-31');
});

for (const [view, name] of [['plan', 'rates'], ['plan', 'slots'], ['supply', 'supply'], ['supply', 'share']]) {
  test(`a mark of the chart ${name} opens its card by Enter, which Esc closes with the focus back, and by a click`, async ({ page }) => {
    await fillMadeUp(page);
    await at(page, `view-${view}`).click();
    const mark = at(page, `chart-${name}`).locator('rect.mark').nth(3);
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(title(page)).toContainText('云州');
    await expect(at(page, 'explain-close')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(at(page, `chart-${name}`).locator('rect.mark').nth(3)).toBeFocused();
    await at(page, `chart-${name}`).locator('rect.mark').nth(4).click();
    await expect(title(page)).toContainText('阳高');
  });
}

test('Esc in the card of a finding brings the focus back to where it was opened', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  const why = at(page, 'findings').getByRole('button', { name: '依据' }).first();
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(at(page, 'explain-close')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(why).toBeFocused();
});

test('Esc closes the dialog in front before the card behind it', async ({ page }) => {
  await at(page, 'target-pingcheng').click();
  await expect(card(page)).toBeVisible();
  await at(page, 'solve').click();
  await expect(at(page, 'solve-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(at(page, 'solve-dialog')).toBeHidden();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 1366 } });

  test('a tap on a cell, a total and a mark opens the card, a tap on its cross closes it', async ({ page }) => {
    await fillMadeUp(page);
    for (const [target, said] of [
      [at(page, 'target-yanggao'), '阳高 2026年目标值'],
      [at(page, 'city-target'), '全市 2026年目标值'],
      [at(page, 'chart-rates').locator('rect.mark').nth(2), '新荣'],
    ]) {
      await target.tap();
      await expect(title(page)).toContainText(said);
      await at(page, 'explain-close').tap();
      await expect(card(page)).toHaveCount(0);
    }
    await at(page, 'target-yanggao').scrollIntoViewIfNeeded();
    const { x, y, width, height } = await at(page, 'target-yanggao').boundingBox();
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect(title(page)).toContainText('阳高');
  });
});
