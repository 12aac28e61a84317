import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete a trail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'The trail and its shadow trails in other Regions are gone; an organization trail also from every member account. Its bucket, its log group and the files delivered so far stay.',
  dataLost:
    'Events of that time are never recorded by this trail. Management events stay in Event history for 90 days, per Region; data, network activity and Insights events are gone. A trail created anew begins a new chain of digest files.',
  benignTwins:
    'Tools such as CloudFormation and Terraform delete a trail when its stack is torn down. A trail that nobody approved, whose creation was seen and that never logged since, is told as information.',
  whatToDo:
    'Create the same trail again, with the same name, bucket and key, and start it: CreateTrail alone does not log. Its selectors and tags have to be put back, too. It fails when five trails exist in the Region, or when the bucket or the key no longer lets CloudTrail in.',
  undo: [
    'aws cloudtrail create-trail --name <trail name> --s3-bucket-name <bucket> --is-multi-region-trail --enable-log-file-validation --region <home Region>',
    'aws cloudtrail put-event-selectors --trail-name <trail ARN> --region <home Region> --event-selectors <as before>',
    'aws cloudtrail add-tags --resource-id <trail ARN> --tags-list Key=<key>,Value=<value> --region <home Region>',
    'aws cloudtrail start-logging --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteTrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-delete/',
  ],
};
