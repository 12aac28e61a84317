import type { DataResource, EventSelector } from '@aws-sdk/client-cloudtrail';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { Selectors } from './trail.ts';

const MAX_SELECTORS = 5;
const MAX_DATA_RESOURCES = 250;
const READ_WRITE_TYPES: readonly unknown[] = ['All', 'ReadOnly', 'WriteOnly'];
const DATA_RESOURCE_TYPES: readonly unknown[] = [
  'AWS::S3::Object',
  'AWS::Lambda::Function',
  'AWS::DynamoDB::Table',
];
/** The only sources of management events that a trail may leave out. */
export const EXCLUDABLE_SOURCES: readonly unknown[] = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

/** What a trail records until someone puts event selectors: all management events, no data events. */
export const DEFAULT_SELECTORS: Selectors = {
  basic: [
    {
      ReadWriteType: 'All',
      IncludeManagementEvents: true,
      DataResources: [],
      ExcludeManagementEventSources: [],
    },
  ],
};

export const isDefaultSelection = (selectors: Selectors): boolean =>
  JSON.stringify(selectors) === JSON.stringify(DEFAULT_SELECTORS);

/**
 * Checks basic event selectors and fills in what AWS adds.
 * @throws ServiceError `InvalidEventSelectorsException`
 */
export function readEventSelectors(given: readonly EventSelector[]): readonly EventSelector[] {
  if (given.length === 0 || given.length > MAX_SELECTORS) {
    throw invalidSelectors(`A trail has 1 to ${MAX_SELECTORS} event selectors.`);
  }
  const resources = given.flatMap(({ DataResources = [] }) => DataResources).flatMap(valuesOf);
  if (resources.length > MAX_DATA_RESOURCES) {
    throw invalidSelectors(`A trail has at most ${MAX_DATA_RESOURCES} data resources.`);
  }
  return given.map(readEventSelector);
}

function readEventSelector(given: EventSelector): EventSelector {
  const selector = {
    ReadWriteType: given.ReadWriteType ?? 'All',
    IncludeManagementEvents: given.IncludeManagementEvents ?? true,
    DataResources: given.DataResources ?? [],
    ExcludeManagementEventSources: given.ExcludeManagementEventSources ?? [],
  };
  if (!READ_WRITE_TYPES.includes(selector.ReadWriteType)) {
    throw invalidSelectors(`${selector.ReadWriteType} is not a valid ReadWriteType.`);
  }
  if (!selector.IncludeManagementEvents && selector.DataResources.length === 0) {
    throw invalidSelectors('An event selector must include management events or data resources.');
  }
  selector.DataResources.forEach(checkDataResource);
  checkExcludedSources(selector);
  return selector;
}

function checkDataResource({ Type, Values = [] }: DataResource): void {
  if (!DATA_RESOURCE_TYPES.includes(Type)) {
    throw invalidSelectors(`${Type} is not a valid data resource type of an event selector.`);
  }
  const wrong = Values.find((value) => !value.startsWith('arn:'));
  if (wrong !== undefined) throw invalidSelectors(`Value ${wrong} for DataResources.Values is invalid.`);
}

function checkExcludedSources(selector: EventSelector): void {
  const excluded = selector.ExcludeManagementEventSources ?? [];
  const wrong = excluded.find((source) => !EXCLUDABLE_SOURCES.includes(source));
  if (wrong !== undefined) throw invalidSelectors(`${wrong} cannot be excluded from management events.`);
  if (excluded.length > 0 && !selector.IncludeManagementEvents) {
    throw invalidSelectors('ExcludeManagementEventSources needs IncludeManagementEvents.');
  }
}

const valuesOf = ({ Values = [] }: DataResource) => Values;

export const invalidSelectors = (message: string): ServiceError =>
  new ServiceError('InvalidEventSelectorsException', message);
