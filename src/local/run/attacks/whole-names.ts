import { TRAIL_NAME } from '../prepare.ts';
import { ACCOUNT_ID, STRANGER_ACCOUNT_ID } from '../start.ts';

/** What everything around the trail is called. The key's id is AWS's own. */
export const WHOLE = {
  bucket: `trail-logs-${TRAIL_NAME}-${ACCOUNT_ID}`,
  accessBucket: `access-logs-${ACCOUNT_ID}`,
  replicaBucket: `replica-logs-${ACCOUNT_ID}`,
  dataBucket: `customer-data-${ACCOUNT_ID}`,
  strangersBucket: `logs-${STRANGER_ACCOUNT_ID}`,
  topic: 'trail-main',
  group: 'trail-main',
  role: 'trail-to-logs',
  policy: 'trail-to-logs',
  alias: 'alias/trail-logs',
  alarm: 'root-is-used',
} as const;

/** Files that CloudTrail has delivered before the guard came. */
export const LOG_FILES = ['2026/11/20/first.json.gz', '2026/11/20/second.json.gz'].map(
  (name) => `AWSLogs/${ACCOUNT_ID}/CloudTrail/eu-central-1/${name}`,
) as [string, string];
