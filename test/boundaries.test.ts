import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBoundaries } from '../scripts/check-boundaries.ts';
import { inRoot } from '../scripts/project.ts';

let planted: string | undefined;

afterEach(() => {
  if (planted) rmSync(planted, { recursive: true });
  planted = undefined;
});

/** Puts a file with one import into a folder of its own below `src`. */
function plant(folder: string, line: string): void {
  planted = mkdtempSync(inRoot('src', folder, 'planted-'));
  writeFileSync(path.join(planted, 'planted.ts'), `${line}\n`);
}

describe('the boundaries between folders', () => {
  it('hold', async () => {
    expect(await checkBoundaries('src')).toBeNull();
  });

  it.each([
    ['domain', "import { signedHeaders } from '../../aws/sign.ts';\nsignedHeaders;", 'domain-is-pure'],
    ['domain', "import { readFileSync } from 'node:fs';\nreadFileSync;", 'domain-no-node'],
    [
      'local/services',
      "import { findTrail } from '../../../domain/trail.ts';\nfindTrail;",
      'embedded-endpoint',
    ],
    ['cli', "import { App } from 'aws-cdk-lib';\nApp;", 'cdk-only-in-infrastructure'],
    [
      'cli',
      "import { cloudtrail } from '../../local/services/cloudtrail/index.ts';\ncloudtrail;",
      'cli-uses-what-is-below',
    ],
    [
      'render',
      "import type { Config } from '../../config.ts';\nexport type T = Config;",
      'render-from-report',
    ],
  ])('catch a forbidden import planted in %s', async (folder, line, rule) => {
    plant(folder, line);
    expect(await checkBoundaries('src')).toContain(rule);
  });
});
