import type { CallRequest } from '../../endpoint/operation.ts';
import { cloudtrail } from './resources/cloudtrail.ts';
import { cloudformation, lambda } from './resources/compute.ts';
import { events, scheduler } from './resources/events.ts';
import { sns, sqs } from './resources/messaging.ts';
import { ec2, route53resolver } from './resources/network.ts';
import { logs, monitoring } from './resources/observability.ts';
import type { Input, ResourceRules } from './resources/resource-rules.ts';
import { guardduty, iam, kms, securityhub, securitylake, ssm, sts } from './resources/security.ts';
import { dynamodb, s3 } from './resources/storage.ts';

/** By signing name. */
const rules = new Map<string, ResourceRules>([
  ['cloudformation', cloudformation],
  ['cloudtrail', cloudtrail],
  ['dynamodb', dynamodb],
  ['ec2', ec2],
  ['events', events],
  ['guardduty', guardduty],
  ['iam', iam],
  ['kms', kms],
  ['lambda', lambda],
  ['logs', logs],
  ['monitoring', monitoring],
  ['route53resolver', route53resolver],
  ['scheduler', scheduler],
  ['securityhub', securityhub],
  ['securitylake', securitylake],
  ['sns', sns],
  ['sqs', sqs],
  ['ssm', ssm],
  ['sts', sts],
]);

/** The ARNs that a call needs its action for; `*` for operations without resource-level permissions. */
export function resourcesOfCall({ service, operation, input, call }: CallRequest): readonly string[] {
  const rule = service === 's3' ? s3 : rules.get(service)?.get(operation);
  const resources = rule?.(Object(input) as Input, call) ?? [];
  return resources.length > 0 ? resources : ['*'];
}
