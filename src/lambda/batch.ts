import type { Settings } from '../domain/settings.ts';
import type { Signal } from '../domain/signal.ts';
import { readEvent } from '../signals/read-event.ts';

/** One message of the queue, as Lambda hands it to the function. */
export interface QueueMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes?: { readonly ApproximateReceiveCount?: string };
}

/** A message and what it says; `unusable` for what can never be used, however often it is tried. */
export type ReadMessage = { readonly message: QueueMessage } & (
  | { readonly signal: Signal }
  | { readonly unusable: { readonly reason: string; readonly eventId: string | null } }
);

/** EventBridge hands over at most 256 KB; more than that is nothing of its. */
const MAX_BODY_LENGTH = 262_144;

/** Reads the messages of one invocation; one that cannot be read takes no other with it. */
export const readBatch = (messages: readonly QueueMessage[], settings: Settings): readonly ReadMessage[] =>
  messages.map((message) => ({ message, ...readBody(message.body, settings) }));

function readBody(body: string, settings: Settings) {
  if (body.length > MAX_BODY_LENGTH) return unusable('too-large');
  try {
    const read = readEvent(JSON.parse(body), settings);
    return 'signal' in read ? { signal: read.signal } : unusable(read.unusable.reason, read.eventId);
  } catch {
    return unusable('not-json');
  }
}

const unusable = (reason: string, eventId: string | null = null) => ({ unusable: { reason, eventId } });
