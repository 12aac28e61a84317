import type { ParameterValue } from './scope.ts';

interface Place {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly stackId: string;
  readonly stackName: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
export const pseudoParameters = (place: Place): ReadonlyMap<string, ParameterValue> =>
  new Map<string, ParameterValue>([
    ['AWS::AccountId', place.accountId],
    ['AWS::NotificationARNs', []],
    ['AWS::Partition', place.partition],
    ['AWS::Region', place.region],
    ['AWS::StackId', place.stackId],
    ['AWS::StackName', place.stackName],
    ['AWS::URLSuffix', place.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
  ]);

export const pseudoParameterNames: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);
