import type { Technique } from '../../domain/technique.ts';

export const lakeChannelChanged: Technique = {
  id: 'cloudtrail.lake-channel-changed',
  catalogue: ['CT-28'],
  severity: 'medium',
  done: 'deleted or redirected a channel of CloudTrail Lake',
  subject: 'eventDataStore',
  calls: [{ eventSource: 'cloudtrail.amazonaws.com', eventNames: ['DeleteChannel', 'UpdateChannel'] }],
  drift: [],
  request: ({ destinations }, { eventName }) => {
    if (eventName === 'DeleteChannel') return 'the channel is deleted';
    return Array.isArray(destinations) ? 'its destinations are set' : null;
  },
  restore: [],
  lost: 'Events that the channel’s sender put in meanwhile, unless the sender keeps them.',
  toDo: 'Point the channel back, or create it again with its policy; senders need the ARN of a new one.',
};
