import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Reserve no concurrency for the guard’s function',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'Lambda runs it no more. Messages wait in the queue, sweeps fail; the alarms on the age of messages and on missing sweeps tell people.',
  dataLost: 'Nothing by itself. What happens to trails until the guard works again is not put back.',
  benignTwins:
    'Somebody stops a function that runs away; a reserve of one or more keeps the guard running. The guard reserves nothing itself.',
  whatToDo:
    'Delete the reserved concurrency. Look also at what other functions reserve: together they can leave nothing.',
  undo: [
    'aws lambda delete-function-concurrency --function-name <function> --region <Region of the guard>',
    'aws lambda get-account-settings --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionConcurrency.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
  ],
};
