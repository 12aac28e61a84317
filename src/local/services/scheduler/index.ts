import type { Service } from '../../endpoint/operation.ts';
import { CreateSchedule } from './CreateSchedule.ts';
import { CreateScheduleGroup } from './CreateScheduleGroup.ts';
import { DeleteSchedule } from './DeleteSchedule.ts';
import { DeleteScheduleGroup } from './DeleteScheduleGroup.ts';
import { GetSchedule } from './GetSchedule.ts';
import { GetScheduleGroup } from './GetScheduleGroup.ts';
import { ListScheduleGroups } from './ListScheduleGroups.ts';
import { ListSchedules } from './ListSchedules.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';
import { UpdateSchedule } from './UpdateSchedule.ts';

export const scheduler: Service = {
  name: 'scheduler',
  operations: {
    CreateSchedule,
    CreateScheduleGroup,
    DeleteSchedule,
    DeleteScheduleGroup,
    GetSchedule,
    GetScheduleGroup,
    ListScheduleGroups,
    ListSchedules,
    ListTagsForResource,
    TagResource,
    UntagResource,
    UpdateSchedule,
  },
};
