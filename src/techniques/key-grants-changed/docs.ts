import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take away or add grants by which log files are read',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A reader, such as a SIEM, can no longer decrypt, or another account can. CloudTrail itself uses the key policy, so delivery goes on.',
  dataLost: 'None; what was not read meanwhile can be read later.',
  benignTwins:
    'Services take grants and retire them when they are done: those do not count. New grants are too frequent to be watched as calls; the state shows them.',
  whatToDo:
    'Create the grant again, and see what its reader missed. Revoke a new one that lets another account decrypt.',
  undo: [
    'aws kms list-grants --key-id <key ARN> --region <Region of the key>',
    'aws kms create-grant --key-id <key ARN> --grantee-principal <principal ARN> --operations <as approved> --region <Region of the key>',
    'aws kms revoke-grant --key-id <key ARN> --grant-id <grant id> --region <Region of the key>',
  ],
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html',
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html',
  ],
};
