import { clientEnvironment } from '../local/run/client-environment.ts';
import { TRAIL_NAME } from '../local/run/prepare.ts';
import { startWholeWorld } from './embedded.ts';
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
  const aws = await startWholeWorld({ port, quotas, show: isText ? say : () => {} }).catch((error) => {
    if (error?.code !== 'EADDRINUSE') throw error;
    throw new UsageError(`Port ${port} is taken. Choose another: trailkeeper local --port ${port + 1}`);
  });
  const environment = clientEnvironment(aws, aws.operator);
  const attacker = clientEnvironment(aws, aws.attacker);
  if (isText) sayHowToUse(environment, attacker);
  else sayJson({ schema: 'trailkeeper.local/1', environment, attacker });
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

type Environment = ReturnType<typeof clientEnvironment>;

function sayHowToUse(environment: Environment, attacker: Environment): void {
  say();
  say('  In another terminal (these keys are good for nothing but this):');
  say();
  for (const [name, value] of Object.entries(environment)) say(`export ${name}=${value}`);
  say();
  say('  PowerShell:');
  say();
  for (const [name, value] of Object.entries(environment)) say(`$env:${name} = '${value}'`);
  say();
  say('  That is the operator, whose changes the guard takes for approved.');
  say('  To be mallory, who may do as much, for one command:');
  say();
  say(asAttacker(attacker, `aws cloudtrail update-trail --name ${TRAIL_NAME} --no-is-multi-region-trail`));
  say();
  const port = new URL(environment.AWS_ENDPOINT_URL).port;
  say(`  Then:    aws cloudtrail get-trail --name ${TRAIL_NAME}`);
  say(`  Attacks: npm exec trailkeeper -- local attack stop-logging --port ${port}`);
  say('           (--list has the others)');
  say(`  Mails:   ${environment.AWS_ENDPOINT_URL}/inbox`);
  say('  Quotas:  CloudTrail takes one write a second; --no-quotas lifts that');
  say('  End:     Ctrl-C');
  say();
}

const asAttacker = ({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }: Environment, command: string): string =>
  `AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID} AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY} ${command}`;

async function untilInterrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
