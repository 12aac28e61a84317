import { GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import { GetQueueAttributesCommand, ListQueuesCommand, type QueueAttributeName } from '@aws-sdk/client-sqs';
import { connect } from './attacks/connect.ts';
import { clientsOf } from './clients.ts';
import { httpGet } from './http-get.ts';
import { operatorKeys } from './keys.ts';
import { STACK_NAME } from './prepare.ts';
import type { EmbeddedAws } from './start.ts';

/** Whether an embedded AWS, and not some other server, answers at an address. */
export async function isEmbeddedAws(url: string): Promise<boolean> {
  try {
    return Array.isArray(JSON.parse((await httpGet(`${url}/inbox`)).body));
  } catch {
    return false;
  }
}

/** Names of the trails of an embedded AWS that may run in another process. */
export async function readTrailNames(url: string): Promise<readonly string[]> {
  const { trailList = [] } = (await connect({ url }, operatorKeys).cloudtrail('DescribeTrails')) as {
    readonly trailList?: readonly { readonly Name: string }[];
  };
  return trailList.map(({ Name }) => Name);
}

/** What the public API says about a trail. Times are milliseconds since the epoch. */
export async function readLogging(aws: EmbeddedAws, trail: string) {
  const status = await clientsOf(aws, aws.operator).cloudTrail.send(
    new GetTrailStatusCommand({ Name: trail }),
  );
  return {
    isLogging: status.IsLogging === true,
    startedAt: status.StartLoggingTime?.getTime(),
    stoppedAt: status.StopLoggingTime?.getTime(),
  };
}

/** Messages that lie in the guard's dead-letter queue, as the public API counts them. */
export async function countDeadLetters(aws: EmbeddedAws): Promise<number> {
  const { sqs } = clientsOf(aws, aws.operator);
  const prefix = `${STACK_NAME}-DeadLetterQueue`;
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: prefix }));
  const counts = QueueUrls.map(async (QueueUrl) => {
    const names: QueueAttributeName[] = [
      'ApproximateNumberOfMessages',
      'ApproximateNumberOfMessagesNotVisible',
    ];
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: names }));
    return names.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
