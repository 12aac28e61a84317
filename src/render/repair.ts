import type { TrailReport } from '../domain/report.ts';
import { callOf } from './headline.ts';

/** By call: what a person does to put it back, as `advise` takes it. */
const REPAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  ['StopLogging', ['Start it again, and read it:', ' start-logging --name @', ' get-trail-status --name @']],
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
      'Read it, then put back each field of the request above. The usual ones:',
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

/** The call that did it, when it is one that is known here: only then its name may stand in a command. */
export function suspectOf(report: TrailReport): string {
  const name = callOf(report)?.eventName ?? '';
  return REPAIRS.has(name) ? name : 'StopLogging';
}

/** How a person puts it back. */
export const repairOf = (report: TrailReport): readonly string[] => REPAIRS.get(suspectOf(report)) ?? [];
