import type { PutPermissionRequest } from '@aws-sdk/client-eventbridge';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { World } from '../../endpoint/world.ts';
import { organizationOf } from '../organizations/store.ts';
import { isAllowed, statementsOf } from '../s3/resource-policy.ts';
import type { BusEvent } from './bus-event.ts';
import { invalidParameter, validationError } from './events-error.ts';
import type { Bus } from './store.ts';

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const MAX_POLICY_BYTES = 10_240;

/** One statement of a bus's policy, as far as it is read here. */
export interface BusStatement {
  readonly Sid?: string;
}

export const busStatements = ({ policy }: Bus): readonly BusStatement[] =>
  policy === undefined ? [] : ([JSON.parse(policy).Statement].flat() as BusStatement[]);

/** An empty list takes the policy away. @throws ServiceError `PolicyLengthExceededException` */
export function setStatements(bus: Bus, statements: readonly object[]): void {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  setPolicy(bus, statements.length > 0 ? policy : undefined);
}

/** @throws ServiceError `PolicyLengthExceededException`, `ValidationException` when it is none */
export function setPolicy(bus: Bus, policy: string | undefined): void {
  if (policy !== undefined) statementsOf(policy, 'ValidationException');
  if (policy !== undefined && Buffer.byteLength(policy) > MAX_POLICY_BYTES) {
    throw new ServiceError(
      'PolicyLengthExceededException',
      `The policy of the event bus is longer than ${MAX_POLICY_BYTES} bytes.`,
    );
  }
  bus.policy = policy;
}

/** The statement that PutPermission's single parameters make. @throws ServiceError `ValidationException` */
export function statementFrom(input: PutPermissionRequest, bus: Bus, { partition }: Call): BusStatement {
  const { StatementId: Sid = '', Action, Principal: principal = '', Condition } = input;
  if (!/^[\w-]{1,64}$/.test(Sid))
    throw invalidParameter('StatementId', 'It has 1 to 64 characters of a-zA-Z0-9-_.');
  if (Action !== 'events:PutEvents')
    throw validationError('Provided value in parameter action is not supported.');
  if (principal !== '*' && !/^\d{12}$/.test(principal)) {
    throw invalidParameter('Principal', 'It must be an account id or *.');
  }
  const statement = {
    Sid,
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { AWS: `arn:${partition}:iam::${principal}:root` },
    Action,
    Resource: bus.arn,
    ...(Condition && { Condition: { [Condition.Type ?? '']: { [Condition.Key ?? '']: Condition.Value } } }),
  };
  return statement;
}

/** Whether a bus's policy lets somebody of another account put an event. */
export function letsPutEvents(
  world: World,
  { arn, policy }: Bus,
  principal: { readonly arn: string; readonly accountId: string },
  { source, 'detail-type': detailType }: Pick<BusEvent, 'source' | 'detail-type'>,
): boolean {
  const organization = organizationOf(world, principal.accountId);
  const context = new Map([
    ['events:source', source],
    ['events:detail-type', detailType],
    ['aws:PrincipalAccount', principal.accountId],
    ...(organization ? [['aws:PrincipalOrgID', organization.id] as const] : []),
  ]);
  return isAllowed(policy, { principal, action: 'events:PutEvents', resource: arn, context });
}
