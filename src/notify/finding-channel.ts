import { renderSecurityHubFinding } from '../render/security-hub-finding.ts';
import type { Channel } from './channel.ts';

interface Importing {
  importFinding(finding: object): Promise<void>;
}

/** Incidents as findings of Security Hub, one for each: a later report amends it. */
export const makeFindingChannel = (hub: Importing): Channel => ({
  name: 'Security Hub finding',
  send: (report) => hub.importFinding(renderSecurityHubFinding(report)),
});
