import { readDeploymentTime } from '../aws/deployment-time.ts';
import { makeLedger } from '../aws/ledger.ts';
import { restorer } from '../aws/restorer.ts';
import { makeTrailReader } from '../aws/trail-reader.ts';
import type { Config } from '../config.ts';
import type { Guard } from '../domain/guard.ts';
import { makeAlerts } from '../notify/sns-alerts.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { judgeCall } from '../techniques/judge-call.ts';
import { systemClock } from './system-clock.ts';

let guard: Guard | undefined;

/** The guard of this process: made once, so that its connections and its memory last. */
export function makeGuard(config: Config): Guard {
  guard ??= {
    settings: config.settings,
    techniques: TECHNIQUES,
    judge: judgeCall,
    ports: {
      clock: systemClock,
      trails: makeTrailReader(config.settings),
      restorer,
      ledger: makeLedger(config.ledgerTable, systemClock),
      alerts: makeAlerts(config.topicArn),
      readDeploymentTime: () => readDeploymentTime(config.stackId),
    },
  };
  return guard;
}
