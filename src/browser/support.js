// Tells old browsers apart before any module or wasm is touched: some crash on what they do not know.
// Copied as it is, never minified: it has to stay ES5.
(function () {
  'use strict';

  // A module that uses externref, memory.fill, i32.trunc_sat_f32_s and i32.extend8_s, all of which rustc emits.
  // It is only validated, never instantiated.
  var PROBE = [
    0, 97, 115, 109, 1, 0, 0, 0,
    1, 8, 2, 96, 1, 111, 0, 96, 0, 0,
    3, 2, 1, 1,
    5, 3, 1, 0, 0,
    10, 25, 1, 23, 0,
    65, 0, 65, 0, 65, 0, 252, 11, 0,
    67, 0, 0, 0, 0, 252, 0, 26,
    65, 0, 192, 26, 11
  ];

  function isSupported() {
    try {
      return 'noModule' in document.createElement('script') && WebAssembly.validate(new Uint8Array(PROBE));
    } catch (error) {
      return false;
    }
  }

  function isReady() {
    return document.documentElement.getAttribute('data-ready') === 'true';
  }

  function show(id) {
    document.getElementById(id).hidden = false;
  }

  function failed(error) {
    if (!isReady()) show('failed');
    if (window.console) console.error(error);
  }

  var supported = isSupported();
  window.tuowei = { supported: supported, failed: failed };
  if (!supported) {
    show('unsupported');
    return;
  }

  // A script that does not arrive fires an event that does not bubble: it is only seen while it is captured.
  window.addEventListener('error', function (event) {
    if (event.target && event.target.tagName === 'SCRIPT') failed('not loaded: ' + event.target.src);
  }, true);
})();
