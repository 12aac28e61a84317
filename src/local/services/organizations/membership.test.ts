import { beforeEach, describe, expect, test } from 'vitest';
import { mallory, TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { iam } from '../iam/index.ts';
import { organizationWorld } from './test-organization.ts';

let aws: ReturnType<typeof organizationWorld>;
beforeEach(() => {
  aws = organizationWorld(iam);
});

const DAY_MS = 24 * 60 * 60 * 1000;
const accountIds = async () => {
  const { Accounts } = await aws.manage<{ Accounts: { Id: string }[] }>('ListAccounts');
  return Accounts.map(({ Id }) => Id);
};

describe('an organization', () => {
  test('is made by its management account, once', async () => {
    await expect(aws.manage('DescribeOrganization')).rejects.toMatchObject({
      code: 'AWSOrganizationsNotInUseException',
    });
    const { Organization } = await aws.create();
    expect(Organization).toMatchObject({
      Arn: `arn:aws:organizations::${TEST_ACCOUNT}:organization/${Organization.Id}`,
      FeatureSet: 'ALL',
      MasterAccountId: TEST_ACCOUNT,
      AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    });
    await expect(aws.create()).rejects.toMatchObject({ code: 'AlreadyInOrganizationException' });
  });

  test('is joined by who is invited and accepts, within 15 days', async () => {
    await aws.create();
    const { Handshake } = await aws.invite();
    await expect(aws.invite()).rejects.toMatchObject({ code: 'DuplicateHandshakeException' });
    await expect(aws.manage('AcceptHandshake', { HandshakeId: Handshake.Id })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    await aws.clock.advance(15 * DAY_MS);
    await expect(aws.asMember('AcceptHandshake', { HandshakeId: Handshake.Id })).rejects.toMatchObject({
      code: 'InvalidHandshakeTransitionException',
    });
    const second = await aws.invite();
    await aws.asMember('AcceptHandshake', { HandshakeId: second.Handshake.Id });
    expect(await accountIds()).toEqual([TEST_ACCOUNT, mallory.accountId]);
    expect(await aws.asMember('DescribeOrganization')).toMatchObject({
      Organization: { MasterAccountId: TEST_ACCOUNT },
    });
  });

  test('is left by a member, never by the management account', async () => {
    await aws.join();
    await expect(aws.manage('LeaveOrganization')).rejects.toMatchObject({
      code: 'MasterCannotLeaveOrganizationException',
    });
    await aws.asMember('LeaveOrganization');
    expect(await accountIds()).toEqual([TEST_ACCOUNT]);
    await expect(aws.asMember('LeaveOrganization')).rejects.toMatchObject({
      code: 'AWSOrganizationsNotInUseException',
    });
  });

  test('is deleted only when nobody else is in it', async () => {
    await aws.join();
    await expect(aws.manage('DeleteOrganization')).rejects.toMatchObject({
      code: 'OrganizationNotEmptyException',
    });
    await aws.manage('RemoveAccountFromOrganization', { AccountId: mallory.accountId });
    await aws.manage('DeleteOrganization');
    await aws.create();
  });

  test('shows itself to members, and its accounts to administrators only', async () => {
    await aws.join();
    for (const operation of ['ListAccounts', 'ListRoots', 'ListAWSServiceAccessForOrganization']) {
      await expect(aws.asMember(operation)).rejects.toMatchObject({
        code: 'AccessDeniedException',
        message: "You don't have permissions to access this resource.",
      });
    }
    await aws.manage('EnableAWSServiceAccess', { ServicePrincipal: 'config.amazonaws.com' });
    const ServicePrincipal = 'config.amazonaws.com';
    await aws.manage('RegisterDelegatedAdministrator', { AccountId: mallory.accountId, ServicePrincipal });
    expect(await aws.asMember('ListAccounts')).toMatchObject({ Accounts: [{}, { Id: mallory.accountId }] });
    await expect(aws.asMember('EnableAWSServiceAccess', { ServicePrincipal })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
  });

  test('makes accounts with a role for the management account, and keeps them for seven days', async () => {
    await aws.create();
    const { CreateAccountStatus } = await aws.manage<{ CreateAccountStatus: { Id: string } }>(
      'CreateAccount',
      {
        AccountName: 'logs',
        Email: 'logs@example.com',
      },
    );
    const status = await aws.manage<{ CreateAccountStatus: { AccountId: string; State: string } }>(
      'DescribeCreateAccountStatus',
      { CreateAccountRequestId: CreateAccountStatus.Id },
    );
    const { AccountId, State } = status.CreateAccountStatus;
    expect(State).toBe('SUCCEEDED');
    const member = { ...mallory, accountId: AccountId };
    expect(
      await aws.send('iam', 'GetRole', { RoleName: 'OrganizationAccountAccessRole' }, member),
    ).toMatchObject({ Role: { Arn: `arn:aws:iam::${AccountId}:role/OrganizationAccountAccessRole` } });
    await expect(aws.manage('RemoveAccountFromOrganization', { AccountId })).rejects.toMatchObject({
      code: 'ConstraintViolationException',
    });
    await aws.clock.advance(7 * DAY_MS);
    await aws.manage('RemoveAccountFromOrganization', { AccountId });
  });

  test('keeps a closed account, suspended', async () => {
    await aws.join();
    const AccountId = mallory.accountId;
    await expect(aws.manage('CloseAccount', { AccountId: TEST_ACCOUNT })).rejects.toMatchObject({
      code: 'ConstraintViolationException',
    });
    await aws.manage('CloseAccount', { AccountId });
    await aws.clock.advance(DAY_MS);
    expect(await aws.manage('DescribeAccount', { AccountId })).toMatchObject({
      Account: { Status: 'SUSPENDED' },
    });
    await expect(aws.manage('CloseAccount', { AccountId })).rejects.toMatchObject({
      code: 'AccountAlreadyClosedException',
    });
  });

  test('has units in which accounts lie, one parent each', async () => {
    await aws.join();
    const root = await aws.rootId();
    const { OrganizationalUnit: unit } = await aws.manage<{ OrganizationalUnit: { Id: string } }>(
      'CreateOrganizationalUnit',
      { ParentId: root, Name: 'security' },
    );
    await expect(
      aws.manage('CreateOrganizationalUnit', { ParentId: root, Name: 'security' }),
    ).rejects.toMatchObject({ code: 'DuplicateOrganizationalUnitException' });
    const AccountId = mallory.accountId;
    const move = { AccountId, SourceParentId: root, DestinationParentId: unit.Id };
    await aws.manage('MoveAccount', move);
    await expect(aws.manage('MoveAccount', move)).rejects.toMatchObject({
      code: 'DuplicateAccountException',
    });
    expect(await aws.manage('ListParents', { ChildId: AccountId })).toEqual({
      Parents: [{ Id: unit.Id, Type: 'ORGANIZATIONAL_UNIT' }],
    });
    expect(await aws.manage('ListAccountsForParent', { ParentId: unit.Id })).toMatchObject({
      Accounts: [{ Id: AccountId }],
    });
    await expect(
      aws.manage('DeleteOrganizationalUnit', { OrganizationalUnitId: unit.Id }),
    ).rejects.toMatchObject({ code: 'OrganizationalUnitNotEmptyException' });
  });
});
