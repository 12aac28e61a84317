import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete the flow logs of a VPC',
  attack: ['T1562.001', 'T1685'],
  effect:
    'Nobody can tell afterwards who talked to whom. Trails are not touched: it is what attackers do beside them.',
  dataLost: 'Records of network traffic of that time.',
  benignTwins: 'A VPC is torn down, and its flow logs with it.',
  whatToDo: 'Make them again. Records that were delivered stay where they are.',
  undo: [
    'aws ec2 create-flow-logs --resource-type VPC --resource-ids <VPC> --traffic-type ALL --log-destination-type s3 --log-destination <bucket ARN> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteFlowLogs.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.vpc-remove-flow-logs/',
  ],
};
