import { invalidParameter } from './sqs-error.ts';
import type { Queue } from './store.ts';

/** One statement of a queue's policy, as far as it is read here. */
interface QueueStatement {
  readonly Sid?: string;
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html */
const MAX_STATEMENTS = 20;

interface QueuePolicy {
  readonly Statement: readonly QueueStatement[];
}

const documentOf = ({ arn, attributes }: Queue): QueuePolicy => {
  const policy = attributes.get('Policy');
  if (policy === undefined) {
    const document = { Version: '2008-10-17', Id: `${arn}/SQSDefaultPolicy`, Statement: [] };
    return document;
  }
  const document = JSON.parse(policy);
  return { ...document, Statement: [document.Statement].flat() };
};

/** @throws ServiceError `InvalidParameterValue`, `OverLimit` */
export function addStatement(queue: Queue, statement: QueueStatement & { readonly Sid: string }): void {
  const document = documentOf(queue);
  if (document.Statement.some(({ Sid }) => Sid === statement.Sid)) {
    throw badLabel(statement.Sid, 'Already exists.');
  }
  if (document.Statement.length >= MAX_STATEMENTS) {
    throw invalidParameter(`${MAX_STATEMENTS} statements are the most that a policy can have.`);
  }
  const Statement = [...document.Statement, statement];
  queue.attributes = new Map([...queue.attributes, ['Policy', JSON.stringify({ ...document, Statement })]]);
}

/** The last one takes the policy with it. @throws ServiceError `InvalidParameterValue` */
export function removeStatement(queue: Queue, label: string): void {
  const document = documentOf(queue);
  const Statement = document.Statement.filter(({ Sid }) => Sid !== label);
  if (Statement.length === document.Statement.length) {
    throw badLabel(label, "can't find label on existing policy.");
  }
  const attributes = new Map(queue.attributes);
  if (Statement.length === 0) attributes.delete('Policy');
  else attributes.set('Policy', JSON.stringify({ ...document, Statement }));
  queue.attributes = attributes;
}

const badLabel = (label: string, reason: string) =>
  invalidParameter(`Value ${label} for parameter Label is invalid. Reason: ${reason}`);
