/** What tests look for in a text that people get. It is written apart from `defang`, so that both cannot share a mistake. */

const CONSOLE_LINK =
  /(?<=^ {13})https:\/\/([a-z0-9-]+)\.(console\.aws\.amazon\.com|console\.amazonaws\.cn|console\.amazonaws-us-gov\.com)\/(cloudtrailv2|guardduty|securityhub)\/home\?region=\1#\/[\w/?=&%.:-]+$/gm;

/** A scheme that clients know, an address of a host or a mailbox, a share. */
const LINK =
  /\b(?:https?|ftps?|sftp|file|mailto|tel|sms|callto|skype|news|data|javascript|vbscript|smb|magnet|ldap):\S|\w:\/\/|www[.\u3002\uff0e\uff61]\S|[\p{L}\p{N}_-][.\u3002\uff0e\uff61]\p{L}{2,}|[^\s@[]@[^\s\]]|\\\\\S/giu;

/** What some mail client would make a link of, beside links into the console of AWS. */
export const linksIn = (text: string): readonly string[] => text.replace(CONSOLE_LINK, '').match(LINK) ?? [];

const UNSEEN_RANGES = [
  [0x0000, 0x0009],
  [0x000b, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x0600, 0x0605],
  [0x061c, 0x061c],
  [0x06dd, 0x06dd],
  [0x070f, 0x070f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
  [0xfffe, 0xffff],
  [0x110bd, 0x110bd],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
] as const;

const UNSEEN = new RegExp(
  `[${UNSEEN_RANGES.map((range) => range.map((code) => `\\u{${code.toString(16)}}`).join('-')).join('')}]`,
  'gu',
);

/** Controls (but for the line break), bidi and other format characters, fillers, separators, lone surrogates. */
export const unseenIn = (text: string): readonly string[] => text.match(UNSEEN) ?? [];
