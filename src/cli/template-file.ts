import { readFileSync } from 'node:fs';

/** The template that users deploy, as it was built into this package. */
export const readTemplate = (): string =>
  readFileSync(new URL('../../trailkeeper.template.json', import.meta.url), 'utf8');
