import type { Service } from '../../endpoint/operation.ts';
import { CreateJob, DescribeJob, ListJobs, UpdateJobStatus } from './jobs.ts';
import {
  DeletePublicAccessBlock,
  GetPublicAccessBlock,
  PutPublicAccessBlock,
} from './public-access-block.ts';

/** S3 Control: what holds for all buckets of an account, and batch operations. */
export const s3control: Service = {
  name: 's3control',
  operations: {
    CreateJob,
    DeletePublicAccessBlock,
    DescribeJob,
    GetPublicAccessBlock,
    ListJobs,
    PutPublicAccessBlock,
    UpdateJobStatus,
  },
};
