import type { Incident, ReachedPlace, Step } from '../incident/incident.ts';

/** A box of the picture. */
export interface SpreadNode {
  readonly key: string;
  /** Null: stands for several machines of everyday access. */
  readonly place: ReachedPlace | null;
  readonly name: string;
  readonly role: string | null;
  /** Machines it stands for. */
  readonly machines: number;
  /** `source`: the suspect was logged on to from there. */
  readonly standing: 'source' | 'suspect' | 'reached' | 'weak' | 'attempted';
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** A line between two boxes: all steps between them, the first and strongest one named. */
export interface SpreadEdge {
  readonly from: SpreadNode;
  readonly to: SpreadNode;
  readonly first: Step;
  readonly steps: number;
  readonly administrator: boolean;
  readonly inferred: boolean;
}

export interface SpreadLayout {
  readonly nodes: readonly SpreadNode[];
  readonly edges: readonly SpreadEdge[];
  readonly width: number;
  readonly height: number;
  /** Places that no box is drawn for. */
  readonly leftOut: number;
}

export const NODE_WIDTH = 150;
export const NODE_HEIGHT = 36;
const COLUMN = 310;
export const ROW = 50;
const MARGIN = 16;
/** Boxes that can still be read. */
const MOST_NODES = 200;
/** Machines of everyday access of one place that get a box each; more get one together. */
const MOST_WEAK = 6;

interface Placed {
  readonly key: string;
  readonly place: ReachedPlace | null;
  readonly name: string;
  readonly role: string | null;
  readonly machines: number;
  readonly standing: SpreadNode['standing'];
  readonly column: number;
  readonly at: number;
}

/** Columns by the number of logons from the suspect; in each, what one place reached stands together, in order of time. */
export function layoutOf({ reached, steps }: Pick<Incident, 'reached' | 'steps'>): SpreadLayout {
  const boxes = boxesOf(reached, steps);
  const rows = rowsOf(boxes, steps);
  const nodes = boxes.shown.map((box): SpreadNode => {
    const row = rows.get(box.key) ?? 0;
    return { ...box, row, x: MARGIN + box.column * COLUMN, y: row * ROW + (ROW - NODE_HEIGHT) / 2 };
  });
  const columns = Math.max(0, ...boxes.shown.map(({ column }) => column)) + 1;
  return {
    nodes: nodes.toSorted((one, other) => one.x - other.x || one.y - other.y),
    edges: edgesOf(nodes, steps, boxes.keyOf),
    width: MARGIN * 2 + (columns - 1) * COLUMN + NODE_WIDTH,
    height: Math.max(1, ...nodes.map(({ row }) => row + 1)) * ROW,
    leftOut: boxes.leftOut,
  };
}

/** The row of each box in its column: behind the place that it was first reached from. */
function rowsOf({ shown, keyOf }: Boxes, steps: readonly Step[]): ReadonlyMap<string, number> {
  const parents = new Map<string, string>();
  for (const step of steps.toSorted((one, other) => weight(one) - weight(other))) {
    const key = keyOf(step.source, step.target);
    if (!parents.has(key)) parents.set(key, step.source);
  }
  const rows = new Map<string, number>();
  for (const column of [...new Set(shown.map((box) => box.column))].toSorted((one, other) => one - other)) {
    const parentRow = ({ key }: Placed) => rows.get(parents.get(key) ?? '') ?? 0;
    const ordered = shown
      .filter((box) => box.column === column)
      .toSorted((one, other) => parentRow(one) - parentRow(other) || rank(one) - rank(other) || one.at - other.at || (one.key < other.key ? -1 : 1));
    for (const [row, { key }] of ordered.entries()) rows.set(key, row);
  }
  return rows;
}

interface Boxes {
  readonly shown: readonly Placed[];
  /** The box of a target, as seen from a source. */
  readonly keyOf: (source: string, target: string) => string;
  readonly leftOut: number;
}

function boxesOf(reached: readonly ReachedPlace[], steps: readonly Step[]): Boxes {
  const known = new Map(reached.map((place) => [place.place, place]));
  const firstOf = (step: Step) => step.firstAt?.getTime() ?? 0;
  const strong = reached.map(
    (place): Placed => ({
      key: place.place,
      place,
      name: place.place,
      role: place.role,
      machines: 1,
      standing: place.hop === 0 ? 'suspect' : 'reached',
      column: place.hop,
      at: place.reachedAt?.getTime() ?? 0,
    }),
  );
  const others = new Map<string, Placed>();
  const together = new Map<string, string>();
  const came = steps.filter(({ hop, source }) => hop === 0 && !known.has(source));
  for (const step of came) {
    if (!others.has(step.source))
      others.set(step.source, {
        key: step.source,
        place: null,
        name: step.source,
        role: null,
        machines: 1,
        standing: 'source',
        column: -1,
        at: firstOf(step),
      });
  }
  for (const [source, ofSource] of groupedBySource(steps.filter(({ target }) => !known.has(target)))) {
    const targets = [...new Set(ofSource.map(({ target }) => target))];
    for (const target of targets) {
      const step = ofSource.find((one) => one.target === target);
      if (step === undefined) continue;
      const several = targets.length > MOST_WEAK && !others.has(target);
      const key = several ? `several ${source}` : target;
      together.set(`${source}\n${target}`, key);
      const before = others.get(key);
      const standing = step.strength === 'attempted' ? 'attempted' : 'weak';
      if (before === undefined) {
        others.set(key, {
          key,
          place: null,
          name: several ? '' : target,
          role: several ? null : step.targetRole,
          machines: 1,
          standing,
          column: step.hop,
          at: firstOf(step),
        });
      } else if (several) others.set(key, { ...before, machines: before.machines + 1 });
    }
  }
  const shift = came.length > 0 ? 1 : 0;
  const shifted = [...strong, ...others.values()].map((box) => ({ ...box, column: box.column + shift }));
  const all = shifted.toSorted(
    (one, other) => one.column - other.column || rank(one) - rank(other) || one.at - other.at || (one.key < other.key ? -1 : 1),
  );
  return {
    shown: all.slice(0, MOST_NODES),
    keyOf: (source, target) => (known.has(target) ? target : (together.get(`${source}\n${target}`) ?? target)),
    leftOut: Math.max(0, all.length - MOST_NODES),
  };
}

/** What was reached stands above what was only touched. */
function rank({ standing }: Placed): number {
  return standing === 'weak' ? 1 : standing === 'attempted' ? 2 : 0;
}

function groupedBySource(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const groups = new Map<string, Step[]>();
  for (const step of steps) groups.set(step.source, [...(groups.get(step.source) ?? []), step]);
  return groups;
}

function edgesOf(nodes: readonly SpreadNode[], steps: readonly Step[], keyOf: Boxes['keyOf']): readonly SpreadEdge[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const edges = new Map<string, SpreadEdge>();
  for (const step of steps) {
    const from = byKey.get(step.source);
    const to = byKey.get(keyOf(step.source, step.target));
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from.key}\n${to.key}`;
    const before = edges.get(key);
    edges.set(key, {
      from,
      to,
      first: before === undefined || weight(step) < weight(before.first) ? step : before.first,
      steps: (before?.steps ?? 0) + 1,
      administrator: (before?.administrator ?? false) || ((step.administrator || step.privileged) && step.strength === 'strong'),
      inferred: (before?.inferred ?? true) && step.inferred,
    });
  }
  return [...edges.values()];
}

function weight({ strength }: Step): number {
  return strength === 'strong' ? 0 : strength === 'weak' ? 1 : 2;
}
