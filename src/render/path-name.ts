import type { PartName } from '../domain/parts.ts';
import { defang, quote } from './defang.ts';

/** What people call the parts of a trail. What is in the trail itself goes by AWS's name of the field alone. */
const NAMES: Readonly<Record<PartName | 'status' | 'delivery', string>> = {
  trail: '',
  status: '',
  delivery: '',
  eventSelectors: 'event selectors',
  insightSelectors: 'Insights selectors',
  eventConfiguration: 'event configuration',
  tags: 'tag',
  bucket: 'bucket',
  'bucket.policy': 'bucket policy',
  'bucket.publicAccessBlock': 'public access block',
  'bucket.versioning': 'bucket versioning',
  'bucket.lifecycle': 'bucket lifecycle',
  'bucket.encryption': 'bucket encryption',
  'bucket.ownership': 'object ownership',
  'bucket.acl': 'bucket ACL',
  'bucket.objectLock': 'Object Lock',
  'bucket.notification': 'bucket notifications',
  'bucket.replication': 'bucket replication',
  'bucket.logging': 'bucket access logging',
  key: 'KMS key',
  'key.aliases': 'KMS key aliases',
  'key.policy': 'KMS key policy',
  'key.rotation': 'KMS key rotation',
  'key.grants': 'KMS key grants',
  topic: 'SNS topic',
  logGroup: 'log group',
  'logGroup.metricFilters': 'metric filter',
  'logGroup.subscriptionFilters': 'subscription filter',
  'logGroup.transformer': 'log transformer',
  'logGroup.alarms': 'alarm',
  role: 'role',
};

/** Of a name, in code points: several may stand in one line. */
const LONGEST = 64;

/** The longest first: a path belongs to the part that it names most closely. */
const PARTS = Object.entries(NAMES).toSorted(([one], [other]) => other.length - one.length);

/** A drift's path as people say it: `S3BucketName`, `bucket policy delivery`, `tag "team"`. Other people's names are quoted. */
export function namePath(path: string): string {
  const [part, name] = PARTS.find(([part]) => path === part || path.startsWith(`${part}.`)) ?? ['', ''];
  const field = path.slice(part.length).replace(/^\./, '');
  if (!field) return name || 'the trail';
  const isOurs = /^[\w.]+$/.test(field) && !/^tags|Filters$|alarms$/.test(part);
  return `${name} ${isOurs ? defang(field.replaceAll('.', ' '), LONGEST) : quote(field, LONGEST)}`.trim();
}
