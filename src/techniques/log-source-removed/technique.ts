import type { Technique } from '../../domain/technique.ts';

export const logSourceRemoved: Technique = {
  id: 'securitylake.log-source-removed',
  catalogue: ['CT-105'],
  severity: 'high',
  done: 'took CloudTrail from Security Lake',
  subject: 'account',
  calls: [
    {
      eventSource: 'securitylake.amazonaws.com',
      eventNames: ['DeleteAwsLogSource', 'DeleteDataLake', 'DeleteSubscriber'],
    },
  ],
  drift: [],
  request: (request, { eventName }) =>
    eventName === 'DeleteAwsLogSource' && !OF_CLOUDTRAIL.test(JSON.stringify(request))
      ? null
      : `it was by ${eventName}`,
  restore: [],
  lost: 'Events of that time in Security Lake. The trail’s own files stay.',
  toDo: 'Add the source again for its accounts and Regions, or the subscriber.',
};

/** Its data events are sources of their own. */
const OF_CLOUDTRAIL = /"(CLOUD_TRAIL_MGMT|S3_DATA|LAMBDA_EXECUTION)"/;
