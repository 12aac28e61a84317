import type { RecursiveLoop } from '@aws-sdk/client-lambda';
import type { World } from '../../endpoint/world.ts';
import type { FunctionCode } from './code/function-code.ts';
import type { EventSourceMapping } from './event-source-mapping/mapping.ts';
import type { FunctionSettings } from './function-settings.ts';

/** Lambda's name for a function's code and settings as they are now. */
export const LATEST = '$LATEST';

/** A function as it is now, one of its published versions, or what an alias stands for: each can be invoked. */
export interface LambdaFunction {
  readonly name: string;
  /** With the version or alias behind it, unless it is the function as it is now. */
  readonly arn: string;
  /** `$LATEST` or a number. */
  readonly version: string;
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
  /** What happens when it and a queue or topic call each other without end. */
  recursiveLoop: RecursiveLoop;
  /** Published versions by number, oldest first. Only the function as it is now has them. */
  readonly versions: Map<string, LambdaFunction>;
  readonly aliases: Map<string, Alias>;
  /** Numbers are not given twice. */
  versionsMade: number;
}

/** A name for a published version, or for the function as it is now. */
export interface Alias {
  readonly name: string;
  description: string;
  revisionId: string;
  /** The version with the alias's own ARN and permissions. */
  target: LambdaFunction;
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
