import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop the logging of a trail',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'Recording and delivery end, in every Region of the trail; the trail itself stays and looks configured. When it was the only trail that logs management events, EventBridge gets no more API calls either: rules go blind with it.',
  dataLost:
    'Events of that time are never recorded by this trail. Management events stay in Event history for 90 days, per Region; data, network activity and Insights events are gone. The chain of digest files is broken.',
  benignTwins: 'A trail that is taken out of service is stopped before it is deleted.',
  whatToDo:
    'The guard starts a guarded trail again. Find out who called, take that access away, and read Event history for the time in the dark.',
  undo: [
    'aws cloudtrail start-logging --name <trail ARN> --region <home Region>',
    'aws cloudtrail get-trail-status --name <trail ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html',
    'https://stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-stop/',
  ],
};
