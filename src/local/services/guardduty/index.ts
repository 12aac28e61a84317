import type { Service } from '../../endpoint/operation.ts';
import { AcceptAdministratorInvitation } from './AcceptAdministratorInvitation.ts';
import { AcceptInvitation } from './AcceptInvitation.ts';
import { ArchiveFindings } from './ArchiveFindings.ts';
import { CreateDetector } from './CreateDetector.ts';
import { CreateFilter } from './CreateFilter.ts';
import { CreateIPSet } from './CreateIPSet.ts';
import { CreateMembers } from './CreateMembers.ts';
import { CreatePublishingDestination } from './CreatePublishingDestination.ts';
import { CreateSampleFindings } from './CreateSampleFindings.ts';
import { DeleteDetector } from './DeleteDetector.ts';
import { DeleteFilter } from './DeleteFilter.ts';
import { DeleteIPSet } from './DeleteIPSet.ts';
import { DeleteMembers } from './DeleteMembers.ts';
import { DeletePublishingDestination } from './DeletePublishingDestination.ts';
import { DescribeOrganizationConfiguration } from './DescribeOrganizationConfiguration.ts';
import { DescribePublishingDestination } from './DescribePublishingDestination.ts';
import { DisableOrganizationAdminAccount } from './DisableOrganizationAdminAccount.ts';
import { DisassociateFromAdministratorAccount } from './DisassociateFromAdministratorAccount.ts';
import { DisassociateFromMasterAccount } from './DisassociateFromMasterAccount.ts';
import { DisassociateMembers } from './DisassociateMembers.ts';
import { EnableOrganizationAdminAccount } from './EnableOrganizationAdminAccount.ts';
import { GetAdministratorAccount } from './GetAdministratorAccount.ts';
import { GetDetector } from './GetDetector.ts';
import { GetFilter } from './GetFilter.ts';
import { GetFindings } from './GetFindings.ts';
import { GetIPSet } from './GetIPSet.ts';
import { GetMembers } from './GetMembers.ts';
import { InviteMembers } from './InviteMembers.ts';
import { ListDetectors } from './ListDetectors.ts';
import { ListFilters } from './ListFilters.ts';
import { ListFindings } from './ListFindings.ts';
import { ListInvitations } from './ListInvitations.ts';
import { ListIPSets } from './ListIPSets.ts';
import { ListMembers } from './ListMembers.ts';
import { ListOrganizationAdminAccounts } from './ListOrganizationAdminAccounts.ts';
import { ListPublishingDestinations } from './ListPublishingDestinations.ts';
import { StartMonitoringMembers } from './StartMonitoringMembers.ts';
import { StopMonitoringMembers } from './StopMonitoringMembers.ts';
import { UnarchiveFindings } from './UnarchiveFindings.ts';
import { UpdateDetector } from './UpdateDetector.ts';
import { UpdateFilter } from './UpdateFilter.ts';
import { UpdateIPSet } from './UpdateIPSet.ts';
import { UpdateOrganizationConfiguration } from './UpdateOrganizationConfiguration.ts';
import { watchTrails } from './watch-trails.ts';

/** GuardDuty: detectors, what administers and mutes them, and findings of trails that are turned off. */
export const guardduty: Service = {
  name: 'guardduty',
  operations: {
    AcceptAdministratorInvitation,
    AcceptInvitation,
    ArchiveFindings,
    CreateDetector,
    CreateFilter,
    CreateIPSet,
    CreateMembers,
    CreatePublishingDestination,
    CreateSampleFindings,
    DeleteDetector,
    DeleteFilter,
    DeleteIPSet,
    DeleteMembers,
    DeletePublishingDestination,
    DescribeOrganizationConfiguration,
    DescribePublishingDestination,
    DisableOrganizationAdminAccount,
    DisassociateFromAdministratorAccount,
    DisassociateFromMasterAccount,
    DisassociateMembers,
    EnableOrganizationAdminAccount,
    GetAdministratorAccount,
    GetDetector,
    GetFilter,
    GetFindings,
    GetIPSet,
    GetMembers,
    InviteMembers,
    ListDetectors,
    ListFilters,
    ListFindings,
    ListIPSets,
    ListInvitations,
    ListMembers,
    ListOrganizationAdminAccounts,
    ListPublishingDestinations,
    StartMonitoringMembers,
    StopMonitoringMembers,
    UnarchiveFindings,
    UpdateDetector,
    UpdateFilter,
    UpdateIPSet,
    UpdateOrganizationConfiguration,
  },
  start: watchTrails,
};
