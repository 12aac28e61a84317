import { parseArn } from './arn.ts';
import type { Baseline } from './baseline/baseline.ts';
import type { JudgedCall } from './judgement.ts';
import { isOwnPart } from './own-parts.ts';
import type { NamedFilter, Parts } from './parts.ts';
import type { Settings } from './settings.ts';
import type { Trail } from './trail.ts';
import { trailOfCall } from './trail.ts';

/** What a call is about, as far as it is any of this guard's business. */
export type About =
  | { readonly kind: 'trail'; readonly trail: Trail }
  /** Something that these trails depend on. */
  | { readonly kind: 'dependency'; readonly arns: readonly string[] }
  /** A trail that no read shows. */
  | { readonly kind: 'unknown-trail' }
  | { readonly kind: 'guard' }
  /** The account, its organization, or other detectors: no trail's, and everybody's. */
  | { readonly kind: 'account' }
  | { readonly kind: 'nothing' };

const CLOUDTRAIL = 'cloudtrail.amazonaws.com';

/** Matches what a record names against what is known; nothing else of it is used. */
export function aboutOf(
  { call, judgement }: Pick<JudgedCall, 'call' | 'judgement'>,
  trails: readonly Trail[],
  baselines: readonly Baseline[],
  settings: Settings,
): About {
  const trail = trailOfCall(trails, call);
  if (trail) return { kind: 'trail', trail };
  const arns = baselines
    .filter((baseline) => dependsOn(baseline, call.targets))
    .map(({ trail: { arn } }) => arn);
  if (arns.length > 0) return { kind: 'dependency', arns };
  if (call.targets.some((target) => isOwnPart(target, settings))) return { kind: 'guard' };
  // What CloudTrail does in a caller's name follows from a call on CloudTrail, which is told by itself.
  if (call.sourceIp === CLOUDTRAIL && call.eventSource !== CLOUDTRAIL) return { kind: 'nothing' };
  if (judgement.subject === 'account' || judgement.subject === 'eventDataStore') return { kind: 'account' };
  return call.eventSource === CLOUDTRAIL ? { kind: 'unknown-trail' } : { kind: 'nothing' };
}

/** The trails that something is about. */
export const arnsOf = (about: About): readonly string[] => {
  if (about.kind === 'trail') return [about.trail.arn];
  return about.kind === 'dependency' ? about.arns : [];
};

/** Whether a record names something that a trail must depend on, or the whole account with it. */
export const dependsOn = (baseline: Baseline, targets: readonly string[]): boolean => {
  const names = new Set([...namesOf(baseline), ...accountsOf(baseline)]);
  return targets.some((target) => names.has(target));
};

/** The trail's own, and those in which it has its bucket and its log group. */
const accountsOf = ({ trail, bucketOwner, parts }: Baseline): readonly string[] =>
  [trail.accountId, bucketOwner, parseArn(parts.trail.CloudWatchLogsLogGroupArn ?? '')?.accountId].flatMap(
    (account) => account || [],
  );

/** By all the names that records give them: bucket and ARN, key id and ARN, log group and role by name and ARN. */
function namesOf({ trail: { arn }, parts }: Baseline): ReadonlySet<string> {
  const { trail } = parts;
  const arns = [
    `arn:${parseArn(arn)?.partition}:s3:::${trail.S3BucketName}`,
    trail.KmsKeyId,
    trail.SnsTopicARN,
    trail.CloudWatchLogsLogGroupArn?.replace(/:\*$/, ''),
    trail.CloudWatchLogsRoleArn,
  ].flatMap((arn) => arn || []);
  // An alarm names the metric that a filter makes of the log group.
  const metrics = (parts['logGroup.metricFilters'] ?? []).flatMap(metricNamesOf);
  return new Set([
    ...arns,
    ...arns.map(nameIn),
    ...arns.map((arn) => `${arn}:*`),
    ...metrics,
    ...aliasesOf(parts),
    ...policiesOf(parts),
    ...alarmsOf(parts),
  ]);
}

/** A record of UpdateAlias names the alias and its new key, not the one that it meant before. */
const aliasesOf = ({ trail, 'key.aliases': aliases = [] }: Baseline['parts']): readonly string[] =>
  aliases.flatMap((name) => [name, (trail.KmsKeyId ?? '').replace(/key\/.*$/, name)]);

/** Of the role, those of its own account: nobody changes AWS's. */
const policiesOf = ({ role }: Parts): readonly string[] =>
  Object.keys(role?.AttachedPolicies ?? {}).filter(
    (policy) => parseArn(policy)?.accountId === parseArn(role?.Arn ?? '')?.accountId,
  );

/** Most calls on an alarm name nothing else; a refusal names its ARN. */
function alarmsOf({ trail, 'logGroup.alarms': alarms = [] }: Baseline['parts']): readonly string[] {
  const group = parseArn(trail.CloudWatchLogsLogGroupArn ?? '');
  const arn = `arn:${group?.partition}:cloudwatch:${group?.region}:${group?.accountId}:alarm`;
  return alarms.flatMap(({ AlarmName }) => [AlarmName, `${arn}:${AlarmName}`]);
}

const metricNamesOf = ({ metricTransformations }: NamedFilter): readonly string[] =>
  (Array.isArray(metricTransformations) ? metricTransformations : []).flatMap(({ metricName }) =>
    typeof metricName === 'string' ? metricName : [],
  );

/** `arn:aws:kms:…:key/<id>` → the id; a log group's name keeps its slashes, a role's path is no part of its name. */
const nameIn = (arn: string): string => {
  const resource = arn.split(':').slice(5).join(':');
  if (resource.startsWith('log-group:')) return resource.slice('log-group:'.length);
  return resource.split('/').at(-1) ?? resource;
};
