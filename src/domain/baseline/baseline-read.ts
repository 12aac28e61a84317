import { parseArn } from '../arn.ts';
import { asJsonObject, isJsonObject } from '../json.ts';
import { type Approval, BASELINE_SCHEMA, type Baseline, type BaselineTrail } from './baseline.ts';
import { PART_SHAPES } from './baseline-part-shapes.ts';
import { checkShape, type Shape, tell } from './baseline-shape.ts';
import { count, nullable, oneOf, record, text, time } from './baseline-shapes.ts';
import type { BaselineReading } from './baseline-store.ts';

/** Everything of a baseline but its parts: what a manifest repeats. */
export type BaselineHead = Omit<Baseline, 'parts'>;

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html */
const TRAIL_NAME = text('a trail’s name', /^[A-Za-z0-9][\w.-]+$/, 128);

const trailShape: Shape = (value, where, check) => {
  record<BaselineTrail>({
    name: TRAIL_NAME,
    arn: text('a trail’s ARN'),
    accountId: text('an account of 12 digits', /^\d{12}$/, 12),
    homeRegion: text('a Region', /^[a-z0-9-]+$/, 32),
  })(value, where, check);
  const { name, arn, accountId, homeRegion } = asJsonObject(value);
  const parsed = typeof arn === 'string' ? parseArn(arn) : undefined;
  const fits =
    parsed?.service === 'cloudtrail' &&
    parsed.region === homeRegion &&
    parsed.accountId === accountId &&
    parsed.resource === `trail/${String(name)}`;
  if (isJsonObject(value) && !fits && !check.isPartial)
    tell(check, `${where}.arn`, 'must be the ARN of the trail, account and home Region beside it');
};

export const HEAD_SHAPES: { readonly [Name in keyof BaselineHead]: Shape } = {
  schema: oneOf(BASELINE_SCHEMA),
  trail: trailShape,
  version: count(1),
  approval: record<Approval>({
    how: oneOf('deployment', 'adopt', 'approve', 'principal', 'import', 'retire'),
    at: time,
    by: text('who approved it', /./),
    reason: nullable(text('a reason', undefined, 1000)),
  }),
  state: oneOf('guarded', 'retired'),
  mode: oneOf('restore', 'notify', null),
  bucketOwner: nullable(text('an account of 12 digits', /^\d{12}$/, 12)),
  organizationId: nullable(text('an organization’s id, o-…', /^o-[a-z0-9]{10,32}$/, 34)),
};

const { trail: settings, ...dependencies } = PART_SHAPES;

const partsShape: Shape = (value, where, check) => {
  record<Baseline['parts']>({ trail: settings }, dependencies)(value, where, check);
  const { bucket, trail } = asJsonObject(value);
  if (check.isPartial || !isJsonObject(bucket) || !isJsonObject(trail)) return;
  if (bucket.Name !== trail.S3BucketName)
    tell(check, `${where}.bucket.Name`, 'must be the bucket that the trail delivers to');
};

const baselineShape = record<Baseline>({ ...HEAD_SHAPES, parts: partsShape });

/**
 * A baseline out of whatever a document says: all of its mistakes at once, each with its place and what is allowed there.
 * @param value as JSON gives it
 */
export function readBaseline(value: unknown): BaselineReading {
  const mistakes = checkShape(baselineShape, value);
  return mistakes.length > 0 ? { mistakes } : { baseline: value as Baseline };
}

/** The mistakes of what people wrote by hand: the same, but nothing has to be there. */
export const checkPartialBaseline = (value: unknown): readonly string[] =>
  checkShape(baselineShape, value, true);
