import { globSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { BOUNDARIES } from './boundaries.ts';
import { inRoot, ROOT } from './project.ts';

/**
 * Holds the imports below a folder against docs/architecture.md's table.
 * @returns the violations in words; null when there is none
 */
export async function checkBoundaries(folder: string): Promise<string | null> {
  const { output } = await cruise(
    [folder],
    {
      ruleSet: { forbidden: BOUNDARIES },
      validate: true,
      baseDir: ROOT,
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: { conditionNames: ['import', 'node', 'types', 'default'] },
    },
    undefined,
    { tsConfig: extractTsConfig(inRoot('tsconfig.json')) },
  );
  const { modules, summary } = output as ICruiseResult;
  // Without its TypeScript parser the cruiser sees nothing and passes.
  const sources = globSync(`${folder}/**/*.ts`, { cwd: ROOT, exclude: ['**/*.d.ts'] });
  const cruised = modules.filter(({ source }) => source.startsWith(`${folder}/`)).length;
  if (cruised < sources.length) return `only ${cruised} of ${sources.length} modules were looked at`;
  const lines = summary.violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule.name}`);
  return lines.length === 0 ? null : lines.join('\n');
}
