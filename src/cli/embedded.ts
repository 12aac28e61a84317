import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
  try {
    await prepare(aws, show);
    return aws;
  } catch (error) {
    await aws.close();
    throw error;
  }
}

async function prepare(aws: EmbeddedAws, show: Start['show']): Promise<void> {
  show(`  embedded AWS  ${aws.url}, account ${ACCOUNT_ID}, ${REGION}`);
  await createLoggingTrail(aws);
  show(`  trail         ${TRAIL_NAME}, multi-Region, logging`);
  await deployGuard(aws, readTemplate());
  show('  guard         deployed from trailkeeper.template.json by CreateStack');
  await confirmSubscription(aws);
  show(`  alerts        ${aws.readInbox()[0]?.to} followed the link in the mail from SNS`);
}
