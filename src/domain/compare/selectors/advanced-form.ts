import type { AdvancedSelector, BasicSelector, EventSelectors, FieldSelector } from '../../parts.ts';

/** Selectors as advanced ones, without their names: a basic selector says the same in fewer words. */
export const advancedForm = ({
  EventSelectors = [],
  AdvancedEventSelectors = [],
}: EventSelectors): readonly Pick<AdvancedSelector, 'FieldSelectors'>[] => [
  ...AdvancedEventSelectors.map(({ FieldSelectors }) => ({ FieldSelectors })),
  ...EventSelectors.flatMap((selector) => [...managementOf(selector), ...dataOf(selector)]),
];

type Form = ReturnType<typeof advancedForm>;

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html */
function managementOf({
  IncludeManagementEvents,
  ExcludeManagementEventSources,
  ...selector
}: BasicSelector): Form {
  if (!IncludeManagementEvents) return [];
  const sources =
    ExcludeManagementEventSources.length > 0
      ? [{ Field: 'eventSource', NotEquals: ExcludeManagementEventSources }]
      : [];
  return [{ FieldSelectors: [category('Management'), ...kindsOf(selector), ...sources] }];
}

const dataOf = ({ DataResources, ...selector }: BasicSelector): Form =>
  DataResources.filter(({ Values }) => Values.length > 0).map(({ Type, Values }) => ({
    FieldSelectors: [
      category('Data'),
      { Field: 'resources.type', Equals: [Type] },
      ...kindsOf(selector),
      ...resourcesOf(Type, Values),
    ],
  }));

const category = (name: string): FieldSelector => ({ Field: 'eventCategory', Equals: [name] });

/** A type that is not known yet narrows in a way that is not known either. */
function kindsOf({ ReadWriteType }: Pick<BasicSelector, 'ReadWriteType'>): readonly FieldSelector[] {
  if (ReadWriteType === 'All') return [];
  if (ReadWriteType === 'ReadOnly') return [{ Field: 'readOnly', Equals: ['true'] }];
  if (ReadWriteType === 'WriteOnly') return [{ Field: 'readOnly', Equals: ['false'] }];
  return [{ Field: 'readOnly', [`is${String(ReadWriteType)}`]: ['true'] }];
}

/**
 * `arn:aws:s3` stands for all objects, and so for the other two. Objects are named by the beginning of their ARN, functions
 * and tables by the whole.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
 */
function resourcesOf(type: string, values: readonly string[]): readonly FieldSelector[] {
  if (values.some((value) => ALL_OF_A_SERVICE.test(value))) return [];
  const isWhole = type === 'AWS::Lambda::Function' || type === 'AWS::DynamoDB::Table';
  return [{ Field: 'resources.ARN', ...(isWhole ? { Equals: values } : { StartsWith: values }) }];
}

const ALL_OF_A_SERVICE = /^arn:[^:]+:(s3|lambda|dynamodb):{0,3}$/;
