import { describe, expect, test } from 'vitest';
import { physicalName } from './physical-name.ts';

describe('a generated name', () => {
  test('is stack, logical id and twelve random characters', () => {
    expect(physicalName('demo', 'Queue', 80)).toMatch(/^demo-Queue-[A-Z0-9]{12}$/);
    expect(physicalName('demo', 'Queue', 80)).not.toBe(physicalName('demo', 'Queue', 80));
  });

  test.each([
    ['both are long', 'S'.repeat(60), 'L'.repeat(60)],
    ['the stack is long', 'S'.repeat(128), 'Queue'],
    ['the logical id is long', 'demo', 'L'.repeat(255)],
  ])('keeps to the length there is when %s', (_, stackName, logicalId) => {
    const name = physicalName(stackName, logicalId, 64);
    expect(name).toMatch(/^[Sdemo]+-[LQueue]+-[A-Z0-9]{12}$/);
    expect(name).toHaveLength(64);
  });
});
