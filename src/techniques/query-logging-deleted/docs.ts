import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop the logging of DNS queries',
  attack: ['T1562.001', 'T1685'],
  effect:
    'Nobody can tell afterwards which names a VPC asked for. Trails are not touched: it is what attackers do beside them.',
  dataLost: 'DNS queries of that time.',
  benignTwins: 'A VPC is torn down.',
  whatToDo: 'Make it again, and associate each VPC that had it.',
  undo: [
    'aws route53resolver create-resolver-query-log-config --name <name> --destination-arn <destination> --creator-request-id <any> --region <Region>',
    'aws route53resolver associate-resolver-query-log-config --resolver-query-log-config-id <id> --resource-id <VPC> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_DeleteResolverQueryLogConfig.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_DisassociateResolverQueryLogConfig.html',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.dns-delete-logs/',
  ],
};
