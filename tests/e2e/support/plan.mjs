// The plan's 表一 and 表二, typed from the document, and its rules worked out again in whole numbers.

/** County, 2025 base, 2026 target (表一, %), new inclusive slots (表二). */
export const COUNTIES = [
  { id: 'pingcheng', zh: '平城', en: 'Pingcheng', base: '2.14', target: '4.22', slots: '130' },
  { id: 'yungang', zh: '云冈', en: 'Yungang', base: '3.69', target: '5.77', slots: '77' },
  { id: 'xinrong', zh: '新荣', en: 'Xinrong', base: '11.03', target: '13.11', slots: '10' },
  { id: 'yunzhou', zh: '云州', en: 'Yunzhou', base: '1.79', target: '3.87', slots: '16' },
  { id: 'yanggao', zh: '阳高', en: 'Yanggao', base: '2.37', target: '4.45', slots: '20' },
  { id: 'tianzhen', zh: '天镇', en: 'Tianzhen', base: '8.41', target: '10.49', slots: '17' },
  { id: 'hunyuan', zh: '浑源', en: 'Hunyuan', base: '6.01', target: '8.09', slots: '26' },
  { id: 'lingqiu', zh: '灵丘', en: 'Lingqiu', base: '4.14', target: '6.22', slots: '24' },
  { id: 'guangling', zh: '广灵', en: 'Guangling', base: '5.06', target: '7.14', slots: '17' },
  { id: 'zuoyun', zh: '左云', en: 'Zuoyun', base: '1.87', target: '3.95', slots: '13' },
];

export const TASK = '350';
export const UPLIFT = '2.08';
export const IDS = COUNTIES.map(({ id }) => id);

/** A decimal of at most two places as a whole number of hundredths. */
export function hundredths(text) {
  const [whole, fraction = ''] = String(text).split('.');
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
}

/** A whole number of hundredths with its two places. */
export function decimal(count) {
  const digits = String(count < 0n ? -count : count).padStart(3, '0');
  return `${count < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** above ÷ below to a whole number, half away from zero; both are positive. */
export const rounded = (above, below) => (2n * above + below) / (2n * below);

/** Shares in percent with two places, largest remainder, so that they add up to 100.00. */
export function shares(slots) {
  const counts = slots.map(BigInt);
  const sum = counts.reduce((a, b) => a + b, 0n);
  const parts = counts.map((count) => (count * 10_000n) / sum);
  const missing = 10_000n - parts.reduce((a, b) => a + b, 0n);
  counts
    .map((count, at) => ({ at, rest: (count * 10_000n) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
    .slice(0, Number(missing))
    .forEach(({ at }) => { parts[at] += 1n; });
  return parts.map(decimal);
}

/** Children made up for the tests: the plan states none. */
export const CHILDREN = ['12345', '9876', '2345', '4567', '5432', '3210', '7890', '4321', '3456', '2109'];

/** Σ(children × rate) ÷ Σ children, in percent with two places. */
export function cityRate(children, rates) {
  const sum = children.reduce((all, count) => all + BigInt(count), 0n);
  const weighted = children.reduce((all, count, at) => all + BigInt(count) * hundredths(rates[at]), 0n);
  return decimal(rounded(weighted, sum));
}

/** Targets by rule, in the order of the counties. */
export const RULES = {
  uniform: (u) => COUNTIES.map(({ base }) => decimal(hundredths(base) + hundredths(u))),
  proportional: (g) =>
    COUNTIES.map(({ base }) => decimal(rounded(hundredths(base) * (10_000n + hundredths(g)), 10_000n))),
  converge: (c, m = '11.03') =>
    COUNTIES.map(({ base }) => {
      const gap = hundredths(m) - hundredths(base);
      return decimal(rounded(hundredths(base) * 10_000n + hundredths(c) * (gap > 0n ? gap : 0n), 10_000n));
    }),
  'city-goal': (goal, children) => {
    const sum = children.reduce((all, count) => all + BigInt(count), 0n);
    const weighted = (u) => COUNTIES.reduce((all, { base }, at) => all + BigInt(children[at]) * (hundredths(base) + u), 0n);
    let u = 0n;
    while (weighted(u) < hundredths(goal) * sum) u += 1n;
    return RULES.uniform(decimal(u));
  },
};
