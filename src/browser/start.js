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

if (page && page.supported) {
  takeWasmOfAnyType();
  import(address('program-script'))
    .then(({ default: init }) => init({ module_or_path: address('program') }))
    .catch((error) => page.failed(error));
}
