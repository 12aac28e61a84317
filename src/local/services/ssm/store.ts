import type { ParameterTier, ParameterType } from '@aws-sdk/client-ssm';
import type { Call } from '../../endpoint/operation.ts';

export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly type: ParameterType;
  readonly tier: ParameterTier;
  readonly description?: string | undefined;
  readonly allowedPattern?: string | undefined;
  readonly modifiedAt: number;
  /** ARN of who wrote this version. */
  readonly modifiedBy: string;
}

export interface StoredParameter {
  readonly name: string;
  readonly arn: string;
  /** Newest last. */
  readonly versions: readonly ParameterVersion[];
  readonly tags: Map<string, string>;
}

const parameters = { name: 'ssm.parameters', create: () => new Map<string, StoredParameter>() };

export const parametersOf = ({ world, accountId, region }: Call): Map<string, StoredParameter> =>
  world.store(parameters, accountId, region);
