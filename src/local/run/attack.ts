import { GetTrailStatusCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { isLoopbackHost } from '../endpoint/loopback.ts';
import { clientsOf } from './clients.ts';
import type { EmbeddedAws, Keys } from './start.ts';

/** Attacks by name: what somebody else with administrator rights does, through the public API. */
export const ATTACKS = { 'stop-logging': stopLogging } as const;

export type AttackName = keyof typeof ATTACKS;

/** Stops a trail. @param trail its name or ARN */
async function stopLogging(aws: Pick<EmbeddedAws, 'url'>, attacker: Keys, trail: string): Promise<void> {
  if (!isLoopbackHost(new URL(aws.url).host)) {
    throw new Error(`${aws.url} is not on this machine: attacks go to the embedded AWS only`);
  }
  await clientsOf(aws, attacker).cloudTrail.send(new StopLoggingCommand({ Name: trail }));
}

/** Whether an embedded AWS, and not some other server, answers at an address. */
export async function isEmbeddedAws(url: string): Promise<boolean> {
  try {
    return Array.isArray(await (await fetch(`${url}/inbox`)).json());
  } catch {
    return false;
  }
}

/** What the public API says about a trail. Times are milliseconds since the epoch. */
export async function readLogging(aws: EmbeddedAws, trail: string) {
  const status = await clientsOf(aws, aws.operator).cloudTrail.send(
    new GetTrailStatusCommand({ Name: trail }),
  );
  return {
    isLogging: status.IsLogging === true,
    startedAt: status.StartLoggingTime?.getTime(),
    stoppedAt: status.StopLoggingTime?.getTime(),
  };
}
