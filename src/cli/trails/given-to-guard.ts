import { parseArn } from '../../domain/arn.ts';
import { RESTORING_CALLS } from '../../domain/restoring-call.ts';
import type { Step } from '../../domain/step.ts';
import type { GuardStack } from '../live/live-stack.ts';

/** The fields of a call's input that name what it is made on. */
const NAMES = ['Bucket', 'KeyId', 'TopicArn', 'Name', 'logGroupName', 'logGroupIdentifier'];

/** Whether the thing that a step changes is one that the guard's owner gave it. Trails need no giving. */
export function isGivenTo(
  { destinations }: Pick<GuardStack, 'destinations'>,
  { call, input }: Step,
): boolean {
  const { service } = RESTORING_CALLS[call];
  if (service === 'cloudtrail') return true;
  const names = NAMES.flatMap((field) => (typeof input[field] === 'string' ? [input[field]] : []));
  return destinations.some((arn) => {
    const given = parseArn(arn);
    if (given?.service !== service) return false;
    // `log-group:NAME:*`, `key/ID`, a bucket's or a topic's name alone.
    const name = given.resource.replace(/^(log-group:|key\/)/, '').replace(/:\*$/, '');
    return names.some((asked) => asked === arn || asked === name || asked.endsWith(`/${name}`));
  });
}
