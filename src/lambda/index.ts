import { readConfig } from '../config.ts';
import { isJsonObject } from '../domain/json.ts';
import { type QueueMessage, readBatch } from './batch.ts';
import { FastPath } from './fast-path.ts';

const config = readConfig(process.env);
const fastPath = new FastPath(config);

/**
 * The function's entry: messages of the queue, the schedule's tick, CloudFormation's request. Whatever else comes makes
 * it look at every trail, no more. The rest of the code is loaded while StartLogging is on its way.
 */
export async function handler(event: unknown): Promise<unknown> {
  const messages = isJsonObject(event) && Array.isArray(event.Records) ? event.Records : [];
  const batch = readBatch(messages.filter(isQueueMessage), config.settings);
  const restarting = fastPath.restart(batch.flatMap((read) => ('signal' in read ? [read.signal] : [])));
  const { answerBatch, answerDeployment, answerTick } = await import('./answer.ts');
  const context = { config, fastPath, early: await restarting };
  if (batch.length > 0) return answerBatch(batch, context);
  if (isJsonObject(event) && typeof event.ResponseURL === 'string') return answerDeployment(event, context);
  return answerTick(context);
}

const isQueueMessage = (record: unknown): record is QueueMessage =>
  isJsonObject(record) && typeof record.body === 'string' && typeof record.messageId === 'string';
