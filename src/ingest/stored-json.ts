import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isOfTheSystem } from './file-problem.ts';

/** Why a file of the store says nothing: gone since it was listed, damaged, or written by a newer version. */
export type StoredProblem = 'gone' | 'damaged' | 'newer';

/** What a JSON file of the store holds, of the version 1 of its kind. */
export function storedJson<T>(path: string, schema: z.ZodType<T>): T | StoredProblem {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    return z.object({ format_version: z.number().min(2) }).safeParse(value).success ? 'newer' : 'damaged';
  } catch (error) {
    if (isOfTheSystem(error) && error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'gone';
    if (isOfTheSystem(error) || error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}
