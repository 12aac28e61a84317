import type { Service } from '../../endpoint/operation.ts';
import { BatchDeleteAutomationRules } from './BatchDeleteAutomationRules.ts';
import { BatchDisableStandards } from './BatchDisableStandards.ts';
import { BatchEnableStandards } from './BatchEnableStandards.ts';
import { BatchGetAutomationRules } from './BatchGetAutomationRules.ts';
import { BatchImportFindings } from './BatchImportFindings.ts';
import { BatchUpdateAutomationRules } from './BatchUpdateAutomationRules.ts';
import { BatchUpdateFindings } from './BatchUpdateFindings.ts';
import { BatchUpdateFindingsV2 } from './BatchUpdateFindingsV2.ts';
import { BatchUpdateStandardsControlAssociations } from './BatchUpdateStandardsControlAssociations.ts';
import { CreateAutomationRule } from './CreateAutomationRule.ts';
import { CreateInsight } from './CreateInsight.ts';
import { DeleteInsight } from './DeleteInsight.ts';
import { DescribeHub } from './DescribeHub.ts';
import { DescribeSecurityHubV2 } from './DescribeSecurityHubV2.ts';
import { DescribeStandards } from './DescribeStandards.ts';
import { DescribeStandardsControls } from './DescribeStandardsControls.ts';
import { DisableImportFindingsForProduct } from './DisableImportFindingsForProduct.ts';
import { DisableSecurityHub } from './DisableSecurityHub.ts';
import { DisableSecurityHubV2 } from './DisableSecurityHubV2.ts';
import { EnableImportFindingsForProduct } from './EnableImportFindingsForProduct.ts';
import { EnableSecurityHub } from './EnableSecurityHub.ts';
import { EnableSecurityHubV2 } from './EnableSecurityHubV2.ts';
import { GetEnabledStandards } from './GetEnabledStandards.ts';
import { GetFindings } from './GetFindings.ts';
import { GetFindingsV2 } from './GetFindingsV2.ts';
import { GetInsights } from './GetInsights.ts';
import { ListAutomationRules } from './ListAutomationRules.ts';
import { ListEnabledProductsForImport } from './ListEnabledProductsForImport.ts';
import { UpdateInsight } from './UpdateInsight.ts';
import { UpdateSecurityHubConfiguration } from './UpdateSecurityHubConfiguration.ts';
import { UpdateStandardsControl } from './UpdateStandardsControl.ts';

/** Security Hub: findings that are imported or come of checking trails, in both formats, and their events. */
export const securityhub: Service = {
  name: 'securityhub',
  operations: {
    BatchDeleteAutomationRules,
    BatchDisableStandards,
    BatchEnableStandards,
    BatchGetAutomationRules,
    BatchImportFindings,
    BatchUpdateAutomationRules,
    BatchUpdateFindings,
    BatchUpdateFindingsV2,
    BatchUpdateStandardsControlAssociations,
    CreateAutomationRule,
    CreateInsight,
    DeleteInsight,
    DescribeHub,
    DescribeSecurityHubV2,
    DescribeStandards,
    DescribeStandardsControls,
    DisableImportFindingsForProduct,
    DisableSecurityHub,
    DisableSecurityHubV2,
    EnableImportFindingsForProduct,
    EnableSecurityHub,
    EnableSecurityHubV2,
    GetEnabledStandards,
    GetFindings,
    GetFindingsV2,
    GetInsights,
    ListAutomationRules,
    ListEnabledProductsForImport,
    UpdateInsight,
    UpdateSecurityHubConfiguration,
    UpdateStandardsControl,
  },
};
