import type { TrailReport } from '../domain/telling/report.ts';
import { callOf } from './trail-headline.ts';

const START = ['Start it again, and read it:', ' start-logging --name @', ' get-trail-status --name @'];

/** By call: what a person does to put back a trail of which nobody approved what it must be, as `advise` takes it. */
const REPAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  ['StopLogging', START],
  [
    'DeleteTrail',
    [
      'It does not come back; its bucket and files stay. Create it as it was, start it, put its selectors and tags back:',
      ' create-trail --name # --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation',
      ' start-logging --name @',
    ],
  ],
  [
    'UpdateTrail',
    [
      'Read it, then put back each field of the request below. The usual ones:',
      ' describe-trails --trail-name-list @',
      ' update-trail --name @ --s3-bucket-name BUCKET --is-multi-region-trail --include-global-service-events --enable-log-file-validation',
    ],
  ],
  [
    'PutEventSelectors',
    [
      'Read the selectors. The second command replaces all selectors by one for every management event:',
      ' get-event-selectors --trail-name @',
      ' put-event-selectors --trail-name @ --event-selectors ReadWriteType=All,IncludeManagementEvents=true',
    ],
  ],
  [
    'RemoveTags',
    [
      'Policies that go by a tag no longer hold. Read the tags, and put them back:',
      ' list-tags --resource-id-list @',
      ' add-tags --resource-id @ --tags-list Key=KEY,Value=VALUE',
    ],
  ],
]);

/** How a person puts it back where no baseline says what it must be; nothing where that is not known. */
export const repairOf = (report: TrailReport): readonly string[] =>
  REPAIRS.get(callOf(report)?.eventName ?? '') ?? (report.dark ? START : []);

/** The call that shows up in event history, by where the damage is. */
const CALLS_BY_PATH: readonly (readonly [start: string, attribute: string])[] = [
  ['eventSelectors', 'EventName,AttributeValue=PutEventSelectors'],
  ['insightSelectors', 'EventName,AttributeValue=PutInsightSelectors'],
  ['eventConfiguration', 'EventName,AttributeValue=PutEventConfiguration'],
  ['tags', 'EventName,AttributeValue=RemoveTags'],
  ['trail.', 'EventName,AttributeValue=UpdateTrail'],
  ['trail', 'EventName,AttributeValue=DeleteTrail'],
  ['bucket', 'EventSource,AttributeValue=s3"."amazonaws"."com'],
  ['key', 'EventSource,AttributeValue=kms"."amazonaws"."com'],
  ['topic', 'EventSource,AttributeValue=sns"."amazonaws"."com'],
  ['logGroup', 'EventSource,AttributeValue=logs"."amazonaws"."com'],
];

/** What to look up in event history, as LookupEvents takes it. */
export function suspectOf({ drifts }: TrailReport): string {
  const path = drifts.find(({ fate }) => fate !== 'told')?.path ?? '';
  const found = CALLS_BY_PATH.find(([start]) => path.startsWith(start))?.[1];
  return `AttributeKey=${found ?? 'EventName,AttributeValue=StopLogging'}`;
}
