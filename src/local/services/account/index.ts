import type { Service } from '../../endpoint/operation.ts';
import { DisableRegion } from './DisableRegion.ts';
import { EnableRegion } from './EnableRegion.ts';
import { GetRegionOptStatus } from './GetRegionOptStatus.ts';
import { ListRegions } from './ListRegions.ts';

/** Account Management: which Regions an account can use. */
export const account: Service = {
  name: 'account',
  operations: { DisableRegion, EnableRegion, GetRegionOptStatus, ListRegions },
};
