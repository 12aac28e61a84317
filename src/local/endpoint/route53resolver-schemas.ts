import { byName, NUMBER, STRING, shapesOf, strings } from './written-schemas.ts';

// Route 53 Resolver's query logging, after botocore's model of 2018-04-01: the service's client is not among this project's.
// @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53_Resolver.html

const { structure, list, operation, error } = shapesOf('com.amazonaws.route53resolver');

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

/** As the exports of a client's schemas: by name. */
export const route53resolver = byName([
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
]);
