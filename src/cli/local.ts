import { ATTACKS, type AttackName, isEmbeddedAws } from '../local/run/attack.ts';
import { clientEnvironment } from '../local/run/client-environment.ts';
import { attackerKeys } from '../local/run/keys.ts';
import { TRAIL_NAME } from '../local/run/prepare.ts';
import { startWorld } from './embedded.ts';
import { UsageError } from './exit-codes.ts';
import { paint, pc, say, sayJson } from './terminal.ts';
import { type Happening, watch } from './timeline.ts';

interface LocalFlags {
  readonly port: number;
  readonly quotas: boolean;
  readonly output: 'text' | 'json';
}

/** Keeps an embedded AWS running until it is interrupted, and prints what happens in it. */
export async function local({ port, quotas, output }: LocalFlags): Promise<void> {
  const isText = output === 'text';
  const aws = await startWorld({ port, quotas, show: isText ? say : () => {} }).catch((error) => {
    if (error?.code !== 'EADDRINUSE') throw error;
    throw new UsageError(`Port ${port} is taken. Choose another: trailkeeper local --port ${port + 1}`);
  });
  const environment = clientEnvironment(aws, aws.operator);
  if (isText) sayHowToUse(environment);
  else sayJson({ schema: 'trailkeeper.local/1', environment });
  watch(aws.world, (happening) => {
    if (isText) say(lineOf(happening));
    else sayJson(happening);
  });
  await untilInterrupted();
  await aws.close();
}

function lineOf({ at, word, what, subject }: Happening): string {
  const time = pc.dim(new Date(at).toISOString().slice(11, 23));
  return `  ${time}  ${paint(word)} ${what}${subject ? `: ${subject}` : ''}`;
}

function sayHowToUse(environment: Readonly<Record<string, string>>): void {
  say();
  say('  In another terminal (these keys are good for nothing but this):');
  say();
  for (const [name, value] of Object.entries(environment)) say(`export ${name}=${value}`);
  say();
  say('  PowerShell:');
  say();
  for (const [name, value] of Object.entries(environment)) say(`$env:${name} = '${value}'`);
  say();
  say(`  Then:  aws cloudtrail stop-logging --name ${TRAIL_NAME}`);
  say(`  and a second later (CloudTrail takes one write a second; --no-quotas lifts that):`);
  say(`         aws cloudtrail get-trail-status --name ${TRAIL_NAME}`);
  say(
    `  Or:    npm exec trailkeeper -- local attack stop-logging --port ${new URL(environment.AWS_ENDPOINT_URL ?? '').port}`,
  );
  say(`  Mails: ${environment.AWS_ENDPOINT_URL}/inbox      End: Ctrl-C`);
  say();
}

async function untilInterrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

interface AttackFlags {
  readonly trail: string;
  readonly port: number;
  readonly output: 'text' | 'json';
}

/** Attacks the embedded AWS that `local` keeps running; nothing but loopback is ever asked. */
export async function attack({ trail, port, output }: AttackFlags, name: AttackName): Promise<void> {
  const url = `http://127.0.0.1:${port}`;
  if (!(await isEmbeddedAws(url))) {
    throw new UsageError(
      `No embedded AWS answers on ${url}. Start it first: trailkeeper local --port ${port}`,
    );
  }
  await ATTACKS[name]({ url }, attackerKeys, trail);
  if (output === 'json') sayJson({ attack: name, trail, result: 'done' });
  else
    say(
      `${name}: ${trail} was stopped by ${attackerKeys.userName}. Watch the terminal that runs trailkeeper local.`,
    );
}
