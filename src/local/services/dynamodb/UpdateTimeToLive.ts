import type { UpdateTimeToLiveInput, UpdateTimeToLiveOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { findTable } from './find-table.ts';
import { validation } from './validation.ts';

export const UpdateTimeToLive: Operation<UpdateTimeToLiveInput, UpdateTimeToLiveOutput> = (
  { TableName, TimeToLiveSpecification },
  call,
) => {
  const table = findTable(TableName, call);
  const { Enabled, AttributeName } = TimeToLiveSpecification ?? {};
  if (!AttributeName) throw validation('TimeToLiveSpecification must name an attribute');
  if (Enabled === (table.timeToLiveAttribute !== undefined)) {
    throw validation(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`);
  }
  if (!Enabled && AttributeName !== table.timeToLiveAttribute) {
    throw validation('TimeToLive is active on a different AttributeName');
  }
  table.timeToLiveAttribute = Enabled ? AttributeName : undefined;
  return { TimeToLiveSpecification };
};
