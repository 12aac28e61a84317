import { ServiceError } from '../../../endpoint/service-error.ts';
import { unsupported } from '../../../endpoint/unsupported.ts';
import { compilePattern } from '../../events/pattern/compile.ts';
import { matchesPattern } from '../../events/pattern/match.ts';
import { invalidParameter } from '../lambda-error.ts';

/** Whether a message of this body reaches the function. */
export type MessageFilter = (body: string) => boolean;

/**
 * A message passes when one of the patterns matches; without patterns every message does.
 * @throws ServiceError `InvalidParameterValueException`, `NotImplemented` for patterns of anything but a JSON body
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
export function messageFilter(patterns: readonly string[]): MessageFilter {
  if (patterns.length === 0) return () => true;
  const compiled = patterns.map(compiledPattern);
  return (body) => {
    const event = { body: parsed(body) };
    return typeof event.body === 'object' && compiled.some((pattern) => matchesPattern(pattern, event));
  };
}

function compiledPattern(text: string) {
  const { body, ...others } = Object(parsed(text)) as Record<string, unknown>;
  if (Object.keys(others).length > 0 || typeof body !== 'object' || Array.isArray(body)) {
    throw unsupported('filter patterns of anything but a JSON body');
  }
  try {
    return compilePattern(text);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameter(`Invalid filter pattern definition. ${error.message}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
