import type { Service } from '../../endpoint/operation.ts';
import { AddTags } from './AddTags.ts';
import { CreateTrail } from './CreateTrail.ts';
import { DeleteTrail } from './DeleteTrail.ts';
import { DeregisterOrganizationDelegatedAdmin } from './DeregisterOrganizationDelegatedAdmin.ts';
import { DescribeTrails } from './DescribeTrails.ts';
import { GetEventConfiguration } from './GetEventConfiguration.ts';
import { GetEventSelectors } from './GetEventSelectors.ts';
import { GetInsightSelectors } from './GetInsightSelectors.ts';
import { GetTrail } from './GetTrail.ts';
import { GetTrailStatus } from './GetTrailStatus.ts';
import { ListPublicKeys } from './ListPublicKeys.ts';
import { ListTags } from './ListTags.ts';
import { ListTrails } from './ListTrails.ts';
import { LookupEvents } from './LookupEvents.ts';
import { lakeOperations } from './lake/index.ts';
import { PutEventConfiguration } from './PutEventConfiguration.ts';
import { PutEventSelectors } from './PutEventSelectors.ts';
import { PutInsightSelectors } from './PutInsightSelectors.ts';
import { guardQuotas } from './quotas.ts';
import { RegisterOrganizationDelegatedAdmin } from './RegisterOrganizationDelegatedAdmin.ts';
import { RemoveTags } from './RemoveTags.ts';
import { startRecorder } from './recorder.ts';
import { StartLogging } from './StartLogging.ts';
import { StopLogging } from './StopLogging.ts';
import { rememberTrails } from './trails-before.ts';
import { UpdateTrail } from './UpdateTrail.ts';

/** CloudTrail: trails and event history, and beside the calls its quotas and its recorder. */
export const cloudtrail: Service = {
  name: 'cloudtrail',
  operations: {
    ...lakeOperations,
    AddTags,
    CreateTrail,
    DeleteTrail,
    DeregisterOrganizationDelegatedAdmin,
    DescribeTrails,
    GetEventConfiguration,
    GetEventSelectors,
    GetInsightSelectors,
    GetTrail,
    GetTrailStatus,
    ListPublicKeys,
    ListTags,
    ListTrails,
    LookupEvents,
    PutEventConfiguration,
    PutEventSelectors,
    PutInsightSelectors,
    RegisterOrganizationDelegatedAdmin,
    RemoveTags,
    StartLogging,
    StopLogging,
    UpdateTrail,
  },
  start(world) {
    world.guards.push(guardQuotas, rememberTrails);
    startRecorder(world);
  },
};
