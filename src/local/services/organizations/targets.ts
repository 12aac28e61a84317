import { notFound } from './errors.ts';
import type { Organization } from './store.ts';

type TargetType = 'ROOT' | 'ORGANIZATIONAL_UNIT' | 'ACCOUNT';

/** A place of the tree that policies are attached to. */
export interface Target {
  readonly id: string;
  readonly type: TargetType;
  readonly name: string;
  /** Absent for the root. */
  readonly parentId?: string;
}

export function findTarget(organization: Organization, id: string | undefined): Target | undefined {
  if (id === organization.rootId) return { id, type: 'ROOT', name: 'Root' };
  const unit = organization.units.get(id ?? '');
  if (unit) return { id: unit.id, type: 'ORGANIZATIONAL_UNIT', name: unit.name, parentId: unit.parentId };
  const account = organization.accounts.get(id ?? '');
  return account && { id: account.id, type: 'ACCOUNT', name: account.name, parentId: account.parentId };
}

/** @throws ServiceError `TargetNotFoundException` */
export function targetOf(organization: Organization, id: string | undefined): Target {
  const target = findTarget(organization, id);
  if (target) return target;
  throw notFound('Target', "You specified a target that doesn't exist.");
}

/** @throws ServiceError `ParentNotFoundException`, or that of another kind of parent */
export function parentOf(organization: Organization, id: string | undefined, kind = 'Parent'): Target {
  const target = findTarget(organization, id);
  if (target && target.type !== 'ACCOUNT') return target;
  throw notFound(kind, "You specified a parent that doesn't exist.");
}

/** From the root down to the target itself. */
export function pathTo(organization: Organization, id: string): readonly Target[] {
  const target = findTarget(organization, id);
  if (!target) return [];
  return target.parentId === undefined ? [target] : [...pathTo(organization, target.parentId), target];
}
