/**
 * Calls that are no management events, by service: trails record them as data events, or not at all.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
const otherCalls = new Map<string, RegExp>([
  ['dynamodb', /Item|^(Query|Scan|.*Execute.*)$/],
  ['events', /^PutEvents$/],
  ['lambda', /^Invoke/],
  ['logs', /^(PutLogEvents|GetLogEvents|FilterLogEvents)$/],
  ['monitoring', /^(PutMetricData|GetMetric.*|ListMetrics)$/],
  ['s3', /Object(?!Lock)|Multipart|Part/],
  ['sns', /^Publish/],
  ['sqs', /^(SendMessage|ReceiveMessage|DeleteMessage|ChangeMessageVisibility)/],
]);

const READ_ONLY = /^(AssumeRole|BatchGet|Check|Describe|Estimate|Get|Head|List|Lookup|Search|Test|Validate)/;

/** Whether CloudTrail records a call as a management event. */
export const isManagementEvent = (service: string, operation: string): boolean =>
  !otherCalls.get(service)?.test(operation);

/** Whether trails can log a call as a data event here: S3's on objects. */
export const isDataEvent = (service: string, operation: string): boolean =>
  service === 's3' && !isManagementEvent(service, operation);

/** What a record's `readOnly` says of a management call. */
export const isReadOnly = (operation: string): boolean => READ_ONLY.test(operation);
