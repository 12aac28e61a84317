import { isUnseen, type Pass } from '../domain/reconcile.ts';
import type { TrailPass } from '../domain/trail-pass.ts';
import type { ReadMessage } from './batch.ts';

/** @param pass null when it failed as a whole: then nothing is known, and every message must come again */
export function mustComeAgain(read: ReadMessage, pass: Pass | null): boolean {
  if (!('signal' in read)) return false;
  if (!pass) return true;
  if (pass.tellings.some(({ end }) => end === 'failed')) return true;
  return isUndetermined(read, pass);
}

/**
 * A trail that is not proven to log yet; or a call whose trail, or whose damage, no read shows yet, which is looked for once
 * more.
 */
export function isUndetermined({ message, ...read }: ReadMessage, { trails, undetermined }: Pass): boolean {
  if (!('signal' in read) || read.signal.kind !== 'api-call') return false;
  const call = read.signal;
  const isOf = ({ calls }: TrailPass) => calls.some((judged) => judged.call.eventId === call.eventId);
  if (undetermined.some(isOf)) return true;
  if (message.attributes?.ApproximateReceiveCount !== '1') return false;
  const isStopped = call.eventName === 'StopLogging' && call.error === null && !trails.some(isOf);
  return isStopped || trails.some((pass) => isOf(pass) && isUnseen(pass));
}
