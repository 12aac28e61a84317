import type { GuardIdentity, ReportedTrail } from '../domain/telling/report.ts';
import { defang } from './defang.ts';
import type { Row } from './layout.ts';

/** Which trail a message is about, and where it is. */
export const rowsOfTrail = (
  { name, arn, homeRegion }: ReportedTrail,
  guard: GuardIdentity,
): readonly Row[] => [
  ['Trail', defang(name), defang(arn, 256)],
  ['Account', defang(guard.accountId)],
  ['Home Region', defang(homeRegion)],
];
