/**
 * All that is not a letter, mark, digit, punctuation, symbol or plain space: controls, bidi and other format characters,
 * line separators, odd spaces, private and unassigned characters, lone surrogates. And letters or symbols drawn as nothing.
 */
const UNSEEN = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\p{DI}|[\u2800\ufffc]/gu;

/** A scheme of any name, but for the start of an ARN, IAM's names of actions and the parts of an IPv6 address. */
const SCHEME =
  /((?:arn:aws[\w-]*:[\w-]*:[\w-]*:(?:\d*|aws):(?:(?:log-group|destination|function):)?|(?:cloudtrail|s3|kms|sns|logs|iam):)(?!\/\/))|(?![\da-f]{1,4}:)[a-z][\w+.-]*:(?! )|:(?=\/\/)/gi;

/** Browsers take the three wide dots for dots. No top-level domain starts with a digit: versions and addresses stay. */
const DOT = /(?:(?<!\.)(?=.\p{L})|(?<=www))[.\u3002\uff0e\uff61]/giu;

/** Outlook opens `\\host\share`, and Windows then sends the reader's credentials there. */
const SHARE = /\\(?=\\)/g;

/** The longest that is shown of one text, in code points: enough to know a name, too little to bury a message. */
const BOUND = 128;

/**
 * Text from outside, safe to print: bounded, on one line, every character visible, nothing that a mail client makes a
 * link of, and no double quote, so that it cannot leave the quotes it is shown in.
 */
export function defang(text: string, limit = BOUND): string {
  const inert = bound(text, limit)
    .replace(UNSEEN, nameOf)
    .replace(/ +/g, ' ')
    .trim()
    .replaceAll('"', "'")
    .replace(/http(?=s?:)/gi, 'hxxp')
    .replace(SCHEME, (found, kept?: string) => kept ?? found.replace(':', '[:]'))
    .replace(DOT, '[.]')
    .replaceAll('@', '[@]')
    .replace(SHARE, '\\ ');
  return inert || '(empty)';
}

/** Text that somebody else chose, marked as such. */
export const quote = (text: string, limit?: number): string => `"${defang(text, limit)}"`;

/** Keeps both ends, as a role and its session are told apart by either. No surrogate pair is cut. */
export function bound(text: string, limit: number): string {
  const tail = Math.floor(limit / 3);
  const start = [...text.slice(0, 2 * limit + 2)];
  if (start.length <= limit) return text;
  return `${start.slice(0, limit - tail - 3).join('')}...${[...text.slice(-2 * tail)].slice(-tail).join('')}`;
}

const nameOf = (character: string) =>
  `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`;
