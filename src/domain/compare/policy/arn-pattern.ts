import { hasWildcard, includesPattern } from './glob.ts';

const COMPONENTS = 6;

/** The six parts of an ARN or its pattern, each of which is matched by itself; undefined when it has fewer. */
function splitArn(text: string): readonly string[] | undefined {
  const parts = text.split(':');
  if (parts.length < COMPONENTS) return;
  return [...parts.slice(0, COMPONENTS - 1), parts.slice(COMPONENTS - 1).join(':')];
}

/** Whether the outer pattern takes in all that the inner does; undefined for a pattern that is no ARN: AWS does not say. */
export function includesArn(outer: string, inner: string): boolean | undefined {
  if (outer === inner) return true;
  const [wide, narrow] = [splitArn(outer), splitArn(inner)];
  if (!wide || !narrow) return hasWildcard(outer) ? undefined : false;
  return wide.every((part, index) => includesPattern(part, narrow[index] ?? ''));
}
