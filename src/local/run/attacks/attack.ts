import type { Fields } from './connect.ts';
import type { Scene } from './scene.ts';

/** Something that somebody does. It ends when AWS has answered; what it returns is for who undoes it. */
export type Act = (scene: Scene) => Promise<unknown>;

/** @param done what the act returned */
type Undo = (scene: Scene, done: unknown) => Promise<unknown>;

/**
 * What the guard promises of an attack. `restored`: everything is as it was. `partly`: what the guard may put back is, and the rest is
 * told. `told`: people are told, with what was lost and what they must do. `harmless`: AWS itself refuses it.
 */
type Ending = 'restored' | 'partly' | 'told' | 'harmless';

/** One way to darken a trail, acted out against the embedded AWS. */
export interface Attack {
  /** Of the public catalogue. */
  readonly id: `CT-${string}`;
  /** How the command line calls it. */
  readonly name: string;
  /** What somebody does, as the beginning of a sentence: a verb. */
  readonly title: string;
  readonly ends: Ending;
  /** How it can be seen at all. */
  readonly seenBy: 'event' | 'state' | 'both';
  /** Which world it takes. @default 'whole' */
  readonly needs?: Setting;
  /** Done before, by the operator, so that there is something to attack. */
  readonly before?: Act;
  readonly act: Act;
  /** What the guard leaves to people, done by the operator. */
  readonly undo?: Undo;
  /** Why no client can make the call: its record is put before CloudTrail's recorder instead, as the service would. */
  readonly byRecord?: string;
  /** Who tells it: the guard's alarms, when the guard itself cannot any more. @default 'guard' */
  readonly toldBy?: 'alarm';
  /** What it does stays and would disturb what comes after: each time it takes a world of its own. */
  readonly takesWorld?: true;
  /** Techniques by which it may be told, beside the catalogue's own for it. */
  readonly toldAs?: readonly string[];
  /** What tells it, where that is no report of a technique. */
  readonly isToldBy?: (report: Fields) => boolean;
  /** Its event never arrives: that is the attack. */
  readonly losesEvent?: true;
  /** Nobody can be told while it lasts; what has to be said waits. */
  readonly isHeardLater?: true;
  /** It was there before the guard came, and so was what is told about it. */
  readonly isFromTheStart?: true;
  /** How long it takes to show, in minutes. @default 0 */
  readonly passMinutes?: number;
  /** What looks alike and harms nothing. */
  readonly twin?: Twin;
  /** Nobody can be denied what is no call of this account's. */
  readonly hasNoAttempt?: true;
}

interface Twin {
  /** What somebody does, as the beginning of a sentence: a verb. */
  readonly title: string;
  readonly act: Act;
}

/**
 * `whole`: one account, a trail with everything. `global`: the same where IAM and other global services record. `organization`: there too; the
 * account manages an organization, and the trail is its trail. `member`: there too; a stranger manages the organization. `unlocked`: the bucket
 * has no Object Lock. `imported-key`: the key's material is imported. `log-archive`: the bucket is another account's. `weak`: files expire after
 * a day from the start. `quotas`: CloudTrail keeps its quotas. `encrypted-alerts`: the alert topic has a key of its own.
 */
export type Setting =
  | 'whole'
  | 'global'
  | 'organization'
  | 'member'
  | 'unlocked'
  | 'imported-key'
  | 'log-archive'
  | 'weak'
  | 'quotas'
  | 'encrypted-alerts';

/** What of the catalogue cannot be acted out, and why. */
export interface NotActed {
  readonly id: `CT-${string}`;
  readonly name: string;
  readonly why: string;
}
