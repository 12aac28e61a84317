import { randomUUID } from 'node:crypto';
import { unsupported } from '../../../endpoint/unsupported.ts';
import type { World } from '../../../endpoint/world.ts';
import { isAllowed } from '../../iam/authorize.ts';
import { roleTrustsService } from '../../iam/trust.ts';
import { invokeAsync } from '../../lambda/invoke.ts';
import { mayInvoke } from '../../lambda/permission.ts';
import { logGroupExists } from '../../logs/groups.ts';
import { mayWriteLogs } from '../../logs/resource-policies.ts';
import { writeLogLines } from '../../logs/write.ts';
import { mayPublish } from '../../sns/policy.ts';
import { publish } from '../../sns/publish.ts';
import { sendToQueue } from '../../sqs/deliver.ts';
import { maySend } from '../../sqs/permission.ts';
import { findQueue } from '../../sqs/store.ts';
import type { BusEvent } from '../bus-event.ts';
import { letsPutEvents } from '../bus-policy.ts';
import type { Failure } from '../redelivery.ts';
import { findBus, type Rule, type RuleTarget } from '../store.ts';
import { noPermissions, noResource } from '../target-failure.ts';

interface TargetMessage {
  readonly rule: Rule;
  readonly target: RuleTarget;
  readonly input: string;
  readonly event: BusEvent;
  readonly forward: Forward;
}

/** Puts an event on a bus. */
export type Forward = (world: World, busArn: string, event: BusEvent) => void;

type Sender = (world: World, message: TargetMessage) => Failure | undefined;

const principal = 'events.amazonaws.com';

const toQueue: Sender = (world, { rule, target, input }) => {
  if (!findQueue(world, target.Arn)) return noResource(`The queue ${target.Arn} does not exist.`);
  if (!maySend(world, target.Arn, principal, rule.arn)) return notLetIn(target);
  sendToQueue(world, target.Arn, input);
  return undefined;
};

const toFunction: Sender = (world, { rule, target, input }) => {
  if (!mayInvoke(world, target.Arn, principal, rule.arn)) return notLetIn(target);
  invokeAsync(world, target.Arn, input);
  return undefined;
};

const toTopic: Sender = (world, { rule, target, input }) => {
  if (!mayPublish(world, target.Arn, principal, rule.arn)) return notLetIn(target);
  publish(world, target.Arn, { Message: input });
  return undefined;
};

/** Both write: EventBridge makes the stream, and the delivery service of CloudWatch Logs the events. */
const logWriters = [principal, 'delivery.logs.amazonaws.com'];

const toLogGroup: Sender = (world, { rule, target, input }) => {
  const [, , , region = '', accountId = '', , name = ''] = target.Arn.split(':');
  if (!logGroupExists(world, accountId, region, name))
    return noResource(`The log group ${name} does not exist.`);
  const groupArn = target.Arn.replace(/:\*$/, '');
  if (!logWriters.every((service) => mayWriteLogs(world, groupArn, service, rule.arn)))
    return notLetIn(target);
  writeLogLines(world, { accountId, region, name }, randomUUID(), [input]);
  return undefined;
};

const toBus: Sender = (world, { rule, target, event, forward }) => {
  const [, , , , accountId = ''] = rule.arn.split(':');
  // What came from another account is not sent on to a third one.
  if (event.account !== accountId) return undefined;
  const { Arn: busArn, RoleArn: roleArn = '' } = target;
  const bus = findBus(world, busArn);
  if (!bus) return noResource(`The event bus ${busArn} does not exist.`);
  const source = { sourceArn: rule.arn, sourceAccount: accountId };
  const mayPut =
    roleTrustsService(world, roleArn, principal, source) &&
    isAllowed(world, roleArn, 'events:PutEvents', busArn);
  const isOwn = busArn.split(':')[4] === accountId;
  if (!mayPut || !(isOwn || letsPutEvents(world, bus, { arn: roleArn, accountId }, event)))
    return notLetIn(target);
  forward(world, busArn, event);
  return undefined;
};

const notLetIn = ({ Arn }: RuleTarget) =>
  noPermissions(`The resource policy of ${Arn} does not allow ${principal} for this rule.`);

const senders = new Map<string, { readonly arn: RegExp; readonly send: Sender }>([
  ['sqs', { arn: /^[\w-]+$/, send: toQueue }],
  ['lambda', { arn: /^function:[\w-]+(:[\w-]+)?$/, send: toFunction }],
  ['sns', { arn: /^[\w-]+$/, send: toTopic }],
  ['events', { arn: /^event-bus\/[\w./-]+$/, send: toBus }],
  ['logs', { arn: /^log-group:[\w./#-]+(:\*)?$/, send: toLogGroup }],
]);

/** How events reach a target of this ARN. Refuses by name what is no queue, function, topic, log group or bus. */
export function senderFor(arn: string): Sender {
  const [, , service = '', , , ...resource] = arn.split(':');
  const kind = senders.get(service);
  if (!kind?.arn.test(resource.join(':'))) throw unsupported(`the rule target ${arn}`);
  return kind.send;
}
