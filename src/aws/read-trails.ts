import { parseArn } from '../domain/arn.ts';
import { canonicalTrail } from '../domain/canonical/trail.ts';
import { asJsonObject } from '../domain/json.ts';
import type { Trail } from '../domain/trail.ts';

/**
 * The trails of a DescribeTrails answer, each once under its home Region (shadow trails have the ARN of the trail they
 * shadow).
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
 */
export function readTrails(answer: unknown): readonly Trail[] {
  const { trailList } = asJsonObject(answer);
  const trails = Array.isArray(trailList) ? trailList.flatMap((item: unknown) => readTrail(item) ?? []) : [];
  return [...new Map(trails.map((trail) => [trail.arn, trail])).values()];
}

/** One trail as DescribeTrails or GetTrail answers it; null when it has no name or ARN. */
export function readTrail(answer: unknown): Trail | null {
  const { Name, TrailARN, HomeRegion } = asJsonObject(answer);
  if (typeof Name !== 'string' || typeof TrailARN !== 'string') return null;
  const arn = parseArn(TrailARN);
  if (!Name || !arn) return null;
  const settings = canonicalTrail(answer);
  return {
    name: Name,
    arn: TrailARN,
    accountId: arn.accountId,
    partition: arn.partition,
    homeRegion: typeof HomeRegion === 'string' && HomeRegion ? HomeRegion : arn.region,
    isMultiRegion: settings.IsMultiRegionTrail,
    isOrganization: settings.IsOrganizationTrail,
    settings,
  };
}
