import type { Parameter, ParameterHistory, ParameterMetadata } from '@aws-sdk/client-ssm';
import type { FoundVersion } from './find.ts';

/** A version as GetParameter shows it. */
export function asParameter({ parameter, version, selector }: FoundVersion): Parameter {
  return {
    Name: parameter.name,
    ARN: parameter.arn,
    Type: version.type,
    Value: version.value,
    Version: version.version,
    Selector: selector,
    LastModifiedDate: new Date(version.modifiedAt),
    DataType: 'text',
  };
}

/** A version as DescribeParameters shows it: everything but the value. */
export function asMetadata({ parameter, version }: FoundVersion): ParameterMetadata {
  return {
    Name: parameter.name,
    ARN: parameter.arn,
    Type: version.type,
    LastModifiedDate: new Date(version.modifiedAt),
    LastModifiedUser: version.modifiedBy,
    Description: version.description,
    AllowedPattern: version.allowedPattern,
    Version: version.version,
    Tier: version.tier,
    Policies: [],
    DataType: 'text',
  };
}

/** A version as GetParameterHistory shows it. */
export function asHistory(found: FoundVersion): ParameterHistory {
  const { ARN: _, ...metadata } = asMetadata(found);
  return { ...metadata, Value: found.version.value, Labels: [] };
}
