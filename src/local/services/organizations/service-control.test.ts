import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../endpoint/caller.ts';
import type { Service } from '../../endpoint/operation.ts';
import { alice, mallory, TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { isAllowed } from '../iam/authorize.ts';
import { iam } from '../iam/index.ts';
import { organizationWorld } from './test-organization.ts';

const trails: Service = {
  name: 'cloudtrail',
  operations: { StopLogging: () => ({}), DescribeTrails: () => ({}) },
};

let aws: ReturnType<typeof organizationWorld>;
let organizationId: string;
beforeEach(async () => {
  aws = organizationWorld(trails);
  organizationId = await aws.join();
});

const stop = (caller: Caller = mallory) => aws.send('cloudtrail', 'StopLogging', { Name: 'main' }, caller);
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const denyStop = document({ Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' });

async function createPolicy(Content = denyStop, Name = 'guard') {
  const { Policy } = await aws.manage<{ Policy: { PolicySummary: { Id: string; Arn: string } } }>(
    'CreatePolicy',
    { Name, Description: '', Type: 'SERVICE_CONTROL_POLICY', Content },
  );
  return Policy.PolicySummary;
}
const attach = (PolicyId: string, TargetId: string) => aws.manage('AttachPolicy', { PolicyId, TargetId });

describe('a service control policy', () => {
  test('binds nobody until it is attached, then every member below, in these words', async () => {
    const { Id, Arn } = await createPolicy();
    await stop();
    await attach(Id, await aws.rootId());
    await expect(stop()).rejects.toMatchObject({
      code: 'AccessDeniedException',
      status: 400,
      message:
        'User: arn:aws:iam::444455556666:user/mallory is not authorized to perform: cloudtrail:StopLogging on resource: ' +
        `arn:aws:cloudtrail:us-east-1:444455556666:trail/main with an explicit deny in a service control policy: ${Arn}`,
    });
    expect(Arn).toBe(
      `arn:aws:organizations::${TEST_ACCOUNT}:policy/${organizationId}/service_control_policy/${Id}`,
    );
    await aws.send('cloudtrail', 'DescribeTrails', {}, mallory);
  });

  test('binds root of a member account, but neither the management account nor AWS', async () => {
    await attach((await createPolicy()).Id, await aws.rootId());
    const root: Caller = { ...mallory, type: 'Root', arn: 'arn:aws:iam::444455556666:root' };
    await expect(stop(root)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await stop(alice);
    await stop({ ...mallory, type: 'AWSService', invokedBy: 'controltower.amazonaws.com' });
    const linked =
      'arn:aws:iam::444455556666:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig';
    const role = { arn: linked, name: 'AWSServiceRoleForConfig', principalId: 'A' };
    await stop({ ...mallory, type: 'AssumedRole', role });
  });

  test('may spare a role', async () => {
    const Condition = { ArnNotLike: { 'aws:PrincipalArn': 'arn:*:iam::*:role/guard' } };
    const sparing = document({ Effect: 'Deny', Action: '*', Resource: '*', Condition });
    await attach((await createPolicy(sparing)).Id, mallory.accountId);
    await expect(stop()).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const role = { arn: 'arn:aws:iam::444455556666:role/guard', name: 'guard', principalId: 'A' };
    await stop({ ...mallory, type: 'AssumedRole', role });
  });

  test('binds a role that a service acts in, unless it is spared', async () => {
    aws = organizationWorld(iam);
    await aws.join();
    const trust = JSON.stringify({
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'cloudtrail.amazonaws.com' } },
      ],
    });
    const PolicyDocument = document({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' });
    const asMember = (operation: string, input: object) => aws.send('iam', operation, input, mallory);
    await asMember('CreateRole', { RoleName: 'delivery', AssumeRolePolicyDocument: trust });
    await asMember('PutRolePolicy', { RoleName: 'delivery', PolicyName: 'p', PolicyDocument });
    const may = () =>
      isAllowed(aws.world, `arn:aws:iam::${mallory.accountId}:role/delivery`, 'logs:PutLogEvents', '*');
    expect(may()).toBe(true);
    const deny = { Effect: 'Deny', Action: 'logs:*', Resource: '*' };
    const { Id: PolicyId } = await createPolicy(document(deny));
    await attach(PolicyId, mallory.accountId);
    expect(may()).toBe(false);
    const Condition = { ArnNotLike: { 'aws:PrincipalArn': 'arn:*:iam::*:role/delivery' } };
    await aws.manage('UpdatePolicy', { PolicyId, Content: document({ ...deny, Condition }) });
    expect(may()).toBe(true);
  });

  test('takes away what no level allows', async () => {
    const allowReads = document({ Effect: 'Allow', Action: 'cloudtrail:Describe*', Resource: '*' });
    await attach((await createPolicy(allowReads)).Id, mallory.accountId);
    await stop();
    await aws.manage('DetachPolicy', { PolicyId: 'p-FullAWSAccess', TargetId: mallory.accountId });
    await expect(stop()).rejects.toThrow(
      'because no service control policy allows the cloudtrail:StopLogging action',
    );
    await aws.send('cloudtrail', 'DescribeTrails', {}, mallory);
  });

  test('counts no more once it is detached, changed, its account moved away or its type disabled', async () => {
    const root = await aws.rootId();
    const { Id: PolicyId } = await createPolicy();
    const { OrganizationalUnit: unit } = await aws.manage<{ OrganizationalUnit: { Id: string } }>(
      'CreateOrganizationalUnit',
      { ParentId: root, Name: 'guarded' },
    );
    const AccountId = mallory.accountId;
    await attach(PolicyId, unit.Id);
    await aws.manage('MoveAccount', { AccountId, SourceParentId: root, DestinationParentId: unit.Id });
    const refused = () => expect(stop()).rejects.toThrow('service control policy');
    await refused();
    await aws.manage('DetachPolicy', { PolicyId, TargetId: unit.Id });
    await stop();
    await attach(PolicyId, unit.Id);
    await aws.manage('UpdatePolicy', { PolicyId, Content: denyStop.replace('Stop', 'Start') });
    await stop();
    await aws.manage('UpdatePolicy', { PolicyId, Content: denyStop });
    await aws.manage('MoveAccount', { AccountId, SourceParentId: unit.Id, DestinationParentId: root });
    await stop();
    await aws.manage('MoveAccount', { AccountId, SourceParentId: root, DestinationParentId: unit.Id });
    await refused();
    const type = { RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' };
    await aws.manage('DisablePolicyType', type);
    await stop();
    await expect(attach(PolicyId, unit.Id)).rejects.toMatchObject({ code: 'PolicyTypeNotEnabledException' });
    await aws.manage('EnablePolicyType', type);
    await stop();
    expect(await aws.manage('ListTargetsForPolicy', { PolicyId })).toMatchObject({ Targets: [] });
  });

  test('is deleted only when it is attached to nothing, and is never the last one', async () => {
    const { Id: PolicyId } = await createPolicy();
    const TargetId = mallory.accountId;
    await attach(PolicyId, TargetId);
    await expect(attach(PolicyId, TargetId)).rejects.toMatchObject({
      code: 'DuplicatePolicyAttachmentException',
    });
    expect(await aws.manage('ListTargetsForPolicy', { PolicyId })).toMatchObject({
      Targets: [{ TargetId, Type: 'ACCOUNT' }],
    });
    await expect(aws.manage('DeletePolicy', { PolicyId })).rejects.toMatchObject({
      code: 'PolicyInUseException',
    });
    await aws.manage('DetachPolicy', { PolicyId, TargetId });
    await aws.manage('DeletePolicy', { PolicyId });
    await expect(aws.manage('DetachPolicy', { PolicyId: 'p-FullAWSAccess', TargetId })).rejects.toMatchObject(
      { code: 'ConstraintViolationException' },
    );
  });

  test.each([
    ['another type', { Type: 'TAG_POLICY' }, 'NotImplemented'],
    ['no policy', { Content: '{}' }, 'MalformedPolicyDocumentException'],
    ['over 5,120 characters', { Content: ' '.repeat(5121) }, 'ConstraintViolationException'],
    ['a name that is taken', { Name: 'FullAWSAccess' }, 'DuplicatePolicyException'],
  ])('is refused with %s', async (_, change, code) => {
    const given = { Name: 'x', Description: '', Type: 'SERVICE_CONTROL_POLICY', Content: denyStop };
    await expect(aws.manage('CreatePolicy', { ...given, ...change })).rejects.toMatchObject({ code });
  });

  test('of AWS itself is not changed', async () => {
    await expect(
      aws.manage('UpdatePolicy', { PolicyId: 'p-FullAWSAccess', Content: denyStop }),
    ).rejects.toMatchObject({ code: 'InvalidInputException' });
  });
});
