// What is shown once the program has fallen: it left its own state half changed, so that no event may reach it any more,
// and nothing it would still write may be stored. In plain script, as there is no program to do it.
// start.js fetches this in advance, so that it is there without a network, too.

const TEXTS = [
  {
    lang: 'zh-CN',
    title: '页面出现错误，已停止运行',
    safe: '最后一次显示“已保存”之前的内容都已存好，不受影响；此后的改动没有保存。',
    next: '“下载全部数据”把已存的所有情景存为一个文件，以后可用“打开文件”取回。“重新打开”后先显示市方案，情景都在列表中；引起错误的链接或文件不会再次打开。',
    download: '下载全部数据',
    reload: '重新打开',
    details: '错误信息',
    file: '托育规划台-全部数据',
  },
  {
    lang: 'en',
    title: 'The page met an error and has stopped',
    safe: 'All that was there when “Saved” was shown last is stored and safe. What was changed after that is not.',
    next: '“Download all data” puts every stored scenario into one file, which “Open a file” takes back. “Start again” shows the official plan first; your scenarios are in the list. The link or file that caused the error is not opened again.',
    download: 'Download all data',
    reload: 'Start again',
    details: 'Error message',
    file: 'tuowei-all-data',
  },
];

/** From now on nothing is stored, whoever asks for it. */
function stopWrites() {
  const refuse = () => {
    throw new DOMException('the page has stopped', 'InvalidStateError');
  };
  const refuseAll = (type, names) => {
    for (const name of names) if (type) type.prototype[name] = refuse;
  };
  refuseAll(window.Storage, ['setItem', 'removeItem', 'clear']);
  refuseAll(window.IDBObjectStore, ['add', 'put', 'delete', 'clear']);
  refuseAll(window.IDBCursor, ['update', 'delete']);
  refuseAll(window.IDBFactory, ['deleteDatabase']);
}

/** From now on every event ends here; those of the overlay are answered. */
function stopEvents(overlay, answers) {
  const stop = (event) => {
    event.stopImmediatePropagation();
    const at = event.target;
    if (at instanceof Element && overlay.contains(at)) {
      if (event.type === 'click') answers[at.closest('button')?.dataset.testid]?.();
    } else if (event.dataTransfer) {
      // The browser would leave the page for a file that is dropped.
      event.preventDefault();
    }
  };
  const types = ['beforeinput', 'focusin', 'focusout', 'compositionstart', 'compositionupdate', 'compositionend', 'fullscreenchange'];
  for (const name in window) if (name.startsWith('on')) types.push(name.slice(2));
  for (const type of types) window.addEventListener(type, stop, true);
}

/** What is stored under the page's keys: in the local storage and, if it is there, in the database. */
async function storedEntries() {
  const entries = await inDatabase().catch(() => ({}));
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('tuowei:')) entries[key] = localStorage.getItem(key);
  } catch {
    // The browser keeps nothing for this page.
  }
  return entries;
}

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });

async function inDatabase() {
  const opening = indexedDB.open('tuowei');
  // There is none yet, and there will be none.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const late = new Promise((_, reject) => {
    setTimeout(reject, 2000);
  });
  const database = await Promise.race([answer(opening), late]);
  const store = database.transaction('entries').objectStore('entries');
  const both = Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  const [keys, texts] = await Promise.race([both, late]);
  return Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
}

async function download(entries, name) {
  const text = JSON.stringify({ app: 'tuowei', rescue: 1, entries: await entries }, null, 1);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
}

/** Not at the address that may have caused it: this one tells the program not to open what was open (ui/state/route.rs). */
function startAfresh() {
  history.replaceState(null, '', '#/afresh');
  location.reload();
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Stops the page and says so. */
export default function halt(error) {
  stopWrites();
  const entries = storedEntries();
  const texts = document.documentElement.lang === 'en' ? [...TEXTS].reverse() : TEXTS;
  const both = (name) => texts.flatMap((text, at) => [...(at ? [' '] : []), element('span', { lang: text.lang }, text[name])]);
  const message = [window.panicked, error && error.stack, error].filter(Boolean).join('\n\n');
  const overlay = element(
    'main',
    { id: 'failed', 'data-testid': 'rescue', role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': 'rescue-title', tabindex: '-1' },
    element('h1', { id: 'rescue-title', lang: texts[0].lang }, texts[0].title),
    ...texts.map((text, at) =>
      element('div', { lang: text.lang }, ...(at ? [element('h2', {}, text.title)] : []), element('p', {}, text.safe), element('p', {}, text.next)),
    ),
    element(
      'p',
      {},
      element('button', { type: 'button', 'data-testid': 'rescue-download' }, ...both('download')),
      ' ',
      element('button', { type: 'button', 'data-testid': 'rescue-reload' }, ...both('reload')),
    ),
    element('details', {}, element('summary', {}, ...both('details')), element('pre', { 'data-testid': 'rescue-message' }, message)),
  );
  const day = new Date().toLocaleDateString('sv').replaceAll('-', '');
  stopEvents(overlay, {
    'rescue-download': () => download(entries, `${texts[0].file}-${day}.json`),
    'rescue-reload': startAfresh,
  });
  document.body.replaceChildren(overlay);
  document.title = texts[0].title;
  const styles = {
    summary: { padding: '6px 0' },
    pre: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    h2: { fontSize: '16px', margin: '8px 0' },
    'div p': { marginBottom: '8px' },
    h1: { fontSize: '24px', marginBottom: '12px' },
    button: {
      padding: '8px 14px',
      margin: '8px 8px 8px 0',
      border: '1px solid var(--line-strong)',
      borderRadius: '8px',
      background: 'var(--surface)',
      color: 'var(--ink)',
      cursor: 'pointer',
    },
  };
  Object.assign(overlay.style, { outline: 'none' });
  for (const [selector, style] of Object.entries(styles)) {
    for (const found of overlay.querySelectorAll(selector)) Object.assign(found.style, style);
  }
  overlay.focus();
}
