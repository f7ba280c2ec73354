import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Row } from '../engine/engine.ts';
import { isOfTheSystem } from './file-problem.ts';

/** Version of the content of the store's files that this version writes and reads. */
const FORMAT = 1;

const moment = z.string().pipe(z.coerce.date());
const count = z.number().int().nonnegative();

const recording = z.object({
  recorded_by: z.string(),
  records: count,
  first_record_id: z.number().int(),
  last_record_id: z.number().int(),
  first_at: moment,
  last_at: moment,
  clock_back_at: moment.nullable(),
  clock_back_seconds: count.nullable(),
  // What was kept before they were counted has none.
  id_holes: count.nullable().default(null),
  holes_from_at: moment.nullable().default(null),
  holes_until_at: moment.nullable().default(null),
});

const damage = z.object({
  chunk: count.nullable(),
  byte_offset: count,
  kind: z.string(),
  detail: z.string().nullable(),
  records_lost: count,
});

const keptFile = z.object({ rows: count, bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const schema = z.object({
  format: z.literal(FORMAT),
  made_by: z.string(),
  organisation: z.string(),
  network: z.string(),
  file: z.string(),
  path: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  records: count,
  out_of_scope: count,
  damaged: count,
  recordings: z.array(recording),
  damage: z.array(damage),
  tables: z.record(z.string(), keptFile),
});

/** What the store knows of one input. A file of the store that no manifest names does not count. */
export type Manifest = z.output<typeof schema>;
export type KeptFile = z.output<typeof keptFile>;

/** Why something kept cannot be used: `problem` of the table `inputs`. */
export type StoreProblem = 'store-damaged' | 'store-newer';

/** The text of a manifest. */
export function manifestText(
  manifest: Omit<Manifest, 'format' | 'recordings' | 'damage'> & { readonly recordings: readonly Row[]; readonly damage: readonly Row[] },
): string {
  return `${JSON.stringify({ format: FORMAT, ...manifest }, null, 1)}\n`;
}

/** Reads a manifest; null: it is gone since it was listed. */
export function readManifest(path: string): Manifest | StoreProblem | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    return z.object({ format: z.number().min(FORMAT + 1) }).safeParse(value).success ? 'store-newer' : 'store-damaged';
  } catch (error) {
    if (isOfTheSystem(error) && error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    if (isOfTheSystem(error) || error instanceof SyntaxError) return 'store-damaged';
    throw error;
  }
}

/** From the first record kept to the last; null: there is none. */
export function spanOf({ recordings }: Manifest): { readonly firstAt: number; readonly lastAt: number } | null {
  const held = recordings.filter((one) => one.records > 0);
  if (held.length === 0) return null;
  return { firstAt: Math.min(...held.map((one) => one.first_at.getTime())), lastAt: Math.max(...held.map((one) => one.last_at.getTime())) };
}
