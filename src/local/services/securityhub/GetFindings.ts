import type {
  AwsSecurityFinding,
  AwsSecurityFindingFilters,
  GetFindingsRequest,
  GetFindingsResponse,
  StringFilter,
} from '@aws-sdk/client-securityhub';
import type { Operation } from '../../endpoint/operation.ts';
import { page } from '../../endpoint/page.ts';
import { refuseUnsupported, unsupported } from '../../endpoint/unsupported.ts';
import { hubOf } from './hub.ts';

const MAX_RESULTS = 100;

export const GetFindings: Operation<GetFindingsRequest, GetFindingsResponse> = (input, call) => {
  refuseUnsupported(input, 'SortCriteria');
  const filters = Object.entries(input.Filters ?? {}).filter(([, given]) => given?.length);
  for (const [name] of filters) if (!readers.has(name)) throw unsupported(`the filter ${name}`);
  const found = [...hubOf(call).findings.values()].filter((finding) =>
    filters.every(([name, given]) => fits(readers.get(name)?.(finding), given as StringFilter[])),
  );
  const { items, nextToken } = page(found, {
    limit: input.MaxResults ?? MAX_RESULTS,
    token: input.NextToken,
    badTokenCode: 'InvalidInputException',
  });
  return { Findings: items, NextToken: nextToken };
};

type Reader = (finding: AwsSecurityFinding) => string | undefined;

const readers = new Map<string, Reader>(
  Object.entries({
    AwsAccountId: (finding) => finding.AwsAccountId,
    GeneratorId: (finding) => finding.GeneratorId,
    Id: (finding) => finding.Id,
    ProductArn: (finding) => finding.ProductArn,
    RecordState: (finding) => finding.RecordState,
    SeverityLabel: (finding) => finding.Severity?.Label,
    Title: (finding) => finding.Title,
    WorkflowStatus: (finding) => finding.Workflow?.Status,
  } satisfies { [name in keyof AwsSecurityFindingFilters]: Reader }),
);

/** One of the values to find must fit, and none of those to leave out. */
function fits(actual: string | undefined, filters: readonly StringFilter[]): boolean {
  const isUnwanted = ({ Comparison }: StringFilter) => Comparison?.startsWith('NOT_') ?? false;
  const wanted = filters.filter((filter) => !isUnwanted(filter));
  const matches = (filter: StringFilter) => compare(actual ?? '', filter);
  return (wanted.length === 0 || wanted.some(matches)) && !filters.filter(isUnwanted).some(matches);
}

function compare(actual: string, { Value = '', Comparison }: StringFilter): boolean {
  const positive = Comparison?.replace('NOT_', '');
  if (positive === 'EQUALS') return actual === Value;
  if (positive === 'PREFIX') return actual.startsWith(Value);
  throw unsupported(`the comparison ${Comparison}`);
}
