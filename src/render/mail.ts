import type { Report } from '../domain/telling/report.ts';
import { defang } from './defang.ts';
import { headlineOf } from './headline.ts';
import { layOut } from './layout.ts';
import { viewOf } from './views.ts';

/** More is nobody's to read; it is cut between lines. */
const LENGTH = 32_000;

/** The e-mail: plain text that a tired person understands in ten seconds. */
export function renderMail(report: Report): string {
  const { mode, sweepMinutes } = report.guard;
  const { about, note, isIncident } = viewOf(report);
  const footer = [
    [isIncident ? 'Incident' : 'Reference', 'incidentId' in report && defang(report.incidentId)],
    ['Guard', `trailkeeper, mode ${mode}, looks when an event comes and every ${sweepMinutes} min`],
  ] as const;
  const start = `${capitalize(headlineOf(report))}.${note?.(report) ?? ''}`;
  const mail = `${start}\n\n${layOut(...about(report), footer)}`;
  return mail.length > LENGTH ? mail.slice(0, mail.lastIndexOf('\n', LENGTH) + 1) : mail;
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
