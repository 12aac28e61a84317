import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off Macie, Inspector, Detective, Access Analyzer, or the logs of WAF or Bedrock',
  attack: ['T1562.001', 'T1685'],
  effect: 'One more place where an attack would show is dark. Trails are not touched.',
  dataLost: 'What it would have found or logged in that time.',
  benignTwins:
    'Services that are tried and not wanted are turned off. A Macie session that goes on shows nothing.',
  whatToDo: 'Turn it on again. Macie and Detective delete what they had found.',
  undo: [
    'aws macie2 enable-macie --region <Region>',
    'aws inspector2 enable --resource-types EC2 ECR LAMBDA --region <Region>',
    'aws detective create-graph --region <Region>',
    'aws accessanalyzer create-analyzer --analyzer-name <name> --type ACCOUNT --region <Region>',
    'aws wafv2 put-logging-configuration --logging-configuration file://<logging.json> --region <Region>',
    'aws bedrock put-model-invocation-logging-configuration --logging-config file://<logging.json> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/macie/latest/APIReference/macie.html',
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_Disable.html',
    'https://docs.aws.amazon.com/detective/latest/APIReference/API_DeleteGraph.html',
    'https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_DeleteAnalyzer.html',
    'https://docs.aws.amazon.com/waf/latest/APIReference/API_DeleteLoggingConfiguration.html',
    'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteModelInvocationLoggingConfiguration.html',
  ],
};
