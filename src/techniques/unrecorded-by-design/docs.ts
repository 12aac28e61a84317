import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Use calls that the trail does not record',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Reading objects, items or messages and invoking functions are data events: no trail records them unless its selectors say so, and some calls are in no record at all. Nothing is impaired.',
  dataLost: 'What was done with such calls.',
  benignTwins: 'Nearly all of them are everyday work, and there are many: recording all is expensive.',
  whatToDo:
    'Decide which buckets, tables and functions are worth data events. The guard keeps what is decided.',
  seenOtherwise:
    'By nobody: such calls are in no record. What the approved selectors leave out of the management events is listed when they are adopted.',
  provenBy: ['src/domain/baseline/baseline-weaknesses.test.ts > it says where a trail looks weak'],
  undo: ['aws cloudtrail get-event-selectors --trail-name <trail ARN> --region <home Region>'],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-unsupported-aws-services.html',
  ],
};
