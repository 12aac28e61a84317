import type { Baseline } from '../baseline/baseline.ts';
import { covers } from '../detect.ts';
import type { Drift, DriftPath } from '../drift.ts';
import type { JsonObject } from '../json.ts';
import type { EventSelectors, Parts } from '../parts.ts';
import type { RestoringCall } from '../restoring-call.ts';
import type { Step } from '../step.ts';
import type { Trail } from '../trail.ts';
import { EVERY_FIELD, inputOf, updatesFor } from './trail-steps-update.ts';

/**
 * What puts a trail's own configuration back, from the baseline alone. Selectors come before Insights and aggregation, which
 * CloudTrail takes only for events that are recorded.
 */
export function trailSteps(
  drifts: readonly Drift[],
  { parts }: Pick<Baseline, 'parts'>,
  trail: Pick<Trail, 'arn' | 'homeRegion'>,
): readonly Step[] {
  const weaker = drifts.filter((drift) => drift.class === 'weaker');
  const updates = updatesFor(weaker, parts.trail).map(({ input, paths }) =>
    stepOf('UpdateTrail', { Name: trail.arn, ...input }, paths, trail),
  );
  const puts = PUTS.flatMap(({ path, call, inputFor }) => {
    const paths = weaker.map((drift) => drift.path).filter((drifted) => covers(path, drifted));
    const names = paths.map((drifted) => drifted.slice(path.length + 1));
    const input = paths.length > 0 ? inputFor(parts, trail.arn, (name) => names.includes(name)) : null;
    return input ? [stepOf(call, input, paths, trail)] : [];
  });
  return [...updates, ...puts];
}

/** What makes a deleted trail again as it was approved. It does not log then: that takes a StartLogging. */
export function recreateSteps({ trail, parts }: Pick<Baseline, 'trail' | 'parts'>): readonly Step[] {
  const { TagsList } = tagsInput(parts, trail.arn, () => true) ?? {};
  const settings = inputOf(EVERY_FIELD, parts.trail, undefined);
  const creation = { Name: trail.name, ...settings, ...(TagsList ? { TagsList } : {}) };
  const puts = PUTS.filter(({ call }) => call !== 'AddTags').flatMap(({ path, call, inputFor }) => {
    const input = inputFor(parts, trail.arn, () => true);
    return input && !isOff(input) ? [stepOf(call, input, [path], trail)] : [];
  });
  return [stepOf('CreateTrail', creation, ['trail'], trail), ...puts];
}

interface Put {
  /** What it puts back; a path also stands for all below it. */
  readonly path: DriftPath;
  readonly call: RestoringCall;
  readonly inputFor: InputFor;
}

/** @returns null when the baseline declares nothing of it @param isWanted whether a field of the part is to be put back */
type InputFor = (parts: Parts, arn: string, isWanted: (name: string) => boolean) => JsonObject | null;

const PUTS: readonly Put[] = [
  { path: 'eventSelectors', call: 'PutEventSelectors', inputFor: selectorsInput },
  {
    path: 'insightSelectors',
    call: 'PutInsightSelectors',
    inputFor: ({ insightSelectors }, arn) =>
      insightSelectors ? { TrailName: arn, InsightSelectors: insightSelectors } : null,
  },
  {
    path: 'eventConfiguration.AggregationConfigurations',
    call: 'PutEventConfiguration',
    inputFor: aggregationInput,
  },
  { path: 'tags', call: 'AddTags', inputFor: tagsInput },
];

/** It replaces all selectors, and those of the other kind. */
function selectorsInput({ eventSelectors }: Parts, arn: string): JsonObject | null {
  if (!eventSelectors) return null;
  const { EventSelectors, AdvancedEventSelectors } = eventSelectors;
  if (!AdvancedEventSelectors) return { TrailName: arn, EventSelectors: EventSelectors ?? [] };
  return { TrailName: arn, AdvancedEventSelectors: AdvancedEventSelectors.map(withoutNoName) };
}

/** A name is optional, and has at least one character. */
const withoutNoName = ({ Name, FieldSelectors }: Advanced): JsonObject =>
  Name === null ? { FieldSelectors } : { Name, FieldSelectors };

type Advanced = NonNullable<EventSelectors['AdvancedEventSelectors']>[number];

/** Of it a trail has only the aggregation; it refuses what belongs to event data stores. */
function aggregationInput({ eventConfiguration }: Parts, arn: string): JsonObject | null {
  const AggregationConfigurations = eventConfiguration?.AggregationConfigurations;
  return AggregationConfigurations ? { TrailName: arn, AggregationConfigurations } : null;
}

function tagsInput(
  { tags = {} }: Parts,
  arn: string,
  isWanted: (name: string) => boolean,
): JsonObject | null {
  const wanted = Object.entries(tags).filter(([key]) => isWanted(key) && !key.startsWith('aws:'));
  return wanted.length > 0
    ? { ResourceId: arn, TagsList: wanted.map(([Key, Value]) => ({ Key, Value })) }
    : null;
}

/** A new trail has no Insights and aggregates nothing. */
const isOff = (input: JsonObject): boolean =>
  Object.values(input).some((value) => Array.isArray(value) && value.length === 0);

const stepOf = (
  call: RestoringCall,
  input: JsonObject,
  paths: readonly DriftPath[],
  { arn, homeRegion }: Pick<Trail, 'arn' | 'homeRegion'>,
): Step => ({ call, input, region: homeRegion, trailArn: arn, paths });
