import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Make the guard fight',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Something changes a setting as often as it is put back: an infrastructure tool with another idea, or an attacker. The guard’s own calls start no loop.',
  dataLost: 'What the weaker settings leave out between sweeps.',
  benignTwins: 'Terraform or CloudFormation with an older idea of the trail.',
  whatToDo: 'Change the tool’s configuration, or approve what it sets.',
  seenOtherwise:
    'By the guard’s own count: after five reverts in ten minutes settings are put back at sweeps only, which is told. A restart is never withheld.',
  provenBy: [
    'src/domain/guarded-trail.test.ts > is slowed to the sweeps after five reverts in ten minutes, and says so',
    'test/seeds.test.ts > sends no second mail and starts no loop for the guard’s own StartLogging',
  ],
  undo: [
    'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=UpdateTrail --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules-best-practices.html',
  ],
};
