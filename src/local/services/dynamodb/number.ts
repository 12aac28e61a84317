import { validation } from './validation.ts';

/** A decimal number as DynamoDB keeps it: exact, 38 significant digits. `coefficient` × 10^`exponent`. */
interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const MAX_DIGITS = 38;

/**
 * Writes a number the one way DynamoDB gives it back: no leading or trailing zeros, no exponent.
 * @throws ServiceError `ValidationException`
 */
export const canonical = (text: string): string => format(parse(text));

export const compareNumbers = (a: string, b: string): number => {
  const difference = combine(parse(a), parse(b), -1n).coefficient;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const addNumbers = (a: string, b: string): string => format(combine(parse(a), parse(b), 1n));
export const subtractNumbers = (a: string, b: string): string => format(combine(parse(a), parse(b), -1n));

function parse(text: string): Decimal {
  const [matched, sign, whole = '', fraction = '', power = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (!matched || whole + fraction === '') {
    throw validation(`The parameter cannot be converted to a numeric value: ${text}`);
  }
  const digits = BigInt(whole + fraction);
  return checked({
    coefficient: sign === '-' ? -digits : digits,
    exponent: Number(power) - fraction.length,
  });
}

/** a + factor × b */
function combine(a: Decimal, b: Decimal, factor: bigint): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = ({ coefficient, exponent: own }: Decimal) => coefficient * 10n ** BigInt(own - exponent);
  return { coefficient: scaled(a) + factor * scaled(b), exponent };
}

function checked(number: Decimal): Decimal {
  const digits = String(trimmed(number).coefficient).replace('-', '').length;
  if (digits <= MAX_DIGITS) return number;
  throw validation('Attempting to store more than 38 significant digits in a Number');
}

function trimmed({ coefficient, exponent }: Decimal): Decimal {
  let digits = coefficient;
  let power = exponent;
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    power += 1;
  }
  return { coefficient: digits, exponent: digits === 0n ? 0 : power };
}

function format(number: Decimal): string {
  const { coefficient, exponent } = trimmed(checked(number));
  if (exponent >= 0) return `${coefficient}${coefficient === 0n ? '' : '0'.repeat(exponent)}`;
  const sign = coefficient < 0n ? '-' : '';
  const digits = String(coefficient)
    .replace('-', '')
    .padStart(1 - exponent, '0');
  return `${sign}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}
