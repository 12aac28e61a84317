import { defang } from './defang.ts';

/** What no shell of any system does anything with, and the AWS CLI takes as it stands: no option, no `file://`. */
const PLAIN = /^[\w/+][\w/+:=.-]*$/;

/** The longest that people check before they run it. */
const LONGEST = 256;

/**
 * A text as a word of a command line, the same to POSIX shells, PowerShell and cmd, and no link to any mail client; null when
 * there is no way to write it so.
 */
export function shellWord(text: string): string | null {
  if (text === '') return '""';
  const isPlain = PLAIN.test(text) && text.length <= LONGEST && isInert(text.replaceAll('.', '_'));
  return isPlain ? unlink(text) : null;
}

/** A trail may be called `evil.com`. A dot in double quotes is the same dot to every shell, and no link to any client. */
export const unlink = (text: string): string => text.replaceAll('.', '"."');

/** A value as JSON in single quotes. What shells or mail clients might act upon is escaped as JSON escapes: nobody has to trust it. */
export const shellJson = (value: unknown): string =>
  `'${JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (literal) => `"${escapeText(JSON.parse(literal))}"`)}'`;

function escapeText(text: string): string {
  const escaped = text.replace(/[^\w /+:=*-]/g, escapeUnit);
  return isInert(text.replace(/[^\w /+:=*-]/g, '_')) ? escaped : text.replace(/[^\w -]/g, escapeUnit);
}

/** JSON escapes UTF-16 units, so half a character is one, too. */
const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const isInert = (text: string): boolean => text === '' || defang(text, Infinity) === text;
