import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Change or delete the stack of the guard',
  attack: ['T1562.001', 'T1685', 'T1562.008', 'T1685.002'],
  effect:
    'One call takes away the whole guard, or puts another in its place. The calls that follow come from CloudFormation.',
  dataLost: 'Nothing by itself. What happens to trails until the guard works again is not put back.',
  benignTwins:
    'Every release of the guard is an UpdateStack or an ExecuteChangeSet by whoever deploys it; the message says who.',
  whatToDo:
    'Compare the stack’s template with the release’s. Stacks of the trail, its bucket or its key are not known by name: what they do to these is told as what it is. The guard’s stack set is another account’s to watch. The record of a change set that is executed by its ARN alone names no stack: then what CloudFormation does to the guard’s parts is told, by the names of these.',
  undo: [
    'aws cloudformation describe-stack-events --stack-name <stack> --region <Region of the guard>',
    'aws cloudformation deploy --stack-name <stack> --template-file trailkeeper.template.json --s3-bucket <bucket for the template> --capabilities CAPABILITY_IAM --region <Region of the guard>',
    'aws cloudformation update-termination-protection --stack-name <stack> --enable-termination-protection --region <Region of the guard>',
  ],
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateTerminationProtection.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html',
  ],
};
