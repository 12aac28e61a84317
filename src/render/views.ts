import type { Report } from '../domain/telling/report.ts';
import { aboutAttempts, headlineOfAttempts } from './attempts-mail.ts';
import { aboutBaseline, headlineOfBaseline } from './baseline-mail.ts';
import { aboutCoverage, headlineOfCoverage } from './coverage-mail.ts';
import { aboutGap, headlineOfGap } from './gap-mail.ts';
import type { Row } from './layout.ts';
import { aboutNotice, headlineOfNotice } from './notice-mail.ts';
import { headlineOfTrail } from './trail-headline.ts';
import { aboutTrail, noteOf } from './trail-mail.ts';
import { aboutWindow, headlineOfWindow } from './window-mail.ts';

/** How one kind of report is told. */
interface View<R extends Report> {
  /** @see headlineOf */
  headline(report: R, nameLength: number): string;
  about(report: R): readonly (readonly Row[])[];
  /** Behind the headline of a mail. */
  note?(report: R): string;
  /** What its id is the id of. */
  readonly isIncident?: true;
}

const VIEWS: { readonly [Kind in Report['kind']]: View<Extract<Report, { readonly kind: Kind }>> } = {
  trail: { headline: headlineOfTrail, about: aboutTrail, note: noteOf, isIncident: true },
  attempts: { headline: headlineOfAttempts, about: aboutAttempts, isIncident: true },
  coverage: { headline: headlineOfCoverage, about: aboutCoverage },
  notice: { headline: headlineOfNotice, about: aboutNotice },
  baseline: { headline: headlineOfBaseline, about: aboutBaseline },
  window: { headline: headlineOfWindow, about: aboutWindow },
  gap: { headline: headlineOfGap, about: aboutGap, isIncident: true },
};

/** The view of a report's own kind: types cannot follow a kind that is only known when this runs. */
export const viewOf = (report: Report): View<Report> => VIEWS[report.kind] as View<Report>;
