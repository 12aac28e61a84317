import type { JsonObject } from '../../json.ts';
import type { Scope } from './scope.ts';
import type { Statement } from './statement.ts';

/** `everyone may s3:GetObject on arn:…` without the verb: who and what. */
export const describeWho = ({ principals, isUnclear }: Statement): string =>
  isUnclear ? 'somebody' : describe(principals, 'everyone', describePrincipal);

export function describeWhat({ actions, resources, conditions, isUnclear, source }: Statement): string {
  if (isUnclear) return 'something in a statement that is not understood';
  const what = describe(actions, 'everything', (action) => asWritten(action, source));
  const limits = conditions.length > 0 ? ' under conditions' : '';
  return `${what} on ${describe(resources, 'everything')}${limits}`;
}

/** People know actions as they write them. */
function asWritten(action: string, { Action, NotAction }: JsonObject): string {
  const written = [Action ?? NotAction].flat().find((one) => String(one).toLowerCase() === action);
  return typeof written === 'string' ? written : action;
}

function describe({ isNot, values }: Scope, all: string, one = (value: string) => value): string {
  const names = values.map((value) => (value === '*' ? all : one(value))).join(', ');
  return isNot ? `${all} but ${names}` : names;
}

const describePrincipal = (principal: string): string =>
  principal.replace(/^(?:service|federated):/, '').replace(/^(account|canonical|deleted):/, '$1 ');
