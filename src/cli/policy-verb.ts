import { UsageError } from './exit-codes.ts';
import { policyDocument } from './policy.ts';
import { say, sayJson } from './terminal.ts';

interface PolicyFlags {
  readonly output: 'text' | 'json';
  readonly trail?: readonly string[];
  readonly breakGlass?: readonly string[];
  readonly guard?: string;
}

function print(kind: 'iam' | 'scp', { output, trail, breakGlass, guard }: PolicyFlags): void {
  const policy = makePolicy(kind, {
    ...(trail && { trailArns: trail }),
    ...(breakGlass && { breakGlassRoleArns: breakGlass }),
    ...(guard && { guardRoleArn: guard }),
  });
  if (output === 'json') {
    sayJson(policy);
    return;
  }
  // The policy alone goes to standard output, so that it can be piped into a file; what it means is for people.
  say(policy.text);
  for (const line of policy.explanation) process.stderr.write(`${line}\n`);
  process.stderr.write(`${policy.characters} of ${policy.limit} characters.\n`);
}

function makePolicy(...args: Parameters<typeof policyDocument>) {
  try {
    return policyDocument(...args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Prints the deny, one function a kind. */
export const printPolicy = {
  iam: (flags: PolicyFlags) => print('iam', flags),
  scp: (flags: PolicyFlags) => print('scp', flags),
} as const;
