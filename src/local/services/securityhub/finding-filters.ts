import type { AwsSecurityFinding, StringFilter } from '@aws-sdk/client-securityhub';
import { unsupported } from '../../endpoint/unsupported.ts';

type Reader = (finding: AwsSecurityFinding) => readonly (string | undefined)[];

/** What filters and the criteria of automation rules look at. */
const readers = new Map<string, Reader>(
  Object.entries({
    AwsAccountId: (finding) => [finding.AwsAccountId],
    CompanyName: (finding) => [finding.CompanyName],
    ComplianceAssociatedStandardsId: ({ Compliance }) =>
      (Compliance?.AssociatedStandards ?? []).map(({ StandardsId }) => StandardsId),
    ComplianceSecurityControlId: (finding) => [finding.Compliance?.SecurityControlId],
    ComplianceStatus: (finding) => [finding.Compliance?.Status],
    Description: (finding) => [finding.Description],
    GeneratorId: (finding) => [finding.GeneratorId],
    Id: (finding) => [finding.Id],
    NoteText: (finding) => [finding.Note?.Text],
    ProductArn: (finding) => [finding.ProductArn],
    ProductName: (finding) => [finding.ProductName],
    RecordState: (finding) => [finding.RecordState],
    Region: (finding) => [finding.Region],
    ResourceId: ({ Resources = [] }) => Resources.map(({ Id }) => Id),
    ResourceType: ({ Resources = [] }) => Resources.map(({ Type }) => Type),
    SeverityLabel: (finding) => [finding.Severity?.Label],
    Title: (finding) => [finding.Title],
    Type: (finding) => finding.Types ?? [],
    VerificationState: (finding) => [finding.VerificationState],
    WorkflowStatus: (finding) => [finding.Workflow?.Status],
  } satisfies Record<string, Reader>),
);

type Filters = Readonly<Record<string, unknown>>;

/**
 * Whether a finding fits every filter.
 * @throws ServiceError `NotImplemented` for a filter or a comparison that is not served
 */
export const fitsFilters = (finding: AwsSecurityFinding, filters: Filters): boolean =>
  givenFilters(filters).every(([name, given]) => fits(readers.get(name)?.(finding) ?? [], given));

/** @throws ServiceError `NotImplemented` for a filter or a comparison that is not served */
export function checkFilters(filters: Filters): void {
  for (const [name, given] of givenFilters(filters)) {
    if (!readers.has(name)) throw unsupported(`the filter ${name}`);
    for (const { Comparison } of given) comparisonOf(Comparison);
  }
}

const givenFilters = (filters: Filters): readonly (readonly [string, readonly StringFilter[]])[] =>
  Object.entries(filters).flatMap(([name, given]) =>
    Array.isArray(given) && given.length > 0 ? [[name, given as StringFilter[]] as const] : [],
  );

/** One of the values to find must fit, and none of those to leave out. */
function fits(values: readonly (string | undefined)[], filters: readonly StringFilter[]): boolean {
  const isUnwanted = ({ Comparison }: StringFilter) => /NOT_/.test(`${Comparison}`);
  const wanted = filters.filter((filter) => !isUnwanted(filter));
  const matches = ({ Value = '', Comparison }: StringFilter) =>
    values.some((value) => comparisonOf(Comparison)(value ?? '', Value));
  return (wanted.length === 0 || wanted.some(matches)) && !filters.filter(isUnwanted).some(matches);
}

type Comparison = (actual: string, value: string) => boolean;

const comparisons = new Map<string, Comparison>([
  ['EQUALS', (actual, value) => actual === value],
  ['PREFIX', (actual, value) => actual.startsWith(value)],
  ['CONTAINS', (actual, value) => actual.includes(value)],
]);

/** `NOT_EQUALS`, `PREFIX_NOT_EQUALS` and `NOT_CONTAINS` compare as what they negate. */
function comparisonOf(name = ''): Comparison {
  const positive = name === 'PREFIX_NOT_EQUALS' ? 'PREFIX' : name.replace('NOT_', '');
  const comparison = comparisons.get(positive);
  if (comparison) return comparison;
  throw unsupported(`the comparison ${name}`);
}
