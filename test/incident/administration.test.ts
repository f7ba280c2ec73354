import { expect, test } from 'vitest';
import { INCIDENT_FOLDER, MODELS_FOLDER } from '../../src/checks/rules-folder.ts';
import { investigate } from '../../src/incident/investigate.ts';
import { checklistOf, linesOf, openWith, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
/** A person who is no administrator, logged on to a domain controller from PC01. */
const SESSION = `
  suspects,network=office,kind=terminal,value=PC01
  4624,at=10:00,account=sato,domain=MIDORI,sid=1201,type=3,from=10.1.2.1,logon_id=7777`;
const BY_SATO = 'acting_account=sato,acting_domain=MIDORI,acting_sid=S-1-5-21-7-8-9-1201,acting_logon_id=7777';

/** Whether an administrator is involved at PC01. */
async function involved(text: string): Promise<string> {
  const lines = [...OFFICE, ...linesOf(`${SESSION}\n${text}`)];
  const checklist = await checklistOf(lines);
  const engine = await openWith(lines, MODELS_FOLDER, INCIDENT_FOLDER);
  try {
    const told = { madeBy: 'test', suspect: 'PC01', since: null, now: new Date('2026-11-16T00:00:00Z'), discoveredAt: null, plan: '' };
    const said = { proxyUnavailable: false, suspiciousTerminals: null, personConfirmed: false, contained: false, showUnknownNames: true };
    return (await investigate(engine, checklist, { ...told, ...said })).administrators.state;
  } finally {
    await engine.close();
  }
}

test.each([
  [
    'gave an account the rights of administrators through its SID history',
    'involved',
    `4765,at=10:05,account=abe,sid=1202,member_sid=S-1-5-21-7-8-9-512,${BY_SATO}`,
  ],
  ['set the DSRM password of the domain controller', 'involved', `4794,at=10:05,${BY_SATO}`],
  ["reset an administrator's password", 'involved', `4724,at=10:05,account=adm-mori,sid=1101,${BY_SATO}`],
  ['changed its own password', 'not involved', `4723,at=10:05,account=sato,sid=1201,${BY_SATO}`],
])('who is no administrator, and %s: an administrator is %s', async (_, state, line) => {
  expect(await involved(line)).toBe(state);
});
