import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the organization',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Organization trails, policies and delegated administrators go with it. It works only when no member account is left.',
  dataLost: 'Everything the organization’s trails would have recorded of other accounts.',
  benignTwins: 'An organization that was made to try things is deleted.',
  whatToDo: 'Make sure that every account that was in it has a trail of its own.',
  undo: ['aws organizations create-organization --feature-set ALL'],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeleteOrganization.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_delete.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html',
  ],
};
