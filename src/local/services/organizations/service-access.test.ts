import { beforeEach, describe, expect, test } from 'vitest';
import { mallory, TEST_ACCOUNT } from '../../endpoint/test-world.ts';
import { organizationWorld } from './test-organization.ts';

let aws: ReturnType<typeof organizationWorld>;
beforeEach(async () => {
  aws = organizationWorld();
  await aws.join();
});

const ServicePrincipal = 'cloudtrail.amazonaws.com';
const member = { AccountId: mallory.accountId, ServicePrincipal };

describe('trusted access', () => {
  test('is listed while it is enabled', async () => {
    await aws.manage('EnableAWSServiceAccess', { ServicePrincipal });
    expect(await aws.manage('ListAWSServiceAccessForOrganization')).toEqual({
      EnabledServicePrincipals: [{ ServicePrincipal, DateEnabled: new Date(aws.clock.now()) }],
      NextToken: undefined,
    });
    await aws.manage('DisableAWSServiceAccess', { ServicePrincipal });
    expect(await aws.manage('ListAWSServiceAccessForOrganization')).toMatchObject({
      EnabledServicePrincipals: [],
    });
  });

  test('is of services that AWS knows', async () => {
    await expect(
      aws.manage('EnableAWSServiceAccess', { ServicePrincipal: 'mine.example.com' }),
    ).rejects.toMatchObject({ code: 'InvalidInputException' });
  });

  test('stays as long as somebody administers the service', async () => {
    await aws.manage('EnableAWSServiceAccess', { ServicePrincipal });
    await aws.manage('RegisterDelegatedAdministrator', member);
    await expect(aws.manage('DisableAWSServiceAccess', { ServicePrincipal })).rejects.toMatchObject({
      code: 'ConstraintViolationException',
    });
    await aws.manage('DeregisterDelegatedAdministrator', member);
    await aws.manage('DisableAWSServiceAccess', { ServicePrincipal });
  });
});

describe('a delegated administrator', () => {
  test('is a member account of an organization that trusts the service', async () => {
    const register = (input: object = {}) =>
      aws.manage('RegisterDelegatedAdministrator', { ...member, ...input });
    await expect(register()).rejects.toMatchObject({ code: 'ConstraintViolationException' });
    await aws.manage('EnableAWSServiceAccess', { ServicePrincipal });
    await expect(register({ AccountId: TEST_ACCOUNT })).rejects.toMatchObject({
      code: 'ConstraintViolationException',
    });
    await expect(register({ AccountId: '999999999999' })).rejects.toMatchObject({
      code: 'AccountNotFoundException',
    });
    await register();
    await expect(register()).rejects.toMatchObject({ code: 'AccountAlreadyRegisteredException' });
    expect(await aws.manage('ListDelegatedAdministrators', { ServicePrincipal })).toMatchObject({
      DelegatedAdministrators: [{ Id: mallory.accountId }],
    });
    expect(
      await aws.manage('ListDelegatedServicesForAccount', { AccountId: mallory.accountId }),
    ).toMatchObject({ DelegatedServices: [{ ServicePrincipal }] });
  });

  test('cannot leave', async () => {
    await aws.manage('EnableAWSServiceAccess', { ServicePrincipal });
    await aws.manage('RegisterDelegatedAdministrator', member);
    await expect(aws.asMember('LeaveOrganization')).rejects.toMatchObject({
      code: 'ConstraintViolationException',
    });
    await aws.manage('DeregisterDelegatedAdministrator', member);
    await expect(aws.manage('DeregisterDelegatedAdministrator', member)).rejects.toMatchObject({
      code: 'AccountNotRegisteredException',
    });
    await aws.asMember('LeaveOrganization');
  });
});
