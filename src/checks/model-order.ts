import { UserError } from '../settings/user-error.ts';
import { ALL_TABLES } from '../tables/all-tables.ts';
import { namesOf, type SqlFile } from './sql-files.ts';

/**
 * Models in an order in which each comes after those it reads from, and before others the longer the chain of those that wait for it.
 * UserError: a name that nobody made, models that read from each other.
 */
export function inOrder(models: readonly SqlFile[]): readonly SqlFile[] {
  const made = namesOfTables();
  const ordered: SqlFile[] = [];
  let waiting = models;
  while (waiting.length > 0) {
    const ready = waiting.filter((model) => namesOf(model, 'from').every((name) => made.has(name)));
    if (ready.length === 0) throw unbuildable(waiting);
    for (const model of ready) made.add(model.name);
    ordered.push(...ready);
    waiting = waiting.filter((model) => !ready.includes(model));
  }
  const chains = new Map<string, number>();
  for (const model of ordered.toReversed()) {
    const chain = (chains.get(model.name) ?? 0) + 1;
    for (const source of namesOf(model, 'from')) chains.set(source, Math.max(chains.get(source) ?? 0, chain));
  }
  return ordered.toSorted((a, b) => (chains.get(b.name) ?? 0) - (chains.get(a.name) ?? 0));
}

/** Makes models in that order, so many at a time, each when all it reads from are there. What fails waits for those that are being made. */
export async function makeEach(models: readonly SqlFile[], atOnce: number, make: (model: SqlFile) => Promise<void>): Promise<void> {
  const made = namesOfTables();
  const waiting = [...models];
  const making = new Set<Promise<void>>();
  try {
    while (waiting.length > 0) {
      const next = waiting.findIndex((model) => namesOf(model, 'from').every((name) => made.has(name)));
      if (next < 0 || making.size >= atOnce) {
        await Promise.race(making);
        continue;
      }
      for (const model of waiting.splice(next, 1)) {
        const one = make(model).then(() => {
          made.add(model.name);
          making.delete(one);
        });
        making.add(one);
      }
    }
    await Promise.all(making);
  } finally {
    await Promise.allSettled(making);
  }
}

function namesOfTables(): Set<string> {
  return new Set(ALL_TABLES.map((table) => table.name));
}

function unbuildable(waiting: readonly SqlFile[]): UserError {
  const names = new Set([...waiting.map((model) => model.name), ...namesOfTables()]);
  for (const model of waiting) {
    const unknown = namesOf(model, 'from').find((name) => !names.has(name) && waiting.every((other) => other.name !== name));
    if (unknown !== undefined) return new UserError('model-source-unknown', { file: model.path, source: unknown });
  }
  return new UserError('models-in-a-circle', { models: waiting.map((model) => model.name).join(', ') });
}
