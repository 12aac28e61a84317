import { customResource } from './cloudformation/custom-resource.ts';
import { trail } from './cloudtrail/trail.ts';
import { alarm } from './cloudwatch/alarm.ts';
import { dashboard } from './cloudwatch/dashboard.ts';
import { table } from './dynamodb/table.ts';
import { rule } from './events/rule.ts';
import { policy } from './iam/policy.ts';
import { role } from './iam/role.ts';
import { key } from './kms/key.ts';
import { eventInvokeConfig } from './lambda/event-invoke-config.ts';
import { eventSourceMapping } from './lambda/event-source-mapping.ts';
import { lambdaFunction } from './lambda/function.ts';
import { permission } from './lambda/permission.ts';
import { logGroup } from './logs/log-group.ts';
import type { ResourceType } from './resource-type.ts';
import { bucket } from './s3/bucket.ts';
import { bucketPolicy } from './s3/bucket-policy.ts';
import { schedule } from './scheduler/schedule.ts';
import { scheduleGroup } from './scheduler/schedule-group.ts';
import { subscription } from './sns/subscription.ts';
import { topic } from './sns/topic.ts';
import { topicPolicy } from './sns/topic-policy.ts';
import { queue } from './sqs/queue.ts';
import { queuePolicy } from './sqs/queue-policy.ts';
import { parameter } from './ssm/parameter.ts';

/** The resource types that templates may have here, beside `Custom::…`. */
const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  [
    alarm,
    bucket,
    bucketPolicy,
    customResource,
    dashboard,
    eventInvokeConfig,
    eventSourceMapping,
    key,
    lambdaFunction,
    logGroup,
    parameter,
    permission,
    policy,
    queue,
    queuePolicy,
    role,
    rule,
    schedule,
    scheduleGroup,
    subscription,
    table,
    topic,
    topicPolicy,
    trail,
  ].map((known) => [known.type, known]),
);

export const findResourceType = (name: string): ResourceType | undefined =>
  /^Custom::[\w@-]{1,60}$/.test(name) ? customResource : resourceTypes.get(name);
