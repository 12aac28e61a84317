import { base64 } from './base64.ts';
import { findInMap } from './find-in-map.ts';
import { getAtt } from './get-att.ts';
import { ifFunction } from './if.ts';
import { join } from './join.ts';
import { ref } from './ref.ts';
import { select } from './select.ts';
import { split } from './split.ts';
import { sub } from './sub.ts';
import type { TemplateFunction } from './template-function.ts';

/** The functions that give a value, wherever a value stands. */
export const valueFunctions: ReadonlyMap<string, TemplateFunction> = new Map(
  [base64, findInMap, getAtt, ifFunction, join, ref, select, split, sub].map((known) => [known.name, known]),
);
