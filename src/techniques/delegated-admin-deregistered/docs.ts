import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Deregister the delegated administrator of CloudTrail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The security account can no longer see or repair the organization’s trails and event data stores; these stay. A guard in that account loses the right to restore them.',
  dataLost: 'None.',
  benignTwins: 'The organization moves its security account; then another is registered at the same time.',
  whatToDo:
    'Register it again from the management account. Look at organization trails closely meanwhile: nobody else could repair them.',
  undo: [
    'aws cloudtrail register-organization-delegated-admin --member-account-id <account id> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeregisterOrganizationDelegatedAdmin.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-delegated-administrator.html',
  ],
};
