import { isJsonObject } from '../domain/json.ts';
import type { ReportedCall, TrailReport } from '../domain/telling/report.ts';
import { aboutCalls } from './about-calls.ts';
import { defang, quote } from './defang.ts';
import type { Line, Row } from './layout.ts';
import { listed } from './listed.ts';
import { isTampering } from './trail-headline.ts';

/** What was done, and by whom. @param call the one that a message is about; undefined when no event of it has come */
export function aboutDeed(report: TrailReport, call: ReportedCall | undefined): readonly Row[] {
  const { findings, severity, calls, principals, drifts } = report;
  if (call) {
    // What changed says the rest field by field.
    const isShown = drifts.some(({ fate }) => fate !== 'told');
    return [
      ['What', ...deedsOf(report, call), !isShown && call.evidence && defang(call.evidence, 256)],
      ['Request', ...(isShown ? [] : linesOfRequest(call))],
      ...aboutCalls([call, ...alike(call, calls)]),
    ];
  }
  const done = [...new Set(findings.map((finding) => finding.done))];
  const who = listed(principals, (principal) => quote(principal, 256));
  return [
    ['What', ...listed(done, (one) => `${defang(one)}${one === done[0] ? ` (${severity})` : ''}`)],
    ['Who', ...(who.length > 0 ? who : ['not known: no event of the call has arrived'])],
  ];
}

/** Each thing that was done, once; the worst first. */
function deedsOf({ calls, severity }: TrailReport, call: ReportedCall): readonly Line[] {
  const others = calls.filter((other) => other !== call && isTampering(other));
  const say = ({ eventName, done }: ReportedCall) => `${defang(eventName)}: ${defang(done)}`;
  const deeds = [...new Set([call, ...others].map(say))];
  return listed(deeds, (deed) => (deed === deeds[0] ? `${deed} (${severity})` : deed));
}

/** Others that did the same. */
const alike = (call: ReportedCall, calls: readonly ReportedCall[]) =>
  calls.filter((other) => other !== call && !other.isGuardsOwn && other.eventName === call.eventName);

/** What the call asked for, field by field. */
function linesOfRequest({ record: { requestParameters } }: ReportedCall): readonly Line[] {
  const fields = isJsonObject(requestParameters) ? Object.entries(requestParameters) : [];
  const show = (value: unknown) =>
    typeof value === 'string' ? quote(value, 256) : defang(String(JSON.stringify(value)), 256);
  return listed(fields, ([field, value]) => `${defang(field)} = ${show(value)}`);
}
