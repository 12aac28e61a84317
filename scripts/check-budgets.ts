import { readFileSync } from 'node:fs';
import { inRoot } from './project.ts';

/** `--template-body` takes no more than this. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const TEMPLATE_BODY_BYTES = 51_200;

/** Sizes that users feel: what does not depend on the machine. */
export async function checkBudgets(): Promise<string | null> {
  const bytes = readFileSync(inRoot('trailkeeper.template.json')).length;
  if (bytes <= TEMPLATE_BODY_BYTES) return null;
  return `trailkeeper.template.json has ${bytes} bytes; --template-body takes ${TEMPLATE_BODY_BYTES}`;
}
