import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settle, sweep } from '../local/run/attacks/settle.ts';
import { prepareWholeTrail } from '../local/run/attacks/whole-trail.ts';
import { guardRoute } from '../local/run/guard-route.ts';
import { confirmSubscription, createLoggingTrail, deployGuard, TRAIL_NAME } from '../local/run/prepare.ts';
import { ACCOUNT_ID, type EmbeddedAws, REGION, startEmbeddedAws } from '../local/run/start.ts';
import { readTemplate } from './template-file.ts';

/** The AWS SDK as Lambda's runtime has it, built beside this file; absent when the sources run unbuilt. */
const RUNTIME_MODULES = fileURLToPath(new URL('../runtime/node_modules', import.meta.url));

interface Start {
  readonly port?: number;
  readonly quotas: boolean;
  readonly show: (line?: string) => void;
}

/** Where the embedded AWS finds the SDK that functions load. */
export const runtimeSettings = () => (existsSync(RUNTIME_MODULES) ? { runtimeModules: RUNTIME_MODULES } : {});

/** An embedded AWS with a trail that logs, guarded by what the template deploys. */
export async function startWorld({ port = 0, quotas, show }: Start): Promise<EmbeddedAws> {
  const aws = await startEmbeddedAws({ quotas, ...runtimeSettings() }, port);
  return orClose(aws, async () => {
    showPlace(aws, show);
    await createLoggingTrail(aws);
    show(`  trail         ${TRAIL_NAME}, multi-Region, logging`);
    await guard(aws, show);
  });
}

/** The same with a trail that has everything; the guard may put all of it back, and the operator may approve. */
export async function startWholeWorld({ port = 0, quotas, show }: Start): Promise<EmbeddedAws> {
  const settings = { quotas: false, ...runtimeSettings() };
  const aws = await startEmbeddedAws(settings, port, REGION, (world) => [guardRoute(world)]);
  return orClose(aws, async () => {
    showPlace(aws, show);
    const parameters = await prepareWholeTrail(aws);
    show(`  trail         ${TRAIL_NAME}, logging; with key, topic, log group, Insights and tags`);
    await guard(aws, show, parameters);
    // The first message says what is guarded.
    await sweep(aws);
    await settle(aws);
    // Setting up would take a second for each write.
    Object.assign(aws.world.settings, { quotas });
  });
}

async function orClose(aws: EmbeddedAws, prepare: () => Promise<void>): Promise<EmbeddedAws> {
  try {
    await prepare();
    return aws;
  } catch (error) {
    await aws.close();
    throw error;
  }
}

const showPlace = ({ url }: EmbeddedAws, show: Start['show']) =>
  show(`  embedded AWS  ${url}, account ${ACCOUNT_ID}, ${REGION}`);

async function guard(
  aws: EmbeddedAws,
  show: Start['show'],
  parameters?: Readonly<Record<string, string>>,
): Promise<void> {
  await deployGuard(aws, readTemplate(), parameters);
  show('  guard         deployed from trailkeeper.template.json by CreateStack');
  await confirmSubscription(aws);
  show(`  alerts        ${aws.readInbox()[0]?.to} followed the link in the mail from SNS`);
}
