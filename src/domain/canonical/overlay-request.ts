import type { JsonObject } from '../json.ts';
import type { Parts, TrailSettings } from '../parts.ts';
import { canonicalEventConfiguration } from './event-configuration.ts';
import { canonicalEventSelectors } from './event-selectors.ts';
import { objectsOf, textOf } from './fields.ts';
import { canonicalInsightSelectors } from './insight-selectors.ts';
import { tagsAfterRequest, trailFieldsOfRequest, withApiNames } from './request.ts';
import { canonicalTrail } from './trail.ts';

/** What a call's record tells; both null when the record left them out. */
export interface RecordedCall {
  readonly eventName: string;
  readonly request: JsonObject | null;
  readonly response: JsonObject | null;
}

/**
 * The state that this call alone would make of the baseline: what it set, everything else as it must be. CloudTrail's
 * responses echo the resulting state, so a value comes from there if it can: a key by its ARN, a topic too.
 * @returns null when the record does not tell, or the call sets nothing of a trail
 */
export function overlayRequest(expected: Parts, call: RecordedCall): Parts | null {
  const overlay = OVERLAYS.get(call.eventName)?.(expected, call);
  return overlay ? { ...expected, ...overlay } : null;
}

type Overlay = (expected: Parts, call: RecordedCall) => Parts | null;

const OVERLAYS = new Map<string, Overlay>([
  ['UpdateTrail', overlayTrail],
  [
    'PutEventSelectors',
    replacing('eventSelectors', ['EventSelectors', 'AdvancedEventSelectors'], canonicalEventSelectors),
  ],
  ['PutInsightSelectors', replacing('insightSelectors', ['InsightSelectors'], canonicalInsightSelectors)],
  [
    'PutEventConfiguration',
    replacing(
      'eventConfiguration',
      ['AggregationConfigurations', 'ContextKeySelectors', 'MaxEventSize'],
      canonicalEventConfiguration,
    ),
  ],
  ['AddTags', overlayTags],
  ['RemoveTags', overlayTags],
]);

function overlayTrail({ trail }: Parts, { request, response }: RecordedCall): Parts | null {
  if (!trail) return null;
  const echoed = response && holdsTrail(response) ? canonicalTrail(withApiNames(response)) : null;
  // A request that was too large for the record names no field: then the echo is all that is known.
  if (!request || request.omitted === true) return echoed && { trail: echoed };
  const given = trailFieldsOfRequest(request);
  if (!echoed) return { trail: { ...trail, ...withExpectedArns(given, trail) } };
  const named = Object.entries(given).map(([name, value]) => {
    const echo = echoed[name as keyof TrailSettings];
    return [name, echo === undefined ? value : echo] as const;
  });
  return { trail: { ...trail, ...Object.fromEntries(named) } };
}

const holdsTrail = (response: JsonObject): boolean => typeof response.s3BucketName === 'string';

/** A key and a topic can be given by id or name: without an echo, those of the baseline's own ARN mean it. */
function withExpectedArns(given: Partial<TrailSettings>, expected: TrailSettings): Partial<TrailSettings> {
  const names = (['KmsKeyId', 'SnsTopicARN'] as const).filter(
    (name) => given[name] && expected[name]?.split(/[:/]/).pop() === given[name],
  );
  return { ...given, ...Object.fromEntries(names.map((name) => [name, expected[name]])) };
}

/** These calls replace the whole of their part. */
function replacing<Name extends 'eventSelectors' | 'insightSelectors' | 'eventConfiguration'>(
  name: Name,
  fields: readonly string[],
  canonical: (answer: unknown) => unknown,
): Overlay {
  return (_, { request, response }) => {
    const holder = [response, request]
      .map((recorded) => withApiNames(recorded) as JsonObject | null)
      .find((recorded) => recorded && fields.some((field) => recorded[field] !== undefined));
    return holder ? { [name]: canonical(holder) } : null;
  };
}

function overlayTags({ tags }: Parts, { eventName, request }: RecordedCall): Parts | null {
  const isTold = objectsOf(request?.tagsList).some(({ key }) => textOf(key) !== '');
  return tags && request && isTold ? { tags: tagsAfterRequest(tags, eventName, request) } : null;
}
