import { parseArn } from '../arn.ts';
import type { Drift } from '../drift.ts';
import type { TrailSettings } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';

type Field = keyof TrailSettings;

/** On is more: more is recorded, or what is recorded can be proven. */
const FLAGS = [
  'IsMultiRegionTrail',
  'IncludeGlobalServiceEvents',
  'IsOrganizationTrail',
  'LogFileValidationEnabled',
  'RecursiveLogging',
] as const satisfies readonly Field[];

/** Where log files go. Any other place is one where nobody looks for them, so a first prefix is no gain either. */
const PLACES = ['S3BucketName', 'S3KeyPrefix'] as const satisfies readonly Field[];

/** A first one adds something. Another account's does not: its owner then decides who reads the logs, or hears of them. */
const ADDITIONS = [
  'KmsKeyId',
  'CloudWatchLogsLogGroupArn',
  'CloudWatchLogsRoleArn',
  'SnsTopicARN',
] as const satisfies readonly Field[];

/**
 * Compares a trail's settings. A field that one side does not tell, because an older SDK read it, is not compared.
 * @param about left out: keys and topics are taken for the account's own
 */
export function compareTrail(
  expected: TrailSettings,
  actual: TrailSettings,
  about?: Pick<ComparedTrail, 'accountId'>,
): readonly Drift[] {
  const differs = (field: Field) =>
    expected[field] !== undefined && actual[field] !== undefined && expected[field] !== actual[field];
  const drift = (field: Field, verdict: Verdict): Drift => ({
    path: `trail.${field}`,
    expected: expected[field],
    actual: actual[field],
    ...verdict,
  });
  return [
    ...PLACES.filter(differs).map((field) => drift(field, { class: 'weaker' })),
    ...ADDITIONS.filter(differs).map((field) =>
      drift(field, judgeAddition(expected[field], actual[field], about)),
    ),
    ...FLAGS.filter(differs).map((field) => drift(field, { class: actual[field] ? 'stronger' : 'weaker' })),
  ];
}

type Verdict = Pick<Drift, 'class' | 'evidence'>;

function judgeAddition(
  expected: string | null,
  actual: string | null,
  about: Pick<ComparedTrail, 'accountId'> | undefined,
): Verdict {
  const owner = parseArn(actual ?? '')?.accountId;
  if (about && owner && owner !== about.accountId && owner !== parseArn(expected ?? '')?.accountId) {
    return { class: 'weaker', evidence: `it belongs to account ${owner}` };
  }
  return { class: expected === null ? 'stronger' : 'weaker' };
}
