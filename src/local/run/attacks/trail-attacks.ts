import type { Attack } from './attack.ts';

/** Group A of the catalogue: the trail itself. */
export const TRAIL_ATTACKS: readonly Attack[] = [
  {
    id: 'CT-01',
    name: 'stop-logging',
    title: 'Stop the trail',
    ends: 'restored',
    seenBy: 'both',
    act: ({ cloudtrail, trailArn }) => cloudtrail('StopLogging', { Name: trailArn }),
    twin: {
      title: 'Start the trail, which logs',
      act: ({ cloudtrail, trailArn }) => cloudtrail('StartLogging', { Name: trailArn }),
    },
  },
  {
    id: 'CT-02',
    name: 'delete-trail',
    title: 'Delete the trail',
    ends: 'restored',
    seenBy: 'both',
    act: ({ cloudtrail, trailArn }) => cloudtrail('DeleteTrail', { Name: trailArn }),
    twin: {
      title: 'Create and delete a trail that never logged',
      async act({ cloudtrail, bucket }) {
        const { TrailARN } = await cloudtrail('CreateTrail', { Name: 'lab', S3BucketName: bucket });
        await cloudtrail('DeleteTrail', { Name: TrailARN });
      },
    },
  },
  {
    id: 'CT-22',
    name: 'trail-quota-used-up',
    title: 'Delete the trail and take its place with five others',
    toldAs: ['cloudtrail.delete-trail'],
    ends: 'told',
    seenBy: 'both',
    async act({ cloudtrail, trail, bucket }) {
      for (const number of [1, 2, 3, 4])
        await cloudtrail('CreateTrail', { Name: `squat-${number}`, S3BucketName: bucket });
      await cloudtrail('DeleteTrail', { Name: trail });
      await cloudtrail('CreateTrail', { Name: 'squat-5', S3BucketName: bucket });
    },
    // Then there is room for the trail again.
    async undo({ cloudtrail }) {
      for (const number of [1, 2, 3, 4, 5]) await cloudtrail('DeleteTrail', { Name: `squat-${number}` });
    },
  },
  {
    id: 'CT-23',
    name: 'tags-removed',
    title: 'Remove the tag by which policies protect the trail',
    ends: 'restored',
    seenBy: 'both',
    act: ({ cloudtrail, trailArn }) =>
      cloudtrail('RemoveTags', { ResourceId: trailArn, TagsList: [{ Key: 'protected', Value: 'yes' }] }),
    twin: {
      title: 'Add a tag',
      act: ({ cloudtrail, trailArn }) =>
        cloudtrail('AddTags', { ResourceId: trailArn, TagsList: [{ Key: 'cost-center', Value: '4711' }] }),
    },
  },
];
