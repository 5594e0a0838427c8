// What the page keeps in local storage, read by the tests.

/** The stored entries of scenarios, by key. */
export const entries = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Object.keys(localStorage)
        .filter((key) => key.startsWith('tuowei:s:'))
        .map((key) => [key, localStorage.getItem(key)]),
    ),
  );

/** Keys of one scenario's entries, the oldest first. */
export const keysInOrder = (stored) =>
  Object.keys(stored).sort((a, b) => Number(a.split(':')[3]) - Number(b.split(':')[3]));
