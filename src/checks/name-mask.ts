import type { Engine } from '../engine/engine.ts';
import type { MaskedName } from './finding.ts';

/** Which names of a run may be shown; the others may be passwords that somebody typed into the wrong box. */
export class NameMask {
  /** Names that may be shown, lower case; null: all of them. */
  readonly #shown: ReadonlySet<string> | null;
  readonly #masked = new Map<string, MaskedName>();

  private constructor(shown: ReadonlySet<string> | null) {
    this.#shown = shown;
  }

  static showingAll(): NameMask {
    return new NameMask(null);
  }

  /** Shows the names that the directory has, that logged on, did something or were changed; without a directory, all but those that were refused as no account. */
  static async ofKnownNames(engine: Engine): Promise<NameMask> {
    const { rows } = await engine.ask(`
      select distinct lower(account) as name from recorded_accounts where not name_unknown and account is not null
      union
      select distinct lower(recorded_name) from recorded_accounts where not name_unknown
      union
      select distinct lower(account) from accounts where account is not null
      union
      select distinct lower(account) from account_changes where account is not null
      union
      select distinct lower(acting_account) from account_changes where acting_account is not null
      union
      select distinct lower(coalesce(member, member_sid)) from account_changes where member_sid is not null
      union
      select distinct lower(acting_account) from logon_events where acting_account is not null
      union
      select distinct lower(account) from logon_events where event_id in (4672, 4778) and account is not null`);
    return new NameMask(new Set(rows.map((row) => String(row.name))));
  }

  /** How many names were masked so far. */
  get size(): number {
    return this.#masked.size;
  }

  /** What stands for a name; null: the name itself. A number and not a hash: from a hash of a weak password the password is found. */
  maskOf(name: string): MaskedName | null {
    const key = name.toLowerCase();
    if (this.#shown === null || this.#shown.has(key)) return null;
    const before = this.#masked.get(key);
    if (before !== undefined) return before;
    const number = this.#masked.size + 1;
    const characters = [...name].length;
    const masked = { text: `unknown name ${number} (${characters} characters)`, number, characters };
    this.#masked.set(key, masked);
    return masked;
  }
}
