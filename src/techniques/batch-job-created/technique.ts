import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import { quote } from '../../domain/request/trail-request.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

/** The record of a job names neither files nor their bucket, so every job is told, as something of the account. */
export const batchJobCreated: Technique = {
  id: 's3.batch-job-created',
  catalogue: [],
  severity: 'low',
  done: 'created a job of S3 Batch Operations, which may tag, copy or lock many files at once',
  subject: 'account',
  calls: [{ eventSource: 's3.amazonaws.com', eventNames: ['JobCreated', 'CreateJob'] }],
  drift: [],
  request: findJob,
  restore: [],
  lost: 'Nothing, unless the job works on log files.',
  toDo: 'See with DescribeJob which files the job works on, and cancel it if they are log files.',
};

/**
 * S3 tells of a job by an event of its own. Whether the call is recorded as well AWS does not say: were it told too, each job would be
 * told twice; but of a refused one nothing else tells.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-examples-event-bridge-cloud-trail.html
 */
function findJob(_: JsonObject, { eventName, error, record }: ApiCall): string | null {
  if (eventName === 'CreateJob') return error && 'the job was refused';
  const { jobId } = asJsonObject(record.serviceEventDetails);
  return typeof jobId === 'string' ? `jobId is ${quote(jobId)}` : 'it names no job';
}
