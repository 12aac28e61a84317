import type { DeactivateEventSourceRequest } from '@aws-sdk/client-eventbridge';
import type { Operation } from '../../endpoint/operation.ts';
import { notFound } from './events-error.ts';

/** No partner sends events here. */
export const DeactivateEventSource: Operation<DeactivateEventSourceRequest, void> = ({ Name }) => {
  throw notFound(`Event source ${Name} does not exist.`);
};
