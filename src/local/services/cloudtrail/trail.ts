import type {
  AdvancedEventSelector,
  AggregationConfiguration,
  EventSelector,
  InsightSelector,
} from '@aws-sdk/client-cloudtrail';

/** What CreateTrail and UpdateTrail set, under AWS's own names. What is empty or was taken away is absent. */
export interface TrailSettings {
  readonly S3BucketName: string;
  readonly S3KeyPrefix?: string | undefined;
  /** As the caller gave it, name or ARN: AWS still answers with it beside the ARN. */
  readonly SnsTopicName?: string | undefined;
  readonly SnsTopicARN?: string | undefined;
  readonly IncludeGlobalServiceEvents: boolean;
  readonly IsMultiRegionTrail: boolean;
  readonly LogFileValidationEnabled: boolean;
  readonly CloudWatchLogsLogGroupArn?: string | undefined;
  readonly CloudWatchLogsRoleArn?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  /** Whether the calls that CloudTrail makes to deliver are logged as well. */
  readonly RecursiveLogging: boolean;
}

/** The basic or the advanced event selectors of a trail: putting one kind takes the other away. */
export type Selectors =
  | { readonly basic: readonly EventSelector[] }
  | { readonly advanced: readonly AdvancedEventSelector[] };

/** What makes a trail one of its organization, as long as both are what they were when it became one. */
export interface OrganizationLink {
  readonly id: string;
  /** CloudTrail's trusted access at the time. */
  readonly accessId: string;
}

/** A trail as it is at one moment. A change makes a new one, so that readers may be shown the earlier. */
export interface Trail {
  /** Tells it from an earlier trail of the same ARN. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly homeRegion: string;
  readonly settings: TrailSettings;
  /** Present on what was made an organization trail; whether it still is one, `isOrganizationTrail` says. */
  readonly organization?: OrganizationLink;
  readonly isLogging: boolean;
  /** Milliseconds since the epoch; absent until logging first started or stopped. */
  readonly startedAt?: number;
  readonly stoppedAt?: number;
  readonly selectors: Selectors;
  readonly insightSelectors: readonly InsightSelector[];
  readonly aggregations: readonly AggregationConfiguration[];
  readonly tags: ReadonlyMap<string, string>;
}

/** Whether calls in a Region can see the trail: at home, or as its shadow. */
export const isVisibleIn = (trail: Trail, region: string): boolean =>
  trail.homeRegion === region || trail.settings.IsMultiRegionTrail;
