// Route 53 Resolver's query logging, in the form in which the SDK's clients publish their schemas, written after botocore's model of
// 2018-04-01. Its own client comes with schemas only in versions that are newer than what this project can install everywhere.
// @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53_Resolver.html

const NAMESPACE = 'com.amazonaws.route53resolver';
const STRING = 0;
const NUMBER = 1;
const LIST = 1;
const STRUCTURE = 3;
const OPERATION = 9;
const ERROR = -3;

/** Members are strings where nothing else is said. */
type Members = Readonly<Record<string, unknown>>;
const strings = (...names: readonly string[]): Members =>
  Object.fromEntries(names.map((name) => [name, STRING]));

const structure = (name: string, required: Members, optional: Members = {}) => [
  STRUCTURE,
  NAMESPACE,
  name,
  0,
  [...Object.keys(required), ...Object.keys(optional)],
  [...Object.values(required), ...Object.values(optional)],
  Object.keys(required).length,
];

const list = (name: string, element: unknown) => [LIST, NAMESPACE, name, 0, element];

const error = (name: string, ...members: readonly string[]) => [
  ERROR,
  NAMESPACE,
  name,
  { error: 'client' },
  ['Message', ...members],
  ['Message', ...members].map(() => STRING),
];

const operation = (name: string, required: Members, optional: Members, output: Members) => [
  OPERATION,
  NAMESPACE,
  name,
  0,
  () => structure(`${name}Request`, required, optional),
  () => structure(`${name}Response`, {}, output),
];

const config = structure(
  'ResolverQueryLogConfig',
  {},
  {
    ...strings('Id', 'OwnerId', 'Status', 'ShareStatus', 'Arn', 'Name', 'DestinationArn'),
    ...strings('CreatorRequestId', 'CreationTime'),
    AssociationCount: NUMBER,
  },
);
const association = structure(
  'ResolverQueryLogConfigAssociation',
  {},
  strings('Id', 'ResolverQueryLogConfigId', 'ResourceId', 'Status', 'Error', 'ErrorMessage', 'CreationTime'),
);
const tags = list('TagList', structure('Tag', strings('Key', 'Value')));
const filters = list(
  'Filters',
  structure('Filter', {}, { Name: STRING, Values: list('FilterValues', STRING) }),
);

const ofConfig = strings('ResolverQueryLogConfigId');
const ofAssociation = strings('ResolverQueryLogConfigId', 'ResourceId');
const search = { MaxResults: NUMBER, ...strings('NextToken', 'SortBy', 'SortOrder'), Filters: filters };
const page = { NextToken: STRING, TotalCount: NUMBER, TotalFilteredCount: NUMBER };
const oneConfig = { ResolverQueryLogConfig: config };
const oneAssociation = { ResolverQueryLogConfigAssociation: association };
const configs = { ...page, ResolverQueryLogConfigs: list('ResolverQueryLogConfigList', config) };
const associations = {
  ...page,
  ResolverQueryLogConfigAssociations: list('ResolverQueryLogConfigAssociationList', association),
};

const shapes = [
  operation(
    'CreateResolverQueryLogConfig',
    strings('Name', 'DestinationArn', 'CreatorRequestId'),
    { Tags: tags },
    oneConfig,
  ),
  operation('GetResolverQueryLogConfig', ofConfig, {}, oneConfig),
  operation('ListResolverQueryLogConfigs', {}, search, configs),
  operation('DeleteResolverQueryLogConfig', ofConfig, {}, oneConfig),
  operation('AssociateResolverQueryLogConfig', ofAssociation, {}, oneAssociation),
  operation('ListResolverQueryLogConfigAssociations', {}, search, associations),
  operation('DisassociateResolverQueryLogConfig', ofAssociation, {}, oneAssociation),
  error('AccessDeniedException'),
  error('InvalidParameterException', 'FieldName'),
  error('InvalidRequestException'),
  error('InvalidNextTokenException'),
  error('ResourceExistsException', 'ResourceType'),
  error('ResourceNotFoundException', 'ResourceType'),
];

/** As the exports of a client's schemas: by name. */
export const route53resolver: Readonly<Record<string, (typeof shapes)[number]>> = Object.fromEntries(
  shapes.map((shape) => [String(shape[2]), shape]),
);
