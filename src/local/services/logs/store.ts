import type { LogGroupClass } from '@aws-sdk/client-cloudwatch-logs';
import type { World } from '../../endpoint/world.ts';

export interface LogEvent {
  readonly id: string;
  readonly timestamp: number;
  readonly ingestedAt: number;
  readonly message: string;
}

export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  /** In the order of their timestamps. */
  readonly events: LogEvent[];
}

export interface LogGroup {
  readonly name: string;
  /** Without the `:*` that some answers end it with. */
  readonly arn: string;
  readonly createdAt: number;
  readonly logGroupClass: LogGroupClass;
  readonly streams: Map<string, LogStream>;
  readonly tags: Map<string, string>;
  /** Kept forever without it. */
  retentionInDays: number | undefined;
  isDeletionProtected: boolean;
}

const groups = { name: 'logs.groups', create: () => new Map<string, LogGroup>() };

export const groupsOf = (world: World, accountId: string, region: string): Map<string, LogGroup> =>
  world.store(groups, accountId, region);
