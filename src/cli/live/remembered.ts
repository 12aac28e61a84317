import { readBaseline } from '../../domain/baseline/baseline-read.ts';
import type { Entry, EntryKind, Ledger } from '../../domain/ledger.ts';
import { readPart } from '../../domain/snapshot.ts';
import type { Trail } from '../../domain/trail.ts';
import type { Live } from './connect.ts';
import { makePassingLedger } from './passing-ledger.ts';

interface Wanted {
  /** The one trail that is looked at. */
  readonly trail?: Trail | undefined;
  /** As in `LiveGuardOptions`. */
  readonly keepsModes: boolean;
}

export interface Remembered {
  readonly ledger: Ledger;
  /** What people should know when it could not be read. */
  readonly notes: readonly string[];
}

/** What rules when the store says nothing, and when settings were put back last. */
const KINDS: readonly EntryKind[] = ['baseline', 'breaker'];

/** A passing ledger that begins with what the guard's remembers. */
export async function readRemembered(
  { ledger, stack }: Pick<Live, 'ledger' | 'stack'>,
  { trail, keepsModes }: Wanted,
): Promise<Remembered> {
  if (!ledger) return { ledger: makePassingLedger([]), notes: [] };
  const read = await Promise.all(
    KINDS.map((kind) =>
      readPart(async () => (await ledger.list<unknown>(kind)).map((entry) => ({ ...entry, kind }))),
    ),
  );
  const entries = read.flatMap((part) => (part.read ? part.value : []));
  const about = entries.filter(({ id }) => !trail || id === trail.arn);
  const [reason] = read.flatMap((part) => (part.read ? [] : [part.reason]));
  const note = `The ledger ${stack?.ledgerTable} could not be read, so a stored baseline that is gone would not show: ${reason}`;
  return {
    ledger: makePassingLedger(keepsModes ? about : about.map(withoutMode)),
    notes: reason === undefined ? [] : [note],
  };
}

type RememberedEntry = Entry<unknown> & { readonly kind: EntryKind; readonly id: string };

/** As `readOnlyBaselines` shows the stored ones, so that both stay equal. */
function withoutMode(entry: RememberedEntry): RememberedEntry {
  const reading = entry.kind === 'baseline' ? readBaseline(entry.value) : { mistakes: [] };
  return 'baseline' in reading ? { ...entry, value: { ...reading.baseline, mode: null } } : entry;
}
