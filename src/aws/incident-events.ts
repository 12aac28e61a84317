import { isJsonObject } from '../domain/json.ts';
import type { CallAws } from './call-aws.ts';

/** An incident for people's own rules: what they match by is part of the product's interface. */
interface IncidentEvent {
  /** The report as JSON, with its version in `schema`; at most 256 KB with everything else. */
  readonly document: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** ARNs that rules may match. */
  readonly resources: readonly string[];
}

export const EVENT_SOURCE = 'trailkeeper';
export const INCIDENT_DETAIL_TYPE = 'trailkeeper incident';

export interface IncidentEvents {
  /** @throws Error when EventBridge did not take it */
  put(event: IncidentEvent): Promise<void>;
}

/** Puts incidents on the default bus of a Region. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const makeIncidentEvents = (callAws: CallAws, region: string): IncidentEvents => ({
  async put({ document, at, resources }) {
    const entry = {
      Source: EVENT_SOURCE,
      DetailType: INCIDENT_DETAIL_TYPE,
      Detail: document,
      Time: new Date(at),
      Resources: resources,
    };
    const answer = await callAws({
      service: 'events',
      operation: 'PutEvents',
      region,
      input: { Entries: [entry] },
    });
    const failed = Array.isArray(answer.Entries) ? answer.Entries.filter(isJsonObject) : [];
    const first = failed.find(({ ErrorCode }) => ErrorCode);
    if (first)
      throw new Error(`EventBridge did not take the incident: ${first.ErrorCode}: ${first.ErrorMessage}`);
  },
});
