import type { JsonObject } from './json.ts';
import type { Judgement } from './judgement.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './settings.ts';
import type { ApiCall } from './signal.ts';
import type { Technique } from './technique.ts';

/** All a pass works with: the world, the owner's decisions, and what is known of techniques. */
export interface Guard {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly techniques: readonly Technique[];
  readonly judge: (call: ApiCall) => Judgement;
  /** A CloudTrail record as a call; null when it is none. */
  readonly readRecord: (record: JsonObject) => ApiCall | null;
}
