// Blocks of cells pasted from the document, Excel or WPS: what is taken, what is left, and that it is said.
import { COUNTIES, IDS } from './support/plan.mjs';
import { at, enter, expect, figures, open, openName, paste, saved, test, typeInto } from './support/test.mjs';

test.beforeEach(async ({ page }) => open(page));

const NAMES = COUNTIES.map(({ zh }) => zh).join('\t');
// As they stand in the document: counties across, headings whose two words stand on two lines.
const TABLE_1 = [
  `地区 指标\t${NAMES}`,
  `2025年 基数\t${COUNTIES.map(({ base }) => base).join('\t')}`,
  `2026年 目标值\t${COUNTIES.map(({ target }) => target).join('\t')}`,
].join('\r\n');
const TABLE_2 = [`指标 地区\t全市\t${NAMES}`, `任务数\t350\t${COUNTIES.map(({ slots }) => slots).join('\t')}`].join('\r\n');

const notice = (page) => at(page, 'notice');
const column = (page, name) => Promise.all(IDS.map((id) => at(page, `${name}-${id}`).inputValue()));
const of = (field) => COUNTIES.map((county) => county[field]);

/** A scenario in which every base and every allocation is another one than in the plan. */
async function disturb(page) {
  const lines = IDS.map((_, index) => `${COUNTIES[index].zh}\t1.${10 + index}\t${index + 1}`);
  await paste(at(page, 'slots-pingcheng'), `县（区）\t2025年基数\t任务数\r\n${lines.join('\r\n')}\r\n`);
  await expect(at(page, 'slots-zuoyun')).toHaveValue('10');
  await expect(at(page, 'base-zuoyun')).toHaveValue('1.19');
}

test('表一 as it stands in the document, counties across: bases are taken, targets are what the rule gives', async ({ page }) => {
  await disturb(page);
  expect(await paste(at(page, 'slots-pingcheng'), TABLE_1)).toBe(true);
  await expect.poll(() => column(page, 'base')).toEqual(of('base'));
  for (const { id, target } of COUNTIES) await expect(at(page, `target-${id}`)).toHaveText(target);
  expect(await column(page, 'pin')).toEqual(IDS.map(() => ''));
  await expect(notice(page)).toContainText('2025年基数 10 个');
  await expect(notice(page)).toContainText('2026年目标值 10 个');
});

test('表二 as it stands in the document, with 全市: allocations are taken, the total is compared and sets nothing', async ({ page }) => {
  await disturb(page);
  await enter(page, 'task-total', '400');
  expect(await paste(at(page, 'base-pingcheng'), TABLE_2)).toBe(true);
  await expect.poll(() => column(page, 'slots')).toEqual(of('slots'));
  await expect(at(page, 'task-total')).toHaveValue('400');
  await expect(notice(page)).toContainText('任务数 10 个');
  await expect(notice(page)).toContainText('全市 350 与各县（区）之和一致');
});

test('a block is one undo step, and redo takes it again', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  const before = await figures(page);
  await disturb(page);
  const after = await figures(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => figures(page)).toEqual(before);
  await page.keyboard.press('Control+y');
  await expect.poll(() => figures(page)).toEqual(after);
});

test('counties down, names with 区 and 县, in another order, with a heading and a total line', async ({ page }) => {
  const rows = [...COUNTIES].reverse().map(({ zh }, index) => {
    const kind = ['平城', '云冈', '新荣', '云州'].includes(zh) ? '区' : '县';
    return `${zh}${kind}\t${100 + index}\t2.${30 + index}`;
  });
  const sum = COUNTIES.reduce((all, _, index) => all + 100 + index, 0);
  const text = ['县（区）\t任务数\t2025年基数', ...rows, `全市\t${sum + 1}\t—`].join('\n');
  expect(await paste(at(page, 'slots-pingcheng'), text)).toBe(true);
  for (const [index, { id }] of [...COUNTIES].reverse().entries()) {
    await expect(at(page, `slots-${id}`)).toHaveValue(String(100 + index));
    await expect(at(page, `base-${id}`)).toHaveValue(`2.${30 + index}`);
  }
  await expect(notice(page)).toContainText('两者不一致');
});

test('quoted headings with line breaks and tabs, as Excel writes them', async ({ page }) => {
  const text = '"县\n（区）"\t"2025年\r\n基数"\t"任务数\n（个）"\r\n"平城\n区"\t"2.22"\t"1,131"\r\n云冈\t3.33\t78\r\n';
  expect(await paste(at(page, 'slots-pingcheng'), text)).toBe(true);
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.22');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('1,131');
  await expect(at(page, 'base-yungang')).toHaveValue('3.33');
  await expect(at(page, 'slots-yungang')).toHaveValue('78');
  await expect(at(page, 'slots-xinrong')).toHaveValue('10');
});

