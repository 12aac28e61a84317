import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the permission to invoke the guard’s function',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'What invokes a function by its resource policy can no longer. The guard needs none: its queue is read by Lambda with the function’s role, the schedule has a role of its own.',
  dataLost: 'Nothing.',
  benignTwins: 'Somebody takes back a permission that they gave.',
  whatToDo: 'Find out who had added the permission: whoever may invoke the guard can feed it messages.',
  undo: ['aws lambda get-policy --function-name <function> --region <Region of the guard>'],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  ],
};
