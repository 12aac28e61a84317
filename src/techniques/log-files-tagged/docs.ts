import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Let log files be deleted by their tags',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'A lifecycle rule that goes by tags deletes what is tagged, with no change of the rule.',
  dataLost: 'Files that were deleted meanwhile.',
  benignTwins: 'Tags on buckets and on other files are everyday work.',
  whatToDo: 'See which rules of the bucket go by tags, and remove the tags.',
  undo: ['aws s3api delete-object-tagging --bucket <bucket> --key <key> --region <Region of the bucket>'],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
  ],
};
