import { WHOLE } from './whole-names.ts';

export const DATA_SELECTOR = {
  Type: 'AWS::S3::Object',
  Values: [`arn:aws:s3:::${WHOLE.dataBucket}/`, `arn:aws:s3:::${WHOLE.bucket}/`],
} as const;

/** Management events, and who reads and writes the customers’ data and the log files. */
export const SELECTORS = [
  { ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [DATA_SELECTOR] },
] as const;
