import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Delete or redirect a channel of CloudTrail Lake',
  attack: ['T1562.008', 'T1685.002'],
  effect: 'Audit events of partners and of own applications no longer arrive, or arrive elsewhere.',
  dataLost: 'Events that were sent meanwhile, unless the sender keeps and sends them again.',
  benignTwins: 'An integration is ended or moved. A channel that only gets another name shows nothing.',
  whatToDo:
    'Set its destinations again. A deleted channel has to be created anew and has another ARN, which every sender needs.',
  undo: [
    'aws cloudtrail update-channel --channel <channel ARN> --destinations Type=EVENT_DATA_STORE,Location=<event data store ARN> --region <home Region>',
    'aws cloudtrail create-channel --name <channel name> --source <source> --destinations Type=EVENT_DATA_STORE,Location=<event data store ARN> --region <home Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteChannel.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_UpdateChannel.html',
  ],
};
