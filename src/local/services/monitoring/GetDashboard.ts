import type { GetDashboardInput, GetDashboardOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { dashboardNotFound } from './dashboard-not-found.ts';
import { dashboardsOf } from './store.ts';

export const GetDashboard: Operation<GetDashboardInput, GetDashboardOutput> = (
  { DashboardName = '' },
  { world, accountId },
) => {
  const dashboard = dashboardsOf(world, accountId).get(DashboardName);
  if (!dashboard) throw dashboardNotFound(DashboardName);
  const { arn: DashboardArn, body: DashboardBody } = dashboard;
  return { DashboardArn, DashboardBody, DashboardName };
};
