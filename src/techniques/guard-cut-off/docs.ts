import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Cut the guard off by its VPC',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'A function in a VPC can be cut off by endpoints, routes and security groups, without a call that names it. The guard’s is in none.',
  dataLost: 'Nothing.',
  benignTwins: 'Networks change every day; none of it concerns the guard.',
  whatToDo: 'Leave the function outside of VPCs, also where a rule of Config asks for one.',
  seenOtherwise:
    'Not possible: the function is in no VPC. Putting it into one is a change of its configuration, which is told.',
  provenBy: [
    'test/template.test.ts > is outside every VPC, has no reserved concurrency, and its failures go to the dead-letter queue',
  ],
  undo: [
    'aws lambda update-function-configuration --function-name <function> --vpc-config SubnetIds=[],SecurityGroupIds=[] --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  ],
};
