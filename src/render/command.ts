import type { GuardIdentity } from '../domain/report.ts';
import { REGION } from './console-link.ts';

const TRAIL_ARN = /^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:\d{12}:trail\/([\w.-]{3,128})$/;

/** What a command acts on: only what AWS itself answered about the trail, never a word of a call. */
type Target = { readonly arn: string; readonly homeRegion: string } | null;

/**
 * Advice with its commands of the AWS CLI, which follow each sentence as lines that start with a space: `@` stands for
 * the trail's ARN, `#` for its name. Capitals are left for a person to fill in.
 */
export function advise(advice: readonly string[], trail: Target, guard: GuardIdentity): readonly string[] {
  const [arn = 'TRAIL_ARN', name = 'NAME'] = TRAIL_ARN.exec(trail?.arn ?? '')?.map(unlink) ?? [];
  const region = [trail?.homeRegion ?? guard.region].find((text) => REGION.test(text)) ?? 'REGION';
  const complete = (args: string) => args.replace('@', arn).replace('#', name);
  return advice.map((line) =>
    line.startsWith(' ') ? `  aws cloudtrail${complete(line)} --region ${region}` : line,
  );
}

/** A trail may be called `evil.com`. A dot in double quotes is the same dot to every shell, and no link to any client. */
const unlink = (text: string) => text.replaceAll('.', '"."');
