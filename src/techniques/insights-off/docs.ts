import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off Insights',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Unusual rates of calls and of errors are no longer found. Everything else is recorded as before.',
  dataLost:
    'Insights events of that time. After Insights are turned on again, the first may take up to 36 hours.',
  benignTwins:
    'The console sends an empty list when it makes a trail without Insights. Only the baseline tells whether there were any.',
  whatToDo: 'Set the approved types again. Look in Event history for bursts of calls in that time.',
  undo: [
    'aws cloudtrail get-insight-selectors --trail-name <trail ARN> --region <home Region>',
    `aws cloudtrail put-insight-selectors --trail-name <trail ARN> --insight-selectors '[{"InsightType":"ApiCallRateInsight"},{"InsightType":"ApiErrorRateInsight"}]' --region <home Region>`,
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html',
  ],
};
