import { describe, expect, test } from 'vitest';
import { shortenAtWords } from './shorten-at-words.ts';

describe('a headline that is too long', () => {
  test('is cut between words, and keeps its trail, what was done and how it ended', () => {
    const text =
      'WEAKENED, trail main: "mallory" stopped or redirected the replication of the log bucket, not put back';
    expect(shortenAtWords(text, 70)).toBe(
      'WEAKENED, trail main: "mallory" stopped or redirected..., not put back',
    );
  });

  test('ends with no word that promises another', () => {
    const text = 'trail main: "mallory" removed the lifecycle rules of the log bucket, left as is';
    expect(shortenAtWords(text, 70)).toBe('trail main: "mallory" removed the lifecycle rules..., left as is');
  });

  test('that says no outcome loses its end', () => {
    const text = 'LOOK AT 2 CALLS IN THE DARK, trail main: of more than 214 calls by 2 principals';
    expect(shortenAtWords(text, 70)).toBe(
      'LOOK AT 2 CALLS IN THE DARK, trail main: of more than 214 calls...',
    );
  });

  test('cuts no quoted name in two', () => {
    const text =
      'trail main: made the trail record one Region only 3 times, last by "Jane of the Night Shift"';
    expect(shortenAtWords(text, 80)).toBe(
      'trail main: made the trail record..., last by "Jane of the Night Shift"',
    );
  });

  test('without any word that fits is cut in its middle', () => {
    expect(shortenAtWords(`trail main: ${'x'.repeat(99)}`, 40)).toMatch(/^trail main: x+\.\.\.x+$/);
  });

  test('that fits is left as it is', () => {
    expect(shortenAtWords('trail main: put back', 20)).toBe('trail main: put back');
  });
});
