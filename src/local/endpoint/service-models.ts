import * as account from '@aws-sdk/client-account/dist-es/schemas/schemas_0.js';
import * as cloudformation from '@aws-sdk/client-cloudformation/dist-es/schemas/schemas_0.js';
import * as cloudtrail from '@aws-sdk/client-cloudtrail/dist-es/schemas/schemas_0.js';
import * as monitoring from '@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js';
import * as logs from '@aws-sdk/client-cloudwatch-logs/dist-es/schemas/schemas_0.js';
import * as config from '@aws-sdk/client-config-service/dist-es/schemas/schemas_0.js';
import * as dynamodb from '@aws-sdk/client-dynamodb/dist-es/schemas/schemas_0.js';
import * as events from '@aws-sdk/client-eventbridge/dist-es/schemas/schemas_0.js';
import * as guardduty from '@aws-sdk/client-guardduty/dist-es/schemas/schemas_0.js';
import * as iam from '@aws-sdk/client-iam/dist-es/schemas/schemas_0.js';
import * as kms from '@aws-sdk/client-kms/dist-es/schemas/schemas_0.js';
import * as lambda from '@aws-sdk/client-lambda/dist-es/schemas/schemas_0.js';
import * as macie2 from '@aws-sdk/client-macie2/dist-es/schemas/schemas_0.js';
import * as organizations from '@aws-sdk/client-organizations/dist-es/schemas/schemas_0.js';
import * as s3 from '@aws-sdk/client-s3/dist-es/schemas/schemas_0.js';
import * as s3control from '@aws-sdk/client-s3-control/dist-es/schemas/schemas_0.js';
import * as scheduler from '@aws-sdk/client-scheduler/dist-es/schemas/schemas_0.js';
import * as securityhub from '@aws-sdk/client-securityhub/dist-es/schemas/schemas_0.js';
import * as securitylake from '@aws-sdk/client-securitylake/dist-es/schemas/schemas_0.js';
import * as sns from '@aws-sdk/client-sns/dist-es/schemas/schemas_0.js';
import * as sqs from '@aws-sdk/client-sqs/dist-es/schemas/schemas_0.js';
import * as ssm from '@aws-sdk/client-ssm/dist-es/schemas/schemas_0.js';
import * as sts from '@aws-sdk/client-sts/dist-es/schemas/schemas_0.js';
import { ec2 } from './ec2-schemas.ts';
import { route53resolver } from './route53resolver-schemas.ts';
import { modelOf, type ServiceModel, type WireFacts } from './service-model.ts';

// Schemas describe shapes, not wires: which protocol, target and XML namespace a service has is written down here, as in the
// SDK clients' `runtimeConfig.shared.js`. The `xmlNamespace` of a JSON service is never sent and is left out.
const json = (target: string, more: Partial<WireFacts> = {}): WireFacts => ({
  protocols: ['json'],
  target,
  missingParameter: 'ValidationException',
  ...more,
});
const restJson = (target: string, more: Partial<WireFacts> = {}): WireFacts => ({
  protocols: ['rest-json'],
  target,
  missingParameter: 'ValidationException',
  ...more,
});
const query = (target: string, xmlNamespace: string, more: Partial<WireFacts> = {}): WireFacts => ({
  protocols: ['query'],
  target,
  xmlNamespace,
  missingParameter: 'ValidationError',
  ...more,
});

const MEBIBYTE = 1024 * 1024;

const models: readonly ServiceModel[] = [
  modelOf('account', account, restJson('Account')),
  modelOf(
    'cloudformation',
    cloudformation,
    query('CloudFormation', 'http://cloudformation.amazonaws.com/doc/2010-05-15/'),
  ),
  modelOf('cloudtrail', cloudtrail, json('CloudTrail_20131101')),
  modelOf('config', config, json('StarlingDoveService')),
  // Three at once: botocore sends CBOR, SDK v3 JSON, and the Go SDK in Terraform's provider 5 still the query protocol.
  modelOf('monitoring', monitoring, {
    protocols: ['cbor', 'json', 'query'],
    target: 'GraniteServiceVersion20100801',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    missingParameter: 'MissingParameter',
    wasQuery: true,
  }),
  modelOf('logs', logs, json('Logs_20140328', { missingParameter: 'InvalidParameterException' })),
  modelOf('dynamodb', dynamodb, json('DynamoDB_20120810')),
  modelOf('ec2', ec2, {
    protocols: ['ec2-query'],
    target: 'AmazonEC2',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    missingParameter: 'MissingParameter',
    isPartial: true,
  }),
  modelOf('events', events, json('AWSEvents')),
  modelOf(
    'guardduty',
    guardduty,
    restJson('GuardDutyAPIService', { missingParameter: 'BadRequestException' }),
  ),
  modelOf('iam', iam, query('AWSIdentityManagementV20100508', 'https://iam.amazonaws.com/doc/2010-05-08/')),
  modelOf('kms', kms, json('TrentService')),
  // A function's code travels inside the request.
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  modelOf(
    'lambda',
    lambda,
    restJson('AWSGirApiService', {
      missingParameter: 'InvalidParameterValueException',
      maxBytes: 70_167_211,
    }),
  ),
  modelOf('macie2', macie2, restJson('Macie2')),
  modelOf(
    'organizations',
    organizations,
    json('AWSOrganizationsV20161128', { missingParameter: 'InvalidInputException' }),
  ),
  modelOf(
    'route53resolver',
    route53resolver,
    json('Route53Resolver', { missingParameter: 'InvalidParameterException', isPartial: true }),
  ),
  // S3 itself takes 5 GiB; one process that keeps objects in memory does not.
  modelOf('s3', s3, {
    protocols: ['rest-xml'],
    target: 'AmazonS3',
    xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    missingParameter: 'MalformedXML',
    maxBytes: 64 * MEBIBYTE,
  }),
  // Signed for as `s3`; `addressee.ts` tells it apart.
  modelOf('s3control', s3control, {
    protocols: ['rest-xml'],
    target: 'AWSS3ControlServiceV20180820',
    xmlNamespace: 'http://awss3control.amazonaws.com/doc/2018-08-20/',
    missingParameter: 'MalformedXML',
  }),
  modelOf('scheduler', scheduler, restJson('AWSChronosService')),
  modelOf(
    'securityhub',
    securityhub,
    restJson('SecurityHubAPIService', { missingParameter: 'InvalidInputException' }),
  ),
  modelOf(
    'securitylake',
    securitylake,
    restJson('SecurityLake', { missingParameter: 'BadRequestException' }),
  ),
  modelOf(
    'sns',
    sns,
    query('AmazonSimpleNotificationService', 'http://sns.amazonaws.com/doc/2010-03-31/', {
      missingParameter: 'InvalidParameter',
    }),
  ),
  // Its query protocol is spoken by no client of this list; botocore, SDK v3 and the Go SDK send JSON.
  modelOf('sqs', sqs, json('AmazonSQS', { missingParameter: 'MissingParameter', wasQuery: true })),
  modelOf('ssm', ssm, json('AmazonSSM')),
  modelOf('sts', sts, query('AWSSecurityTokenServiceV20110615', 'https://sts.amazonaws.com/doc/2011-06-15/')),
];

const byName = new Map(models.map((model) => [model.name, model]));

/** What the wire of a service looks like, by its signing name. */
export const serviceModel = (name: string): ServiceModel | undefined => byName.get(name);

/** The largest request of a service that names no limit of its own. */
export const DEFAULT_MAX_BYTES = 16 * MEBIBYTE;
