import type { ParameterTier, PutParameterRequest } from '@aws-sdk/client-ssm';
import { ServiceError } from '../../endpoint/service-error.ts';

const STANDARD_LIMIT = 4096;
const ADVANCED_LIMIT = 8192;

/**
 * Refuses values that Parameter Store refuses, and says which tier the others need.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
export function checkValue({ Value = '', AllowedPattern, Tier }: PutParameterRequest): ParameterTier {
  if (Value === '') throw invalid("Value '' at 'value' must have length greater than or equal to 1.");
  if (Value.includes('{{')) {
    throw invalid('Parameter value can\'t nest another parameter. Do not use "{{}}" in the value.');
  }
  if (AllowedPattern) checkPattern(Value, AllowedPattern);
  return tierFor(Buffer.byteLength(Value), Tier ?? 'Standard');
}

function tierFor(bytes: number, asked: ParameterTier): ParameterTier {
  const tier = asked !== 'Intelligent-Tiering' ? asked : bytes > STANDARD_LIMIT ? 'Advanced' : 'Standard';
  const limit = tier === 'Advanced' ? ADVANCED_LIMIT : STANDARD_LIMIT;
  if (bytes <= limit) return tier;
  throw invalid(`${tier} tier parameters support a maximum parameter value of ${limit} characters.`);
}

function checkPattern(value: string, pattern: string): void {
  let allowed: RegExp;
  try {
    allowed = new RegExp(pattern);
  } catch {
    throw new ServiceError('InvalidAllowedPatternException', `${pattern} is not a valid regular expression.`);
  }
  if (allowed.test(value)) return;
  throw new ServiceError(
    'ParameterPatternMismatchException',
    `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
  );
}

const invalid = (message: string) => new ServiceError('ValidationException', message);
