import { randomUUID } from 'node:crypto';
import type {
  CreateJobRequest,
  CreateJobResult,
  DescribeJobRequest,
  DescribeJobResult,
  ListJobsRequest,
  ListJobsResult,
  OperationName,
  UpdateJobStatusRequest,
  UpdateJobStatusResult,
} from '@aws-sdk/client-s3-control';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { findJob, type Job, jobsOf, recordJob } from './job.ts';
import { checkOwnAccount } from './own-account.ts';

// The operations of one resource stand in one file: each is a few lines.

/** A request of the same token makes no second job. */
export const CreateJob: Operation<CreateJobRequest, CreateJobResult> = (input, call) => {
  checkOwnAccount(input.AccountId, call);
  if (Object.keys(input.Operation ?? {}).length !== 1) throw badRequest('A job has exactly one operation.');
  if (!input.Manifest === !input.ManifestGenerator) throw badRequest('A job has a manifest or a generator.');
  const jobs = jobsOf(call);
  const same = [...jobs.values()].find(
    ({ request }) => request.ClientRequestToken === input.ClientRequestToken,
  );
  if (same) return { JobId: same.id };
  const id = randomUUID();
  const job: Job = {
    id,
    arn: `arn:${call.partition}:s3:${call.region}:${call.accountId}:job/${id}`,
    createdAt: call.world.clock.now(),
    request: input,
    status: input.ConfirmationRequired ? 'Suspended' : 'Ready',
  };
  jobs.set(id, job);
  recordJob(job, 'JobCreated', call);
  return { JobId: id };
};

export const DescribeJob: Operation<DescribeJobRequest, DescribeJobResult> = (input, call) => {
  checkOwnAccount(input.AccountId, call);
  const job = findJob(input.JobId, call);
  const { Operation, Manifest, ManifestGenerator, Priority, RoleArn, Report, ConfirmationRequired } =
    job.request;
  return {
    Job: {
      ...summaryOf(job),
      JobArn: job.arn,
      Operation: Operation as NonNullable<typeof Operation>,
      Manifest,
      ManifestGenerator,
      Priority,
      RoleArn,
      Report,
      ConfirmationRequired,
    },
  };
};

export const ListJobs: Operation<ListJobsRequest, ListJobsResult> = (input, call) => {
  checkOwnAccount(input.AccountId, call);
  const { JobStatuses: wanted = [] } = input;
  const jobs = [...jobsOf(call).values()].filter(
    ({ status }) => wanted.length === 0 || wanted.includes(status),
  );
  const { items, nextToken } = page(jobs, {
    limit: input.MaxResults ?? 1000,
    token: input.NextToken,
    badTokenCode: 'InvalidNextTokenException',
  });
  return {
    Jobs: items.map((job) => ({
      ...summaryOf(job),
      Operation: operationName(job),
      Priority: job.request.Priority,
    })),
    NextToken: nextToken,
  };
};

export const UpdateJobStatus: Operation<UpdateJobStatusRequest, UpdateJobStatusResult> = (input, call) => {
  checkOwnAccount(input.AccountId, call);
  const job = findJob(input.JobId, call);
  const { RequestedJobStatus: wanted } = input;
  if (job.status === 'Cancelled' || (wanted === 'Ready' && job.status !== 'Suspended')) {
    throw new ServiceError('JobStatusException', `The job is ${job.status} and cannot become ${wanted}.`);
  }
  if (wanted !== 'Ready' && wanted !== 'Cancelled') throw badRequest(`${wanted} cannot be asked for.`);
  job.status = wanted;
  recordJob(job, 'JobStatusChanged', call);
  return { JobId: job.id, Status: job.status };
};

const summaryOf = ({ id, status, createdAt, request: { Description } }: Job) => ({
  JobId: id,
  Status: status,
  Description,
  CreationTime: new Date(createdAt),
});

const operationName = ({ request }: Job) => Object.keys(request.Operation ?? {})[0] as OperationName;

const badRequest = (message: string) => new ServiceError('BadRequestException', message);
