import type { DeleteDashboardsInput, DeleteDashboardsOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { dashboardNotFound } from './dashboard-not-found.ts';
import { dashboardsOf } from './store.ts';

/** All or none: one name that does not exist keeps the others. */
export const DeleteDashboards: Operation<DeleteDashboardsInput, DeleteDashboardsOutput> = (
  { DashboardNames = [] },
  { world, accountId },
) => {
  const dashboards = dashboardsOf(world, accountId);
  const unknown = DashboardNames.find((name) => !dashboards.has(name));
  if (unknown !== undefined) throw dashboardNotFound(unknown);
  for (const name of DashboardNames) dashboards.delete(name);
  return {};
};
