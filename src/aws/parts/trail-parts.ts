import { canonicalPart } from '../../domain/canonical/part.ts';
import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import type { PartName, PartValues } from '../../domain/parts.ts';
import { type Part, type PartsRead, readPart } from '../../domain/snapshot.ts';
import type { Trail } from '../../domain/trail.ts';
import { orNullFor } from '../aws-error.ts';
import type { CallAws } from '../call-aws.ts';

/**
 * The trail's own parts. Its settings are those it was listed with; a trail of which only the name is known is asked for
 * them.
 */
export async function readTrailParts(trail: Trail, callAws: CallAws): Promise<PartsRead> {
  const { arn, homeRegion, settings } = trail;
  const ask = (operation: string, input: JsonObject) =>
    callAws({ service: 'cloudtrail', operation, region: homeRegion, input });
  const read = <Name extends PartName>(
    name: Name,
    answer: () => Promise<unknown>,
  ): Promise<Part<PartValues[Name]>> => readPart(async () => canonicalPart(name, await answer()));

  const [own, eventSelectors, insightSelectors, eventConfiguration, tags] = await Promise.all([
    settings
      ? ({ read: true, value: settings } as const)
      : read('trail', async () => (await ask('GetTrail', { Name: arn })).Trail),
    read('eventSelectors', () => ask('GetEventSelectors', { TrailName: arn })),
    // CloudTrail does not answer an empty list for a trail without Insights.
    read('insightSelectors', () =>
      orNullFor(ask('GetInsightSelectors', { TrailName: arn }), ['InsightNotEnabledException']),
    ),
    read('eventConfiguration', () => ask('GetEventConfiguration', { TrailName: arn })),
    read('tags', async () => tagsOf(await ask('ListTags', { ResourceIdList: [arn] }), arn)),
  ]);
  return { trail: own, eventSelectors, insightSelectors, eventConfiguration, tags: asElsewhere(tags) };
}

/**
 * Of a trail that was listed this says whose it is. Whether a delegated administrator may read the tags is not documented.
 * @see https://github.com/turbot/steampipe-plugin-aws/issues/577 (a member account)
 */
const asElsewhere = <T>(tags: Part<T>): Part<T> =>
  !tags.read && tags.reason.startsWith('CloudTrailARNInvalidException')
    ? { ...tags, isElsewhere: true }
    : tags;

/** @throws Error when the answer is not about this trail */
function tagsOf({ ResourceTagList }: JsonObject, arn: string): unknown {
  const lists = Array.isArray(ResourceTagList) ? ResourceTagList.map(asJsonObject) : [];
  const own = lists.find(({ ResourceId }) => ResourceId === arn);
  if (!own) throw new Error('ListTags did not answer for the trail');
  return own.TagsList;
}
