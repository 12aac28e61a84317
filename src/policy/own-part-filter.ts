import type { EventPattern, OwnNames } from './event-pattern.ts';

/** Where the records of a service name what its calls are about, by the service's host name. */
const NAMING_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'cloudformation.amazonaws.com': ['requestParameters.stackName', 'requestParameters.stackSetName'],
  'dynamodb.amazonaws.com': ['requestParameters.tableName'],
  'events.amazonaws.com': ['requestParameters.name', 'requestParameters.rule'],
  // A call on an event source mapping names it by its id; the answer names the function.
  'lambda.amazonaws.com': ['requestParameters.functionName', 'responseElements.functionArn'],
  'scheduler.amazonaws.com': ['requestParameters.name'],
  'sqs.amazonaws.com': ['requestParameters.queueUrl'],
  'ssm.amazonaws.com': ['requestParameters.name', 'requestParameters.names'],
};

/** Whether calls of a service can be told apart by what they are about. */
export const canBeBounded = (eventSource: string): boolean => eventSource in NAMING_FIELDS;

/**
 * Calls about the guard's own parts: other people deploy functions, queues and rules all day. The names may be ARNs, URLs or
 * names. Two records lack them: a refused call's, whose message then names the part, and one so large that CloudTrail left
 * its parameters out, which anybody can bring about.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function aboutOwnParts(eventSource: string, own: OwnNames): EventPattern {
  const isNamed = [{ wildcard: `*${nameIn(eventSource, own)}*` }];
  const fields = NAMING_FIELDS[eventSource] ?? [];
  return {
    $or: [...fields.map((path) => field(path, isNamed)), WITHOUT_PARAMETERS, { errorMessage: isNamed }],
  };
}

/** Above a size, CloudTrail leaves the parameters out of a record. */
export const WITHOUT_PARAMETERS: EventPattern = { requestParameters: { omitted: [true, 'true'] } };

const field = (path: string, values: readonly unknown[]): EventPattern => {
  const [outer = '', inner = ''] = path.split('.');
  return { [outer]: { [inner]: values } };
};

/** Parameters of the guard lie under a path of its own, whatever the stack is called. */
const nameIn = (eventSource: string, { partName }: OwnNames) =>
  eventSource === 'ssm.amazonaws.com' ? '/trailkeeper/' : partName;
