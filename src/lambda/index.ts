import { readConfig } from '../config.ts';
import { isJsonObject } from '../domain/json.ts';
import type { Answer } from './answer.ts';
import { type QueueMessage, readBatch } from './batch.ts';
import { FastPath } from './fast-path.ts';

const config = readConfig();
// First of all: this asks CloudTrail for the trails, and so opens the connection that StartLogging will take.
const fastPath = new FastPath(config);
let answer: Promise<Answer> | undefined;

/**
 * The function's entry: messages of the queue, the schedule's tick, CloudFormation's request. Whatever else comes makes
 * it look at every trail, no more.
 */
export async function handler(event: unknown): Promise<unknown> {
  const messages = isJsonObject(event) && Array.isArray(event.Records) ? event.Records : [];
  const batch = readBatch(messages.filter(isQueueMessage), config.settings);
  const early = await fastPath.restart(batch.flatMap((read) => ('signal' in read ? [read.signal] : [])));
  // Everything else is loaded only now that StartLogging has left: it is most of the code.
  answer ??= import('./answer.ts').then(({ makeAnswer }) => makeAnswer(config, fastPath));
  return (await answer)(event, batch, early);
}

const isQueueMessage = (record: unknown): record is QueueMessage =>
  isJsonObject(record) && typeof record.body === 'string' && typeof record.messageId === 'string';
