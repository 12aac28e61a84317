import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says why a rule of cdk-nag does not hold for a resource. Each rule has its own reason. */
export function acknowledge(construct: IConstruct, reasonByRule: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasonByRule))
    Validations.of(construct).acknowledge({ id, reason });
}
