import type { Service } from '../endpoint/operation.ts';
import { cloudformation } from './cloudformation/index.ts';
import { cloudtrail } from './cloudtrail/index.ts';
import { dynamodb } from './dynamodb/index.ts';
import { events } from './events/index.ts';
import { guardduty } from './guardduty/index.ts';
import { iam } from './iam/index.ts';
import { kms } from './kms/index.ts';
import { lambda } from './lambda/index.ts';
import { logs } from './logs/index.ts';
import { monitoring } from './monitoring/index.ts';
import { s3 } from './s3/index.ts';
import { scheduler } from './scheduler/index.ts';
import { securityhub } from './securityhub/index.ts';
import { sns } from './sns/index.ts';
import { sqs } from './sqs/index.ts';
import { ssm } from './ssm/index.ts';
import { sts } from './sts/index.ts';

/** Everything the embedded AWS serves. IAM comes first: what it denies, no other service's guard counts. */
export const allServices: readonly Service[] = [
  iam,
  sts,
  cloudformation,
  cloudtrail,
  dynamodb,
  events,
  guardduty,
  kms,
  lambda,
  logs,
  monitoring,
  s3,
  scheduler,
  securityhub,
  sns,
  sqs,
  ssm,
];
