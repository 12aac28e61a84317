import type { Call } from '../../endpoint/operation.ts';
import { notFound } from './scheduler-error.ts';
import { groupsOf } from './store.ts';

/** Only schedule groups have tags. */
export function tagsOfGroup(call: Call, arn: string | undefined): Map<string, string> {
  const group = [...groupsOf(call).values()].find((one) => one.arn === arn);
  if (!group) throw notFound(`The resource ${arn} does not exist.`);
  return group.tags;
}
