import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Tamper with the baselines of the guard',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'A guard that believed what it finds would put trails “back” to what the attacker wrote. This one rules by the last version that somebody approved wrote: anything else is an incident of its own.',
  dataLost: 'Nothing while one of the two, parameters or ledger, is left.',
  benignTwins:
    'Approving is a PutParameter, and closing a window deletes its parameter: neither shows anything by itself. Who wrote a baseline is judged by Parameter Store’s history when it is read.',
  whatToDo: 'Compare the baseline that rules with what you mean, and write it again.',
  undo: [
    'aws ssm get-parameter-history --name /trailkeeper/baseline/<home Region>/<trail>/manifest --region <Region of the guard>',
    'aws dynamodb restore-table-to-point-in-time --source-table-name <ledger> --target-table-name <new name> --use-latest-restorable-time --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html',
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html',
  ],
};
