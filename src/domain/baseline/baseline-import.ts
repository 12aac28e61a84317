import { canonicalPart } from '../canonical/part.ts';
import { asJsonObject } from '../json.ts';
import type { PartName } from '../parts.ts';
import { type Approval, BASELINE_SCHEMA, type Baseline, type BaselineTrail } from './baseline.ts';
import { floorMistakes } from './baseline-floor.ts';
import { canonicalJson } from './baseline-json.ts';
import { parseJson } from './baseline-manifest.ts';
import { checkPartialBaseline, readBaseline } from './baseline-read.ts';
import type { BaselineReading } from './baseline-store.ts';

/** What an import says for itself; nothing of it is taken from the file. */
export interface ImportInto {
  readonly trail: BaselineTrail;
  /** One more than the version that is stored. */
  readonly version: number;
  readonly approval: Approval;
}

const LONGEST_FILE = 1_000_000;

/**
 * A baseline that people wrote by hand or exported. Parts may be left out, and are then not compared; fields of a part that
 * are left out are AWS's defaults. Who approved it, and as which version, is never taken from the file.
 */
export function importBaseline(text: string, { trail, version, approval }: ImportInto): BaselineReading {
  if (text.length > LONGEST_FILE) return { mistakes: [`the file has more than ${LONGEST_FILE} characters`] };
  const document = parseJson(text);
  if (document === undefined) return { mistakes: ['the file is no JSON'] };
  const mistakes = [...checkPartialBaseline(document), ...otherTrail(asJsonObject(document), trail)];
  if (mistakes.length > 0) return { mistakes };
  const {
    state = 'guarded',
    mode = null,
    bucketOwner = null,
    organizationId = null,
    parts,
  } = document as Partial<Baseline>;
  const head = {
    schema: BASELINE_SCHEMA,
    trail,
    version,
    approval,
    state,
    mode,
    bucketOwner,
    organizationId,
  };
  try {
    return aboveFloor(readBaseline({ ...head, parts: canonicalParts(asJsonObject(parts)) }));
  } catch (error) {
    return { mistakes: [error instanceof Error ? error.message : String(error)] };
  }
}

/** The file that `importBaseline` reads. */
export const exportBaseline = (baseline: Baseline): string => `${canonicalJson(baseline, 2)}\n`;

/** A file of another trail may be meant as a template; taking it for this one by mistake would move its logs. */
function otherTrail(document: Readonly<Record<string, unknown>>, trail: BaselineTrail): readonly string[] {
  const { arn } = asJsonObject(document.trail);
  if (arn === undefined || arn === trail.arn) return [];
  return [
    `trail.arn: is ${canonicalJson(arn)}, and the baseline is for ${trail.arn}; leave out trail to use it there`,
  ];
}

const canonicalParts = (parts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, canonicalPart(name as PartName, value)]),
  );

function aboveFloor(reading: BaselineReading): BaselineReading {
  const mistakes = 'baseline' in reading ? floorMistakes(reading.baseline) : [];
  return mistakes.length > 0 ? { mistakes } : reading;
}
