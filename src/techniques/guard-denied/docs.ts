import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Have the guard’s account suspended or denied everything',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'A policy of the organization, a quarantine or a suspension denies the guard’s role what it needs.',
  dataLost: 'Whatever happens to trails meanwhile.',
  benignTwins:
    'An account under investigation is put into quarantine on purpose: then its guard should be exempt.',
  whatToDo: 'Except the guard’s role from such policies, by its ARN.',
  seenOtherwise:
    'By what AWS refuses: each refusal is told with its reason while a message can leave; when none can, by the heartbeat that others miss.',
  provenBy: ['src/domain/reconcile.test.ts > tells a refused restart as something people must do'],
  undo: [
    'aws organizations list-policies-for-target --target-id <account> --filter SERVICE_CONTROL_POLICY',
    'aws organizations detach-policy --policy-id <policy> --target-id <account>',
  ],
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html',
  ],
};