test('targets that the rule does not give are pinned, and it is said', async ({ page }) => {
  expect(await paste(at(page, 'slots-pingcheng'), '县（区）\t2026年目标值\n平城\t5\n云冈\t5.77\n')).toBe(true);
  await expect(at(page, 'pin-pingcheng')).toHaveValue('5.00');
  await expect(at(page, 'target-pingcheng')).toHaveText('5.00');
  await expect(at(page, 'pin-yungang')).toHaveValue('');
  await expect(notice(page)).toContainText('已作为指定目标');
});

test('what cannot be taken is left, with its place and reason, and the rest is taken', async ({ page }) => {
  const text = '县（区）\t任务数\t备注\n平城\t140\t甲\n朔城\t10\t乙\n云冈\t七十\t丙\n新荣\t11.5\t\n云州\t####\t\n阳高\t21\t\n';
  expect(await paste(at(page, 'slots-pingcheng'), text)).toBe(true);
  await expect(at(page, 'slots-pingcheng')).toHaveValue('140');
  await expect(at(page, 'slots-yanggao')).toHaveValue('21');
  await expect(at(page, 'slots-yungang')).toHaveValue('77');
  await expect(at(page, 'slots-xinrong')).toHaveValue('10');
  await expect(at(page, 'slots-yunzhou')).toHaveValue('16');
  await expect(notice(page)).toContainText('任务数 2 个');
  await expect(notice(page)).toContainText('处未采用');
  await expect(notice(page)).toContainText('第3行第1列“朔城”不是本市的县（区）');
});

test('bare figures go to the cells from the focused one on', async ({ page }) => {
  await at(page, 'slots-xinrong').focus();
  expect(await paste(at(page, 'slots-xinrong'), '11\r\n12\r\n13\r\n')).toBe(true);
  expect(await column(page, 'slots')).toEqual(['130', '77', '11', '12', '13', '17', '26', '24', '17', '13']);
});

test('one figure is pasted into the cell as any text', async ({ page }) => {
  const slots = at(page, 'slots-pingcheng');
  expect(await paste(slots, '150')).toBe(false);
  await expect(slots).toHaveValue('130');
  // By the browser itself.
  await slots.focus();
  await slots.press('Control+a');
  await page.evaluate(() => document.execCommand('insertText', false, '150'));
  await expect(at(page, 'allocated')).toHaveText('370');
});

test('nonsense changes nothing and says so', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  const before = await figures(page);
  for (const text of ['今天\t天气\n很\t好', '甲\t乙\t丙\r\n1\t2\t3\r\n', '\t\t\n\t\t\n', `${'x\t'.repeat(500)}\n`.repeat(20)]) {
    await paste(at(page, 'base-pingcheng'), text);
    expect(await figures(page)).toEqual(before);
  }
  await expect(notice(page)).toContainText('没有可以粘贴的数');
});

test('plain text counts, not the HTML beside it, which may be rounded', async ({ page }) => {
  const html = '<table><tr><td>县（区）</td><td>2025年基数</td></tr><tr><td>平城</td><td>2.1</td></tr></table>';
  expect(await paste(at(page, 'slots-pingcheng'), '县（区）\t2025年基数\n平城\t2.1388\n', html)).toBe(true);
  await expect(at(page, 'base-pingcheng')).toHaveValue('2.1388');
});

test('a block pasted over the read-only plan starts a copy', async ({ page }) => {
  await disturb(page);
  expect(await openName(page)).toBe('方案A');
  await saved(page);
  await page.reload();
  await expect(at(page, 'slots-zuoyun')).toHaveValue('10');
});

test('a figure that is being typed is kept when a block comes', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await typeInto(page, 'slots-yungang', '78');
  expect(await paste(at(page, 'slots-yungang'), '县（区）\t任务数\n新荣\t12\n左云\t14\n')).toBe(true);
  await expect(at(page, 'slots-yungang')).toHaveValue('78');
  await expect(at(page, 'slots-xinrong')).toHaveValue('12');
});

test('the dialog says what a block will do before it does it', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await at(page, 'paste-open').click();
  await expect(at(page, 'paste-dialog')).toBeVisible();
  await expect(at(page, 'paste-apply')).toBeDisabled();
  await at(page, 'paste-text').fill(TABLE_2);
  await expect(at(page, 'paste-report')).toContainText('任务数 10 个');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
  await at(page, 'paste-apply').click();
  await expect(at(page, 'paste-dialog')).toBeHidden();
  await expect(at(page, 'slots-pingcheng')).toHaveValue('130');
  await page.keyboard.press('Control+z');
  await expect(at(page, 'slots-pingcheng')).toHaveValue('131');
});

test('pasting into a text of another kind is left to the browser', async ({ page }) => {
  await enter(page, 'slots-pingcheng', '131');
  await at(page, 'scenario-rename').click();
  await expect(at(page, 'scenario-name')).toBeFocused();
  const before = await column(page, 'slots');
  expect(await paste(at(page, 'scenario-name'), TABLE_2)).toBe(false);
  expect(await column(page, 'slots')).toEqual(before);
});
