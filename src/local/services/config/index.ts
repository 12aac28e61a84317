import type { Service } from '../../endpoint/operation.ts';
import { DeleteConfigRule } from './DeleteConfigRule.ts';
import { DeleteConfigurationAggregator } from './DeleteConfigurationAggregator.ts';
import { DeleteConfigurationRecorder } from './DeleteConfigurationRecorder.ts';
import { DeleteDeliveryChannel } from './DeleteDeliveryChannel.ts';
import { DeleteRemediationConfiguration } from './DeleteRemediationConfiguration.ts';
import { DescribeComplianceByConfigRule } from './DescribeComplianceByConfigRule.ts';
import { DescribeConfigRuleEvaluationStatus } from './DescribeConfigRuleEvaluationStatus.ts';
import { DescribeConfigRules } from './DescribeConfigRules.ts';
import { DescribeConfigurationAggregators } from './DescribeConfigurationAggregators.ts';
import { DescribeConfigurationRecorderStatus } from './DescribeConfigurationRecorderStatus.ts';
import { DescribeConfigurationRecorders } from './DescribeConfigurationRecorders.ts';
import { DescribeDeliveryChannelStatus } from './DescribeDeliveryChannelStatus.ts';
import { DescribeDeliveryChannels } from './DescribeDeliveryChannels.ts';
import { DescribeRemediationConfigurations } from './DescribeRemediationConfigurations.ts';
import { GetComplianceDetailsByConfigRule } from './GetComplianceDetailsByConfigRule.ts';
import { ListTagsForResource } from './ListTagsForResource.ts';
import { PutConfigRule } from './PutConfigRule.ts';
import { PutConfigurationAggregator } from './PutConfigurationAggregator.ts';
import { PutConfigurationRecorder } from './PutConfigurationRecorder.ts';
import { PutDeliveryChannel } from './PutDeliveryChannel.ts';
import { PutRemediationConfigurations } from './PutRemediationConfigurations.ts';
import { StartConfigRulesEvaluation } from './StartConfigRulesEvaluation.ts';
import { StartConfigurationRecorder } from './StartConfigurationRecorder.ts';
import { StopConfigurationRecorder } from './StopConfigurationRecorder.ts';

/** AWS Config: a recorder and its channel, and managed rules that judge the account's trails. */
export const config: Service = {
  name: 'config',
  operations: {
    DeleteConfigRule,
    DeleteConfigurationAggregator,
    DeleteConfigurationRecorder,
    DeleteDeliveryChannel,
    DeleteRemediationConfiguration,
    DescribeComplianceByConfigRule,
    DescribeConfigRuleEvaluationStatus,
    DescribeConfigRules,
    DescribeConfigurationAggregators,
    DescribeConfigurationRecorderStatus,
    DescribeConfigurationRecorders,
    DescribeDeliveryChannelStatus,
    DescribeDeliveryChannels,
    DescribeRemediationConfigurations,
    GetComplianceDetailsByConfigRule,
    ListTagsForResource,
    PutConfigRule,
    PutConfigurationAggregator,
    PutConfigurationRecorder,
    PutDeliveryChannel,
    PutRemediationConfigurations,
    StartConfigRulesEvaluation,
    StartConfigurationRecorder,
    StopConfigurationRecorder,
  },
};
