import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CloudTrailRecord } from './record.ts';
import { trailWorld } from './test-trail-world.ts';

type Json = Readonly<Record<string, unknown>>;

/** Records of real calls, published by the Stratus Red Team project. */
const published = new URL(
  '../../../../../shared/corpus/stratus_detonation_logs/events.jsonl',
  import.meta.url,
);

const publishedRecords = (): Json[] =>
  readFileSync(published, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Json);

const ofCall = (records: readonly Json[], eventName: string) =>
  records.find((record) => record.eventName === eventName) ?? {};

/** The names in a record, at every depth. Lists count by their first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : 'value';
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, shapeOf(member)]),
  );
}

// The embedded AWS speaks no TLS, and cannot know when a session was made.
const withoutTls = ({ tlsDetails: _, ...record }: Json) => record;

async function ownRecords(): Promise<CloudTrailRecord[]> {
  const aws = trailWorld();
  await aws.createBucket();
  await aws.createLoggingTrail('main');
  await aws.send('StopLogging', { Name: 'main' });
  await aws.send('PutEventSelectors', {
    TrailName: 'main',
    EventSelectors: [
      {
        ReadWriteType: 'ReadOnly',
        IncludeManagementEvents: false,
        DataResources: [
          { Type: 'AWS::S3::Object', Values: [] },
          { Type: 'AWS::Lambda::Function', Values: [] },
        ],
        ExcludeManagementEventSources: [],
      },
    ],
  });
  await aws.send('DeleteTrail', { Name: 'main' });
  return aws.recorded.map(({ record }) => record);
}

describe.skipIf(!existsSync(published))('a record beside a real one of the same call', () => {
  test.each(['StopLogging', 'DeleteTrail', 'PutEventSelectors'])(
    'has the same names: %s',
    async (eventName) => {
      const own = ofCall(await ownRecords(), eventName);
      expect(shapeOf(own)).toEqual(shapeOf(withoutTls(ofCall(publishedRecords(), eventName))));
    },
  );
});
