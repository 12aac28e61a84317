import type { SecurityFinding } from '../domain/signal.ts';
import type { GuardIdentity } from '../domain/telling/report.ts';

/** Where each partition has its console. A Region's name goes before it. */
const CONSOLES: ReadonlyMap<string, string> = new Map([
  ['aws', 'console.aws.amazon.com'],
  ['aws-cn', 'console.amazonaws.cn'],
  ['aws-us-gov', 'console.amazonaws-us-gov.com'],
]);

export const REGION = /^[a-z]{2,8}(-[a-z]{2,16}){1,3}-\d{1,2}$/;

/** What an id looks like that AWS made: of an event, of a finding of GuardDuty (32 digits) or of Security Hub (an ARN). */
const ID = /^[0-9a-f-]{32,36}$|^arn:aws[a-z-]*:securityhub:[\w./:-]{1,256}$/;

/** Pages of the console that show one thing. Security Hub's filter "Id EQUALS" is percent-encoded twice. */
const PAGES: Readonly<Record<string, string>> = {
  event: 'cloudtrailv2/home?region=#/events/',
  GuardDuty: 'guardduty/home?region=#/findings?macros=current&fId=',
  'Security Hub': 'securityhub/home?region=#/findings?search=Id%3D%255Coperator%255C%253AEQUALS%255C%253A',
};

/** The console's page of an event or a finding; null when none is known, or a part of the address is not what AWS would write. */
export function linkTo(
  page: 'event' | SecurityFinding['source'],
  id: string,
  region: string,
  guard: GuardIdentity,
): string | null {
  const host = CONSOLES.get(guard.partition);
  const address = PAGES[page];
  if (!host || !address || !REGION.test(region) || !ID.test(id)) return null;
  return `https://${region}.${host}/${address.replace('#', `${region}#`)}${id}`;
}
