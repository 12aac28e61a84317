import type { Clock } from '../domain/ports.ts';
import type { AwsCall } from './call-aws.ts';
import { Pacer } from './pacer.ts';

/**
 * CloudTrail takes 10 reads, 2 look-ups and 1 write a second per account and Region, shared with everybody. Whether the one
 * write is for all calls together is not documented: it is taken so. A little is left to others and to the network, which
 * may bring calls 200 ms closer together than they left: then no second holds more than nine reads, and there is room for one that is
 * urgent whatever else is read.
 * @see https://docs.aws.amazon.com/general/latest/gr/ct.html
 */
const PACES = {
  reads: {
    limits: [
      { atMost: 3, withinMs: 400 },
      { atMost: 8, withinMs: 1_200 },
    ],
    urgentLimits: [{ atMost: 9, withinMs: 1_200 }],
  },
  lookUps: { limits: [{ atMost: 1, withinMs: 600 }] },
  writes: { limits: [{ atMost: 1, withinMs: 1_050 }] },
} as const;

/** What a restart and its proof need never waits behind a sweep's other calls: it takes their place. */
const URGENT: readonly string[] = ['StartLogging', 'GetTrailStatus', 'DescribeTrails'];

/** Waits for the turn of a call; only CloudTrail's wait. */
export type AwaitTurn = (call: AwsCall) => Promise<void>;

/** CloudTrail's quotas in all Regions. */
export function paceCloudTrail(clock: Clock): AwaitTurn {
  const pacers = new Map<string, Pacer>();
  return async ({ service, operation, region }) => {
    if (service !== 'cloudtrail') return;
    const kind = kindOf(operation);
    const place = `${kind} ${region}`;
    const pacer = pacers.get(place) ?? new Pacer({ ...PACES[kind], clock });
    pacers.set(place, pacer);
    await pacer.turn(URGENT.includes(operation));
  };
}

function kindOf(operation: string): keyof typeof PACES {
  if (operation === 'LookupEvents') return 'lookUps';
  return /^(Get|Describe|List)/.test(operation) ? 'reads' : 'writes';
}
