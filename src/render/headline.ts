import type { Report } from '../domain/telling/report.ts';
import { viewOf } from './views.ts';

/**
 * What happened and whether it is over, in one line without a full stop; the worst fact first.
 * @param nameLength of each name, in code points: the message has them in full @default 40
 */
export const headlineOf = (report: Report, nameLength = 40): string =>
  viewOf(report).headline(report, nameLength);
