import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one engine of a test may spill rows to: two engines with one folder write over each other's. DuckDB makes it when it needs it, and takes it away. */
export function spillFolder(): string {
  return join(tmpdir(), `adlogon-spill-${randomUUID()}`);
}
