import { parentPort } from 'node:worker_threads';
import { Decoder, type DecodeTask } from './decode-task.ts';

const decoder = new Decoder();

// An error here is ours: it ends the worker, and the pool reports it.
parentPort?.on('message', (task: DecodeTask) => {
  const decoded = decoder.decode(task);
  const buffers = decoded.tables.flatMap((table) => table.columns.map((column) => column.buffer));
  parentPort?.postMessage(
    decoded,
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  );
});
