import type { FinishedCall } from '../../endpoint/operation.ts';
import { ec2QueryName } from '../../endpoint/protocols/ec2-query.ts';
import type { Schema } from '../../endpoint/schemas.ts';
import { serviceModel } from '../../endpoint/service-models.ts';
import { asRecordedXml } from './recorded-xml.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** Older operations, whose records have a list of their own: the member, how its list is called, and what an element. */
const itemized = new Map<string, readonly [member: string, list: string, item: string]>([
  ['DescribeRegions', ['RegionNames', 'regionSet', 'regionName']],
  ['DescribeVpcs', ['VpcIds', 'vpcSet', 'vpcId']],
]);

/**
 * EC2 records what came in as the XML that it makes of it: below the name of the request, each element of a list with the number that
 * it had in the form.
 * @example { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: 'fl-0123456789abcdef0' } } }
 */
export function ec2Parameters({ operation, input }: FinishedCall): Parameters {
  const list = itemized.get(operation);
  if (list) return itemizedParameters(list, Object(input) as Parameters);
  const schema = serviceModel('ec2')?.operations.get(operation)?.input;
  return { [`${operation}Request`]: schema ? elementsOf(schema, input) : '' };
}

/** @see https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.vpc-remove-flow-logs/ (its record of DeleteFlowLogs) */
export function ec2Elements({ operation, output, call }: FinishedCall): Parameters {
  const service = serviceModel('ec2');
  const schema = service?.operations.get(operation)?.output;
  const elements = schema ? Object(asRecordedXml(schema, output ?? {})) : {};
  return {
    [`${operation}Response`]: { xmlns: service?.xmlNamespace, requestId: call.requestId, ...elements },
  };
}

function itemizedParameters(
  [member, list, item]: readonly [member: string, list: string, item: string],
  input: Parameters,
): Parameters {
  const { Filters = [], AllRegions } = input as { Filters?: readonly Parameters[]; AllRegions?: boolean };
  const values = (input[member] ?? []) as readonly unknown[];
  return {
    [list]: itemsOf(values.map((value) => ({ [item]: value }))),
    ...((list !== 'regionSet' || Filters.length > 0) && { filterSet: itemsOf(Filters.map(recordedFilter)) }),
    ...(AllRegions !== undefined && { allRegions: AllRegions }),
  };
}

const itemsOf = (items: readonly Parameters[]): Parameters => (items.length > 0 ? { items } : {});

const recordedFilter = ({ Name, Values }: Parameters): Parameters => ({
  name: Name,
  valueSet: itemsOf(((Values ?? []) as readonly unknown[]).map((value) => ({ value }))),
});

function elementsOf(schema: Schema, value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (schema.isListSchema()) return numbered(schema, value as readonly unknown[]);
  if (!schema.isStructSchema()) return value;
  const values = Object(value) as Parameters;
  const members = [...schema.structIterator()].filter(([name]) => !isEmpty(values[name]));
  if (members.length === 0) return '';
  return Object.fromEntries(
    members.map(([name, member]) => [ec2QueryName(member, name), elementsOf(member, values[name])]),
  );
}

/** A list of one element is that element. */
function numbered(schema: Schema, values: readonly unknown[]): unknown {
  const elements = values.map((value, index) => {
    const element = elementsOf(schema.getValueSchema(), value);
    const content = schema.getValueSchema().isStructSchema() ? Object(element) : { content: element };
    return { tag: index + 1, ...content };
  });
  return elements.length === 1 ? elements[0] : elements;
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
