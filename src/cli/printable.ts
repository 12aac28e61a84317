/**
 * All that is not a letter, mark, digit, punctuation, symbol or plain space: what a terminal acts on, hides, or draws from the
 * right. And letters or symbols drawn as nothing.
 */
const UNSEEN = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\p{DI}|[\u2800\ufffc]/gu;

/** Text of strangers for a terminal: every character is shown, and none is acted on. In JSON it stays the same JSON. */
export const printable = (text: string): string => text.replace(UNSEEN, escapeUnits);

/** By UTF-16 unit, as JSON escapes. */
const escapeUnits = (character: string): string =>
  [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');

/** The start of a text that is too long, in characters. No surrogate pair is cut. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}
