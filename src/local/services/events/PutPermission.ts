import type { PutPermissionRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { busStatements, setPolicy, setStatements, statementFrom } from './bus-policy.ts';
import { requireBus } from './store.ts';

/** Adds a statement, or replaces the one of that id; a whole policy replaces all. */
export const PutPermission: Operation<PutPermissionRequest, void> = (input, call) => {
  const bus = requireBus(call, input.EventBusName);
  if (input.Policy !== undefined) setPolicy(bus, input.Policy);
  else {
    const others = busStatements(bus).filter(({ Sid }) => Sid !== input.StatementId);
    setStatements(bus, [...others, statementFrom(input, bus, call)]);
  }
  bus.modifiedAt = call.world.clock.now();
};
