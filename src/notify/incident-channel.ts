import type { TrailReport } from '../domain/telling/report.ts';
import { renderMessage } from '../render/message.ts';
import type { ClosedIncident } from './announce-closings.ts';
import type { Channel } from './channel.ts';

/** An event bus. */
interface Bus {
  put(event: {
    readonly document: string;
    readonly at: number;
    readonly resources: readonly string[];
  }): Promise<void>;
}

interface IncidentChannel extends Channel {
  close(incident: ClosedIncident): Promise<void>;
}

/** Incidents as events, for people's own rules. What they say is documented in docs/events.md. */
export const makeIncidentChannel = (bus: Bus): IncidentChannel => ({
  name: 'EventBridge',
  send: (report) =>
    bus.put({
      document: documentOf(report),
      at: Date.parse(report.at),
      resources: report.trail ? [report.trail.arn] : [],
    }),
  close: (incident) =>
    bus.put({
      document: JSON.stringify(incident),
      at: Date.parse(incident.closedAt),
      resources: [incident.trail.arn],
    }),
});

/** What machines that subscribe to the topic get, shortened as for them: an event holds no less. */
const documentOf = (report: TrailReport): string =>
  (JSON.parse(renderMessage(report).Message) as { default: string }).default;
