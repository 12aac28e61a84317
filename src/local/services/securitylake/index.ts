import type { Service } from '../../endpoint/operation.ts';
import { CreateAwsLogSource } from './CreateAwsLogSource.ts';
import { CreateDataLake } from './CreateDataLake.ts';
import { DeleteAwsLogSource } from './DeleteAwsLogSource.ts';
import { DeleteDataLake } from './DeleteDataLake.ts';
import { ListDataLakes } from './ListDataLakes.ts';
import { ListLogSources } from './ListLogSources.ts';

/** Security Lake: lakes without data, and the sources that would fill them. */
export const securitylake: Service = {
  name: 'securitylake',
  operations: {
    CreateAwsLogSource,
    CreateDataLake,
    DeleteAwsLogSource,
    DeleteDataLake,
    ListDataLakes,
    ListLogSources,
  },
};
