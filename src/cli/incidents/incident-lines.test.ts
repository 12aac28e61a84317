import { expect, it } from 'vitest';
import { gapLines } from './incident-lines.ts';

const gap = {
  isCut: false,
  principalCount: 0,
  principals: [],
  notableCount: 0,
  notable: [],
  unread: [],
  unlisted: null,
  isOrganization: false,
};

it.each([
  [1, 'calls 1 that changes something, in us-east-1'],
  [2, 'calls 2 that change something, in us-east-1'],
])('counts %i call that changes something, whether the trail was dark or only weaker', (calls, line) => {
  const lines = gapLines({ ...gap, calls, regions: ['us-east-1'] });
  expect(lines.join('').replaceAll(/ +/g, ' ').trim()).toBe(line);
});
