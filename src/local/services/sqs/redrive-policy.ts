import type { World } from '../../endpoint/world.ts';
import { invalidParameter } from './sqs-error.ts';
import { findQueue } from './store.ts';

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  /** A message received this often goes to the dead-letter queue instead of being received once more. */
  readonly maxReceiveCount: number;
}

/** Reads a queue's RedrivePolicy and refuses what SQS refuses, above all a dead-letter queue that does not exist. */
export function readRedrivePolicy(world: World, region: string, text: string): RedrivePolicy {
  const { deadLetterTargetArn, maxReceiveCount } = parse(text);
  const count = Number(maxReceiveCount);
  if (!Number.isInteger(count) || count < 1 || count > 1_000) {
    throw invalid(text, 'Invalid value for maxReceiveCount: it must be from 1 to 1000.');
  }
  if (typeof deadLetterTargetArn !== 'string' || deadLetterTargetArn.split(':')[3] !== region) {
    throw invalid(text, 'Dead-letter target owner should be in the same Region as the source.');
  }
  if (!findQueue(world, deadLetterTargetArn)) throw invalid(text, 'Dead letter target does not exist.');
  return { deadLetterTargetArn, maxReceiveCount: count };
}

function parse(text: string): Partial<Record<keyof RedrivePolicy, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw invalid(text, 'Redrive policy is not a valid JSON map.');
  }
}

const invalid = (text: string, reason: string) =>
  invalidParameter(`Value ${text} for parameter RedrivePolicy is invalid. Reason: ${reason}`);
