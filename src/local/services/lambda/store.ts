import type { World } from '../../endpoint/world.ts';
import type { FunctionCode } from './code/function-code.ts';
import type { EventSourceMapping } from './event-source-mapping/mapping.ts';
import type { FunctionSettings } from './function-settings.ts';

/** Lambda's name for a function's code and settings as they are now; there are no published versions here. */
export const LATEST = '$LATEST';

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly tags: Map<string, string>;
  /** Statements of the resource policy by their id, JSON. */
  readonly permissions: Map<string, string>;
  code: FunctionCode;
  settings: FunctionSettings;
  modifiedAt: number;
  /** Changes with code and settings. */
  revisionId: string;
  reservedConcurrency: number | undefined;
  eventInvokeConfig: EventInvokeConfig | undefined;
}

/** How events are retried that nobody waits for. */
export interface EventInvokeConfig {
  readonly maximumRetryAttempts: number | undefined;
  readonly maximumEventAgeInSeconds: number | undefined;
  /** The queue that gets a record of what failed. */
  readonly onFailure: string | undefined;
  readonly modifiedAt: number;
}

const functions = { name: 'lambda.functions', create: () => new Map<string, LambdaFunction>() };
const mappings = { name: 'lambda.mappings', create: () => new Map<string, EventSourceMapping>() };

export const functionsOf = (world: World, accountId: string, region: string): Map<string, LambdaFunction> =>
  world.store(functions, accountId, region);

export const mappingsOf = (
  world: World,
  accountId: string,
  region: string,
): Map<string, EventSourceMapping> => world.store(mappings, accountId, region);
