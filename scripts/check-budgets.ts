import { readFileSync } from 'node:fs';
import { inRoot } from './project.ts';

/**
 * Budgets in bytes. The template is readable code for the security teams that deploy it, so it is larger than the 51,200
 * bytes that `--template-body` takes; by URL and in the console CloudFormation takes 1,000,000.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const BUDGETS: Readonly<Record<string, number>> = { 'trailkeeper.template.json': 150_000 };

/** Sizes that users feel and that do not depend on the machine. */
export async function checkBudgets(): Promise<string | null> {
  const over = Object.entries(BUDGETS).flatMap(([file, budget]) => {
    const bytes = readFileSync(inRoot(file)).length;
    return bytes > budget ? [`${file} has ${bytes} bytes, ${bytes - budget} more than its budget`] : [];
  });
  return over.length === 0 ? null : over.join('\n');
}
