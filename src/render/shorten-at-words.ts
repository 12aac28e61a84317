import { bound } from './defang.ts';

/** Nothing that a phrase should end with: it would promise another word. */
const DANGLING = /[\s,;:]*\b(the|a|an|of|to|by|and|or|in|on|for|from|with|its|it|was|is|that|last|one|\d+)$/;

/**
 * A headline cut between words: first goes what stands before its last clause, which says how it ended. A text that leaves no word whole
 * is cut in its middle.
 * @param limit in characters of ASCII
 */
export function shortenAtWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const nameEnds = text.indexOf(': ');
  const lastClause = text.lastIndexOf(', ');
  const end = lastClause > nameEnds ? text.slice(lastClause) : '';
  const start = cutAtWord(end ? text.slice(0, lastClause) : text, limit - ELLIPSIS.length - end.length);
  return start.length > nameEnds + 2 ? start + ELLIPSIS + end : bound(text, limit);
}

const ELLIPSIS = '...';

function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const words = text.slice(0, Math.max(0, text.lastIndexOf(' ', limit)));
  // A quoted name is shown whole or not at all.
  const isInQuotes = (words.split('"').length - 1) % 2 === 1;
  return trimEnd(isInQuotes ? words.slice(0, words.lastIndexOf('"')) : words);
}

function trimEnd(text: string): string {
  const trimmed = text.replace(/[\s,;:]+$/, '').replace(DANGLING, '');
  return trimmed === text ? text : trimEnd(trimmed);
}
