import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import type { ApiCall } from '../../domain/signal.ts';
import type { Technique } from '../../domain/technique.ts';

export const recorderStopped: Technique = {
  id: 'config.recorder-stopped',
  catalogue: ['CT-97'],
  severity: 'high',
  done: 'stopped or narrowed the recording of AWS Config',
  subject: 'account',
  calls: [
    {
      eventSource: 'config.amazonaws.com',
      eventNames: [
        'StopConfigurationRecorder',
        'DeleteConfigurationRecorder',
        'DeleteDeliveryChannel',
        'PutConfigurationRecorder',
        'PutDeliveryChannel',
      ],
    },
  ],
  drift: [],
  request: findLoss,
  restore: [],
  lost: 'Configuration items of that time: Config does not record them afterwards.',
  toDo: 'Start the recorder again, for all resources, with its delivery channel.',
};

function findLoss({ configurationRecorder }: JsonObject, { eventName }: ApiCall): string | null {
  if (eventName === 'StopConfigurationRecorder') return 'it is stopped';
  if (eventName.startsWith('Delete')) return 'it is deleted';
  const group = asJsonObject(asJsonObject(configurationRecorder).recordingGroup);
  const missing =
    eventName === 'PutConfigurationRecorder' ? OF_TRAILS.find((type) => isLeftOut(type, group)) : undefined;
  return missing ? `${missing} is not recorded` : null;
}

const OF_TRAILS = ['AWS::CloudTrail::Trail', 'AWS::S3::Bucket', 'AWS::KMS::Key'];

/** @see https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html */
function isLeftOut(type: string, { resourceTypes, exclusionByResourceTypes }: JsonObject): boolean {
  const excluded = asJsonObject(exclusionByResourceTypes).resourceTypes;
  if (Array.isArray(excluded) && excluded.length > 0) return excluded.includes(type);
  return Array.isArray(resourceTypes) && resourceTypes.length > 0 && !resourceTypes.includes(type);
}
