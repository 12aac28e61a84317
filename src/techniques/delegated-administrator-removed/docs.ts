import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Deregister a delegated administrator',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The security account can no longer manage CloudTrail, Config, GuardDuty or Security Hub for the organization; some of them stop in the members, or lose their settings.',
  dataLost: 'Nothing of trails: organization trails belong to the management account.',
  benignTwins: 'The security account moves. Other services’ administrators are not told.',
  whatToDo: 'Register the account again, then see in each service whether the members are still joined.',
  undo: [
    'aws organizations register-delegated-administrator --account-id <security account> --service-principal <service principal>',
  ],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeregisterDelegatedAdministrator.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_RegisterDelegatedAdministrator.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html',
  ],
};
