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

// A program that fell has left its state half changed: rescue.js, beside what is deferred, then stands between it and the
// planner. It is fetched as soon as the page is there, and so is at hand when the network is not.
const fetchRescue = () => import(address('program-script').replace(/tuowei-(\w+)\.js$/, 'deferred-$1/rescue.js'));

let rescue;
let halted;

function halt(error) {
  if (halted) return;
  halted = true;
  (rescue || fetchRescue()).then(({ default: stop }) => stop(error)).catch(() => page.failed(error));
}

const fell = (error) => error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error && error.stack);

if (page && page.supported) {
  for (const type of ['error', 'unhandledrejection']) {
    addEventListener(type, ({ error, reason }) => {
      if (fell(error || reason)) halt(error || reason);
    });
  }
  takeWasmOfAnyType();
  import(address('program-script'))
    .then(({ default: init }) => init({ module_or_path: address('program') }))
    .then(
      () => {
        rescue = fetchRescue();
      },
      (error) => (fell(error) ? halt : page.failed)(error),
    );
}
