import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Go at a trail where it is only a shadow, or in another partition',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A trail can be stopped in its home Region only. Tools that act in the Region of an event fail there. Accounts of other partitions are accounts of their own.',
  dataLost: 'Nothing.',
  benignTwins: 'Scripts that try every Region are refused in all but one.',
  whatToDo: 'Nothing. One guard for each partition and account.',
  seenOtherwise:
    'As an attempt: CloudTrail refuses, with InvalidHomeRegionException, and a failed call is told. The guard itself acts in the home Region, by the trail’s ARN.',
  provenBy: [
    'test/restore.test.ts > keeps its home Region’s rule for the guard too: the status is read by ARN',
  ],
  undo: ['aws cloudtrail describe-trails --include-shadow-trails --region <Region>'],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html',
  ],
};
