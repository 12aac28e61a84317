import { invalidParameter } from './events-error.ts';

/** @throws ServiceError `ValidationException` */
export function checkDeadLetterQueue(arn: string | undefined, region: string) {
  if (arn === undefined) return;
  const [, , service, queueRegion, , name = ''] = arn.split(':');
  if (service === 'sqs' && queueRegion === region && !name.endsWith('.fifo')) return;
  throw invalidParameter('DeadLetterConfig', 'It must name a standard SQS queue in the Region of the rule.');
}
