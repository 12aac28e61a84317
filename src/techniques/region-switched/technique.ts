import type { Technique } from '../../domain/technique.ts';

export const regionSwitched: Technique = {
  id: 'account.region-switched',
  catalogue: ['CT-95'],
  severity: 'medium',
  done: 'enabled or disabled a Region',
  subject: 'account',
  calls: [{ eventSource: 'account.amazonaws.com', eventNames: ['EnableRegion', 'DisableRegion'] }],
  drift: [],
  restore: [],
  lost: 'Events of a new Region that no multi-Region trail records. What is in a disabled Region can be neither seen nor stopped.',
  toDo: 'Disable a Region that nobody needs. See that the trail is multi-Region, and deploy the guard’s stack where rules are needed.',
};
