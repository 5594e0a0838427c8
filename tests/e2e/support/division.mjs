// The division of the task worked out again, apart from the page: slot by slot, and in exact fractions.

export const METHODS = ['largest-remainder', 'dhondt', 'webster', 'hill', 'adams', 'dean'];

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0n);

/** A typed weight as a whole number of 0.0001. */
export function weight(text) {
  const [whole, fraction = ''] = String(text).split('.');
  return BigInt(whole) * 10_000n + BigInt(fraction.padEnd(4, '0'));
}

/** Priority of the next slot as a fraction; over 0 it is without end. Hill's is compared by squares. */
const PRIORITY = {
  dhondt: (w, held) => [w, held + 1n],
  webster: (w, held) => [w, 2n * held + 1n],
  hill: (w, held) => [w * w, held * (held + 1n)],
  adams: (w, held) => [w, held],
  dean: (w, held) => [w * (2n * held + 1n), 2n * held * (held + 1n)],
};

const compare = ([a, b], [c, d]) => (a * d === c * b ? 0 : a * d > c * b ? 1 : -1);

/**
 * Divides `task` among counties `{ weight, locked, min, max }` (numbers or BigInt).
 * Answers the slots, with a tie given in the order of the counties, and the tie, if there was one.
 */
export function divide(method, task, counties) {
  const claims = counties.map(({ weight, locked = null, min = 0, max = null }) => ({
    weight: BigInt(weight),
    locked: locked === null ? null : BigInt(locked),
    min: BigInt(min),
    max: max === null ? BigInt(task) : BigInt(max),
  }));
  return method === 'largest-remainder' ? byRemainder(BigInt(task), claims) : byDivisor(PRIORITY[method], BigInt(task), claims);
}

function byDivisor(priority, task, claims) {
  const slots = claims.map(({ locked, min }) => locked ?? min);
  let tie = null;
  for (let left = task - sum(slots); left > 0n; left -= 1n) {
    let first = [];
    for (const [at, claim] of claims.entries()) {
      if (claim.locked !== null || claim.weight === 0n || slots[at] >= claim.max) continue;
      const order = first.length ? compare(priority(claim.weight, slots[at]), priority(claims[first[0]].weight, slots[first[0]])) : 1;
      if (order > 0) first = [at];
      else if (order === 0) first.push(at);
    }
    if (BigInt(first.length) > left) {
      tie ??= { between: first, atStake: Number(left) };
      for (const at of first.slice(0, Number(left))) slots[at] += 1n;
      break;
    }
    slots[first[0]] += 1n;
  }
  return { slots: slots.map(String), tie };
}

function byRemainder(task, claims) {
  const open = claims.map((claim, at) => ({ ...claim, at })).filter(({ locked }) => locked === null);
  const left = task - sum(claims.map(({ locked }) => locked ?? 0n));
  // λ as a fraction [above, below]: between two neighbouring bends of Σ clamp(λ·w, min, max) it is a straight line.
  const bends = open
    .filter((claim) => claim.weight > 0n)
    .flatMap((claim) => [[claim.min, claim.weight], [claim.max, claim.weight]])
    .sort(compare);
  const clamped = ({ weight, min, max }, [above, below]) => {
    const exact = weight * above;
    return exact <= min * below ? min * below : exact >= max * below ? max * below : exact;
  };
  const reached = (lambda) => sum(open.map((claim) => clamped(claim, lambda)));
  const start = bends.findLastIndex((lambda) => reached(lambda) <= left * lambda[1]);
  const from = start < 0 ? [0n, 1n] : bends[start];
  // Who moves after that bend, and who is held.
  const moving = open.filter(({ weight, min, max }) => weight > 0n && compare([min, weight], from) <= 0 && compare([max, weight], from) > 0);
  const held = sum(open.filter((claim) => !moving.includes(claim)).map(({ weight, min, max }) => (weight > 0n && compare([max, weight], from) <= 0 ? max : min)));
  const lambda = moving.length ? [left - held, sum(moving.map(({ weight }) => weight))] : from;
  const slots = claims.map(({ locked }) => locked ?? 0n);
  const remainders = [];
  for (const claim of open) {
    const exact = clamped(claim, lambda);
    slots[claim.at] = exact / lambda[1];
    if (slots[claim.at] < claim.max && exact % lambda[1] > 0n) remainders.push({ at: claim.at, rest: exact % lambda[1] });
  }
  let missing = Number(task - sum(slots));
  remainders.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  const edge = remainders[missing - 1]?.rest;
  const tied = remainders.filter(({ rest }) => rest === edge);
  const above = remainders.filter(({ rest }) => edge !== undefined && rest > edge).length;
  const tie = above + tied.length > missing && missing > 0 ? { between: tied.map(({ at }) => at), atStake: missing - above } : null;
  for (const { at } of remainders) {
    if (missing === 0) break;
    slots[at] += 1n;
    missing -= 1;
  }
  return { slots: slots.map(String), tie };
}
