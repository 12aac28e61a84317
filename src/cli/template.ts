import { readTemplate } from './template-file.ts';
import { say } from './terminal.ts';

/** Prints the template. */
export function template(): void {
  say(readTemplate().trimEnd());
}
