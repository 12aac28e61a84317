import { invalidParameter } from './sns-error.ts';

/**
 * Refuses what is no data protection policy. It is kept and shown; no message is looked through, masked or denied here.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-policies.html
 * @throws ServiceError `InvalidParameter`
 */
export function checkDataProtection(policy: string): void {
  const { Name, Version, Statement } = parsed(policy);
  const statements = [Statement].flat().map((statement) => Object(statement));
  const isComplete =
    typeof Name === 'string' &&
    Version === '2021-06-01' &&
    statements.every(
      ({ DataDirection, DataIdentifier, Operation }) => DataDirection && DataIdentifier && Operation,
    );
  if (!isComplete) throw invalidParameter('DataProtectionPolicy');
}

function parsed(policy: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(policy));
  } catch {
    throw invalidParameter('DataProtectionPolicy');
  }
}
