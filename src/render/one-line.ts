import type { Report } from '../domain/telling/report.ts';
import { defang } from './defang.ts';
import { headlineOf } from './headline.ts';
import { isoTime } from './time.ts';

/** One bounded line for a terminal or a log, every character visible. */
export function renderOneLine(report: Report): string {
  const incident = 'incidentId' in report ? ` incident ${defang(report.incidentId)}` : '';
  return `${isoTime(report.at) ?? defang(report.at)} ${report.severity} ${headlineOf(report)}${incident}`;
}
