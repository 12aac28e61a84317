import { makeBaselineStore } from '../aws/baseline-store.ts';
import { type CallAws, connectAws } from '../aws/call-aws.ts';
import { makeDeploymentTimeReader } from '../aws/deployment-time.ts';
import { makeEventHistory } from '../aws/event-history.ts';
import { makeIncidentEvents } from '../aws/incident-events.ts';
import { makeLedger } from '../aws/ledger.ts';
import { makeRestorer } from '../aws/restorer.ts';
import { ATTEMPT_LIMITS } from '../aws/sdk-limits.ts';
import { makeSecurityHub } from '../aws/security-hub.ts';
import { makeTrailReader } from '../aws/trail-reader.ts';
import { makeWindowStore } from '../aws/window-store.ts';
import type { Config } from '../config.ts';
import type { Guard } from '../domain/guard.ts';
import { isOwnPart } from '../domain/own-parts.ts';
import { announceClosings } from '../notify/announce-closings.ts';
import type { Channel } from '../notify/channel.ts';
import { makeFindingChannel } from '../notify/finding-channel.ts';
import { makeIncidentChannel } from '../notify/incident-channel.ts';
import { makeNoteChannel } from '../notify/note-channel.ts';
import { makeAlerts } from '../notify/sns-alerts.ts';
import { withChannels } from '../notify/with-channels.ts';
import { readRecord } from '../signals/read-record.ts';
import { TECHNIQUES } from '../techniques/index.ts';
import { judgeCall } from '../techniques/judge-call.ts';
import { logChannelFailure } from './pass-log.ts';
import { systemClock } from './system-clock.ts';

/** The guard of one process. It is made once, so that its connections and its memory last. */
export function makeGuard(config: Config): Guard {
  const { settings, ledgerTable, incidentDays } = config;
  const callAws = connectAws(systemClock);
  const onFailure = (channel: string, error: unknown) =>
    logChannelFailure(channel, error, { at: systemClock.now(), config });
  const incidents = makeIncidentChannel(makeIncidentEvents(callAws, settings.region));
  const channels = [incidents, ...channelsOfSecurityHub(config, callAws)];
  return {
    settings,
    techniques: TECHNIQUES,
    judge: (call) =>
      judgeCall(
        call,
        call.targets.some((target) => isOwnPart(target, settings)),
      ),
    readRecord: (record) => {
      const call = readRecord(record);
      return 'unusable' in call ? null : call;
    },
    ports: {
      clock: systemClock,
      trails: makeTrailReader(callAws, settings),
      restorer: makeRestorer(callAws, systemClock, settings.region),
      baselines: makeBaselineStore(),
      windows: makeWindowStore(),
      history: makeEventHistory(callAws, settings),
      ledger: announceClosings(makeLedger(ledgerTable, systemClock, incidentDays), (incident) =>
        incidents.close(incident).catch((error: unknown) => onFailure(incidents.name, error)),
      ),
      alerts: withChannels(makeAlerts(settings.topicArn, ATTEMPT_LIMITS), channels, onFailure),
      readDeploymentTime: makeDeploymentTimeReader(settings.stackId),
    },
  };
}

function channelsOfSecurityHub(
  { settings, importFindings, noteOnFindings }: Config,
  callAws: CallAws,
): readonly Channel[] {
  const hub = makeSecurityHub(callAws, settings.region);
  return [
    ...(importFindings ? [makeFindingChannel(hub)] : []),
    ...(noteOnFindings ? [makeNoteChannel(hub)] : []),
  ];
}
