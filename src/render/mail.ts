import type { Report } from '../domain/report.ts';
import { aboutAttempts } from './attempts-mail.ts';
import { aboutCoverage } from './coverage-mail.ts';
import { defang } from './defang.ts';
import { headlineOf } from './headline.ts';
import { layOut } from './layout.ts';
import { aboutTrail, noteOf } from './trail-mail.ts';

/** More is nobody's to read; it is cut between lines. */
const LENGTH = 32_000;

/** The e-mail: plain text that a tired person understands in ten seconds. */
export function renderMail(report: Report): string {
  const { mode, sweepMinutes } = report.guard;
  const footer = [
    ['Incident', report.kind === 'coverage' ? '' : defang(report.incidentId)],
    ['Guard', `trailkeeper, mode ${mode}, looks when an event comes and every ${sweepMinutes} min`],
  ] as const;
  const note = report.kind === 'trail' ? noteOf(report) : '';
  const mail = `${capitalize(headlineOf(report))}.${note}\n\n${layOut(...about(report), footer)}`;
  return mail.length > LENGTH ? mail.slice(0, mail.lastIndexOf('\n', LENGTH) + 1) : mail;
}

function about(report: Report) {
  if (report.kind === 'attempts') return aboutAttempts(report);
  return report.kind === 'coverage' ? aboutCoverage(report) : aboutTrail(report);
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
