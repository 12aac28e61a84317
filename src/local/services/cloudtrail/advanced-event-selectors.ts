import type { AdvancedEventSelector, AdvancedFieldSelector } from '@aws-sdk/client-cloudtrail';
import { EXCLUDABLE_SOURCES, invalidSelectors } from './event-selectors.ts';

const MAX_VALUES = 500;
export const OPERATORS = [
  'Equals',
  'NotEquals',
  'StartsWith',
  'NotStartsWith',
  'EndsWith',
  'NotEndsWith',
] as const;
/** Fields that take `Equals` alone. */
const EQUALS_ONLY: readonly unknown[] = ['eventCategory', 'readOnly', 'resources.type'];

/**
 * Which fields a trail's selector of each category may and must name.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
 */
const categories = new Map<string | undefined, { fields: readonly string[]; required: readonly string[] }>([
  ['Management', { fields: ['eventCategory', 'eventSource', 'readOnly'], required: [] }],
  [
    'Data',
    {
      fields: [
        'eventCategory',
        'eventName',
        'eventSource',
        'eventType',
        'readOnly',
        'resources.ARN',
        'resources.type',
        'sessionCredentialFromConsole',
        'userIdentity.arn',
      ],
      required: ['resources.type'],
    },
  ],
  [
    'NetworkActivity',
    {
      fields: ['errorCode', 'eventCategory', 'eventName', 'eventSource', 'vpcEndpointId'],
      required: ['eventSource'],
    },
  ],
]);

/**
 * Checks advanced event selectors.
 * @throws ServiceError `InvalidEventSelectorsException`
 */
export function checkAdvancedEventSelectors(selectors: readonly AdvancedEventSelector[]): void {
  if (selectors.length === 0) throw invalidSelectors('A trail has at least one advanced event selector.');
  const values = selectors.flatMap(fieldsOf).flatMap(valuesOf);
  if (values.length > MAX_VALUES) {
    throw invalidSelectors(`Advanced event selectors have at most ${MAX_VALUES} values.`);
  }
  for (const selector of selectors) checkSelector(fieldsOf(selector));
}

function checkSelector(fields: readonly AdvancedFieldSelector[]): void {
  const names = fields.map(({ Field }) => Field);
  if (new Set(names).size < names.length) throw invalidSelectors('A field can be selected only once.');
  const category = fields.find(({ Field }) => Field === 'eventCategory')?.Equals;
  const rule = category?.length === 1 ? categories.get(category[0]) : undefined;
  if (!rule) throw invalidSelectors('eventCategory must equal Management, Data or NetworkActivity.');
  const missing = rule.required.find((name) => !names.includes(name));
  if (missing) throw invalidSelectors(`${missing} is required for eventCategory ${category}.`);
  const wrong = names.find((name) => !rule.fields.includes(name ?? ''));
  if (wrong) throw invalidSelectors(`The field ${wrong} is not supported for eventCategory ${category}.`);
  for (const field of fields) checkField(field);
  if (category?.[0] === 'Management') checkManagementSource(fields);
}

function checkField(field: AdvancedFieldSelector): void {
  const used = OPERATORS.filter((operator) => field[operator] !== undefined);
  if (used.length === 0 || used.some((operator) => field[operator]?.length === 0)) {
    throw invalidSelectors(`The field ${field.Field} needs an operator with at least one value.`);
  }
  if (EQUALS_ONLY.includes(field.Field) && used.some((operator) => operator !== 'Equals')) {
    throw invalidSelectors(`The field ${field.Field} takes only Equals.`);
  }
  if (field.Field === 'readOnly' && !['true', 'false'].includes(String(field.Equals))) {
    throw invalidSelectors('readOnly must equal true or false.');
  }
}

/** Management events can only leave two sources out. */
function checkManagementSource(fields: readonly AdvancedFieldSelector[]): void {
  const source = fields.find(({ Field }) => Field === 'eventSource');
  if (!source) return;
  const isExclusion = OPERATORS.every((operator) => operator === 'NotEquals' || !source[operator]);
  if (isExclusion && source.NotEquals?.every((value) => EXCLUDABLE_SOURCES.includes(value))) return;
  throw invalidSelectors('eventSource can only be NotEquals kms.amazonaws.com or rdsdata.amazonaws.com.');
}

const fieldsOf = ({ FieldSelectors = [] }: AdvancedEventSelector) => FieldSelectors;
const valuesOf = (field: AdvancedFieldSelector) => OPERATORS.flatMap((operator) => field[operator] ?? []);
