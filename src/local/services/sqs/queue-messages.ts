import type { World } from '../../endpoint/world.ts';
import { type Message, newMessage, type Outgoing } from './message.ts';
import { numberOf } from './queue-attributes.ts';
import type { Queue } from './store.ts';

/** Puts a message into a queue. With the world's `duplicateMessages`, twice: standard queues deliver at least once. */
export function enqueue(
  world: World,
  queue: Queue,
  outgoing: Outgoing,
  delaySeconds = numberOf(queue, 'DelaySeconds'),
): Message {
  const message = newMessage(outgoing, world.clock.now());
  add(world, queue, message, delaySeconds * 1000);
  if (world.settings.duplicateMessages) {
    add(world, queue, newMessage(outgoing, message.sentAt, message.id), delaySeconds * 1000);
  }
  return message;
}

export function add(world: World, queue: Queue, message: Message, delayMs: number) {
  queue.messages.add(message);
  if (delayMs > 0) hide(world, queue, message, delayMs);
  else wake(queue);
}

/** Keeps a message from being received for a while; listeners hear when that is over. */
export function hide(world: World, queue: Queue, message: Message, hiddenForMs: number) {
  message.cancelWake?.();
  message.visibleAt = world.clock.now() + hiddenForMs;
  // Never at once: a listener may be who is receiving this very message, with a timeout of 0.
  message.cancelWake = world.clock.after(hiddenForMs, () => wake(queue));
}

export function remove(queue: Queue, message: Message) {
  message.cancelWake?.();
  queue.messages.delete(message);
}

export function removeAll(queue: Queue) {
  for (const message of [...queue.messages]) remove(queue, message);
}

/** What can be received now, oldest first. Messages past the retention period are gone. */
export function visibleMessages(world: World, queue: Queue): Message[] {
  dropExpired(world, queue);
  const now = world.clock.now();
  return [...queue.messages].filter((message) => message.visibleAt <= now);
}

export function dropExpired(world: World, queue: Queue) {
  const oldest = world.clock.now() - numberOf(queue, 'MessageRetentionPeriod') * 1000;
  for (const message of [...queue.messages]) if (message.sentAt <= oldest) remove(queue, message);
}

function wake(queue: Queue) {
  for (const listener of [...queue.listeners]) listener();
}
