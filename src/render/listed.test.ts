import { expect, test } from 'vitest';
import { listed } from './listed.ts';

const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index));

test('a list that fits is shown whole', () => {
  expect(listed(letters(8), (letter) => letter)).toEqual(letters(8));
});

test('a list that is cut says how many more there are', () => {
  expect(listed(letters(11), (letter) => letter)).toEqual([...letters(8), 'and 3 more']);
});

test('a list that came cut says so, too', () => {
  expect(listed(letters(2), (letter) => [letter, letter], { count: 5 })).toEqual([
    'a',
    'a',
    'b',
    'b',
    'and 3 more',
  ]);
});
