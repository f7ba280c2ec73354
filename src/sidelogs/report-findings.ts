import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../settings/user-error.ts';

const text = z.string().nullable();

/** What `report.json` says of a finding, as far as accepting it needs it. */
const findingSchema = z.object({
  finding: z.string(),
  level: z.enum(['review', 'note']),
  kind: z.object({
    subject: z.string(),
    placeKey: z.string(),
    originKey: text,
    check: z.string(),
    result: z.enum(['succeeded', 'failed']).nullable(),
    why: z.array(z.string()),
    failureReasons: z.array(z.string()),
    administrator: z.boolean(),
    successFollowed: z.boolean(),
    credentialsChanged: z.boolean(),
    certainty: text,
    folded: text,
    count: z.number(),
    accounts: z.number(),
    places: z.number(),
    account: text,
    place: text,
    network: text,
    placeUnproven: z.boolean(),
  }),
});
const reportSchema = z.object({ findings: z.array(findingSchema) });

export type ReportFinding = z.infer<typeof findingSchema>;

/** The findings of a `report.json`, by id. UserError: it is none, or one of a version that could not be acknowledged. */
export function findingsOfReport(json: string, file: string): ReadonlyMap<string, ReportFinding> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError('ack-report-unreadable', { file });
  }
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) throw new UserError('ack-report-unreadable', { file });
  return new Map(parsed.data.findings.map((finding) => [finding.finding, finding]));
}

/** The `report.json` of a folder; where none is named, of the folder in which a `findings.csv` of it stands. */
export function reportFile(folder: string | null, findingsCsv: string | null): string {
  return join(folder ?? dirname(findingsCsv ?? ''), 'report.json');
}
