import type { DenyOptions } from '../policy/prevention/deny-options.ts';
import { UsageError } from './exit-codes.ts';
import { type PolicyKind, type Prevention, preventionPolicies } from './policy.ts';
import { say, sayJson } from './terminal.ts';

interface PolicyFlags {
  readonly output: 'text' | 'json';
  readonly part?: number;
  readonly trail?: readonly string[];
  readonly bucket?: readonly string[];
  readonly key?: readonly string[];
  readonly topic?: readonly string[];
  readonly logGroup?: readonly string[];
  readonly logsRole?: string;
  readonly breakGlass?: readonly string[];
  readonly operator?: readonly string[];
  readonly guard?: string;
  readonly stack?: string;
  readonly rolePath?: string;
  readonly partition?: string;
  readonly organization?: boolean;
  readonly organizationId?: string;
  readonly prefix?: string;
}

function print(kind: PolicyKind, flags: PolicyFlags): void {
  const prevention = makePolicies(kind, optionsOf(flags));
  const { policies, explanation, limit } = prevention;
  const chosen = chosenPart(prevention, flags.part);
  if (flags.output === 'json') {
    sayJson({ policies: chosen, limit, explanation });
    return;
  }
  // The policies alone go to standard output, so that one can be piped into a file; what it means is for people.
  for (const { text } of chosen) say(text);
  for (const line of explanation) process.stderr.write(`${line}\n`);
  const sizes = policies.map(({ characters }) => characters).join(' and ');
  process.stderr.write(`${sizes} of ${limit} characters.\n`);
  if (policies.length > 1 && flags.part === undefined) {
    process.stderr.write(
      `These are ${policies.length} policies, one after the other; attach all of them. --part 1 prints the first alone.\n`,
    );
  }
}

/** Flags that were not given are not set. */
const optionsOf = (flags: PolicyFlags): DenyOptions => ({
  ...(flags.trail && { trailArns: flags.trail }),
  ...(flags.bucket && { bucketArns: flags.bucket }),
  ...(flags.key && { keyArns: flags.key }),
  ...(flags.topic && { topicArns: flags.topic }),
  ...(flags.logGroup && { logGroupArns: flags.logGroup }),
  ...(flags.logsRole && { logsRoleArn: flags.logsRole }),
  ...(flags.breakGlass && { breakGlassRoleArns: flags.breakGlass }),
  ...(flags.operator && { operatorRoleArns: flags.operator }),
  ...(flags.guard && { guardRoleArn: flags.guard }),
  ...(flags.stack && { stackName: flags.stack }),
  ...(flags.rolePath && { rolePath: flags.rolePath }),
  ...(flags.partition && { partition: flags.partition }),
  ...(flags.organization && { isOrganization: true }),
  ...(flags.organizationId && { organizationId: flags.organizationId }),
  ...(flags.prefix && { keyPrefix: flags.prefix }),
});

function chosenPart({ policies }: Prevention, part: number | undefined): Prevention['policies'] {
  if (part === undefined) return policies;
  const policy = policies[part - 1];
  if (!policy) throw new UsageError(`There is no part ${part}: this is ${policies.length} in all.`);
  return [policy];
}

function makePolicies(...args: Parameters<typeof preventionPolicies>): Prevention {
  try {
    return preventionPolicies(...args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Prints the policies, one function a kind. */
export const printPolicy = {
  iam: (flags: PolicyFlags) => print('iam', flags),
  scp: (flags: PolicyFlags) => print('scp', flags),
  'permissions-boundary': (flags: PolicyFlags) => print('permissions-boundary', flags),
  rcp: (flags: PolicyFlags) => print('rcp', flags),
  bucket: (flags: PolicyFlags) => print('bucket', flags),
  key: (flags: PolicyFlags) => print('key', flags),
} as const;
