import type { DeleteDashboardsInput, PutDashboardInput } from '@aws-sdk/client-cloudwatch';
import { refuseExisting } from '../refuse-existing.ts';
import type { ResourceContext } from '../resource-context.ts';
import { resourceType } from '../resource-type.ts';
import type { Read } from '../shape/index.ts';
import { object, text } from '../shape/index.ts';
import { unlessGone } from '../unless-gone.ts';

const properties = object({ DashboardBody: text, DashboardName: text }, ['DashboardBody']);
type Properties = Read<typeof properties>;

export const dashboard = resourceType<Properties>({
  type: 'AWS::CloudWatch::Dashboard',
  properties,
  attributes: [],
  createOnly: ['DashboardName'],
  nameProperty: 'DashboardName',

  async create(wanted, context) {
    const { DashboardName } = wanted;
    if (DashboardName) {
      await refuseExisting(DashboardName, context.call('monitoring', 'GetDashboard', { DashboardName }));
    }
    const physicalId = DashboardName ?? context.generateName(255);
    await putDashboard(physicalId, wanted, context);
    context.identify(physicalId);
    return { physicalId, attributes: {} };
  },

  async update({ physicalId, properties: wanted }, context) {
    await putDashboard(physicalId, wanted, context);
    return { physicalId, attributes: {} };
  },

  async delete({ physicalId }, context) {
    const input: DeleteDashboardsInput = { DashboardNames: [physicalId] };
    await unlessGone(context.call('monitoring', 'DeleteDashboards', input));
  },
});

async function putDashboard(
  DashboardName: string,
  { DashboardBody }: Properties,
  context: ResourceContext,
): Promise<void> {
  const input: PutDashboardInput = { DashboardName, DashboardBody };
  await context.call('monitoring', 'PutDashboard', input);
}
