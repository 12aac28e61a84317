import type { StopEventDataStoreIngestionRequest } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { changeIngestion } from './ingestion.ts';

export const StopEventDataStoreIngestion: Operation<StopEventDataStoreIngestionRequest, object> = (
  input,
  call,
) => {
  changeIngestion(input.EventDataStore, { from: 'ENABLED', to: 'STOPPED_INGESTION' }, call);
  return {};
};
