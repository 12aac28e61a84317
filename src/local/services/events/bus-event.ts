import { randomUUID } from 'node:crypto';

/** An event as rules and targets see it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** `2026-01-31T12:00:00Z` */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** Of events that come out of an archive. */
  readonly 'replay-name'?: string;
}

/** An event before it is on the bus. */
export type NewBusEvent = Omit<BusEvent, 'version' | 'id'> & { readonly id?: string };

/** In the order in which EventBridge writes the fields. */
export const toBusEvent = (event: NewBusEvent): BusEvent => ({
  version: '0',
  id: event.id ?? randomUUID(),
  'detail-type': event['detail-type'],
  source: event.source,
  account: event.account,
  time: event.time,
  region: event.region,
  resources: event.resources,
  detail: event.detail,
});
