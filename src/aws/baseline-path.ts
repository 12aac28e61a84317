import type { BaselineKey } from '../domain/baseline/baseline-store.ts';

/** Everything below is baselines: who may write there is who may say what trails must be. */
export const BASELINES_PATH = '/trailkeeper/baseline';

/** A trail's folder. Regions and trail names are made of what parameter names are made of. */
export const folderOf = ({ homeRegion, name }: BaselineKey): string =>
  `${BASELINES_PATH}/${homeRegion}/${name}/`;

/** The trails that parameters are about; those that lie elsewhere are nobody's. */
export function keysOf(names: readonly string[]): readonly BaselineKey[] {
  const folders = names.flatMap((name) => FOLDER.exec(name)?.[0] ?? []);
  return [...new Set(folders)].flatMap((folder) => {
    const [, homeRegion, name] = FOLDER.exec(folder) ?? [];
    return homeRegion && name ? [{ homeRegion, name }] : [];
  });
}

const FOLDER = /^\/trailkeeper\/baseline\/([a-z0-9-]+)\/([\w.-]+)\//;
