import type { Technique } from '../../domain/technique.ts';

export const eventLost: Technique = {
  id: 'events.event-lost',
  catalogue: ['CT-112'],
  severity: 'high',
  done: 'acted before, or without, an event arriving',
  subject: 'account',
  calls: [],
  drift: [],
  restore: [],
  lost: 'Minutes instead of seconds.',
  toDo: 'Nothing: the sweep finds it. A shorter interval of sweeps finds it sooner.',
};
