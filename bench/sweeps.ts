// Counts the calls of a sweep against the number of trails, on the embedded AWS with CloudTrail's quotas kept: `npm run bench sweeps`.
import { readFileSync } from 'node:fs';
import type { FinishedCall } from '../src/local/endpoint/operation.ts';
import { connect, type Fields } from '../src/local/run/attacks/connect.ts';
import { isGuards } from '../src/local/run/attacks/guard-watch.ts';
import { type GuardedWorld, openWorld } from '../src/local/run/attacks/open-world.ts';
import { settle, sweep } from '../src/local/run/attacks/settle.ts';
import type { EmbeddedAws } from '../src/local/run/start.ts';

const TRAILS = [1, 2, 5];
const template = readFileSync('trailkeeper.template.json', 'utf8');

interface Swept {
  readonly calls: number;
  readonly byService: Readonly<Record<string, number>>;
  readonly readsPerSecond: number;
  readonly writesPerSecond: number;
  readonly throttled: number;
  readonly ms: number;
}

/** Further trails with all that the first has, which they share. */
async function addTrails(aws: EmbeddedAws, count: number): Promise<readonly string[]> {
  const { cloudtrail } = connect(aws, aws.operator);
  const { Trail } = await cloudtrail('GetTrail', { Name: 'main' });
  const { S3BucketName, KmsKeyId, SnsTopicARN, CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn } =
    Trail as Fields;
  const names = Array.from({ length: count }, (_, index) => `trail-${index + 2}`);
  for (const Name of names) {
    const own = { S3BucketName, KmsKeyId, CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn };
    await cloudtrail('CreateTrail', { Name, ...own, SnsTopicName: SnsTopicARN, IsMultiRegionTrail: true });
    await cloudtrail('StartLogging', { Name });
  }
  return ['main', ...names];
}

/** What one sweep called. */
async function measure(aws: GuardedWorld): Promise<Swept> {
  const calls: FinishedCall[] = [];
  const keep = (finished: FinishedCall) => {
    if (isGuards(finished)) calls.push(finished);
  };
  aws.world.on('call', keep);
  const startedAt = performance.now();
  await sweep(aws);
  const ms = Math.round(performance.now() - startedAt);
  await settle(aws);
  aws.world.off('call', keep);
  const ofCloudTrail = calls.filter(({ service }) => service === 'cloudtrail');
  const isRead = ({ operation }: FinishedCall) => /^(Get|List|Describe)/.test(operation);
  const isLookUp = ({ operation }: FinishedCall) => operation === 'LookupEvents';
  return {
    calls: calls.length,
    byService: countBy(calls.map(({ service }) => service)),
    readsPerSecond: peak(ofCloudTrail.filter(isRead)),
    writesPerSecond: peak(ofCloudTrail.filter((call) => !isRead(call) && !isLookUp(call))),
    throttled: calls.filter(({ error }) => /Throttl/.test(error?.code ?? '')).length,
    ms,
  };
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The most calls that any second holds. */
const peak = (calls: readonly FinishedCall[]): number =>
  Math.max(
    0,
    ...calls.map(({ at }) => calls.filter((other) => other.at >= at && other.at < at + 1000).length),
  );

const row = (
  what: string,
  trails: number,
  { calls, byService, readsPerSecond, writesPerSecond, throttled, ms }: Swept,
) =>
  `| ${what} | ${trails} | ${calls} | ${Object.entries(byService)
    .toSorted(([, one], [, other]) => other - one)
    .map(([service, count]) => `${service} ${count}`)
    .join(', ')} | ${readsPerSecond} | ${writesPerSecond} | ${throttled} | ${ms} |`;

console.log('| sweep | trails | calls | of these | CloudTrail reads in a second | writes | throttled | ms |');
console.log('| --- | --: | --: | --- | --: | --: | --: | --: |');
for (const trails of TRAILS) {
  let names: readonly string[] = [];
  const addOthers = async (aws: EmbeddedAws) => {
    names = await addTrails(aws, trails - 1);
  };
  const aws = await openWorld('whole', template, {}, addOthers);
  const { cloudtrail } = connect(aws, aws.attacker);
  const setQuotas = (quotas: boolean) => Object.assign(aws.world.settings, { quotas });
  setQuotas(true);
  console.log(row('nothing to do', trails, await measure(aws)));
  setQuotas(false);
  Object.assign(aws.world.settings, { loseEvents: true });
  for (const Name of names) {
    await cloudtrail('UpdateTrail', {
      Name,
      EnableLogFileValidation: Name !== 'main',
      IsMultiRegionTrail: false,
    });
    await cloudtrail('StopLogging', { Name });
  }
  setQuotas(true);
  console.log(row('all trails off and narrowed', trails, await measure(aws)));
  await aws.close();
}
