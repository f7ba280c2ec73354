import { parentPort } from 'node:worker_threads';
import { hashFile } from './hash-file.ts';

// An error here is ours: it ends the worker, and the pool reports it.
parentPort?.on('message', (path: string) => parentPort?.postMessage(hashFile(path)));
