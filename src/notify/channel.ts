import type { TrailReport } from '../domain/telling/report.ts';

/** A way by which reports about trails leave for machines, beside the alerts that people read. */
export interface Channel {
  /** As the log calls it. */
  readonly name: string;
  /** @throws whatever kept the report from leaving: it is logged, and keeps nothing else from leaving */
  send(report: TrailReport): Promise<void>;
}

/** Is told what did not leave, by the channel's name. It must not throw. */
export type OnFailure = (channel: string, error: unknown) => void;
