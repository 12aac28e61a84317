import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Create a batch job that works on log files',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A job of S3 Batch Operations tags, copies, locks or re-encrypts millions of files at once, with the rights of its role. Files that got tags may be deleted by a lifecycle rule that goes by them.',
  dataLost:
    'Nothing by the job alone; files that a rule deletes meanwhile, or that were overwritten in a bucket without versions.',
  benignTwins:
    'Every job, because its record names no bucket: a job on other files is everyday work. It is told once as something of the account.',
  whatToDo:
    'See what the job works on. If it is log files, cancel it and look for tags and overwritten versions.',
  undo: [
    'aws s3control describe-job --account-id <account id> --job-id <job id> --region <Region of the bucket>',
    'aws s3control update-job-status --account-id <account id> --job-id <job id> --requested-job-status Cancelled --region <Region of the bucket>',
  ],
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-logging.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-examples-event-bridge-cloud-trail.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-managing-jobs.html',
  ],
};
