import type { EventPattern } from './event-pattern.ts';
import { WITHOUT_PARAMETERS } from './own-part-filter.ts';

const NOT_THROUGH_A_SERVICE: EventPattern = { userIdentity: { invokedBy: [{ exists: false }] } };

/** Nobody but AWS can write this field of a record. */
const NOT_BY_AUTO_SCALING: EventPattern = {
  userIdentity: {
    invokedBy: [{ 'anything-but': { suffix: 'autoscaling.amazonaws.com' } }, { exists: false }],
  },
};

/** Its records keep the names of the API, in capitals. */
const SUPPRESSED: EventPattern = {
  $or: [{ requestParameters: { Workflow: { Status: ['SUPPRESSED'] } } }, WITHOUT_PARAMETERS],
};

/**
 * Calls that are made thousands of times a day in some accounts: they count only when they fulfil this. By the service's host
 * name and the call.
 * - Deployments make roles and policies: what counts is a record that hides what was asked for.
 * - Services give back their grants on keys whenever a volume, a database or a function ends.
 * - Auto Scaling moves the thresholds of its own alarms.
 * - Tools keep findings up to date: what counts is that one is suppressed.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html#grant-authorization
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
 */
const ROUTINE: Readonly<Record<string, Readonly<Record<string, EventPattern>>>> = {
  'iam.amazonaws.com': {
    CreatePolicy: WITHOUT_PARAMETERS,
    CreateRole: WITHOUT_PARAMETERS,
    PutGroupPolicy: WITHOUT_PARAMETERS,
    PutUserPolicy: WITHOUT_PARAMETERS,
  },
  'kms.amazonaws.com': { RetireGrant: NOT_THROUGH_A_SERVICE, RevokeGrant: NOT_THROUGH_A_SERVICE },
  'monitoring.amazonaws.com': { DeleteAlarms: NOT_BY_AUTO_SCALING, PutMetricAlarm: NOT_BY_AUTO_SCALING },
  'securityhub.amazonaws.com': { BatchUpdateFindings: SUPPRESSED },
};

/** What a call must fulfil beside its name, so that no routine wakes the guard; undefined when nothing. */
export const unlessRoutine = (eventSource: string, eventName: string): EventPattern | undefined =>
  ROUTINE[eventSource]?.[eventName];
