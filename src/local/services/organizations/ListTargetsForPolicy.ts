import type {
  ListTargetsForPolicyRequest,
  ListTargetsForPolicyResponse,
  PolicyTargetSummary,
} from '@aws-sdk/client-organizations';
import type { Operation } from '../../endpoint/operation.ts';
import { accountArn, rootArn, unitArn } from './arns.ts';
import { listPage } from './list-page.ts';
import { readableOrganization } from './membership.ts';
import { policyOf } from './policies.ts';
import type { Organization } from './store.ts';
import { type Target, targetOf } from './targets.ts';

export const ListTargetsForPolicy: Operation<ListTargetsForPolicyRequest, ListTargetsForPolicyResponse> = (
  input,
  call,
) => {
  const organization = readableOrganization(call);
  const { id } = policyOf(organization, input.PolicyId);
  const targets = [...organization.attachments].flatMap(([targetId, attached]) =>
    attached.has(id) ? [targetOf(organization, targetId)] : [],
  );
  const { items, nextToken } = listPage(targets, input);
  return { Targets: items.map((target) => summaryOf(organization, target)), NextToken: nextToken };
};

const summaryOf = (organization: Organization, { id, name, type }: Target): PolicyTargetSummary => ({
  TargetId: id,
  Arn: arnOf[type](organization, id),
  Name: name,
  Type: type,
});

const arnOf = { ROOT: rootArn, ORGANIZATIONAL_UNIT: unitArn, ACCOUNT: accountArn };
