import type { StartEventDataStoreIngestionRequest } from '@aws-sdk/client-cloudtrail';
import type { Operation } from '../../../endpoint/operation.ts';
import { changeIngestion } from './ingestion.ts';

export const StartEventDataStoreIngestion: Operation<StartEventDataStoreIngestionRequest, object> = (
  input,
  call,
) => {
  changeIngestion(input.EventDataStore, { from: 'STOPPED_INGESTION', to: 'ENABLED' }, call);
  return {};
};
