import { BOOLEAN, byName, DATE, type Members, NUMBER, STRING, shapesOf, strings } from './written-schemas.ts';

// What EC2's client publishes is of 700 operations and a megabyte; these are the ones that are served. A test holds them against it.
// @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html

const { structure, list, operation } = shapesOf('com.amazonaws.ec2');

/** A member or an element by its name in XML, which in a form begins with a capital. */
const named = (xmlName: string, shape: unknown) => [
  typeof shape === 'number' ? shape : () => shape,
  { xmlName },
];

const listOf = (name: string, element: unknown, xmlName = 'item') => list(name, named(xmlName, element));
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** In answers names begin with a small letter. */
const answered = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).map(([name, shape]) => [name, named(lowerFirst(name), shape)]));

const tags = listOf('TagList', structure('Tag', {}, answered(strings('Key', 'Value'))));
const texts = listOf('ValueStringList', STRING);
const filters = listOf(
  'FilterList',
  structure('Filter', {}, { Name: STRING, Values: named('Value', texts) }),
  'Filter',
);
const tagSpecifications = listOf(
  'TagSpecificationList',
  structure('TagSpecification', {}, { ...answered({ ResourceType: STRING }), Tags: named('Tag', tags) }),
);
const tagFields = listOf(
  'TagFieldSpecificationListRequest',
  structure('TagFieldSpecificationRequest', {}, { ResourceType: STRING, TagKeys: named('TagKey', texts) }),
);
const destinationOptions = structure(
  'DestinationOptionsRequest',
  {},
  { FileFormat: STRING, HiveCompatiblePartitions: BOOLEAN, PerHourPartition: BOOLEAN },
);

const unsuccessful = listOf(
  'UnsuccessfulItemSet',
  structure(
    'UnsuccessfulItem',
    {},
    answered({
      Error: structure('UnsuccessfulItemError', {}, answered(strings('Code', 'Message'))),
      ResourceId: STRING,
    }),
  ),
);
const flowLog = structure(
  'FlowLog',
  {},
  {
    ...answered({ CreationTime: DATE, MaxAggregationInterval: NUMBER }),
    ...answered(strings('FlowLogId', 'FlowLogStatus', 'ResourceId', 'TrafficType', 'LogFormat')),
    ...answered(strings('DeliverLogsStatus', 'DeliverLogsPermissionArn')),
    ...answered(strings('LogDestinationType', 'LogDestination', 'LogGroupName')),
    Tags: named('tagSet', tags),
  },
);
const region = structure(
  'Region',
  {},
  { ...answered(strings('OptInStatus', 'RegionName')), Endpoint: named('regionEndpoint', STRING) },
);
const vpc = structure(
  'Vpc',
  {},
  answered({
    ...strings('OwnerId', 'InstanceTenancy', 'VpcId', 'State', 'CidrBlock', 'DhcpOptionsId'),
    IsDefault: BOOLEAN,
  }),
);

const flowLogIds = named('FlowLogId', listOf('FlowLogIdList', STRING));
const paging = { MaxResults: NUMBER, NextToken: STRING };
const nextToken = answered({ NextToken: STRING });
const dryRun = answered({ DryRun: BOOLEAN });

/** As the exports of its client's schemas: by name. */
export const ec2 = byName([
  operation(
    'CreateFlowLogs',
    { ResourceIds: named('ResourceId', listOf('FlowLogResourceIds', STRING)), ResourceType: STRING },
    {
      ...strings('ClientToken', 'DeliverLogsPermissionArn', 'DeliverCrossAccountRole', 'LogGroupName'),
      ...strings('TrafficType', 'LogDestinationType', 'LogDestination', 'LogFormat'),
      DryRun: BOOLEAN,
      TagSpecifications: named('TagSpecification', tagSpecifications),
      MaxAggregationInterval: NUMBER,
      DestinationOptions: destinationOptions,
      TagFieldSpecifications: named('TagFieldSpecification', tagFields),
    },
    {
      ...answered({ ClientToken: STRING, Unsuccessful: unsuccessful }),
      FlowLogIds: named('flowLogIdSet', texts),
    },
  ),
  operation(
    'DeleteFlowLogs',
    { FlowLogIds: flowLogIds },
    { DryRun: BOOLEAN },
    answered({ Unsuccessful: unsuccessful }),
  ),
  operation(
    'DescribeFlowLogs',
    {},
    { DryRun: BOOLEAN, Filter: filters, FlowLogIds: flowLogIds, ...paging },
    { FlowLogs: named('flowLogSet', listOf('FlowLogSet', flowLog)), ...nextToken },
  ),
  operation(
    'DescribeRegions',
    {},
    {
      RegionNames: named('RegionName', listOf('RegionNameStringList', STRING, 'RegionName')),
      AllRegions: BOOLEAN,
      ...dryRun,
      Filters: named('Filter', filters),
    },
    { Regions: named('regionInfo', listOf('RegionList', region)) },
  ),
  operation(
    'DescribeVpcs',
    {},
    {
      Filters: named('Filter', filters),
      VpcIds: named('VpcId', listOf('VpcIdStringList', STRING, 'VpcId')),
      ...dryRun,
      ...paging,
    },
    { Vpcs: named('vpcSet', listOf('VpcList', vpc)), ...nextToken },
  ),
]);
