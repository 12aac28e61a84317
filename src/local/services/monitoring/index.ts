import type { Service } from '../../endpoint/operation.ts';
import { DeleteAlarms } from './DeleteAlarms.ts';
import { DeleteDashboards } from './DeleteDashboards.ts';
import { DescribeAlarms } from './DescribeAlarms.ts';
import { DescribeAlarmsForMetric } from './DescribeAlarmsForMetric.ts';
import { DisableAlarmActions } from './DisableAlarmActions.ts';
import { EnableAlarmActions } from './EnableAlarmActions.ts';
import { GetDashboard } from './GetDashboard.ts';
import { GetMetricData } from './GetMetricData.ts';
import { GetMetricStatistics } from './GetMetricStatistics.ts';
import { ListDashboards } from './ListDashboards.ts';
import { ListMetrics } from './ListMetrics.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { PutCompositeAlarm } from './PutCompositeAlarm.ts';
import { PutDashboard } from './PutDashboard.ts';
import { PutMetricAlarm } from './PutMetricAlarm.ts';
import { PutMetricData } from './PutMetricData.ts';
import { SetAlarmState } from './SetAlarmState.ts';
import { TagResource } from './TagResource.ts';
import { UntagResource } from './UntagResource.ts';

/** CloudWatch's metrics, alarms and dashboards. */
export const monitoring: Service = {
  name: 'monitoring',
  operations: {
    DeleteAlarms,
    DeleteDashboards,
    DescribeAlarms,
    DescribeAlarmsForMetric,
    DisableAlarmActions,
    EnableAlarmActions,
    GetDashboard,
    GetMetricData,
    GetMetricStatistics,
    ListDashboards,
    ListMetrics,
    ListTagsForResource,
    PutCompositeAlarm,
    PutDashboard,
    PutMetricAlarm,
    PutMetricData,
    SetAlarmState,
    TagResource,
    UntagResource,
  },
};
