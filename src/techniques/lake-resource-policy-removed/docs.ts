import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the resource policy of an event data store, channel or dashboard',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Other accounts can no longer send events to a channel or query a store. A policy that is put instead may also let strangers in.',
  dataLost: 'Events that senders of other accounts could not put in meanwhile.',
  benignTwins:
    'Setting a policy is how access is given and taken: a PutResourcePolicy is told as information, with its request in the record.',
  whatToDo:
    'Put the approved policy back. Read the record of a PutResourcePolicy for principals you do not know.',
  undo: [
    'aws cloudtrail get-resource-policy --resource-arn <ARN> --region <home Region>',
    'aws cloudtrail put-resource-policy --resource-arn <ARN> --resource-policy file://<policy.json> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteResourcePolicy.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutResourcePolicy.html',
  ],
};
