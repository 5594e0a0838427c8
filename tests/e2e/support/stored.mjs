// What the page keeps in local storage, read and forged by the tests.

/** The stored entries of scenarios, by key. */
export const entries = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Object.keys(localStorage)
        .filter((key) => key.startsWith('tuowei:s:'))
        .map((key) => [key, localStorage.getItem(key)]),
    ),
  );

/** The header of an entry. */
export const header = (text) => JSON.parse(text.split('\n', 1)[0]);

/** Keys of one scenario's entries, the oldest first. */
export const keysInOrder = (stored) =>
  Object.keys(stored).sort((a, b) => Number(a.split(':')[3]) - Number(b.split(':')[3]));

export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The entry with another header field and payload, whole again: length and checksum are made anew. */
export function forged(text, change, payload = text.slice(text.indexOf('\n') + 1)) {
  const { crc32: _, ...fields } = { ...header(text), ...change, length: Buffer.byteLength(payload) };
  const open = JSON.stringify(fields).slice(0, -1);
  const sum = crc32(Buffer.from(`${open}\n${payload}`)).toString(16).padStart(8, '0');
  return `${open},"crc32":"${sum}"}\n${payload}`;
}

export const put = (page, key, text) => page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
