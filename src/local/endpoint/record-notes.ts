import type { Call } from './operation.ts';

/** A resource as CloudTrail's records list it, or many by what their ARNs begin with. */
export interface RecordedResource {
  readonly accountId?: string;
  readonly type: string;
  readonly ARN?: string;
  readonly ARNPrefix?: string;
}

/** What the record of a call tells that neither its input nor its output says, or says no more once it is done. */
export interface RecordNotes {
  readonly resources?: readonly RecordedResource[];
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
}

const store = { name: 'endpoint.record-notes', create: () => new WeakMap<Call, RecordNotes>() };

const notesOf = ({ world }: Call) => world.store(store, 'all-accounts', 'aws-global');

/** Adds to what a call's record will tell. */
export function noteForRecord(call: Call, notes: RecordNotes): void {
  notesOf(call).set(call, { ...recordNotesOf(call), ...notes });
}

export const recordNotesOf = (call: Call): RecordNotes => notesOf(call).get(call) ?? {};
