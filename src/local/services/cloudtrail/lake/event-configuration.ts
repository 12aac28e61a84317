import type {
  ContextKeySelector,
  GetEventConfigurationResponse,
  PutEventConfigurationRequest,
} from '@aws-sdk/client-cloudtrail';
import type { Call } from '../../../endpoint/operation.ts';
import type { EventDataStore } from './event-data-store.ts';
import { activeEventDataStore, writeEventDataStore } from './find-event-data-store.ts';
import { invalidParameter } from './store-settings.ts';

/** How large the events of a store may be, and what they are enriched with. Nothing is enriched here. */
export const storeConfiguration = (found: EventDataStore): GetEventConfigurationResponse => ({
  EventDataStoreArn: found.arn,
  MaxEventSize: found.maxEventSize,
  ContextKeySelectors: [...found.contextKeys],
});

/** @throws ServiceError `InvalidParameterException`: context keys need large events */
export function putStoreConfiguration(input: PutEventConfigurationRequest, call: Call) {
  const found = activeEventDataStore(input.EventDataStore, call);
  const {
    MaxEventSize: maxEventSize = found.maxEventSize,
    ContextKeySelectors: contextKeys = found.contextKeys,
  } = input;
  if (contextKeys.length > 0 && maxEventSize !== 'Large') {
    throw invalidParameter('MaxEventSize must be set to Large when context key selectors are used.');
  }
  if (contextKeys.length > 2 || contextKeys.some((key) => !isContextKey(key))) {
    throw invalidParameter('The context key selectors are not valid.');
  }
  return storeConfiguration(writeEventDataStore(call, { ...found, maxEventSize, contextKeys }));
}

const isContextKey = ({ Type, Equals = [] }: ContextKeySelector): boolean =>
  (Type === 'TagContext' || Type === 'RequestContext') && Equals.length > 0 && Equals.length <= 50;
