import { connect } from '../local/run/attacks/connect.ts';
import { TRAIL_ARN } from '../local/run/prepare.ts';
import { countDeadLetters, readLogging } from '../local/run/read-world.ts';
import type { EmbeddedAws } from '../local/run/start.ts';
import { type Happening, watch } from './timeline.ts';

/** What a run of the demo showed. Times are milliseconds since the attack. */
export interface DemoResult {
  readonly timeline: readonly Happening[];
  readonly isLogging: boolean;
  /** Between AWS's own times of the stop and the start; null when it was not started again. */
  readonly darkForMs: number | null;
  readonly alerts: number;
  readonly deadLetters: number;
  readonly mail: { readonly to: string; readonly subject: string; readonly body: string } | null;
}

const WAIT_AT_MOST_MS = 20_000;
/** The guard's own StartLogging is an event too: wait until nothing moves any more, so that a second mail would show. */
const QUIET_FOR_MS = 400;

/** Stops the trail as somebody else, and watches until the guard has told it and everything is quiet. */
export async function attackAndWatch(
  aws: EmbeddedAws,
  tell: (happening: Happening) => void,
): Promise<DemoResult> {
  // Setting up has just used CloudTrail's one write a second: the attack would be refused.
  if (aws.world.settings.quotas) await pause(1_100);
  const before = aws.readInbox().length;
  const timeline: Happening[] = [];
  const startedAt = Date.now();
  let lastMoveAt = startedAt;
  const seen = new Set<string>();
  watch(aws.world, (happening) => {
    lastMoveAt = Date.now();
    // The same thing again (a second GetTrailStatus, the guard's own event) is not news.
    if (seen.has(happening.word)) return;
    seen.add(happening.word);
    const relative = { ...happening, at: happening.at - startedAt };
    timeline.push(relative);
    tell(relative);
  });

  await connect(aws, aws.attacker).cloudtrail('StopLogging', { Name: TRAIL_ARN });
  const isTold = () => aws.readInbox().length > before;
  const isQuiet = () => isTold() && Date.now() - lastMoveAt > QUIET_FOR_MS;
  while (!isQuiet() && Date.now() - startedAt < WAIT_AT_MOST_MS) await pause(20);

  const { isLogging, startedAt: litAt, stoppedAt } = await readLogging(aws, TRAIL_ARN);
  const isBack = isLogging && litAt !== undefined && stoppedAt !== undefined && litAt >= stoppedAt;
  const mails = aws.readInbox().slice(before);
  return {
    timeline,
    isLogging,
    darkForMs: isBack ? litAt - stoppedAt : null,
    alerts: mails.length,
    deadLetters: await countDeadLetters(aws),
    mail: mails[0] ?? null,
  };
}

/** What is missing for the demo to have shown what it promises. */
export function shortcomingsOf({ isLogging, alerts, deadLetters }: DemoResult): readonly string[] {
  return [
    ...(isLogging ? [] : ['GetTrailStatus does not say IsLogging: true']),
    ...(alerts === 1 ? [] : [`${alerts} alerts arrived after the attack, not one`]),
    ...(deadLetters === 0 ? [] : [`${deadLetters} messages lie in the dead-letter queue`]),
  ];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
