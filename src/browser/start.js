// Starts the program, if support.js found the browser able to.
// The page names the program's two files in links (Trunk.toml), which also have them fetched in advance.
const page = window.tuowei;

const address = (id) => document.getElementById(id).href;

// Wasm is instantiated while it comes in, for which the server has to know the type of wasm files. Not every server
// does; what comes from the others is instantiated once it is there.
function takeWasmOfAnyType() {
  const streaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const response = await source;
    const type = (response.headers.get('content-type') || '').split(';')[0].trim();
    return type === 'application/wasm'
      ? streaming.call(WebAssembly, response, imports)
      : WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };
}

// Fetched in advance: a program that fell must not be asked any more.
const fetchRescue = () => import(address('program-script').replace(/tuowei-(\w+)\.js$/, 'deferred-$1/rescue.js'));

let rescue;
let halted;

// Whether the program fell; the first time stops all.
function fell(error) {
  const fall = error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error && error.stack);
  if (!fall || halted) return fall;
  halted = true;
  (rescue || fetchRescue()).then((module) => module.default(error)).catch(page.failed);
  return fall;
}

if (page && page.supported) {
  addEventListener('error', ({ error }) => fell(error));
  addEventListener('unhandledrejection', ({ reason }) => fell(reason));
  takeWasmOfAnyType();
  import(address('program-script'))
    .then(({ default: init }) => init({ module_or_path: address('program') }))
    .then(
      () => (rescue = fetchRescue()),
      (error) => fell(error) || page.failed(error),
    );
}
