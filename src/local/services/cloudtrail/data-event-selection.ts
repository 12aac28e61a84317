import type { CloudTrailRecord } from './record.ts';
import { fieldHolds, picksReadWrite } from './selection.ts';
import type { Selectors } from './trail.ts';

/** Whether event selectors pick the data event of an S3 object. */
export function selectsDataEvent(selectors: Selectors, record: CloudTrailRecord): boolean {
  const { type = '', ARN, ARNPrefix } = record.resources?.[0] ?? {};
  const arn = ARN ?? ARNPrefix ?? '';
  if ('advanced' in selectors) {
    const fields = fieldsOf(record, type, arn);
    return selectors.advanced.some(({ FieldSelectors = [] }) =>
      FieldSelectors.every((field) => fieldHolds(field, fields.get(field.Field ?? ''))),
    );
  }
  // A value is the beginning of the ARNs it picks: of all objects, of a bucket's, of a prefix's.
  return selectors.basic.some(
    (selector) =>
      picksReadWrite(selector, record.readOnly) &&
      (selector.DataResources ?? []).some(
        ({ Type, Values = [] }) => Type === type && Values.some((value) => arn.startsWith(value)),
      ),
  );
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html */
const fieldsOf = (record: CloudTrailRecord, type: string, arn: string): ReadonlyMap<string, string> =>
  new Map([
    ['eventCategory', 'Data'],
    ['eventName', record.eventName],
    ['eventSource', record.eventSource],
    ['eventType', record.eventType],
    ['readOnly', String(record.readOnly)],
    ['resources.ARN', arn],
    ['resources.type', type],
    ['userIdentity.arn', String(Object(record.userIdentity).arn)],
  ]);
