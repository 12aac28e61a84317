import type { Baseline } from '../../domain/baseline/baseline.ts';
import type {
  BaselineKey,
  BaselineReading,
  BaselineStore,
  StoredBaseline,
} from '../../domain/baseline/baseline-store.ts';

interface View {
  /** The one trail that is looked at; null for all. */
  readonly only: BaselineKey | null;
  /** Whatever is stored counts as if this principal had written it; null: AWS says who did. */
  readonly vouchedBy: string | null;
  /** As in `LiveGuardOptions`. */
  readonly keepsModes: boolean;
  /** Hears of every baseline, before its mode is left out. */
  readonly noteMode: (baseline: Baseline) => void;
}

const REFUSED = { result: 'refused', why: 'this look changes nothing' } as const;

/** Stored baselines for a pass that stores none. */
export function readOnlyBaselines(store: BaselineStore, view: View): BaselineStore {
  const { only, vouchedBy } = view;
  const see = (stored: StoredBaseline): StoredBaseline => ({
    ...stored,
    content: readMode(stored.content, view),
    ...(vouchedBy && { writer: { read: true, value: vouchedBy }, strays: [] }),
  });
  return {
    async list() {
      const { stored, isWhole } = await store.list();
      return { stored: stored.filter(({ key }) => isOf(only, key)).map(see), isWhole };
    },
    async read(key) {
      const stored = await store.read(key);
      return stored && see(stored);
    },
    readHistory: async (key) => (await store.readHistory(key)).map(see),
    write: async () => REFUSED,
    create: async () => REFUSED,
  };
}

const isOf = (only: BaselineKey | null, { name, homeRegion }: BaselineKey): boolean =>
  !only || (only.name === name && only.homeRegion === homeRegion);

function readMode(reading: BaselineReading, { keepsModes, noteMode }: View): BaselineReading {
  if (!('baseline' in reading)) return reading;
  noteMode(reading.baseline);
  return keepsModes ? reading : { baseline: { ...reading.baseline, mode: null } };
}
