import type { Call } from '../../endpoint/operation.ts';
import { notFound } from './events-error.ts';
import { busesOf } from './store.ts';

/** The tags of the rule or bus that an ARN names. */
export function tagsOfArn(call: Call, arn: string | undefined): Map<string, string> {
  const tagged = [...busesOf(call).values()].flatMap((bus) => [bus, ...bus.rules.values()]);
  const resource = tagged.find((one) => one.arn === arn);
  if (!resource) throw notFound(`The resource ${arn} does not exist.`);
  return resource.tags;
}
