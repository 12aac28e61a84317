import { connectCloudTrail } from '../aws/cloudtrail-client.ts';
import { makeDeploymentTimeReader } from '../aws/deployment-time.ts';
import { makeLedger } from '../aws/ledger.ts';
import { makeRestorer } from '../aws/restorer.ts';
import { ATTEMPT_LIMITS } from '../aws/sdk-limits.ts';
import { makeTrailReader } from '../aws/trail-reader.ts';
import type { Config } from '../config.ts';
import type { Guard } from '../domain/guard.ts';
import { makeAlerts } from '../notify/sns-alerts.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { judgeCall } from '../techniques/judge-call.ts';
import { systemClock } from './system-clock.ts';

/** The guard of one process. It is made once, so that its connections and its memory last. */
export function makeGuard({ settings, topicArn, ledgerTable, stackId }: Config): Guard {
  const cloudTrailIn = connectCloudTrail();
  return {
    settings,
    techniques: TECHNIQUES,
    judge: judgeCall,
    ports: {
      clock: systemClock,
      trails: makeTrailReader(cloudTrailIn, settings),
      restorer: makeRestorer(cloudTrailIn),
      ledger: makeLedger(ledgerTable, systemClock),
      alerts: makeAlerts(topicArn, ATTEMPT_LIMITS),
      readDeploymentTime: makeDeploymentTimeReader(stackId),
    },
  };
}
