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

/** Takes the copy on disk away as soon as the page is left: local storage is alone then. */
export const forgetCopy = (page) => page.evaluate(() => void indexedDB.deleteDatabase('tuowei'));

/** The copy on disk, by key. */
export const copyOf = (page) =>
  page.evaluate(
    () =>
      new Promise((found, failed) => {
        const opening = indexedDB.open('tuowei');
        opening.onerror = failed;
        opening.onsuccess = () => {
          const store = opening.result.transaction('entries').objectStore('entries');
          const keys = store.getAllKeys();
          const texts = store.getAll();
          store.transaction.oncomplete = () => {
            opening.result.close();
            found(Object.fromEntries(keys.result.map((key, at) => [key, texts.result[at]])));
          };
        };
      }),
  );
