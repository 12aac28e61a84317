import { expect, test } from 'vitest';
import { compareTags } from './tags.ts';

test('approved tags that are gone or changed are weaker; more of them are nothing', () => {
  expect(compareTags({ owner: 'security', stage: 'prod' }, { stage: 'test', extra: '1' })).toEqual([
    { path: 'tags.owner', expected: 'security', actual: null, class: 'weaker' },
    { path: 'tags.stage', expected: 'prod', actual: 'test', class: 'weaker' },
  ]);
});

test('tags of AWS itself are nobody’s tampering', () => {
  expect(compareTags({ 'aws:cloudformation:stack-name': 'trail' }, {})).toEqual([]);
});

test('a tag named like what every object inherits is missing when it is missing', () => {
  expect(compareTags({ toString: 'x' }, {})).toMatchObject([{ actual: null }]);
});
