import type { PutDashboardInput, PutDashboardOutput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../../endpoint/operation.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { dashboardsOf } from './store.ts';

export const PutDashboard: Operation<PutDashboardInput, PutDashboardOutput> = (input, call) => {
  const { DashboardName: name = '', DashboardBody: body = '' } = input;
  if (!/^[\w-]{1,255}$/.test(name)) throw invalidDashboard('The dashboard name is not valid.');
  if (!hasWidgets(body)) throw invalidDashboard('The field "widgets" must be an array.');
  const arn = `arn:${call.partition}:cloudwatch::${call.accountId}:dashboard/${name}`;
  dashboardsOf(call.world, call.accountId).set(name, {
    name,
    arn,
    body,
    modifiedAt: call.world.clock.now(),
  });
  return { DashboardValidationMessages: [] };
};

function hasWidgets(body: string): boolean {
  try {
    return Array.isArray(JSON.parse(body)?.widgets);
  } catch {
    return false;
  }
}

const invalidDashboard = (message: string) => new ServiceError('DashboardInvalidInputError', message);
