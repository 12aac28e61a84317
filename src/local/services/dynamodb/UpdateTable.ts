import type { UpdateTableInput, UpdateTableOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { encryptionOf } from './encryption.ts';
import { findTable } from './find-table.ts';
import type { Table } from './store.ts';
import { describe } from './table-description.ts';
import { billingOf } from './table-settings.ts';

export const UpdateTable: Operation<UpdateTableInput, UpdateTableOutput> = (input, call) => {
  refuseUnsupported(
    input,
    'GlobalSecondaryIndexUpdates',
    'StreamSpecification',
    'ReplicaUpdates',
    'OnDemandThroughput',
    'WarmThroughput',
    'VectorIndexUpdates',
  );
  const table = findTable(input.TableName, call);
  updateBilling(table, input);
  table.tableClass = input.TableClass ?? table.tableClass;
  table.deletionProtection = input.DeletionProtectionEnabled ?? table.deletionProtection;
  if (input.SSESpecification) table.encryption = encryptionOf(input.SSESpecification, table.name, call);
  return { TableDescription: describe(table, 'UPDATING') };
};

function updateBilling(
  table: Table,
  { BillingMode = table.billingMode, ProvisionedThroughput }: UpdateTableInput,
) {
  const kept = BillingMode === 'PROVISIONED' ? table.throughput : undefined;
  const billing = billingOf({ BillingMode, ProvisionedThroughput: ProvisionedThroughput ?? kept });
  table.billingMode = billing.billingMode;
  table.throughput = billing.throughput;
}
