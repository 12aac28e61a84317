import type { Alerts } from '../domain/ports.ts';
import type { TrailReport } from '../domain/telling/report.ts';
import type { Channel, OnFailure } from './channel.ts';

/** Reports that are remembered as sent: an alert is sent again while SNS refuses it or nobody hears it. */
const REMEMBERED = 100;

/**
 * Alerts that also leave by other channels: people first, then machines. Only what becomes of people's alert is answered, so
 * that a channel that fails makes no alert come again.
 */
export function withChannels(alerts: Alerts, channels: readonly Channel[], onFailure: OnFailure): Alerts {
  const senders = channels.map((channel) => sendOnce(channel, onFailure));
  return {
    async send(report) {
      const [told] = await Promise.allSettled([alerts.send(report)]);
      if (report.kind === 'trail') await Promise.all(senders.map((send) => send(report)));
      if (told.status === 'rejected') throw told.reason;
      return told.value;
    },
    readAudience: () => alerts.readAudience(),
  };
}

function sendOnce(channel: Channel, onFailure: OnFailure) {
  const sent = new Set<string>();
  return async (report: TrailReport): Promise<void> => {
    const key = JSON.stringify([report.incidentId, report.notice, report.at]);
    if (sent.has(key)) return;
    try {
      await channel.send(report);
      sent.add(key);
      if (sent.size > REMEMBERED) sent.delete([...sent][0] ?? '');
    } catch (error) {
      onFailure(channel.name, error);
    }
  };
}
