import { makeQueues } from '../aws/queue.ts';
import { readConfig } from '../config.ts';
import { isJsonObject } from '../domain/json.ts';
import { answerBatch, answerDeployment, answerTick } from './answer.ts';
import { type QueueMessage, readBatch } from './batch.ts';
import { FastPath } from './fast-path.ts';
import { makeGuard } from './make-guard.ts';

const config = readConfig();
// First of all: this asks CloudTrail for the trails, and so opens the connection that StartLogging will take.
const fastPath = new FastPath(config);
const guard = makeGuard(config);
const queues = makeQueues(config);

/**
 * The function's entry: messages of the queue, the schedule's tick, CloudFormation's request. Whatever else comes makes
 * it look at every trail, no more.
 */
export async function handler(event: unknown): Promise<unknown> {
  const messages = isJsonObject(event) && Array.isArray(event.Records) ? event.Records : [];
  const batch = readBatch(messages.filter(isQueueMessage), config.settings);
  const early = await fastPath.restart(batch.flatMap((read) => ('signal' in read ? [read.signal] : [])));
  const context = { config, guard, queues, fastPath, early };
  if (batch.length > 0) return answerBatch(batch, context);
  if (isJsonObject(event) && typeof event.ResponseURL === 'string') return answerDeployment(event, context);
  return answerTick(context);
}

const isQueueMessage = (record: unknown): record is QueueMessage =>
  isJsonObject(record) && typeof record.body === 'string' && typeof record.messageId === 'string';
