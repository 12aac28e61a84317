import { GROUPS, MANIFEST } from '../domain/baseline/baseline-manifest.ts';
import type { BaselineStore } from '../domain/baseline/baseline-store.ts';
import { connectParameters } from './baseline-parameters.ts';
import { BASELINES_PATH, folderOf, keysOf } from './baseline-path.ts';
import { BaselineReader } from './baseline-reader.ts';
import { createBaseline, writeBaseline } from './baseline-writer.ts';
import type { Connection } from './connection.ts';

/** An account has five trails in a Region at most. Each costs a call at first, so a flood of false ones is cut off. */
const MOST_LISTED = 64;

/**
 * Baselines in Parameter Store, each as a manifest and the files that it names by their content. Files are written first
 * and the manifest last. Whoever reads in between, or after a writer that died, finds the files of the manifest that is
 * there in their history.
 * @param connection by default the environment's
 */
export function makeBaselineStore(connection?: Connection): BaselineStore {
  const parameters = connectParameters(connection);
  const reader = new BaselineReader(parameters);
  return {
    async list() {
      const { found, isWhole } = await parameters.readBelow(BASELINES_PATH);
      const keys = keysOf(found.map(({ name }) => name));
      const read = keys.slice(0, MOST_LISTED).map((key) => reader.readStored(key, found));
      const stored = (await Promise.all(read)).filter((one) => one !== undefined);
      return { stored, isWhole: isWhole && keys.length <= MOST_LISTED };
    },
    async read(key) {
      const names = [MANIFEST, ...GROUPS].map((file) => folderOf(key) + file);
      return reader.readStored(key, await parameters.read(names));
    },
    readHistory: (key) => reader.readVersions(key),
    write: (baseline, expected) => writeBaseline(parameters, baseline, expected),
    create: (baseline) => createBaseline(parameters, baseline),
  };
}
