import type { Act, Attack } from './attack.ts';
import type { Fields } from './connect.ts';
import { DATA_SELECTOR, SELECTORS } from './whole-selectors.ts';

const select =
  (...EventSelectors: readonly Fields[]): Act =>
  ({ cloudtrail, trailArn }) =>
    cloudtrail('PutEventSelectors', { TrailName: trailArn, EventSelectors });

const selectAdvanced =
  (...selectors: readonly (readonly Fields[])[]): Act =>
  ({ cloudtrail, trailArn }) =>
    cloudtrail('PutEventSelectors', {
      TrailName: trailArn,
      AdvancedEventSelectors: selectors.map((FieldSelectors) => ({ FieldSelectors })),
    });

const equals = (Field: string, ...Equals: readonly string[]) => ({ Field, Equals });
const MANAGEMENT = equals('eventCategory', 'Management');
const DATA = [equals('eventCategory', 'Data'), equals('resources.type', 'AWS::S3::Object')];

const [BASELINE] = SELECTORS;
const selected = (change: Fields): Act => select({ ...BASELINE, ...change });

/** Everything that selectors can do is restored, and shows in an event and in the state. */
const selecting = (attack: Pick<Attack, 'id' | 'name' | 'title' | 'act'> & Partial<Attack>): Attack => ({
  ends: 'restored',
  seenBy: 'both',
  ...attack,
});

/** The same as the trail's own, said in more words. */
const inTwoSelectors = select(
  { ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [DATA_SELECTOR] },
  { ReadWriteType: 'ReadOnly', IncludeManagementEvents: true, DataResources: [DATA_SELECTOR] },
);

const moreData = selected({
  DataResources: [{ ...DATA_SELECTOR, Values: [...DATA_SELECTOR.Values, 'arn:aws:s3:::more-data/'] }],
});

/** Group C of the catalogue: what a trail records. */
export const SELECTOR_ATTACKS: readonly Attack[] = [
  selecting({
    id: 'CT-14',
    name: 'management-events-off',
    title: 'Record no management events',
    act: selected({ IncludeManagementEvents: false }),
    twin: { title: 'Put the same selectors again', act: select(...SELECTORS) },
  }),
  selecting({
    id: 'CT-15',
    name: 'selectors-narrowed',
    title: 'Record reads only',
    act: selected({ ReadWriteType: 'ReadOnly' }),
    twin: { title: 'Say the same in two selectors', act: inTwoSelectors },
  }),
  selecting({
    id: 'CT-16',
    name: 'write-only',
    title: 'Record writes only',
    act: selected({ ReadWriteType: 'WriteOnly' }),
  }),
  selecting({
    id: 'CT-17',
    name: 'sources-excluded',
    title: 'Leave the events of KMS out',
    act: selected({ ExcludeManagementEventSources: ['kms.amazonaws.com'] }),
    twin: {
      title: 'Exclude nothing, where nothing is excluded',
      act: selected({ ExcludeManagementEventSources: [] }),
    },
  }),
  selecting({
    id: 'CT-18',
    name: 'data-events-dropped',
    title: 'Record no data events any more',
    act: selected({ DataResources: [] }),
    twin: { title: 'Record one bucket more', act: moreData },
  }),
  selecting({
    id: 'CT-19',
    name: 'selectors-filtered',
    title: 'Filter management events by their service',
    toldAs: ['cloudtrail.read-only-events-only', 'cloudtrail.event-sources-excluded'],
    act: selectAdvanced(
      [MANAGEMENT, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }, equals('readOnly', 'true')],
      DATA,
    ),
    twin: { title: 'Say the same in advanced selectors', act: selectAdvanced([MANAGEMENT], DATA) },
  }),
  selecting({
    id: 'CT-20',
    name: 'selectors-replaced',
    title: 'Put advanced selectors for data in the place of all',
    toldAs: ['cloudtrail.management-events-off'],
    act: selectAdvanced(DATA),
  }),
  selecting({
    id: 'CT-21',
    name: 'insights-off',
    title: 'Turn Insights off',
    act: ({ cloudtrail, trailArn }) =>
      cloudtrail('PutInsightSelectors', { TrailName: trailArn, InsightSelectors: [] }),
    twin: {
      title: 'Put the Insights selectors in another order',
      act: ({ cloudtrail, trailArn }) =>
        cloudtrail('PutInsightSelectors', {
          TrailName: trailArn,
          InsightSelectors: [{ InsightType: 'ApiErrorRateInsight' }, { InsightType: 'ApiCallRateInsight' }],
        }),
    },
  }),
  selecting({
    id: 'CT-24',
    name: 'aggregation-off',
    title: 'Turn the aggregation of events off',
    act: ({ cloudtrail, trailArn }) =>
      cloudtrail('PutEventConfiguration', { TrailName: trailArn, AggregationConfigurations: [] }),
    twin: {
      title: 'Aggregate by users as well',
      act: ({ cloudtrail, trailArn }) =>
        cloudtrail('PutEventConfiguration', {
          TrailName: trailArn,
          AggregationConfigurations: [{ Templates: ['API_ACTIVITY', 'USER_ACTIONS'], EventCategory: 'Data' }],
        }),
    },
  }),
];
