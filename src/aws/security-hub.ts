import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { CallAws } from './call-aws.ts';

/** @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_NoteUpdate.html */
const NOTE_LENGTH = 512;

/** Security Hub in one Region. */
export interface SecurityHub {
  /** Imports a finding, or amends the one of its id. @throws Error when Security Hub did not take it */
  importFinding(finding: object): Promise<void>;
  /**
   * Writes a note to a finding, by the identity that Security Hub itself gives it.
   * @returns false when there is no such finding
   */
  addNote(findingId: string, text: string): Promise<boolean>;
}

export function makeSecurityHub(callAws: CallAws, region: string): SecurityHub {
  const ask = (operation: string, input: JsonObject) =>
    callAws({ service: 'securityhub', operation, region, input });
  return {
    async importFinding(finding) {
      const { FailedFindings } = await ask('BatchImportFindings', { Findings: [finding] });
      throwFirst(FailedFindings);
    },
    async addNote(findingId, text) {
      const Filters = { Id: [{ Value: findingId, Comparison: 'EQUALS' }] };
      const { Findings } = await ask('GetFindings', { Filters, MaxResults: 1 });
      const [found] = Array.isArray(Findings) ? Findings.filter(isJsonObject) : [];
      if (!found) return false;
      const { UnprocessedFindings } = await ask('BatchUpdateFindings', {
        FindingIdentifiers: [{ Id: found.Id, ProductArn: found.ProductArn }],
        Note: { Text: text.slice(0, NOTE_LENGTH), UpdatedBy: 'trailkeeper' },
      });
      throwFirst(UnprocessedFindings);
      return true;
    },
  };
}

/** @throws Error with the reason of the first that failed */
function throwFirst(failed: unknown): void {
  const [first] = Array.isArray(failed) ? failed.filter(isJsonObject) : [];
  if (first) throw new Error(`Security Hub did not take it: ${first.ErrorCode}: ${first.ErrorMessage}`);
}
