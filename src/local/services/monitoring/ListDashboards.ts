import type { ListDashboardsInput, ListDashboardsOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { dashboardsOf } from './store.ts';

export const ListDashboards: Operation<ListDashboardsInput, ListDashboardsOutput> = (
  { DashboardNamePrefix = '' },
  { world, accountId },
) => ({
  DashboardEntries: [...dashboardsOf(world, accountId).values()]
    .filter(({ name }) => name.startsWith(DashboardNamePrefix))
    .map(({ name, arn, body, modifiedAt }) => ({
      DashboardName: name,
      DashboardArn: arn,
      LastModified: new Date(modifiedAt),
      Size: Buffer.byteLength(body),
    })),
});
