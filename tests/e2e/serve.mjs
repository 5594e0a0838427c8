// Serves the built page for the browser tests: at the root, and in a folder to show that it works in any.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// A page built elsewhere can be served instead, as long as dist/ itself is being built anew.
const DIST = resolve(process.env.TUOWEI_E2E_DIST ?? fileURLToPath(new URL('../../dist/', import.meta.url))) + sep;
const FOLDER = '/sub/folder/';
const PORT = Number(process.env.TUOWEI_E2E_PORT ?? 41730);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The file that a path of an address means; null for one outside of the page. */
async function fileOf(pathname) {
  const below = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) : pathname.slice(1);
  const path = normalize(join(DIST, decodeURIComponent(below) || 'index.html'));
  if (!path.startsWith(DIST)) return null;
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? path : null;
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const path = await fileOf(pathname).catch(() => null);
  if (path === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
  createReadStream(path).pipe(response);
});

server.listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}/`));
