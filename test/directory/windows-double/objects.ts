import { AndFilter, EqualityFilter, type Filter, NotFilter, OrFilter, PresenceFilter, type SearchRequest } from 'ldapts';

/** An object of the double: `dn`, and its values by attribute as Windows spells it. */
export interface DoubleObject {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly (string | Buffer)[]>>;
}

/** The objects a search is about: by base, scope and a filter of `=`, `&`, `|`, `!` and `(objectClass=*)`. */
export function objectsFor(objects: readonly DoubleObject[], request: SearchRequest): readonly DoubleObject[] {
  const base = request.baseDN.toLowerCase();
  return objects.filter(({ dn, attributes }) => {
    const lower = dn.toLowerCase();
    const inScope = lower === base || (request.scope !== 'base' && lower !== '' && lower.endsWith(base === '' ? '' : `,${base}`));
    return inScope && matches(request.filter, attributes);
  });
}

function matches(filter: Filter, attributes: DoubleObject['attributes']): boolean {
  if (filter instanceof AndFilter) return filter.filters.every((one) => matches(one, attributes));
  if (filter instanceof OrFilter) return filter.filters.some((one) => matches(one, attributes));
  if (filter instanceof NotFilter) return !matches(filter.filter, attributes);
  // ldapts does not read the attribute of this one rightly; the questions have (objectClass=*) only.
  if (filter instanceof PresenceFilter) return true;
  if (filter instanceof EqualityFilter) {
    const value = String(filter.value).toLowerCase();
    return valuesOf(attributes, filter.attribute).some((one) => String(one).toLowerCase() === value);
  }
  throw new Error(`the double does not know this filter: ${filter.toString()}`);
}

/** The values of an attribute, whose name is written in any case. */
export function valuesOf(attributes: DoubleObject['attributes'], name: string): readonly (string | Buffer)[] {
  return Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? [];
}

/** An attribute of an answer; its name may carry a range. */
export type AnsweredAttribute = readonly [string, readonly Buffer[]];

/** Windows answers at most this many values of an attribute at once (MaxValRange). */
const MOST_VALUES = 1_500;

/**
 * The attributes of one object as Windows answers them: at most 1,500 values, `member;range=0-1499` beside an empty `member`; tokenGroups in a base
 * search only; nTSecurityDescriptor only with the control; what is unreadable, and what has no value, is left out.
 */
export function answeredAttributes(object: DoubleObject, request: SearchRequest, withDescriptor: boolean): readonly AnsweredAttribute[] {
  return request.attributes.flatMap((asked): readonly AnsweredAttribute[] => {
    const [, name = asked, from, to] = /^([^;]+)(?:;range=(\d+)-(\d+|\*))?$/.exec(asked) ?? [];
    if (name === 'tokengroups' && request.scope !== 'base') return [];
    if (name === 'ntsecuritydescriptor' && !withDescriptor) return [];
    const spelled = Object.keys(object.attributes).find((key) => key.toLowerCase() === name) ?? name;
    const values = valuesOf(object.attributes, name).map((value) => Buffer.from(value));
    if (values.length === 0) return [];
    if (from === undefined && values.length <= MOST_VALUES) return [[spelled, values]];
    const start = Number(from ?? 0);
    const end = Math.min(start + MOST_VALUES, to === undefined || to === '*' ? Number.POSITIVE_INFINITY : Number(to) + 1);
    const range: AnsweredAttribute = [`${spelled};range=${start}-${end >= values.length ? '*' : end - 1}`, values.slice(start, end)];
    return from === undefined ? [[spelled, []], range] : [range];
  });
}
