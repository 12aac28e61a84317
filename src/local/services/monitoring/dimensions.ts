import type { Dimension } from '@aws-sdk/client-cloudwatch';
import { invalidValue } from './invalid.ts';

const MAX_DIMENSIONS = 30;

export function dimensionsFrom(dimensions: readonly Dimension[] = []): Map<string, string> {
  if (dimensions.length > MAX_DIMENSIONS)
    throw invalidValue(`A metric has at most ${MAX_DIMENSIONS} dimensions.`);
  return new Map(
    dimensions.map(({ Name, Value }) => {
      if (!Name || !Value) throw invalidValue('A dimension needs a name and a value.');
      return [Name, Value];
    }),
  );
}

export const dimensionList = (dimensions: ReadonlyMap<string, string>): Dimension[] =>
  [...dimensions].map(([Name, Value]) => ({ Name, Value }));
