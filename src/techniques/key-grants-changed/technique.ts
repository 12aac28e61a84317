import type { Technique } from '../../domain/technique.ts';

export const keyGrantsChanged: Technique = {
  id: 'kms.key-grants-changed',
  catalogue: ['CT-36'],
  severity: 'medium',
  done: 'changed the grants of the KMS key',
  subject: 'key',
  calls: [{ eventSource: 'kms.amazonaws.com', eventNames: ['RevokeGrant', 'RetireGrant'] }],
  drift: ['key.grants'],
  request: 'state',
  restore: ['CreateGrant'],
  lost: 'Nothing of the files. What a stranger read by a new grant stays read.',
  toDo: 'Create the missing grant again, it gets a new id; or revoke the one that lets a stranger in.',
};
