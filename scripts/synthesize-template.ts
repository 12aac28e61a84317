import { readFileSync } from 'node:fs';
import { synthesize } from '../src/infrastructure/template-app.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/**
 * The CloudFormation template as text, the same for the same source.
 * @param functionCode the built function: CommonJS with `exports.handler`
 */
export const synthesizeTemplate = (functionCode: string): string =>
  synthesize({ functionCode, release: version });
