import type { BaselineVersion } from '../domain/telling/report.ts';
import { defang, quote } from './defang.ts';
import type { Row } from './layout.ts';
import { readableTime } from './time.ts';

/** The end of an ARN, by which people know whose it is: a user, a role with its session. */
export const nameOfPrincipal = (arn: string | null, nameLength: number): string =>
  arn === null ? 'somebody' : quote(arn.split('/').slice(1).join('/') || arn, nameLength);

/** Who wrote something, as AWS tells it. */
export const rowOfWriter = (by: string | null): Row => ['By', by === null ? 'nobody known' : quote(by, 256)];

/** By which version a trail is judged. */
export function rowOfBaseline(baseline: BaselineVersion | null): Row {
  if (!baseline) return ['Baseline', 'none is approved: only that it logs is guarded'];
  const { version, approval } = baseline;
  return [
    'Baseline',
    `version ${defang(String(version))}, of ${readableTime(approval.at)}, by ${quote(approval.by, 256)}`,
    approval.reason && `because ${quote(approval.reason)}`,
  ];
}
