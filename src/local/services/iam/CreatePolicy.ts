import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import type { Call, Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { describedPolicy } from './describe-policy.ts';
import { checkDescription, checkName, checkPath, checkTagCount } from './entity-rules.ts';
import { checkManagedPolicy } from './managed-policy-rules.ts';
import { iamAccount, type ManagedPolicy } from './store.ts';
import { tagMap } from './tags.ts';
import { uniqueId } from './unique-id.ts';

export const CreatePolicy: Operation<CreatePolicyRequest, CreatePolicyResponse> = (input, call) => {
  const { policies } = iamAccount(call.world, call.accountId);
  const policy = policyFrom(input, call);
  checkName('policyName', policy.name, 128);
  checkPath(policy.path);
  checkDescription(policy.description);
  checkTagCount(policy.tags);
  checkManagedPolicy(input.PolicyDocument ?? '');
  refuseTaken(policy.name, policies.values());
  policies.set(policy.arn, policy);
  return { Policy: describedPolicy(policy, call.world, call.accountId) };
};

function policyFrom(input: CreatePolicyRequest, { world, partition, accountId }: Call): ManagedPolicy {
  const { PolicyName: name = '', Path: path = '/', PolicyDocument: document = '' } = input;
  const createdAt = world.clock.now();
  return {
    name,
    path,
    arn: `arn:${partition}:iam::${accountId}:policy${path}${name}`,
    id: uniqueId('ANPA'),
    description: input.Description,
    createdAt,
    updatedAt: createdAt,
    tags: tagMap(input.Tags),
    versions: new Map([['v1', { id: 'v1', document, createdAt }]]),
    defaultVersionId: 'v1',
    versionsMade: 1,
  };
}

/** Names are unique whatever the path, and without regard to case. */
function refuseTaken(name: string, taken: Iterable<ManagedPolicy>): void {
  const isTaken = [...taken].some((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!isTaken) return;
  const message = `A policy called ${name} already exists. Duplicate names are not allowed.`;
  throw new ServiceError('EntityAlreadyExistsException', message, 409);
}
