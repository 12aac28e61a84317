import { buildFunction } from './build.ts';
import { generatePreventionPage } from './generate-prevention-page.ts';
import { generateTechniquePages } from './generate-technique-pages.ts';
import { synthesizeTemplate } from './synthesize-template.ts';

/** Every generated file that is committed, by its path in the project, with what it must hold. */
export async function generateFiles(): Promise<ReadonlyMap<string, string>> {
  const template = synthesizeTemplate(await buildFunction());
  return new Map([
    ['trailkeeper.template.json', template],
    ...(await generateTechniquePages()),
    ...generatePreventionPage(),
  ]);
}
