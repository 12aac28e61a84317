import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Move or delete the alias of the KMS key',
  attack: ['T1562.008', 'T1685.002', 'T1485'],
  effect:
    'Whoever sets the trail up by its alias next time, as pipelines do, takes another key, or fails. The trail itself holds the key’s ARN and goes on.',
  dataLost: 'None by itself.',
  benignTwins:
    'Aliases are moved to a new key when one is replaced by hand. The record of a move does not say what the alias meant before: the state shows it.',
  whatToDo:
    'Point it back, and see what ran in between. The guard restores keys by their ARN alone, and leaves aliases to people: moving one takes rights on the other key, too.',
  undo: [
    'aws kms update-alias --alias-name <alias> --target-key-id <key ARN> --region <Region of the key>',
    'aws kms create-alias --alias-name <alias> --target-key-id <key ARN> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html',
  ],
};
