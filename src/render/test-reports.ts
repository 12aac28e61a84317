import { driftReports } from './test-drift-reports.ts';
import { toldReports } from './test-told-reports.ts';
import { trailReports } from './test-trail-reports.ts';

/** Reports for tests: small true-to-life ones, by the name of their golden file. */
export const reports = { ...trailReports, ...driftReports, ...toldReports } as const;

export { guard, session, stopLogging } from './test-parts.ts';
export { attempts, coverage } from './test-told-reports.ts';
export { restored } from './test-trail-reports.ts';

/** Fields of a report that this code's own types decide, not a caller. */
export const OURS = new Set([
  'kind',
  'notice',
  'outcome',
  'result',
  'source',
  'schema',
  'severity',
  'mode',
  'call',
  'class',
  'fate',
  'event',
  'about',
  'how',
]);
