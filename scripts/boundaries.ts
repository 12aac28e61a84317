// Who may import whom. The table in docs/architecture.md is this file in words. Cycles are the linter's: it can tell an
// import of a type from one that runs.
import type { IForbiddenRuleType } from 'dependency-cruiser';

const TEST = '\\.test\\.ts$|/test-kit\\.ts$';
const inside = (...folders: readonly string[]): string => `^src/(${folders.join('|')})(/|\\.ts$)`;

/** A folder may import itself, Node's own modules, and what is named; nothing else of the product, no package. */
const mayImport = (name: string, comment: string, from: string, allowed: string): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { pathNot: `${allowed}`, dependencyTypesNot: ['core'] },
});

export const BOUNDARIES: IForbiddenRuleType[] = [
  mayImport(
    'domain-is-pure',
    'The domain decides; it knows no AWS, no wire, no text.',
    inside('domain'),
    inside('domain'),
  ),
  {
    name: 'domain-no-node',
    comment: 'The simulation runs the domain without a machine.',
    severity: 'error',
    from: { path: inside('domain'), pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  mayImport(
    'signals-from-outside',
    'Everything that comes in is read here, on the domain’s terms.',
    inside('signals'),
    inside('signals', 'domain'),
  ),
  mayImport(
    'technique-on-one-screen',
    'A technique is its own folder and the domain: nothing shared grows between them.',
    '^src/techniques/([^/]+)/',
    '^src/techniques/$1/|^src/domain/',
  ),
  mayImport(
    'techniques-from-domain',
    'The registry is data on the domain’s terms.',
    inside('techniques'),
    inside('techniques', 'domain'),
  ),
  {
    name: 'docs-stay-out-of-the-function',
    comment: 'Documentation would make the inline function larger.',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: { path: '^src/techniques/[^/]+/docs\\.ts$' },
  },
  mayImport(
    'policy-from-registry',
    'Patterns and statements are derived, never retyped.',
    inside('policy'),
    inside('policy', 'domain', 'techniques'),
  ),
  mayImport(
    'render-from-report',
    'A view knows the report and nothing else.',
    inside('render'),
    inside('render', 'domain'),
  ),
  mayImport(
    'aws-adapters',
    'Adapters translate; they decide nothing.',
    inside('aws'),
    `${inside('aws', 'domain', 'render')}|node_modules/@aws-sdk/`,
  ),
  mayImport(
    'notify-senders',
    'Senders send; they decide nothing.',
    inside('notify'),
    `${inside('notify', 'domain', 'render')}|node_modules/@aws-sdk/`,
  ),
  mayImport(
    'function',
    'The function wires; it is about twenty lines a handler.',
    inside('lambda'),
    inside('lambda', 'domain', 'signals', 'techniques', 'aws', 'notify', 'config'),
  ),
  mayImport('config', 'Settings are read in one place.', inside('config'), inside('config', 'domain')),
  mayImport(
    'infrastructure',
    'The only importer of aws-cdk-lib; the function arrives as text.',
    inside('infrastructure'),
    `${inside('infrastructure', 'policy', 'techniques', 'domain')}|node_modules/(aws-cdk-lib|constructs|cdk-nag)/`,
  ),
  {
    name: 'cdk-only-in-infrastructure',
    comment: 'No shipped verb waits for aws-cdk-lib.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/infrastructure/|${TEST}` },
    to: { path: 'node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
  },
  mayImport(
    'embedded-endpoint',
    'The embedded AWS knows nothing of the product, so that it cannot agree with our mistakes.',
    '^src/local/(endpoint|services)/',
    '^src/local/(endpoint|services)/|node_modules/(@aws-sdk|@smithy)/',
  ),
  mayImport(
    'embedded-run',
    'It wires the embedded AWS and deploys the built template as a file.',
    '^src/local/run/',
    '^src/local/|node_modules/@aws-sdk/',
  ),
  {
    name: 'cli-outermost',
    comment: 'Nobody imports the command line.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^src/cli/' },
  },
  mayImport(
    'cli-uses-what-is-below',
    'A verb prints what others decide; of the embedded AWS it starts, attacks and watches.',
    inside('cli'),
    `${inside('cli', 'domain', 'signals', 'techniques', 'policy', 'render', 'aws', 'notify', 'config')}|^src/local/(run|endpoint)/|(^|node_modules/)(@stricli|picocolors)`,
  ),
  {
    name: 'cli-no-infrastructure',
    comment: 'The template is a built file.',
    severity: 'error',
    from: { path: '^src/cli/', pathNot: TEST },
    to: { path: '^src/infrastructure/' },
  },
];
