// What stays lost while a part of the guard does not work, as `Technique.lost`: the same of each part.

/** Of what brings events: rules, targets, queue and its mapping. */
export const LOST_WITH_EVENTS =
  'Nothing while sweeps go on: what events would tell in seconds is found within minutes.';

/** Of what the guard runs on: its function, its stack. */
export const LOST_WITH_GUARD =
  'Nothing by itself. What happens to trails until the guard works again is not put back.';
