import type { Baseline } from '../domain/baseline/baseline.ts';
import { floorMistakes } from '../domain/baseline/baseline-floor.ts';
import { MANIFEST } from '../domain/baseline/baseline-manifest.ts';
import { readBaseline } from '../domain/baseline/baseline-read.ts';
import { type StoredFile, splitBaseline } from '../domain/baseline/baseline-split.ts';
import type { CreateResult, WriteResult } from '../domain/baseline/baseline-store.ts';
import { NODE_PACKING } from './baseline-packing.ts';
import type { Parameters } from './baseline-parameters.ts';
import { folderOf } from './baseline-path.ts';

/** Why a parameter cannot be written, whatever is tried again. `TooManyUpdates`: somebody writes it right now. */
const REFUSALS: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'HierarchyTypeMismatchException',
  'ParameterLimitExceeded',
  'ParameterMaxVersionLimitExceeded',
  'TooManyUpdates',
  'UnsupportedParameterType',
  'ValidationException',
]);

/** @param expected the manifest's version that this one follows; undefined: any */
export async function writeBaseline(
  parameters: Parameters,
  baseline: Baseline,
  expected: number | undefined,
): Promise<WriteResult> {
  const split = splitSound(baseline);
  if ('mistakes' in split) return { result: 'refused', why: split.mistakes.join('; ') };
  const before = await readVersions(parameters, split.files);
  const version = before.get(split.manifest.name)?.version ?? 0;
  if (expected !== undefined && version !== expected) return conflict(version, expected);
  try {
    await putChanged(parameters, split.files, before);
    const written = await parameters.put(split.manifest.name, split.manifest.text, 'overwrite');
    // Parameter Store has no conditional write: who was overtaken learns it from the number of the version.
    return expected !== undefined && written !== expected + 1
      ? conflict(written - 1, expected)
      : { result: 'written', parameterVersion: written };
  } catch (error) {
    return { result: 'refused', why: refusalOf(error) };
  }
}

/** Files without a manifest are no baseline: a writer died over them. They give way. */
export async function createBaseline(parameters: Parameters, baseline: Baseline): Promise<CreateResult> {
  const split = splitSound(baseline);
  if ('mistakes' in split) return { result: 'refused', why: split.mistakes.join('; ') };
  const before = await readVersions(parameters, split.files);
  if (before.has(split.manifest.name)) return { result: 'exists' };
  try {
    await putChanged(parameters, split.files, before);
    await parameters.put(split.manifest.name, split.manifest.text, 'create');
    return { result: 'created' };
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterAlreadyExists') return { result: 'exists' };
    return { result: 'refused', why: refusalOf(error) };
  }
}

interface Split {
  /** All files, with their paths; the manifest is the last. */
  readonly files: readonly StoredFile[];
  readonly manifest: StoredFile;
}

/** Nothing is stored that could not be read again, or would not count. */
function splitSound(baseline: Baseline): Split | { readonly mistakes: readonly string[] } {
  const reading = readBaseline(baseline);
  if ('mistakes' in reading) return reading;
  const tooLittle = floorMistakes(baseline);
  if (tooLittle.length > 0) return { mistakes: tooLittle };
  const split = splitBaseline(baseline, NODE_PACKING);
  if ('mistakes' in split) return split;
  const files = split.files.map(({ name, text }) => ({ name: folderOf(baseline.trail) + name, text }));
  const manifest = files.find(({ name }) => name.endsWith(`/${MANIFEST}`));
  return manifest ? { files, manifest } : { mistakes: ['it has no manifest'] };
}

async function readVersions(parameters: Parameters, files: readonly StoredFile[]) {
  const found = await parameters.read(files.map(({ name }) => name));
  return new Map(found.map((parameter) => [parameter.name, parameter]));
}

/** One after the other: three writes a second are all that Parameter Store takes by default. */
async function putChanged(
  parameters: Parameters,
  files: readonly StoredFile[],
  before: Awaited<ReturnType<typeof readVersions>>,
): Promise<void> {
  for (const { name, text } of files.slice(0, -1)) {
    if (before.get(name)?.text !== text) await parameters.put(name, text, 'overwrite');
  }
}

const conflict = (version: number, expected: number): WriteResult => ({
  result: 'conflict',
  why: `the manifest is at version ${version}, and version ${expected} was expected: somebody else wrote it`,
});

/** @throws what is no refusal */
function refusalOf(error: unknown): string {
  if (error instanceof Error && REFUSALS.has(error.name)) return `${error.name}: ${error.message}`;
  throw error;
}
