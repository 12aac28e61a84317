import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Make an event too large to be sent',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'CloudTrail sends no event over 256 KB to EventBridge or CloudWatch Logs. A padded request is left out of the record at 100 KB already, which keeps most events small.',
  dataLost: 'Nothing: the log files in S3 and event history have it.',
  benignTwins: 'Calls with many resources make large events.',
  whatToDo: 'Read event history: the guard does so for differences that no event explained.',
  seenOtherwise: 'By the sweep, in the state, as the technique that it is; event history names the call.',
  provenBy: ['test/restore.test.ts > comes back at the next sweep when its event is lost'],
  undo: [
    'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=<call> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html',
  ],
};
