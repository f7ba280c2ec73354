import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_THRESHOLDS } from '../../src/checks/thresholds.ts';
import { type LoadedConfig, loadConfig } from '../../src/settings/config-file.ts';
import { inFolder } from '../run-adlogon.ts';

/** Loads a configuration of this content; the file is gone afterwards. */
export function loaded(content: string | Uint8Array): LoadedConfig {
  return inFolder((folder) => {
    const path = join(folder, 'adlogon.yaml');
    writeFileSync(path, content);
    return loadConfig(path, DEFAULT_THRESHOLDS);
  });
}
