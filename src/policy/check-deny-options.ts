import { parseArn } from '../domain/arn.ts';
import type { DenyOptions } from './deny-policy.ts';

const PARTITION = /^aws(-[a-z]+)*$/;
const ACCOUNT = /^\d{12}$/;
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;
/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html */
const TRAIL = /^trail\/[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/;
/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const ROLE = /^role\/([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

/** Every mistake in the options, in words; none when they are right. */
export function mistakesIn(options: DenyOptions): readonly string[] {
  const { trailArns = [], breakGlassRoleArns = [], guardRoleArn, partition } = options;
  return [
    ...trailArns.filter((arn) => !isTrailArn(arn)).map((arn) => `${quote(arn)} is no ARN of a trail`),
    ...breakGlassRoleArns.flatMap(mistakesInRole),
    ...(guardRoleArn === undefined ? [] : mistakesInRole(guardRoleArn)),
    ...(guardRoleArn !== undefined && breakGlassRoleArns.includes(guardRoleArn)
      ? [`${quote(guardRoleArn)} is both the guard and a break-glass role: then the guard could stop trails`]
      : []),
    ...(partition === undefined || PARTITION.test(partition) ? [] : [`${quote(partition)} is no partition`]),
  ];
}

function isTrailArn(text: string): boolean {
  const arn = parseArn(text);
  return (
    arn?.service === 'cloudtrail' &&
    PARTITION.test(arn.partition) &&
    REGION.test(arn.region) &&
    ACCOUNT.test(arn.accountId) &&
    TRAIL.test(arn.resource)
  );
}

function mistakesInRole(text: string): readonly string[] {
  if (/[*?]/.test(text)) return [`${quote(text)} has a wildcard: name each role by its exact ARN`];
  return isRoleArn(text) ? [] : [`${quote(text)} is no ARN of an IAM role`];
}

function isRoleArn(text: string): boolean {
  const arn = parseArn(text);
  return (
    arn?.service === 'iam' &&
    PARTITION.test(arn.partition) &&
    arn.region === '' &&
    ACCOUNT.test(arn.accountId) &&
    ROLE.test(arn.resource)
  );
}

const quote = (text: string) => JSON.stringify(text);
