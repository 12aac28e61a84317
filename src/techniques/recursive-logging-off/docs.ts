import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Leave out what CloudTrail’s own deliveries cause',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Events that CloudTrail itself causes when it delivers to S3 and CloudWatch Logs are no longer recorded. With them goes the simplest proof that files were delivered.',
  dataLost: 'Those events of that time; they are no caller’s.',
  benignTwins:
    'They are many where data events of the log bucket are recorded: leaving them out saves money.',
  whatToDo: 'Turn it on again when it was on, or approve the change.',
  undo: ['aws cloudtrail update-trail --name <trail ARN> --recursive-logging --region <home Region>'],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html'],
};
