import type { Service } from '../../endpoint/operation.ts';
import { CreateArchive } from './CreateArchive.ts';
import { CreateEventBus } from './CreateEventBus.ts';
import { DeactivateEventSource } from './DeactivateEventSource.ts';
import { DeleteArchive } from './DeleteArchive.ts';
import { DeleteEventBus } from './DeleteEventBus.ts';
import { DeleteRule } from './DeleteRule.ts';
import { DescribeArchive } from './DescribeArchive.ts';
import { DescribeEventBus } from './DescribeEventBus.ts';
import { DescribeReplay } from './DescribeReplay.ts';
import { DescribeRule } from './DescribeRule.ts';
import { DisableRule } from './DisableRule.ts';
import { EnableRule } from './EnableRule.ts';
import { ListArchives } from './ListArchives.ts';
import { ListEventBuses } from './ListEventBuses.ts';
import { ListRuleNamesByTarget } from './ListRuleNamesByTarget.ts';
import { ListRules } from './ListRules.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { ListTargetsByRule } from './ListTargetsByRule.ts';
import { PutEvents } from './PutEvents.ts';
import { PutPermission } from './PutPermission.ts';
import { PutRule } from './PutRule.ts';
import { PutTargets } from './PutTargets.ts';
import { RemovePermission } from './RemovePermission.ts';
import { RemoveTargets } from './RemoveTargets.ts';
import { StartReplay } from './StartReplay.ts';
import { TagResource } from './TagResource.ts';
import { TestEventPattern } from './TestEventPattern.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateArchive } from './UpdateArchive.ts';
import { UpdateEventBus } from './UpdateEventBus.ts';

export const events: Service = {
  name: 'events',
  operations: {
    CreateArchive,
    CreateEventBus,
    DeactivateEventSource,
    DeleteArchive,
    DeleteEventBus,
    DeleteRule,
    DescribeArchive,
    DescribeEventBus,
    DescribeReplay,
    DescribeRule,
    DisableRule,
    EnableRule,
    ListArchives,
    ListEventBuses,
    ListRuleNamesByTarget,
    ListRules,
    ListTagsForResource,
    ListTargetsByRule,
    PutEvents,
    PutPermission,
    PutRule,
    PutTargets,
    RemovePermission,
    RemoveTargets,
    StartReplay,
    TagResource,
    TestEventPattern,
    UntagResource,
    UpdateArchive,
    UpdateEventBus,
  },
};
