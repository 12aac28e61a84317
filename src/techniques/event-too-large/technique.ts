import type { Technique } from '../../domain/technique.ts';

export const eventTooLarge: Technique = {
  id: 'events.event-too-large',
  catalogue: ['CT-111'],
  severity: 'high',
  done: 'made an event too large for EventBridge',
  subject: 'account',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Minutes instead of seconds; and of a call that leaves nothing in the state, the message.',
  toDo: 'Nothing by itself: the sweep finds what the call did, and event history has the call for 90 days.',
};
