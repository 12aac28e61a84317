import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Remove the lifecycle rules of the log bucket',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Files are no longer archived or deleted by rule; they are kept, and cost more. A rule that moved them to a protected class is gone.',
  dataLost: 'None.',
  benignTwins:
    'Whoever wants to keep files longer, as for an investigation, removes the rules. Nothing is kept shorter by it, so a notice tells it, and no incident is opened.',
  whatToDo:
    'Approve the change, or put the approved rules back. The guard does not: they would delete files, perhaps those for whose sake somebody removed them.',
  undo: [
    'aws s3api put-bucket-lifecycle-configuration --bucket <bucket> --lifecycle-configuration file://<rules.json> --region <Region of the bucket>',
  ],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html'],
};
