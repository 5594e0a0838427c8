// The hooks that scripts rely on, row by row, and what each of them must do.
import { CHILDREN, COUNTIES, IDS, RULES, cityRate, decimal, hundredths, shares } from './support/plan.mjs';
import { at, chartText, enter, expect, expectChart, figures, open, openName, rename, saved, savedFile, scenarioNames, startsWith, test, typeInto } from './support/test.mjs';

test.beforeEach(async ({ page }) => open(page));

const targets = (page) => Promise.all(IDS.map((id) => at(page, `target-${id}`).textContent()));

async function fillChildren(page) {
  for (const [index, id] of IDS.entries()) await enter(page, `children-${id}`, CHILDREN[index]);
}

test('data-ready: the page says when it can be used', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(at(page, 'base-pingcheng')).toBeEditable();
});

test('nav-plan: a link to the hash route of the page on show', async ({ page }) => {
  await expect(at(page, 'nav-plan')).toHaveAttribute('href', '#/plan');
  await expect(at(page, 'nav-plan')).toHaveAttribute('aria-current', 'page');
  await at(page, 'nav-plan').click();
  await expect(page).toHaveURL(/#\/plan$/);
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.14');
});

test('editable cells are text inputs with an accessible name of county and column, in both languages', async ({ page }) => {
  const columns = { base: ['2025年基数', '2025 base'], slots: ['任务数', 'slots'], pin: ['指定目标', 'target by hand'], children: ['3岁以下婴幼儿数', 'children under three'] };
  for (const language of [0, 1]) {
    for (const county of COUNTIES) {
      for (const [column, names] of Object.entries(columns)) {
        const input = at(page, `${column}-${county.id}`);
        await expect(input).toHaveAttribute('type', 'text');
        await expect(input).toHaveAccessibleName(`${language ? county.en : county.zh} ${names[language]}`);
      }
    }
    await at(page, 'language').click();
  }
});

test('base: what is typed moves the target at once; uplift and target begin with their number', async ({ page }) => {
  await typeInto(page, 'base-yungang', '4.56');
  await expect(at(page, 'target-yungang')).toHaveText(startsWith('6.64'));
  await expect(at(page, 'uplift-yungang')).toHaveText(startsWith('2.08'));
  await expect(at(page, 'target-pingcheng')).toHaveText(startsWith('4.22'));
});

test('slots and share: shares are rounded so that they add up to 100.00', async ({ page }) => {
  for (const [index, id] of IDS.entries()) await enter(page, `slots-${id}`, String(7 * index + 1));
  const expected = shares(IDS.map((_, index) => 7 * index + 1));
  for (const [index, id] of IDS.entries()) await expect(at(page, `share-${id}`)).toHaveText(startsWith(expected[index]));
  const shown = await Promise.all(IDS.map((id) => at(page, `share-${id}`).textContent()));
  expect(decimal(shown.reduce((sum, share) => sum + hundredths(share), 0n))).toBe('100.00');
});

test('pin: a target typed by hand stands over the rule, emptied it is by rule again', async ({ page }) => {
  await enter(page, 'pin-pingcheng', '9.5');
  await expect(at(page, 'target-pingcheng')).toHaveText(startsWith('9.50'));
  await expect(at(page, 'uplift-pingcheng')).toHaveText(startsWith('7.36'));
  await enter(page, 'rule-parameter', '1');
  await expect(at(page, 'target-pingcheng')).toHaveText(startsWith('9.50'));
  await expect(at(page, 'target-yungang')).toHaveText(startsWith('4.69'));
  await enter(page, 'pin-pingcheng', '');
  await expect(at(page, 'target-pingcheng')).toHaveText(startsWith('3.14'));
});

test('lock: a toggle that says its state and keeps it', async ({ page }) => {
  const lock = at(page, 'lock-hunyuan');
  await expect(lock).toHaveAttribute('aria-pressed', 'false');
  await lock.click();
  await expect(lock).toHaveAttribute('aria-pressed', 'true');
  await expect(at(page, 'lock-lingqiu')).toHaveAttribute('aria-pressed', 'false');
  await saved(page);
  await page.reload();
  await expect(at(page, 'lock-hunyuan')).toHaveAttribute('aria-pressed', 'true');
  await at(page, 'lock-hunyuan').press('Space');
  await expect(at(page, 'lock-hunyuan')).toHaveAttribute('aria-pressed', 'false');
});

test('children and city-base, city-target: — until every county has its children, then the weighted rate', async ({ page }) => {
  for (const [index, id] of IDS.entries()) {
    await expect(at(page, 'city-base'), `before ${id}`).toHaveText('—');
    await expect(at(page, 'city-target'), `before ${id}`).toHaveText('—');
    await enter(page, `children-${id}`, CHILDREN[index]);
  }
  await expect(at(page, 'city-base')).toHaveText(startsWith(cityRate(CHILDREN, COUNTIES.map(({ base }) => base))));
  await expect(at(page, 'city-target')).toHaveText(startsWith(cityRate(CHILDREN, COUNTIES.map(({ target }) => target))));
  // Not the plain mean of the counties' rates.
  const mean = decimal(COUNTIES.reduce((sum, { base }) => sum + hundredths(base), 0n) / BigInt(COUNTIES.length));
  await expect(at(page, 'city-base')).not.toHaveText(startsWith(mean));
  await enter(page, 'children-zuoyun', '');
  await expect(at(page, 'city-base')).toHaveText('—');
});

for (const [rule, parameter] of [['uniform', '1.57'], ['proportional', '33.3'], ['converge', '27.5']]) {
  test(`rule ${rule} and rule-parameter: the targets are those of the formula`, async ({ page }) => {
    await at(page, 'rule').selectOption(rule);
    await enter(page, 'rule-parameter', parameter);
    await expect.poll(() => targets(page)).toEqual(RULES[rule](parameter));
  });
}

test('rule converge: the benchmark can be typed', async ({ page }) => {
  await at(page, 'rule').selectOption('converge');
  await enter(page, 'rule-parameter', '40');
  await enter(page, 'rule-benchmark', '6');
  await expect.poll(() => targets(page)).toEqual(RULES.converge('40', '6'));
});

test('rule city-goal: refused without children, then the smallest uplift that reaches the goal', async ({ page }) => {
  await at(page, 'rule').selectOption('city-goal');
  await enter(page, 'rule-parameter', '6.35');
  await expect(at(page, 'target-pingcheng')).toHaveText('—');
  await fillChildren(page);
  const expected = RULES['city-goal']('6.35', CHILDREN);
  await expect.poll(() => targets(page)).toEqual(expected);
  const reached = cityRate(CHILDREN, expected);
  await expect(at(page, 'city-target')).toHaveText(startsWith(reached));
  expect(hundredths(reached) >= hundredths('6.35')).toBe(true);
});

test('a rule keeps its parameter while another is in force, and gives — without one', async ({ page }) => {
  await at(page, 'rule').selectOption('proportional');
  // It begins with the one that comes closest to the targets of before.
  await expect(at(page, 'rule-parameter')).toHaveValue(/^\d+\.\d\d$/);
  await enter(page, 'rule-parameter', '');
  await expect(at(page, 'target-pingcheng')).toHaveText('—');
  await enter(page, 'rule-parameter', '50');
  await at(page, 'rule').selectOption('uniform');
  await expect(at(page, 'rule-parameter')).toHaveValue('2.08');
  await at(page, 'rule').selectOption('proportional');
  await expect(at(page, 'rule-parameter')).toHaveValue('50.00');
});

test('rule-floor and rule-cap hold every uplift; a floor above the cap is refused', async ({ page }) => {
  await at(page, 'rule').selectOption('proportional');
  await enter(page, 'rule-parameter', '50');
  await enter(page, 'rule-floor', '1.5');
  await enter(page, 'rule-cap', '3');
  const expected = RULES.proportional('50').map((target, index) => {
    const base = hundredths(COUNTIES[index].base);
    const uplift = hundredths(target) - base;
    return decimal(base + (uplift < 150n ? 150n : uplift > 300n ? 300n : uplift));
  });
  await expect.poll(() => targets(page)).toEqual(expected);
  await typeInto(page, 'rule-floor', '3.5');
  await expect(at(page, 'error-rule-floor')).toBeVisible();
  await expect(at(page, 'error-rule-floor')).toContainText('不能高于');
  expect(await targets(page)).toEqual(expected);
});

test('task-total, allocated and remaining: what is left, negative when over', async ({ page }) => {
  await typeInto(page, 'task-total', '400');
  await expect(at(page, 'allocated')).toHaveText('350');
  await expect(at(page, 'remaining')).toHaveText('50');
  await expect(at(page, 'task-state')).toContainText('还剩50个');
  await typeInto(page, 'task-total', '300');
  await expect(at(page, 'remaining')).toHaveText('-50');
  await expect(at(page, 'task-state')).toContainText('超出50个');
});

test('undo and redo: buttons that are off when there is nothing to do', async ({ page }) => {
  await expect(at(page, 'undo')).toBeDisabled();
  await expect(at(page, 'redo')).toBeDisabled();
  await enter(page, 'slots-pingcheng', '140');
  await enter(page, 'slots-pingcheng', '150');
  await at(page, 'undo').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await at(page, 'undo').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await at(page, 'redo').click();
  await at(page, 'redo').click();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('150');
  await expect(at(page, 'redo')).toBeDisabled();
});

test('save-status: read-only for the official plan, then editing, then saved with its time', async ({ page }) => {
  await expect(at(page, 'save-status')).toHaveText(/只读/);
  await typeInto(page, 'slots-pingcheng', '131');
  await expect(at(page, 'save-status')).toHaveText(/编辑中|已保存/);
  await page.keyboard.press('Enter');
  await saved(page);
});

test('language: a toggle that keeps every figure and changes the words', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '150');
  const before = await figures(page);
  await at(page, 'language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(at(page, 'task-state')).toContainText('20 too many');
  expect(await figures(page)).toEqual(before);
  await at(page, 'language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(at(page, 'task-state')).toContainText('超出20个');
});

test('theme: a toggle that is remembered', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const ground = () => page.evaluate(() => getComputedStyle(document.body.parentElement).backgroundColor);
  const light = await ground();
  await at(page, 'theme').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('scenario-*: new, duplicate, rename, select, delete', async ({ page }) => {
  expect(await scenarioNames(page)).toEqual(['市方案（只读）']);
  await at(page, 'scenario-new').click();
  await expect.poll(() => openName(page)).toBe('方案A');
  await enter(page, 'slots-pingcheng', '140');
  await at(page, 'scenario-duplicate').click();
  await expect.poll(() => openName(page)).toContain('副本');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await rename(page, '方案B');
  await expect.poll(() => openName(page)).toBe('方案B');
  await at(page, 'scenario-select').selectOption({ label: '方案A' });
  await expect.poll(() => openName(page)).toBe('方案A');
  await at(page, 'scenario-delete').click();
  await expect.poll(() => scenarioNames(page)).toEqual(['市方案（只读）', '方案B']);
});

test('error-*: beside every kind of input, with the place and the problem, and gone when the figure is good', async ({ page }) => {
  await at(page, 'rule').selectOption('converge');
  await enter(page, 'rule-parameter', '20');
  await at(page, 'assistant').click();
  await at(page, 'assistant-weight').selectOption('custom');
  for (const [input, bad, good] of [
    ['base-pingcheng', '100.01', '2.2'],
    ['slots-pingcheng', '13.5', '131'],
    ['pin-pingcheng', 'abc', '5'],
    ['children-pingcheng', '12%', '12,345'],
    ['task-total', '', '351'],
    ['rule-parameter', '1.2.3', '21'],
    ['rule-benchmark', '-1', '9'],
    ['rule-floor', 'x', '1'],
    ['rule-cap', '１２ａ', '10'],
    ['assistant-min-pingcheng', '-1', '1'],
    ['assistant-max-pingcheng', '1.5', '300'],
    ['assistant-weight-pingcheng', '1%', '1.5'],
  ]) {
    await expect(at(page, `error-${input}`)).toBeHidden();
    await typeInto(page, input, bad);
    await expect(at(page, `error-${input}`), input).toBeVisible();
    await expect(at(page, `error-${input}`), input).not.toBeEmpty();
    await expect(at(page, input), input).toHaveAttribute('aria-invalid', 'true');
    // The mark before the message may be read as well.
    await expect(at(page, input)).toHaveAccessibleDescription(new RegExp(`${await at(page, `error-${input}`).innerText()}$`));
    await typeInto(page, input, good);
    await expect(at(page, `error-${input}`), input).toBeHidden();
    await expect(at(page, input), input).toHaveAttribute('aria-invalid', 'false');
    await page.keyboard.press('Enter');
  }
});

for (const name of ['rates', 'slots']) {
  test(`chart-${name}: one inline <svg> in its frame, and its buttons`, async ({ page }) => {
    const chart = at(page, `chart-${name}`);
    await expect(chart).toHaveCount(1);
    await expect(chart.locator('.chart-canvas svg')).toHaveCount(1);
    await expect(chart.locator('svg')).toHaveCount(1);
    for (const button of ['png', 'svg', 'copy']) {
      await expect(at(page, `chart-${name}-${button}`)).toBeEnabled();
      await expect(at(page, `chart-${name}-${button}`)).toHaveAccessibleName(/./);
    }
    const text = await chartText(page, name);
    for (const { zh } of COUNTIES) expect(text).toContain(zh);
    // Still one after it was drawn anew.
    await enter(page, 'base-pingcheng', '3.14');
    await enter(page, 'slots-pingcheng', '120');
    await expectChart(page, name).not.toBe(text);
    await expect(chart.locator('svg')).toHaveCount(1);
  });
}

test('assistant: a button that opens the panel, with seven weights and six methods', async ({ page }) => {
  await at(page, 'assistant').click();
  for (const [select, ids] of [
    ['assistant-weight', ['children', 'enrolments', 'unmet', 'slots', 'equal', 'current', 'custom']],
    ['assistant-method', ['largest-remainder', 'dhondt', 'webster', 'hill', 'adams', 'dean']],
  ]) {
    const options = at(page, select).locator('option');
    await expect(options).toHaveCount(ids.length);
    expect((await options.evaluateAll((all) => all.map(({ value }) => value))).toSorted()).toEqual(ids.toSorted());
    await expect(at(page, select)).toHaveAccessibleName(/./);
    for (const id of ids) {
      await at(page, select).selectOption(id);
      await expect(at(page, select)).toHaveValue(id);
    }
  }
  await at(page, 'assistant').click();
  await expect(at(page, 'assistant-weight')).toHaveCount(0);
});

test('assistant-min, assistant-max, assistant-weight and assistant-result of every county, and assistant-apply', async ({ page }) => {
  await at(page, 'assistant').click();
  await at(page, 'assistant-weight').selectOption('custom');
  for (const [index, county] of COUNTIES.entries()) {
    await expect(at(page, `assistant-result-${county.id}`)).toHaveText('—');
    for (const [column, name] of [['min', '下限'], ['max', '上限'], ['weight', '权重']]) {
      await expect(at(page, `assistant-${column}-${county.id}`)).toHaveAttribute('type', 'text');
      await expect(at(page, `assistant-${column}-${county.id}`)).toHaveAccessibleName(`${county.zh} ${name}`);
    }
    await enter(page, `assistant-weight-${county.id}`, String(index + 1));
  }
  // 350 · 10 ÷ 55 = 63.6…
  await expect(at(page, 'assistant-result-zuoyun')).toHaveText(startsWith('64'));
  await enter(page, 'assistant-max-zuoyun', '20');
  await enter(page, 'assistant-min-pingcheng', '40');
  await expect(at(page, 'assistant-result-zuoyun')).toHaveText(startsWith('20'));
  await expect(at(page, 'assistant-result-pingcheng')).toHaveText(startsWith('40'));
  await at(page, 'assistant-apply').click();
  await expect(at(page, 'slots-zuoyun')).toHaveValue('20');
  await expect(at(page, 'allocated')).toHaveText('350');
});

test('assistant-message: why there is no result, and nothing while there is one', async ({ page }) => {
  await at(page, 'assistant').click();
  await expect(at(page, 'assistant-message')).toContainText('3岁以下婴幼儿数');
  await expect(at(page, 'assistant-apply')).toBeDisabled();
  await at(page, 'assistant-weight').selectOption('equal');
  await expect(at(page, 'assistant-message')).toBeHidden();
  await expect(at(page, 'assistant-apply')).toBeEnabled();
});

test('capacity, inclusive and enrolled: optional inputs of the second view', async ({ page }) => {
  await at(page, 'view-supply').click();
  for (const [column, name] of [['capacity', '现有托位'], ['inclusive', '现有普惠托位'], ['enrolled', '在托人数']]) {
    for (const { id, zh } of COUNTIES) {
      await expect(at(page, `${column}-${id}`)).toHaveValue('');
      await expect(at(page, `${column}-${id}`)).toHaveAttribute('type', 'text');
      await expect(at(page, `${column}-${id}`)).toHaveAccessibleName(`${zh} ${name}`);
    }
  }
});

for (const name of ['supply', 'share']) {
  test(`chart-${name}: one inline <svg> in its frame, and its buttons, in the second view`, async ({ page }) => {
    await at(page, 'view-supply').click();
    await expect(at(page, `chart-${name}`)).toHaveCount(1);
    await expect(at(page, `chart-${name}`).locator('.chart-canvas svg')).toHaveCount(1);
    for (const button of ['png', 'svg', 'copy']) {
      await expect(at(page, `chart-${name}-${button}`)).toBeEnabled();
      await expect(at(page, `chart-${name}-${button}`)).toHaveAccessibleName(/./);
    }
  });
}

test('notice: a live region that says what happened and can be dismissed', async ({ page }) => {
  await expect(at(page, 'notice')).toHaveAttribute('role', /^(status|alert)$/);
  await enter(page, 'slots-pingcheng', '131');
  await expect(at(page, 'notice')).toContainText('方案A');
  await at(page, 'notice-dismiss').click();
  await expect(at(page, 'notice')).toBeEmpty();
});

test('scenario-save-file: the file says what the page says', async ({ page }) => {
  await enter(page, 'base-pingcheng', '2.2155');
  await enter(page, 'pin-yungang', '8');
  const { value } = await savedFile(page);
  expect(value).toMatchObject({ app: 'tuowei', schema: 5, name: '方案A', task: 350 });
  expect(value.counties.map(({ id }) => id)).toEqual(IDS);
  expect(value.counties[0]).toMatchObject({ base_ppm: 22155, slots: 130 });
  expect(value.counties[1]).toMatchObject({ pin_ppm: 80000 });
});
