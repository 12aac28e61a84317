import type { Mail } from '../services/sns/inbox.ts';
import type { GuardSeen } from './guard-route.ts';
import { httpGet } from './http-get.ts';

const LOOK_EVERY_MS = 100;
const QUIET_LOOKS = 3;

/** Watches the guard of an embedded AWS that runs in another process. */
export interface GuardLookout {
  /** Waits until nothing moves any more, or until it has lasted too long. */
  settle(atMostMs?: number): Promise<void>;
  /** What was done and told since the last mark. */
  look(): Promise<Omit<GuardSeen, 'isBusy'> & { readonly mails: readonly Mail[] }>;
  /** From here on. */
  mark(): Promise<void>;
}

/** @param url of the embedded AWS */
export function watchRunningGuard(url: string): GuardLookout {
  const from = { changes: 0, reports: 0, mails: 0 };
  const seen = async () =>
    JSON.parse(
      (await httpGet(`${url}/guard?changes=${from.changes}&reports=${from.reports}`)).body,
    ) as GuardSeen;
  const mails = async () =>
    (JSON.parse((await httpGet(`${url}/inbox`)).body) as readonly Mail[]).filter(
      ({ kind }) => kind === 'notification',
    );
  return {
    async settle(atMostMs = 60_000) {
      const giveUpAt = performance.now() + atMostMs;
      for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < giveUpAt; ) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        quiet = (await seen()).isBusy ? 0 : quiet + 1;
      }
    },
    async look() {
      const { changes, reports } = await seen();
      return { changes, reports, mails: (await mails()).slice(from.mails) };
    },
    async mark() {
      const { changes, reports } = await seen();
      from.changes += changes.length;
      from.reports += reports.length;
      from.mails = (await mails()).length;
    },
  };
}
