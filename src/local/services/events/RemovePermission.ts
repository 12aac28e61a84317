import type { RemovePermissionRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { busStatements, setStatements } from './bus-policy.ts';
import { notFound } from './events-error.ts';
import { requireBus } from './store.ts';

export const RemovePermission: Operation<RemovePermissionRequest, void> = (
  { EventBusName, StatementId, RemoveAllPermissions = false },
  call,
) => {
  const bus = requireBus(call, EventBusName);
  if (bus.policy === undefined) throw notFound('EventBus does not have a policy.');
  const statements = busStatements(bus);
  const kept = RemoveAllPermissions ? [] : statements.filter(({ Sid }) => Sid !== StatementId);
  if (kept.length === statements.length) throw notFound('Statement with the provided id does not exist.');
  setStatements(bus, kept);
  bus.modifiedAt = call.world.clock.now();
};
