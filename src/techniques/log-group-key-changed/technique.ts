import type { Technique } from '../../domain/technique.ts';

export const logGroupKeyChanged: Technique = {
  id: 'logs.log-group-key-changed',
  catalogue: ['CT-64'],
  severity: 'medium',
  done: 'changed the KMS key of the log group',
  subject: 'logGroup',
  calls: [{ eventSource: 'logs.amazonaws.com', eventNames: ['AssociateKmsKey', 'DisassociateKmsKey'] }],
  drift: ['logGroup.kmsKeyId'],
  request: 'state',
  restore: ['AssociateKmsKey', 'DisassociateKmsKey'],
  lost: 'Events of that time, when the owner of the other key does not let you read them. The files in S3 stay.',
  toDo: 'Set the approved key on the log group again; events stay encrypted with the key of their time.',
};
