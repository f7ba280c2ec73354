import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { firstProblem } from './config-issues.ts';
import { type Config, configSchema, type NumberSetting } from './config-schema.ts';
import { type Place, yamlFrom } from './config-yaml.ts';
import type { Language } from './language.ts';
import { UserError } from './user-error.ts';

/** The settings in force, and where they come from. */
export interface LoadedConfig {
  /** The file that was given; null: none, and everything is as it is by default. */
  readonly source: { readonly path: string; readonly name: string; readonly sha256: string } | null;
  readonly settings: Config;
  /** Line in the file where something stands, for errors that show later. */
  readonly lineOf: (place: Place) => number;
}

/** A configuration for 500 terminals by name takes about 20 kB. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads and validates a configuration file (YAML in UTF-8). Null: no file, the defaults.
 * UserError: not readable, not UTF-8, not YAML, or the first thing from the top that is not allowed, with file, line and what is allowed.
 */
export function loadConfig(path: string | null, thresholds: readonly NumberSetting[]): LoadedConfig {
  const schema = configSchema(thresholds);
  if (path === null) return { source: null, settings: schema.parse({}), lineOf: () => 0 };
  const bytes = bytesOf(path);
  const yaml = yamlFrom(textFrom(bytes, path), path);
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success) throw firstProblem(parsed.error.issues, yaml, schema, path);
  const source = { path, name: basename(path), sha256: createHash('sha256').update(bytes).digest('hex') };
  return { source, settings: parsed.data, lineOf: yaml.lineOf };
}

/** The language that a configuration asks for, so that its own errors can be told in it. Null: none, or not readable, which is told later. */
export function languageInConfig(path: string): Language | null {
  try {
    const { value } = yamlFrom(textFrom(bytesOf(path), path), path);
    const language = typeof value === 'object' && value !== null && 'language' in value ? value.language : null;
    return language === 'ja' || language === 'en' ? language : null;
  } catch {
    return null;
  }
}

/** A path that stands in the configuration: relative to its file. */
export function besideConfig(config: LoadedConfig, path: string): string {
  return config.source === null ? path : resolve(dirname(config.source.path), path);
}

/** Where something stands in the configuration, for the error about it that only shows when it meets the rest. */
export function placeIn(config: LoadedConfig, place: Place): { readonly file: string; readonly line: number } {
  return { file: config.source?.path ?? '', line: config.lineOf(place) };
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new UserError('config-too-large', { file: path, megabytes: Math.ceil(size / 1024 / 1024) });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-unreadable', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
}

/** Other encodings would change names of groups and terminals without anybody noticing, so none is guessed. */
function textFrom(bytes: Buffer, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.includes(0)) {
    throw new UserError('config-not-utf8', { file, line: 1 });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('config-not-utf8', { file, line: firstBadLine(bytes) });
  }
}

/** A line feed is never part of a longer character in UTF-8, nor in CP932. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (piece.toString('utf8').includes('\ufffd')) return line;
    start = end < 0 ? bytes.length : end + 1;
  }
  return line;
}
