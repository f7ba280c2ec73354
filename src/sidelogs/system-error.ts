/** The code of a system error. Anything else is a mistake of ours and goes on. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
