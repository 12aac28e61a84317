import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Stop or narrow the recording of AWS Config',
  attack: ['T1562.001', 'T1685'],
  effect:
    'Checks on trails and buckets that follow changes go silent, and Config no longer shows who changed what when. Periodic rules such as cloudtrail-enabled go on.',
  dataLost: 'Configuration items of that time.',
  benignTwins:
    'Recording costs money, so it is narrowed: that shows something only where trails or buckets are left out. A channel that is put shows nothing.',
  whatToDo: 'Start the recorder, and compare the resources of that time with what they were.',
  undo: [
    'aws configservice start-configuration-recorder --configuration-recorder-name <recorder> --region <Region>',
    'aws configservice put-configuration-recorder --configuration-recorder file://<recorder.json> --region <Region>',
    'aws configservice put-delivery-channel --delivery-channel file://<channel.json> --region <Region>',
  ],
  references: [
    'https://docs.aws.amazon.com/config/latest/APIReference/API_StopConfigurationRecorder.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteDeliveryChannel.html',
  ],
};
