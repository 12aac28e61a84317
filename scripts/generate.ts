// Writes the files that follow from the sources: the template and the pages about techniques.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateFiles } from './generated-files.ts';
import { inRoot } from './project.ts';

for (const [file, content] of await generateFiles()) {
  mkdirSync(path.dirname(inRoot(file)), { recursive: true });
  writeFileSync(inRoot(file), content);
  console.log(`${file}  ${Buffer.byteLength(content).toLocaleString('en')} bytes`);
}
