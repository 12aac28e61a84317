import { randomUUID } from 'node:crypto';
import type { Call, CallRequest } from '../../endpoint/operation.ts';
import { partitionOf } from '../../endpoint/partition.ts';
import { iamAccount } from '../../services/iam/store.ts';
import { ACCOUNT_ID } from '../start.ts';
import type { Scene } from './scene.ts';

/**
 * Puts a call that no client can make before CloudTrail's recorder, as if the service had answered it: the record, the trail
 * that logs it and the event are then CloudTrail's own doing. Nothing else happens.
 * @param service what comes before `.amazonaws.com` in its records
 * @throws Error when the embedded AWS runs in another process
 */
export function recordCall(scene: Scene, { service, operation, input }: Omit<CallRequest, 'call'>): void {
  const { world, keys, region } = scene;
  if (!world)
    throw new Error(`No client can call ${operation}: this attack can only be acted out by the demo`);
  const call: Call = {
    world,
    accountId: ACCOUNT_ID,
    region,
    partition: partitionOf(region),
    caller: callerOf(scene),
    sourceIp: '127.0.0.1',
    userAgent: 'aws-cli/2',
    requestId: randomUUID(),
  };
  const error = keys.userName === 'mallory' ? {} : { error: denied(call, service, operation) };
  world.emit('call', { service, operation, input, call, output: {}, ...error, at: world.clock.now() });
}

function callerOf({ world, keys }: Scene): Call['caller'] {
  const user = world && iamAccount(world, ACCOUNT_ID).users.get(keys.userName);
  if (!user) throw new Error(`There is no user ${keys.userName}`);
  return {
    type: 'IAMUser',
    accountId: ACCOUNT_ID,
    arn: user.arn,
    principalId: user.id,
    accessKeyId: keys.accessKeyId,
    userName: keys.userName,
  };
}

const denied = ({ caller }: Call, service: string, operation: string) => ({
  code: 'AccessDenied',
  message: `User: ${caller.arn} is not authorized to perform: ${service}:${operation}`,
});
