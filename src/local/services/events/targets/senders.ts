import { randomUUID } from 'node:crypto';
import { unsupported } from '../../../endpoint/unsupported.ts';
import type { World } from '../../../endpoint/world.ts';
import { invokeAsync } from '../../lambda/invoke.ts';
import { mayInvoke } from '../../lambda/permission.ts';
import { writeLogLines } from '../../logs/write.ts';
import { mayPublish } from '../../sns/policy.ts';
import { publish } from '../../sns/publish.ts';
import { sendToQueue } from '../../sqs/deliver.ts';
import { maySend } from '../../sqs/permission.ts';
import { findQueue } from '../../sqs/store.ts';
import type { Failure } from '../redelivery.ts';
import type { Rule, RuleTarget } from '../store.ts';
import { noPermissions, noResource } from '../target-failure.ts';

interface TargetMessage {
  readonly rule: Rule;
  readonly target: RuleTarget;
  readonly input: string;
}

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

const toLogGroup: Sender = (world, { target, input }) => {
  const [, , , region = '', accountId = '', , name = ''] = target.Arn.split(':');
  const isWritten = writeLogLines(world, { accountId, region, name }, randomUUID(), [input]);
  return isWritten ? undefined : noResource(`The log group ${name} does not exist.`);
};

const notLetIn = ({ Arn }: RuleTarget) =>
  noPermissions(`The resource policy of ${Arn} does not allow ${principal} for this rule.`);

const senders = new Map<string, { readonly arn: RegExp; readonly send: Sender }>([
  ['sqs', { arn: /^[\w-]+$/, send: toQueue }],
  ['lambda', { arn: /^function:[\w-]+$/, send: toFunction }],
  ['sns', { arn: /^[\w-]+$/, send: toTopic }],
  ['logs', { arn: /^log-group:[\w./#-]+(:\*)?$/, send: toLogGroup }],
]);

/** How events reach a target of this ARN. Refuses by name what is no queue, function, topic or log group. */
export function senderFor(arn: string): Sender {
  const [, , service = '', , , ...resource] = arn.split(':');
  const kind = senders.get(service);
  if (!kind?.arn.test(resource.join(':'))) throw unsupported(`the rule target ${arn}`);
  return kind.send;
}
