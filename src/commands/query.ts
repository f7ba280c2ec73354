import type { DuckDbEngine } from '../engine/duckdb.ts';
import { answerText } from '../report/answer.ts';
import { PROGRESS } from '../report/words/progress.ts';
import type { QueryOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import type { Console, ExitCode } from './console.ts';
import { loadEvidence } from './load-evidence.ts';
import { withWorkspace } from './workspace.ts';

/** Answers one question in SQL over the rows of the logs and the models made of them. */
export async function query(options: QueryOptions, console: Console): Promise<ExitCode> {
  const answer = await withWorkspace(options, console, async (engine) => {
    await refuseSeveral(engine, options.sql);
    // Before there are tables: of a view DuckDB names what it reads itself.
    const tables = await engine.tablesIn(options.sql);
    await loadEvidence(engine, options, console, { question: { sql: options.sql, tables } });
    try {
      return await engine.ask(options.sql);
    } catch (cause) {
      console.signal.throwIfAborted();
      throw new UserError('query-failed', { problem: firstLines(cause) });
    }
  });
  const { format, timezone } = options;
  await console.print(answerText(answer, { format, timezone, width: console.width, nothing: PROGRESS.notAnswered[console.language] }));
  return 0;
}

/** Only the answer to one would be shown, so a second is not dropped silently. Before the logs are read, as any mistake in the SQL is told. */
async function refuseSeveral(engine: DuckDbEngine, sql: string): Promise<void> {
  let count: number;
  try {
    count = await engine.statementsIn(sql);
  } catch (cause) {
    throw new UserError('query-failed', { problem: firstLines(cause) });
  }
  if (count !== 1) throw new UserError('query-several', { count });
}

/** What DuckDB says, without the picture of the place that follows. */
function firstLines(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split('\n\n', 1)[0] ?? text).replace(/\s+/g, ' ').replace(/^Failed to extract statements: /, '');
}
