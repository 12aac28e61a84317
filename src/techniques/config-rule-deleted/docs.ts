import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the checks on trails in AWS Config',
  attack: ['T1562.001', 'T1685'],
  effect:
    'Nobody is told by Config any more when a trail is not as it should be. The guard does not need these rules.',
  dataLost: 'Evaluations of that time.',
  benignTwins:
    'Rules come and go: only those count whose name says CloudTrail. A pack or an aggregator may hold any, and is told. A rule that is put shows nothing.',
  whatToDo: 'Put the rule back, and let it evaluate.',
  undo: [
    'aws configservice put-config-rule --config-rule file://<rule.json> --region <Region>',
    'aws configservice put-conformance-pack --conformance-pack-name <pack> --template-s3-uri <template> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigRule.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConformancePack.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationAggregator.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/cloudtrail-enabled.html',
  ],
};
