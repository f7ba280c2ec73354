import { parentPort } from 'node:worker_threads';
import { Decoder, type DecodeTask, hashFile } from './decode-task.ts';

/** What the pool asks of a worker. */
export type Work = { readonly kind: 'decode'; readonly task: DecodeTask } | { readonly kind: 'hash'; readonly path: string };

const decoder = new Decoder();

parentPort?.on('message', (work: Work) => {
  // An error here is ours or the disk's: it ends the worker, and the pool reports it.
  void answer(work);
});

async function answer(work: Work): Promise<void> {
  if (work.kind === 'hash') {
    parentPort?.postMessage(await hashFile(work.path));
    return;
  }
  const decoded = decoder.decode(work.task);
  const buffers = decoded.tables.flatMap((table) => table.columns.map((column) => column.buffer));
  parentPort?.postMessage(
    decoded,
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
