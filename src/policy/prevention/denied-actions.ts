import { actionsOf, RESTORING_CALLS } from '../../domain/restoring-call.ts';
import type { Subject, Technique } from '../../domain/technique.ts';
import { iamActionsOf } from './iam-actions.ts';
import { LEFT_ALONE, TECHNIQUES_LEFT_ALONE } from './left-alone.ts';

/** What the deny needs to know of a technique. */
export type DeniedTechnique = Pick<Technique, 'id' | 'subject' | 'calls' | 'restore'>;

/** An IAM action that does what a technique does, to a subject. */
export interface TechniqueAction {
  readonly technique: string;
  readonly subject: Subject;
  readonly action: string;
}

/** The actions of all catalogued calls. */
export const techniqueActions = (techniques: readonly DeniedTechnique[]): readonly TechniqueAction[] =>
  techniques.flatMap(({ id, subject, calls }) =>
    calls
      .flatMap(({ eventSource, eventNames }) => eventNames.flatMap((name) => iamActionsOf(eventSource, name)))
      .map((action) => ({ technique: id, subject, action })),
  );

/** Those of them that are denied to whoever is not spared. */
export const deniableActions = (techniques: readonly DeniedTechnique[]): readonly TechniqueAction[] =>
  techniqueActions(techniques).filter(
    ({ action, technique }) => !(action in LEFT_ALONE) && !(technique in TECHNIQUES_LEFT_ALONE),
  );

/** What the guard's function restores with, in the tiers that it may have. */
export const restoringActions = (techniques: readonly DeniedTechnique[]): ReadonlySet<string> =>
  new Set(
    techniques
      .flatMap(({ restore }) => restore)
      .filter((call) => RESTORING_CALLS[call].tier !== 'operator')
      .flatMap(actionsOf),
  );
