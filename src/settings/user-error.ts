/**
 * Something that the user can mend: shown as one line (what, where, what to do) without a stack, exit code 2.
 * The words for each code, in Japanese and English, are in `report/words/errors.ts`; `message` is for developers.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Key of the sentence. */
  readonly code: string;
  /** Values the sentence mentions, by placeholder. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.code = code;
    this.details = details;
  }
}
