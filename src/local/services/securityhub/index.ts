import type { Service } from '../../endpoint/operation.ts';
import { BatchImportFindings } from './BatchImportFindings.ts';
import { BatchUpdateFindings } from './BatchUpdateFindings.ts';
import { DescribeHub } from './DescribeHub.ts';
import { DisableSecurityHub } from './DisableSecurityHub.ts';
import { EnableSecurityHub } from './EnableSecurityHub.ts';
import { GetFindings } from './GetFindings.ts';
import { UpdateSecurityHubConfiguration } from './UpdateSecurityHubConfiguration.ts';

/** Security Hub: findings that are imported, and their events. */
export const securityhub: Service = {
  name: 'securityhub',
  operations: {
    BatchImportFindings,
    BatchUpdateFindings,
    DescribeHub,
    DisableSecurityHub,
    EnableSecurityHub,
    GetFindings,
    UpdateSecurityHubConfiguration,
  },
};
