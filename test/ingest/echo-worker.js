// Answers `{ value, wait }` with the value after so many milliseconds of doing nothing else, as a decoding thread does; `{ fail }` ends it.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ value, wait = 0, fail }) => {
  if (fail !== undefined) throw new Error(fail);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  parentPort.postMessage(value);
});
