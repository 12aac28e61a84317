import { type CallAws, connectAws } from '../../aws/call-aws.ts';
import type { Connection } from '../../aws/connection.ts';
import { makeStackReader } from '../../aws/guard-stack.ts';
import { type LedgerReader, makeLedgerReader } from '../../aws/ledger-reader.ts';
import { type CallerIdentity, openSession } from '../../aws/session.ts';
import type { Clock } from '../../domain/ports.ts';
import { DEFAULT_STACK, type LiveFlags } from './live-flags.ts';
import { type GuardStack, readGuardStack } from './live-stack.ts';
import { systemClock } from './system-clock.ts';

/** A live account, and the guard that is deployed in it. */
export interface Live {
  readonly identity: CallerIdentity;
  readonly region: string;
  readonly connection: Connection;
  readonly callAws: CallAws;
  readonly clock: Clock;
  /** Null when no guard is deployed here. */
  readonly stack: GuardStack | null;
  /** Null without a guard: it is the guard's. */
  readonly ledger: LedgerReader | null;
}

/** Connects as the person who calls. @throws whatever AWS answers, and UsageError for a stack that is not there */
export async function connectLive(
  { profile, region: chosen, stack: named }: Omit<LiveFlags, 'output'>,
  clock: Clock = systemClock,
): Promise<Live> {
  const session = await openSession({ ...(profile && { profile }), ...(chosen && { region: chosen }) });
  const { identity, region, connection } = session;
  const stack = await readGuardStack(named, identity, makeStackReader(connection));
  return {
    identity,
    region,
    connection,
    callAws: connectAws(clock, connection),
    clock,
    stack,
    ledger: stack && makeLedgerReader(stack.ledgerTable, connection),
  };
}

/** Who calls, where, and what is deployed there: what people see before anything is changed. */
export function describeLive({ identity, region, stack }: Live): readonly string[] {
  const { accountId, arn } = identity;
  return [
    `account ${accountId}, ${region}, as ${arn}`,
    stack
      ? `guard   stack ${stack.name}: ${stack.mode === 'restore' ? `restores, scope ${stack.restoreScope}` : 'notifies only'}`
      : `guard   none: no stack ${DEFAULT_STACK} here (--stack names another), so the defaults apply`,
  ];
}

/** The same for machines. */
export const liveJson = ({ identity, region, stack }: Live) => ({
  account: identity.accountId,
  region,
  caller: identity.arn,
  guard: stack && { stack: stack.name, mode: stack.mode, restoreScope: stack.restoreScope },
});
