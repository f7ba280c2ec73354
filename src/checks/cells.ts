import type { Value } from '../engine/engine.ts';

/** A cell as text; null where the row has none. */
export function textOf(value: Value | undefined): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A cell as number; null where the row has none. */
export function numberOf(value: Value | undefined): number | null {
  return value === null || value === undefined || value === '' ? null : Number(value);
}

export function booleanOf(value: Value | undefined): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export function dateOf(value: Value | undefined): Date | null {
  return value instanceof Date ? value : null;
}

/** A cell that joins several texts with `;`. */
export function listOf(value: Value | undefined): readonly string[] {
  const text = textOf(value);
  return text === null || text === '' ? [] : text.split(';');
}
