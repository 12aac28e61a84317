import { ServiceError } from '../../../endpoint/service-error.ts';
import type { Condition, PolicyDocument, Selection, Statement } from './policy-document.ts';

/** `identity` policies say what a role may do, `trust` policies who may become it. */
type PolicyKind = 'identity' | 'trust';

/** White space counts here, and nowhere else. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
const MAX_CHARACTERS = 131_072;

/**
 * Reads a policy and refuses what IAM refuses.
 * @throws ServiceError MalformedPolicyDocument, ValidationError
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string, kind: PolicyKind): PolicyDocument {
  if (text.length > MAX_CHARACTERS) throw tooLong();
  const document = parseJson(text);
  refuseUnknown(document, ['Version', 'Id', 'Statement']);
  if (![undefined, '2012-10-17', '2008-10-17'].includes(document.Version as string | undefined)) {
    throw malformed('The policy must contain a valid version string');
  }
  const statements = asList(document.Statement);
  if (statements.length === 0) throw malformed('Syntax errors in policy: it has no Statement.');
  const parsed = statements.map((statement) => parseStatement(statement, kind));
  refuseRepeatedSids(parsed);
  return { statements: parsed };
}

function parseJson(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text));
  } catch (cause) {
    throw cause instanceof ServiceError ? cause : malformed('This policy contains invalid Json');
  }
}

function parseStatement(value: unknown, kind: PolicyKind): Statement {
  const statement = asObject(value);
  refuseUnknown(statement, [...bothKinds, ...(kind === 'identity' ? identityOnly : trustOnly)]);
  const { Sid, Effect, Principal, Condition: condition } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed('Effect must be Allow or Deny.');
  return {
    sid: parseSid(Sid),
    effect: Effect,
    actions: parseActions(statement),
    resources: kind === 'identity' ? parseResources(statement) : undefined,
    principals: kind === 'trust' ? parsePrincipals(Principal) : undefined,
    conditions: parseConditions(condition),
  };
}

const bothKinds = ['Sid', 'Effect', 'Action', 'NotAction', 'Condition'];
const identityOnly = ['Resource', 'NotResource'];
const trustOnly = ['Principal'];

function refuseUnknown(object: Record<string, unknown>, known: readonly string[]): void {
  const unknown = Object.keys(object).find((name) => !known.includes(name));
  if (unknown) throw malformed(`Syntax errors in policy: ${unknown} is not allowed here.`);
}

function parseSid(sid: unknown): string | undefined {
  if (sid === undefined) return undefined;
  if (typeof sid === 'string' && /^[A-Za-z0-9]*$/.test(sid)) return sid;
  throw malformed('Statement IDs (SID) must be alpha-numeric.');
}

function refuseRepeatedSids(statements: readonly Statement[]): void {
  const sids = statements.flatMap(({ sid }) => (sid ? [sid] : []));
  if (new Set(sids).size < sids.length)
    throw malformed('Statement IDs (SID) in a single policy must be unique.');
}

function parseActions(statement: Record<string, unknown>): Selection {
  const selection = parseSelection(statement, 'Action');
  for (const action of selection.patterns) {
    const isAction = action === '*' || /^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(action);
    if (!isAction)
      throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
  return selection;
}

function parseResources(statement: Record<string, unknown>): Selection {
  const selection = parseSelection(statement, 'Resource');
  for (const resource of selection.patterns) {
    const isArn = resource === '*' || /^arn:[^:]+:[^:]+:[^:]*:[^:]*:./s.test(resource);
    if (!isArn) throw malformed(`Resource ${resource} must be in ARN format or "*".`);
  }
  return selection;
}

function parseSelection(statement: Record<string, unknown>, name: 'Action' | 'Resource'): Selection {
  const positive = statement[name];
  const negative = statement[`Not${name}`];
  if ((positive === undefined) === (negative === undefined)) {
    throw malformed(`Syntax errors in policy: a statement has either ${name} or Not${name}.`);
  }
  const patterns = parseTexts(positive ?? negative, name);
  if (patterns.length === 0) throw malformed(`Policy statement must contain ${name.toLowerCase()}s.`);
  return { isNegated: positive === undefined, patterns };
}

function parsePrincipals(principal: unknown): ReadonlyMap<string, readonly string[]> {
  if (principal === '*') return new Map([['AWS', ['*']]]);
  const kinds = Object.entries(asObject(principal ?? {}));
  if (kinds.length === 0) throw malformed('Missing required field Principal');
  return new Map(kinds.map(([kind, names]) => [parsePrincipalKind(kind), parseTexts(names, 'Principal')]));
}

function parsePrincipalKind(kind: string): string {
  if (['AWS', 'Service', 'Federated'].includes(kind)) return kind;
  throw malformed(`Syntax errors in policy: ${kind} is not a kind of Principal.`);
}

function parseConditions(condition: unknown): Condition[] {
  return Object.entries(asObject(condition ?? {})).flatMap(([operator, keys]) =>
    Object.entries(asObject(keys)).map(([key, values]) => ({
      operator,
      key,
      values: asList(values).map(String),
    })),
  );
}

function parseTexts(value: unknown, name: string): string[] {
  return asList(value).map((text) => {
    if (typeof text === 'string') return text;
    throw malformed(`Syntax errors in policy: ${name} must be text.`);
  });
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw malformed('Syntax errors in policy.');
}

const asList = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

const malformed = (message: string) => new ServiceError('MalformedPolicyDocumentException', message);

const tooLong = () =>
  new ServiceError(
    'ValidationError',
    `1 validation error detected: Value at 'policyDocument' failed to satisfy constraint: Member must have length less than or equal to ${MAX_CHARACTERS}`,
  );
