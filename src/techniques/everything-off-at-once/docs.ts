import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Turn off most of what a trail does in one call',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'One UpdateTrail takes the other Regions, global services, validation, CloudWatch Logs, notifications and the key away. The trail logs on, and looks healthy in a list of trails. Attack tools send exactly this call.',
  dataLost:
    'Events of the other Regions and of global services in that time; they stay in Event history for 90 days, per Region. Digest files, alarms and notifications of that time are not made afterwards.',
  benignTwins:
    'A save of the whole trail in the console names every field and may leave some empty: an empty field of such a save does not count. Nobody turns off four of them on purpose.',
  whatToDo:
    'Compare every setting with what was approved: the call leaves none of them alone. Each setting is also seen in the state, by its own technique.',
  undo: [
    'aws cloudtrail get-trail --name <trail ARN> --region <home Region>',
    'aws cloudtrail update-trail --name <trail ARN> --is-multi-region-trail --include-global-service-events --enable-log-file-validation --kms-key-id <KMS key ARN> --sns-topic-name <topic ARN> --cloud-watch-logs-log-group-arn <log group ARN> --cloud-watch-logs-role-arn <role ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateTrail.html',
    'https://github.com/RhinoSecurityLabs/pacu',
  ],
};
