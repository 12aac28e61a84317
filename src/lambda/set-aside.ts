import type { Queues } from '../aws/queue.ts';
import type { ReadMessage } from './batch.ts';

/**
 * What can never succeed goes to the dead-letter queue with its reason; if that fails, the message comes again. The guard's
 * own findings come back to it whenever it made one: nobody has to know.
 */
export async function setAside(
  read: ReadMessage,
  queues: Pick<Queues, 'setAside'>,
): Promise<'failed' | 'done'> {
  if (!('unusable' in read) || read.unusable.reason === 'own-finding') return 'done';
  return queues.setAside(read.message.body, read.unusable).then(
    () => 'done',
    () => 'failed',
  );
}
