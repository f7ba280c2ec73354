import { type LoadedConfig, placeIn } from '../settings/config-file.ts';
import type { TerminalSources } from '../settings/config-schema.ts';
import { type Place, placeText } from '../settings/config-yaml.ts';
import { anyYes, askSources, type Candidate } from './terminal-sources.ts';
import type { Warning } from './terminals-csv.ts';

/** Kinds of sources of which an item may turn out to name nothing; a name given one by one always names its terminal. */
const KINDS = ['groups', 'organizational_units', 'name_patterns', 'address_ranges'] as const;

const NOTHING: TerminalSources = { groups: [], organizational_units: [], name_patterns: [], address_ranges: [], names: [] };

/** Each item of the configuration's lists that fits no terminal at all: probably mistyped, and without effect. */
export function unmatched(config: LoadedConfig, candidates: readonly Candidate[]): readonly Warning[] {
  return listsOf(config).flatMap(({ place, sources }) =>
    KINDS.flatMap((kind) =>
      sources[kind].flatMap((value, at): readonly Warning[] => {
        const ask = askSources({ ...NOTHING, [kind]: [value] });
        if (candidates.some((candidate) => anyYes(ask(candidate)))) return [];
        const whole = [...place, kind, at];
        return [{ code: 'config-fits-nothing', details: { ...placeIn(config, whole), key: placeText(whole), value } }];
      }),
    ),
  );
}

function listsOf({ settings }: LoadedConfig): readonly { readonly place: Place; readonly sources: TerminalSources }[] {
  const { terminals } = settings;
  return [
    ...(['admin_terminals', 'servers', 'user_terminals'] as const).map((key) => ({ place: ['terminals', key], sources: terminals[key] })),
    ...(['segments', 'departments'] as const).flatMap((key) => terminals[key].map((sources, at) => ({ place: ['terminals', key, at], sources }))),
  ];
}
