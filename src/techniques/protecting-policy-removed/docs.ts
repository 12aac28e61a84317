import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take away a policy that protects trails',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'What a service or resource control policy denied can be done again in every account under it. Disabling the policy type detaches every policy of that type; turning it on again attaches only FullAWSAccess.',
  dataLost: 'Nothing by itself: often another attack follows.',
  benignTwins:
    'Policies are detached and changed by deployments of the organization. A record tells which policy, and not what is in it: a detach is told whatever it held. Of changes only one that leaves no Deny shows something.',
  whatToDo:
    'Look up the content of the policy before the change, and put it back. A guard in the management account sees these calls, one in a member account does not.',
  undo: [
    'aws organizations attach-policy --policy-id <policy> --target-id <root, unit or account>',
    'aws organizations update-policy --policy-id <policy> --content file://<policy.json>',
    'aws organizations enable-policy-type --root-id <root> --policy-type SERVICE_CONTROL_POLICY',
  ],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DetachPolicy.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_UpdatePolicy.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DisablePolicyType.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  ],
};
