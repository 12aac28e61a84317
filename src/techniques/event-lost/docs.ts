import type { TechniqueDocs } from '../../domain/technique-docs.ts';

export const docs: TechniqueDocs = {
  title: 'Be faster than the event, or luckier',
  attack: ['T1562.008', 'T1685.002'],
  effect:
    'EventBridge gets CloudTrail’s events on best effort, and only while a trail logs. An event may come minutes late, or never.',
  dataLost: 'The minutes until the next sweep.',
  benignTwins: 'Late events are common.',
  whatToDo: 'Sweep every minute where minutes matter: the parameter SweepMinutes.',
  seenOtherwise:
    'By the sweep, in the state, as the technique that it is; event history names the call, now or at a later sweep.',
  provenBy: [
    'test/restore.test.ts > comes back at the next sweep when its event is lost',
    'src/domain/guarded-trail.test.ts > is put back by the sweep, though no event ever came',
  ],
  undo: [],
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/event-delivery-level.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html',
  ],
};
