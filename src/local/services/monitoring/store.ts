import type { ActionsSuppressedBy, StateValue } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../endpoint/world.ts';
import type { AlarmSettings } from './alarm-settings.ts';
import type { CompositeSettings } from './composite-settings.ts';

/** Values of one metric that were recorded together. */
export interface Point {
  readonly at: number;
  readonly sampleCount: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit?: string | undefined;
}

export interface StoredMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: ReadonlyMap<string, string>;
  readonly points: Point[];
}

interface AnyAlarm {
  readonly name: string;
  readonly arn: string;
  readonly tags: Map<string, string>;
  configuredAt: number;
  state: StateValue;
  stateReason: string;
  stateReasonData: string | undefined;
  stateChangedAt: number;
  /** Ends what goes on: evaluations, or waiting for a suppressor. */
  stop: () => void;
}

export interface MetricAlarm extends AnyAlarm {
  readonly kind: 'metric';
  settings: AlarmSettings;
}

/** An alarm about other alarms. */
export interface CompositeAlarm extends AnyAlarm {
  readonly kind: 'composite';
  settings: CompositeSettings;
  /** What keeps its actions from being carried out now. */
  suppressedBy: ActionsSuppressedBy | undefined;
}

export type Alarm = MetricAlarm | CompositeAlarm;

export interface Dashboard {
  readonly name: string;
  readonly arn: string;
  readonly body: string;
  readonly modifiedAt: number;
}

const metrics = { name: 'monitoring.metrics', create: () => new Map<string, StoredMetric>() };
const alarms = { name: 'monitoring.alarms', create: () => new Map<string, Alarm>() };
const dashboards = { name: 'monitoring.dashboards', create: () => new Map<string, Dashboard>() };

export const metricsOf = (world: World, accountId: string, region: string): Map<string, StoredMetric> =>
  world.store(metrics, accountId, region);

export const alarmsOf = (world: World, accountId: string, region: string): Map<string, Alarm> =>
  world.store(alarms, accountId, region);

/** Dashboards are one account's in all Regions together. */
export const dashboardsOf = (world: World, accountId: string): Map<string, Dashboard> =>
  world.store(dashboards, accountId, 'aws-global');
