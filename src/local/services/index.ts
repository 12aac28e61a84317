import type { Service } from '../endpoint/operation.ts';
import { account } from './account/index.ts';
import { cloudformation } from './cloudformation/index.ts';
import { cloudtrail } from './cloudtrail/index.ts';
import { config } from './config/index.ts';
import { dynamodb } from './dynamodb/index.ts';
import { ec2 } from './ec2/index.ts';
import { events } from './events/index.ts';
import { guardduty } from './guardduty/index.ts';
import { iam } from './iam/index.ts';
import { kms } from './kms/index.ts';
import { lambda } from './lambda/index.ts';
import { logs } from './logs/index.ts';
import { macie2 } from './macie2/index.ts';
import { monitoring } from './monitoring/index.ts';
import { organizations } from './organizations/index.ts';
import { route53resolver } from './route53resolver/index.ts';
import { s3 } from './s3/index.ts';
import { s3control } from './s3control/index.ts';
import { scheduler } from './scheduler/index.ts';
import { securityhub } from './securityhub/index.ts';
import { securitylake } from './securitylake/index.ts';
import { sns } from './sns/index.ts';
import { sqs } from './sqs/index.ts';
import { ssm } from './ssm/index.ts';
import { sts } from './sts/index.ts';

/**
 * Everything the embedded AWS serves. Organizations comes first, since its policies outdo all others, and then IAM: what
 * they deny, no other service's guard counts.
 */
export const allServices: readonly Service[] = [
  organizations,
  iam,
  sts,
  account,
  cloudformation,
  cloudtrail,
  config,
  dynamodb,
  ec2,
  events,
  guardduty,
  kms,
  lambda,
  logs,
  macie2,
  monitoring,
  route53resolver,
  s3,
  s3control,
  scheduler,
  securityhub,
  securitylake,
  sns,
  sqs,
  ssm,
];
