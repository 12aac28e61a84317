import type { GuardIdentity } from '../domain/telling/report.ts';
import { REGION } from './console-link.ts';
import { unlink } from './shell-word.ts';

const TRAIL_ARN = /^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:\d{12}:trail\/([\w.-]{3,128})$/;

/** What a command acts on: only what AWS itself answered about the trail, never a word of a call. */
type Target = { readonly arn: string; readonly homeRegion: string } | null;

/**
 * Advice with its commands, which follow each sentence as lines that start with a space: of `trailkeeper`, which looks for its guard
 * in a Region, where they begin so; else of `aws cloudtrail`, in the trail's Region. `@` stands for the trail's ARN, `#` for its
 * name. Capitals are left for a person to fill in. Lines that start with two spaces are commands that are complete.
 */
export function advise(advice: readonly string[], trail: Target, guard: GuardIdentity): readonly string[] {
  const [arn = 'TRAIL_ARN', name = 'NAME'] = TRAIL_ARN.exec(trail?.arn ?? '')?.map(unlink) ?? [];
  const fill = (line: string) => line.replace('@', arn).replace('#', name);
  const isOurs = (line: string) => line.startsWith(' trailkeeper ');
  return advice.map((line) => {
    if (!/^ \S/.test(line)) return line;
    if (isOurs(line)) return ` ${fill(line)} --region ${regionOr(guard.region)}`;
    return `  aws cloudtrail${fill(line)} --region ${regionOr(trail?.homeRegion ?? guard.region)}`;
  });
}

const regionOr = (text: string) => (REGION.test(text) ? text : 'REGION');
