import { parseArn } from '../domain/arn.ts';
import type { Trail } from '../domain/trail.ts';

/** One item of DescribeTrails' `trailList`, as far as it is read here. */
interface TrailItem {
  readonly Name?: string;
  readonly TrailARN?: string;
  readonly HomeRegion?: string;
  readonly IsMultiRegionTrail?: boolean;
  readonly IsOrganizationTrail?: boolean;
}

/**
 * The trails of a DescribeTrails answer, each once under its home Region (shadow trails have the ARN of the trail they
 * shadow).
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export function readTrails(answer: unknown): readonly Trail[] {
  const { trailList = [] } = answer as { readonly trailList?: readonly TrailItem[] };
  const trails = trailList.flatMap(readTrail);
  return [...new Map(trails.map((trail) => [trail.arn, trail])).values()];
}

function readTrail(item: TrailItem): readonly Trail[] {
  const { Name: name, TrailARN: arn } = item;
  const parts = parseArn(arn ?? '');
  if (!name || !arn || !parts) return [];
  return [
    {
      name,
      arn,
      accountId: parts.accountId,
      partition: parts.partition,
      homeRegion: item.HomeRegion ?? parts.region,
      isMultiRegion: item.IsMultiRegionTrail === true,
      isOrganization: item.IsOrganizationTrail === true,
    },
  ];
}
