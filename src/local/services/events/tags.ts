import type { Call } from '../../endpoint/operation.ts';
import { defaultBusArn } from './event-bus.ts';
import { notFound } from './events-error.ts';
import { busOfCall } from './store.ts';

/** The tags of the rule or bus that an ARN names. */
export function tagsOfArn(call: Call, arn: string | undefined): Map<string, string> {
  const bus = busOfCall(call);
  if (arn === defaultBusArn(call)) return bus.tags;
  const rule = [...bus.rules.values()].find((one) => one.arn === arn);
  if (!rule) throw notFound(`The resource ${arn} does not exist.`);
  return rule.tags;
}
