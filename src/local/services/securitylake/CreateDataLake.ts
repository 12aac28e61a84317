import type { CreateDataLakeRequest, CreateDataLakeResponse } from '@aws-sdk/client-securitylake';
import type { Operation } from '../../endpoint/operation.ts';
import { refuseUnsupported } from '../../endpoint/unsupported.ts';
import { regionStatus } from '../account/regions.ts';
import { badRequest, describeLake, lakesOf } from './data-lake.ts';

/** Makes the lakes of some Regions, or changes those that are there. */
export const CreateDataLake: Operation<CreateDataLakeRequest, CreateDataLakeResponse> = (input, call) => {
  refuseUnsupported(input, 'tags');
  const configurations = input.configurations ?? [];
  if (configurations.length === 0) throw badRequest('There must be at least one configuration.');
  for (const { region = '' } of configurations) {
    if (!regionStatus(call.world, call.accountId, region)) throw badRequest(`There is no Region ${region}.`);
  }
  const lakes = lakesOf(call).configurations;
  for (const configuration of configurations) {
    const region = configuration.region ?? '';
    lakes.set(region, { ...lakes.get(region), ...configuration });
  }
  return { dataLakes: configurations.map((configuration) => describeLake(configuration, call)) };
};
