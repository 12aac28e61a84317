import type { Service } from '../../endpoint/operation.ts';
import { AssociateKmsKey } from './AssociateKmsKey.ts';
import { CreateLogGroup } from './CreateLogGroup.ts';
import { CreateLogStream } from './CreateLogStream.ts';
import { DeleteAccountPolicy } from './DeleteAccountPolicy.ts';
import { DeleteDataProtectionPolicy } from './DeleteDataProtectionPolicy.ts';
import { DeleteLogGroup } from './DeleteLogGroup.ts';
import { DeleteLogStream } from './DeleteLogStream.ts';
import { DeleteMetricFilter } from './DeleteMetricFilter.ts';
import { DeleteResourcePolicy } from './DeleteResourcePolicy.ts';
import { DeleteRetentionPolicy } from './DeleteRetentionPolicy.ts';
import { DeleteSubscriptionFilter } from './DeleteSubscriptionFilter.ts';
import { DeleteTransformer } from './DeleteTransformer.ts';
import { DescribeAccountPolicies } from './DescribeAccountPolicies.ts';
import { DescribeLogGroups } from './DescribeLogGroups.ts';
import { DescribeLogStreams } from './DescribeLogStreams.ts';
import { DescribeMetricFilters } from './DescribeMetricFilters.ts';
import { DescribeResourcePolicies } from './DescribeResourcePolicies.ts';
import { DescribeSubscriptionFilters } from './DescribeSubscriptionFilters.ts';
import { DisassociateKmsKey } from './DisassociateKmsKey.ts';
import { deliverSubscriptions } from './deliver-subscriptions.ts';
import { FilterLogEvents } from './FilterLogEvents.ts';
import { GetDataProtectionPolicy } from './GetDataProtectionPolicy.ts';
import { GetLogEvents } from './GetLogEvents.ts';
import { GetTransformer } from './GetTransformer.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { PutAccountPolicy } from './PutAccountPolicy.ts';
import { PutDataProtectionPolicy } from './PutDataProtectionPolicy.ts';
import { PutLogEvents } from './PutLogEvents.ts';
import { PutLogGroupDeletionProtection } from './PutLogGroupDeletionProtection.ts';
import { PutMetricFilter } from './PutMetricFilter.ts';
import { PutResourcePolicy } from './PutResourcePolicy.ts';
import { PutRetentionPolicy } from './PutRetentionPolicy.ts';
import { PutSubscriptionFilter } from './PutSubscriptionFilter.ts';
import { PutTransformer } from './PutTransformer.ts';
import { TagResource } from './TagResource.ts';
import { TestMetricFilter } from './TestMetricFilter.ts';
import { UntagResource } from './UntagResource.ts';
import { writeObserversOf } from './write-observers.ts';

/** CloudWatch Logs. */
export const logs: Service = {
  name: 'logs',
  operations: {
    AssociateKmsKey,
    CreateLogGroup,
    CreateLogStream,
    DeleteAccountPolicy,
    DeleteDataProtectionPolicy,
    DeleteLogGroup,
    DeleteLogStream,
    DeleteMetricFilter,
    DeleteResourcePolicy,
    DeleteRetentionPolicy,
    DeleteSubscriptionFilter,
    DeleteTransformer,
    DescribeAccountPolicies,
    DescribeLogGroups,
    DescribeLogStreams,
    DescribeMetricFilters,
    DescribeResourcePolicies,
    DescribeSubscriptionFilters,
    DisassociateKmsKey,
    FilterLogEvents,
    GetDataProtectionPolicy,
    GetLogEvents,
    GetTransformer,
    ListTagsForResource,
    PutAccountPolicy,
    PutDataProtectionPolicy,
    PutLogEvents,
    PutLogGroupDeletionProtection,
    PutMetricFilter,
    PutResourcePolicy,
    PutRetentionPolicy,
    PutSubscriptionFilter,
    PutTransformer,
    TagResource,
    TestMetricFilter,
    UntagResource,
  },
  start: (world) => {
    writeObserversOf(world).push(deliverSubscriptions);
  },
};
