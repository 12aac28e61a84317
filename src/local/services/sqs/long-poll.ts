import type { World } from '../../endpoint/world.ts';
import { type ReceivedMessage, type ReceiveOptions, receive } from './receive.ts';
import type { Queue } from './store.ts';

/** Receives at once when something is there, else as soon as something comes, at most `waitSeconds` later. */
export function longPoll(
  world: World,
  queue: Queue,
  options: ReceiveOptions & { readonly waitSeconds: number },
): ReceivedMessage[] | Promise<ReceivedMessage[]> {
  const found = receive(world, queue, options);
  if (found.length || !options.waitSeconds) return found;
  return new Promise((resolve) => {
    const end = (messages: ReceivedMessage[]) => {
      queue.listeners.delete(look);
      cancel();
      resolve(messages);
    };
    const look = () => {
      const messages = receive(world, queue, options);
      if (messages.length) end(messages);
    };
    const cancel = world.clock.after(options.waitSeconds * 1000, () => end([]));
    queue.listeners.add(look);
  });
}
