import { z } from 'zod';
import { type Place, placeText, type YamlText } from './config-yaml.ts';
import { UserError } from './user-error.ts';

/** The first thing, from the top of the file, that is not as the schema says. */
export function firstProblem(issues: readonly z.core.$ZodIssue[], yaml: YamlText, schema: z.ZodType, file: string): UserError {
  const problems = issues.map((issue) => {
    const [unknown = ''] = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const place = issue.code === 'unrecognized_keys' ? [...issue.path, unknown] : issue.path;
    return { issue, place, line: yaml.lineOf(place) };
  });
  const [first] = problems.sort((one, other) => one.line - other.line);
  if (first === undefined) throw new Error('a configuration was refused without an issue');
  const { issue, place, line } = first;
  const where = { file, line, key: placeText(place) };
  const value = shownValue(valueAt(yaml.value, place));
  if (issue.code === 'unrecognized_keys') {
    return new UserError('config-key-unknown', { ...where, allowed: keysAt(schema, issue.path).join(', ') });
  }
  if (issue.code === 'invalid_type') {
    if (valueAt(yaml.value, place) === undefined) return new UserError('config-key-missing', where);
    return new UserError('config-type', { ...where, value, kind: issue.expected });
  }
  if (issue.code === 'invalid_value') return new UserError('config-value', { ...where, value, allowed: issue.values.map(String).join(', ') });
  if (issue.code === 'custom' && typeof issue.params?.allowed === 'string') {
    return new UserError('config-value', { ...where, value, allowed: issue.params.allowed });
  }
  if (issue.code === 'custom' && typeof issue.params?.form === 'string') {
    return new UserError('config-form', { ...where, value, form: issue.params.form });
  }
  throw new Error(`no words for ${issue.code} at ${where.key}`);
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([key]) => key === String(step))?.[1];
  }, value);
}

/** Of a section or a long text only the beginning. */
function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The keys that a section may have. */
function keysAt(schema: z.ZodType, place: Place): readonly string[] {
  let inner: unknown = unwrapped(schema);
  for (const step of place) {
    if (inner instanceof z.ZodObject) inner = unwrapped(inner.shape[String(step)]);
    else if (inner instanceof z.ZodArray) inner = unwrapped(inner.element);
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}
