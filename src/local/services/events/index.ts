import type { Service } from '../../endpoint/operation.ts';
import { DeleteRule } from './DeleteRule.ts';
import { DescribeEventBus } from './DescribeEventBus.ts';
import { DescribeRule } from './DescribeRule.ts';
import { DisableRule } from './DisableRule.ts';
import { EnableRule } from './EnableRule.ts';
import { ListEventBuses } from './ListEventBuses.ts';
import { ListRuleNamesByTarget } from './ListRuleNamesByTarget.ts';
import { ListRules } from './ListRules.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { ListTargetsByRule } from './ListTargetsByRule.ts';
import { PutEvents } from './PutEvents.ts';
import { PutRule } from './PutRule.ts';
import { PutTargets } from './PutTargets.ts';
import { RemoveTargets } from './RemoveTargets.ts';
import { TagResource } from './TagResource.ts';
import { TestEventPattern } from './TestEventPattern.ts';
import { UntagResource } from './UntagResource.ts';

export const events: Service = {
  name: 'events',
  operations: {
    DeleteRule,
    DescribeEventBus,
    DescribeRule,
    DisableRule,
    EnableRule,
    ListEventBuses,
    ListRuleNamesByTarget,
    ListRules,
    ListTagsForResource,
    ListTargetsByRule,
    PutEvents,
    PutRule,
    PutTargets,
    RemoveTargets,
    TagResource,
    TestEventPattern,
    UntagResource,
  },
};
