import type { Drift, DriftPath } from '../../drift.ts';
import type { PolicyDocument } from '../../parts.ts';
import { mergeObservations } from './merge-observations.ts';
import { findChanges } from './policy-changes.ts';
import { observe, type PolicyAspect } from './policy-observation.ts';
import type { PolicyRequest } from './request.ts';
import { readStatements, type Statement } from './statement.ts';

/** What a policy is of, and what it is there for. */
export interface PolicySubject {
  /** Where differences of each aspect are told. */
  readonly paths: Readonly<Record<PolicyAspect, DriftPath>>;
  /** What CloudTrail has to be able to do for the trail. */
  readonly requests: readonly PolicyRequest[];
  /** The accounts of the trail and of the policy's thing: who may read there is no stranger. */
  readonly ownAccounts?: readonly string[];
  /** What `*` stands for in a policy of one thing. */
  readonly ownResource?: string | undefined;
}

/**
 * What a policy decides otherwise than approved, by meaning: the order of statements and lists, their Sid, one value or a list of
 * one, an account by id or ARN, an action in any case are the same. What cannot be told is the bad case. A drift holds the
 * statements that are not the same on both sides.
 */
export function comparePolicies(
  expected: PolicyDocument,
  actual: PolicyDocument,
  { paths, requests, ownAccounts = [], ownResource }: PolicySubject,
): readonly Drift[] {
  const was = readStatements(expected, ownResource);
  const is = readStatements(actual, ownResource);
  const observations = observe(
    { expected: was, actual: is, changes: findChanges(was, is) },
    requests,
    ownAccounts,
  );
  const sources = { expected: sourcesOf(was, is), actual: sourcesOf(is, was) };
  return ASPECTS.flatMap((aspect) => {
    const merged = mergeObservations(observations.filter((one) => one.aspect === aspect));
    return merged ? [{ path: paths[aspect], ...sources, ...merged }] : [];
  });
}

const ASPECTS: readonly PolicyAspect[] = ['delivery', 'access', 'readers', 'protection'];

const sourcesOf = (statements: readonly Statement[], others: readonly Statement[]) => {
  const known = new Set(others.map(({ key }) => key));
  const changed = statements.filter(({ key }) => !known.has(key)).map(({ source }) => source);
  return changed.length > 0 ? changed : null;
};
