import { canonicalObject } from '../../canonical/json-value.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import type { PolicyDocument } from '../../parts.ts';
import { type Condition, readConditions } from './condition.ts';
import { readPrincipals } from './principal.ts';
import { EVERYTHING, type Scope } from './scope.ts';

/** One statement of a policy, as far as it is understood. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly principals: Scope;
  /** In lower case: actions are the same in any. */
  readonly actions: Scope;
  readonly resources: Scope;
  /** All of them have to hold. */
  readonly conditions: readonly Condition[];
  /** Something in it is not understood: it may mean anything. */
  readonly isUnclear: boolean;
  /** The same for statements that say the same, whatever their Sid and the order of their lists. */
  readonly key: string;
  readonly source: JsonObject;
}

/**
 * The statements of a policy.
 * @param ownResource what `*` stands for in a key policy: the key itself, which may as well be named
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export const readStatements = (
  { Version, Statement }: PolicyDocument,
  ownResource?: string,
): readonly Statement[] =>
  Statement.map((source) => {
    const isOld = Version !== '2012-10-17';
    const meant = isOld ? withoutVariables(source) : source;
    return readStatement(isJsonObject(meant) ? meant : {}, source, ownResource);
  });

/** In the older version of the language `${…}` is no variable but text. */
function withoutVariables(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('${', '$ {');
  if (Array.isArray(value)) return value.map(withoutVariables);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutVariables(field)]));
}

function readStatement(meant: JsonObject, source: JsonObject, ownResource: string | undefined): Statement {
  const { Sid: _, ...elements } = meant;
  const principals = readScope(elements, 'Principal', readPrincipals) ?? UNCLEAR;
  const actions =
    readScope(
      elements,
      'Action',
      readTexts((text) => text.toLowerCase()),
    ) ?? UNCLEAR;
  const resources = readScope(
    elements,
    'Resource',
    readTexts((text) => (text === ownResource ? '*' : text)),
  );
  const conditions = readConditions(elements.Condition);
  const isClear =
    Object.keys(elements).every((name) => ELEMENTS.has(name)) &&
    (elements.Effect === 'Allow' || elements.Effect === 'Deny') &&
    ('Action' in elements || 'NotAction' in elements) &&
    ![principals, actions, resources ?? UNCLEAR].includes(UNCLEAR);
  const effect = elements.Effect === 'Allow' ? 'Allow' : 'Deny';
  const isUnclear = !isClear || !conditions;
  const meaning = {
    effect,
    principals,
    actions,
    resources: resources ?? UNCLEAR,
    conditions: conditions ?? [],
  } as const;
  return { ...meaning, isUnclear, key: keyOf(isUnclear ? elements : meaning), source };
}

const ELEMENTS = new Set([
  'Effect',
  ...['Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
]);

const UNCLEAR: Scope = { isNot: true, values: [] };

type Read = (value: unknown) => readonly string[] | undefined;

/** An element or its opposite. A policy of a role has no principals, a trust policy no resources: then it is any. */
function readScope(elements: JsonObject, name: string, read: Read): Scope | undefined {
  const [element, opposite] = [elements[name], elements[`Not${name}`]];
  if (element !== undefined && opposite !== undefined) return;
  if (element === undefined && opposite === undefined) return EVERYTHING;
  const values = read(element ?? opposite);
  return values && { isNot: opposite !== undefined, values: [...new Set(values)].sort() };
}

const readTexts =
  (map: (text: string) => string): Read =>
  (value) => {
    const values = Array.isArray(value) ? value : [value];
    return values.length > 0 && values.every((item) => typeof item === 'string')
      ? values.map(map)
      : undefined;
  };

/** Conditions of one statement are all to hold, so their order means nothing. */
const keyOf = (meaning: object): string => {
  const { conditions, ...others } = canonicalObject(meaning);
  const sorted = Array.isArray(conditions) ? conditions.map((one) => JSON.stringify(one)).sort() : null;
  return JSON.stringify([others, sorted]);
};
