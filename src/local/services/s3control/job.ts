import type { CreateJobRequest, JobStatus } from '@aws-sdk/client-s3-control';
import type { Call } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';

/** A batch operation. None is ever carried out here: a job waits until it is cancelled. */
export interface Job {
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly request: CreateJobRequest;
  status: Extract<JobStatus, 'Suspended' | 'Ready' | 'Cancelled'>;
}

const store = { name: 's3control.jobs', create: () => new Map<string, Job>() };

export const jobsOf = ({ world, accountId, region }: Call): Map<string, Job> =>
  world.store(store, accountId, region);

/** @throws ServiceError `NotFoundException` */
export function findJob(id: string | undefined, call: Call): Job {
  const job = jobsOf(call).get(id ?? '');
  if (job) return job;
  throw new ServiceError('NotFoundException', `The job ${id} was not found.`, 404);
}

/**
 * Tells CloudTrail what S3 did with a job.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-logging.html
 */
export function recordJob(job: Job, eventName: 'JobCreated' | 'JobStatusChanged', call: Call): void {
  const { world, accountId, region } = call;
  world.emit('serviceEvent', {
    service: 's3',
    eventName,
    accountId,
    region,
    details: {
      jobId: job.id,
      jobArn: job.arn,
      status: eventName === 'JobCreated' ? 'New' : job.status,
      failureCodes: [],
      statusChangeReason: [],
    },
    at: world.clock.now(),
  });
}
