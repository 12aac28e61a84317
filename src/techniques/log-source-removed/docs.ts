import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Take CloudTrail from Security Lake',
  attack: ['T1562.001', 'T1685'],
  effect:
    'The lake gets no more events of CloudTrail, or who reads it gets none. Trails are not touched: the lake has a feed of its own.',
  dataLost: 'Events of that time in the lake.',
  benignTwins: 'Sources that cost too much are removed: of these only CloudTrail’s count.',
  whatToDo: 'Add the source again. Security Lake does not fetch what it missed.',
  undo: [
    'aws securitylake create-aws-log-source --sources sourceName=CLOUD_TRAIL_MGMT,accounts=<accounts>,regions=<Regions> --region <Region>',
    'aws securitylake list-log-sources --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/security-lake/latest/APIReference/API_DeleteAwsLogSource.html',
    'https://docs.aws.amazon.com/security-lake/latest/APIReference/API_DeleteDataLake.html',
    'https://docs.aws.amazon.com/security-lake/latest/APIReference/API_DeleteSubscriber.html',
    'https://docs.aws.amazon.com/security-lake/latest/userguide/securitylake-cloudtrail.html',
  ],
};
