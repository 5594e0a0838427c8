// Keeps the page for when there is no network. The build writes two constants before this: VERSION, another one for every
// built page, and FILES, the addresses of its files below this one.

// Other pages of the same address have caches of their own.
const PREFIX = `tuowei ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;
const PAGE = './';
/** After this a network that does not answer is as none. */
const PATIENCE = 3_000;

const within = (address) => new URL(address, self.registration.scope).href;
const KEPT = new Set(FILES.map(within));

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    // As the server has them now, whatever the browser kept of before.
    await cache.addAll([PAGE, ...FILES].map((file) => new Request(within(file), { cache: 'no-cache' })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const clean = async () => {
    const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    // A page of the version before may still be open, and fetch what comes later.
    await Promise.all(own.slice(0, -1).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

/** The page itself: as the server has it, so that a new version is there at once; as it is kept where there is no network. */
async function page(request) {
  const kept = async () => (await caches.open(CACHE)).match(within(PAGE));
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(kept);
  const fetched = fetch(request).catch(kept);
  return (await Promise.race([fetched, late])) ?? fetched;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = request.url.split(/[?#]/)[0];
  if (request.mode === 'navigate') {
    if (address === within(PAGE) || address === within('index.html')) event.respondWith(page(request));
  } else if (KEPT.has(address)) {
    // Names hold the hash of what is in the file.
    event.respondWith(caches.match(address).then((kept) => kept ?? fetch(request)));
  }
});
