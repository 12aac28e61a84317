import type { Attack } from './attack.ts';
import { BUCKET_ATTACKS } from './bucket-attacks.ts';
import { DETECTOR_ATTACKS } from './detector-attacks.ts';
import { GUARD_ATTACKS } from './guard-attacks.ts';
import { KEY_ATTACKS } from './key-attacks.ts';
import { LAKE_ATTACKS } from './lake-attacks.ts';
import { LOG_GROUP_ATTACKS } from './log-group-attacks.ts';
import { OBJECT_ATTACKS } from './object-attacks.ts';
import { ORGANIZATION_ATTACKS } from './organization-attacks.ts';
import { ROLE_ATTACKS } from './role-attacks.ts';
import { SELECTOR_ATTACKS } from './selector-attacks.ts';
import { SETTING_ATTACKS } from './setting-attacks.ts';
import { STATE_ATTACKS } from './state-attacks.ts';
import { TRAIL_ATTACKS } from './trail-attacks.ts';

const numberOf = ({ id }: Attack): number => Number(id.slice('CT-'.length));

/** Every attack of the catalogue that can be acted out, in the catalogue's order. */
export const ATTACKS: readonly Attack[] = [
  ...TRAIL_ATTACKS,
  ...SETTING_ATTACKS,
  ...SELECTOR_ATTACKS,
  ...LAKE_ATTACKS,
  ...KEY_ATTACKS,
  ...BUCKET_ATTACKS,
  ...OBJECT_ATTACKS,
  ...LOG_GROUP_ATTACKS,
  ...ROLE_ATTACKS,
  ...GUARD_ATTACKS,
  ...ORGANIZATION_ATTACKS,
  ...DETECTOR_ATTACKS,
  ...STATE_ATTACKS,
].toSorted((one, other) => numberOf(one) - numberOf(other));
