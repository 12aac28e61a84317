import { readFileSync } from 'node:fs';
import { StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { inRoot } from '../scripts/project.ts';
import type { TrailReport } from '../src/domain/telling/report.ts';
import type { WorldSettings } from '../src/local/endpoint/world.ts';
import { clientsOf } from '../src/local/run/clients.ts';
import { confirmSubscription, createLoggingTrail, deployGuard, TRAIL_ARN } from '../src/local/run/prepare.ts';
import { readLogging } from '../src/local/run/read-world.ts';
import { type EmbeddedAws, REGION, startEmbeddedAws } from '../src/local/run/start.ts';
import { SkippingClock } from './skipping-clock.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');

export interface Account extends EmbeddedAws {
  readonly clock: SkippingClock;
}

interface Options {
  readonly settings?: Partial<WorldSettings>;
  /** Parameters of the stack, beside the mail address. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What happens before the guard is deployed; by default a trail that logs is made. */
  readonly before?: (aws: Account) => Promise<void>;
  /** What else is made before. @returns further parameters of the stack */
  readonly after?: (aws: Account) => Promise<Readonly<Record<string, string>>>;
  readonly isConfirmed?: boolean;
  /** Changes the template before it is deployed. */
  readonly template?: (text: string) => string;
}

/** An embedded AWS with the guard deployed from the template as users deploy it, its quotas off. */
export async function guardedAccount(options: Options = {}): Promise<Account> {
  const clock = new SkippingClock();
  const aws = { ...(await startEmbeddedAws({ quotas: false, clock, ...options.settings })), clock };
  await (options.before ?? createLoggingTrail)(aws);
  const further = await options.after?.(aws);
  await deployGuard(aws, options.template?.(TEMPLATE) ?? TEMPLATE, {
    SecurityContactEmail: 'security@example.com',
    ...options.parameters,
    ...further,
  });
  if (options.isConfirmed !== false) await confirmSubscription(aws);
  return aws;
}

/** Config of a real AWS client for the account's attacker, or its operator. */
export const clientConfig = (aws: EmbeddedAws, who: 'attacker' | 'operator' = 'attacker') => {
  const { accessKeyId, secretAccessKey } = aws[who];
  return { endpoint: aws.url, region: REGION, credentials: { accessKeyId, secretAccessKey } };
};

export const stopLogging = (aws: EmbeddedAws, name: string = TRAIL_ARN) =>
  clientsOf(aws, aws.attacker).cloudTrail.send(new StopLoggingCommand({ Name: name }));

/** Asks the public API whether a trail logs, when it is called. */
export const isLogging =
  (aws: EmbeddedAws, trail = TRAIL_ARN) =>
  async () =>
    (await readLogging(aws, trail)).isLogging;

/** Waits until something holds. @throws Error that names what did not come to hold */
export async function until(what: string, holds: () => unknown, withinMs = 15_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Mails that people got, SNS's own question left out. */
export const mails = (aws: EmbeddedAws) => aws.readInbox().filter(({ kind }) => kind === 'notification');

/** Lets everything that is under way come to its end: no call for a while. */
export async function untilQuiet(aws: EmbeddedAws, quietForMs = 400): Promise<void> {
  let lastCallAt = Date.now();
  const moved = () => {
    lastCallAt = Date.now();
  };
  aws.world.on('call', moved);
  await until('everything is quiet', () => Date.now() - lastCallAt > quietForMs);
  aws.world.off('call', moved);
}

export const reportOf = (message: string): TrailReport => JSON.parse(message) as TrailReport;
