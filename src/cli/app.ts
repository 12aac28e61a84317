import { readFileSync } from 'node:fs';
import { buildApplication, buildCommand, buildRouteMap, text_en } from '@stricli/core';
import { baselineRoutes } from './baseline/routes.ts';
import { EXIT, UsageError } from './exit-codes.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { demo, localRoutes } from './local-routes.ts';
import { output } from './output-flag.ts';
import { explainParseError } from './parse-errors.ts';
import { policyRoutes } from './policy-routes.ts';
import { trailRoutes } from './trails/routes.ts';
import { windowRoutes } from './window/routes.ts';

const template = buildCommand({
  loader: async () => (await import('./template.ts')).template,
  parameters: { flags: { output } },
  docs: {
    brief: 'Print the CloudFormation template',
    customUsage: ['', { input: '> trailkeeper.template.json', brief: 'Keep it in a file' }],
  },
});

const explain = buildCommand({
  loader: async () => (await import('./explain-verb.ts')).explain,
  parameters: {
    flags: { output },
    positional: {
      kind: 'tuple',
      parameters: [{ brief: 'A file, or - for standard input', parse: String, placeholder: 'FILE|-' }],
    },
  },
  docs: {
    brief: 'Say what trailkeeper makes of CloudTrail records or EventBridge events',
    customUsage: [
      'FILE|- [--output text|json]',
      { input: '--output json events.json', brief: 'One line of JSON for each record' },
    ],
  },
});

const routes = buildRouteMap({
  routes: {
    ...trailRoutes,
    baseline: baselineRoutes,
    window: windowRoutes,
    incidents: incidentRoutes,
    demo,
    local: localRoutes,
    explain,
    template,
    policy: policyRoutes,
  },
  docs: { brief: 'CloudTrail that cannot stay off' },
});

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export const app = buildApplication(routes, {
  name: 'trailkeeper',
  versionInfo: { currentVersion: version },
  scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
  documentation: {
    disableAnsiColor: process.env.NO_COLOR !== undefined,
    // Every verb’s own help shows all of its flags.
    onlyRequiredInUsageLine: true,
  },
  determineExitCode: (error) => (error instanceof UsageError ? EXIT.usage : EXIT.failed),
  localization: {
    text: {
      ...text_en,
      exceptionWhileParsingArguments: explainParseError,
      exceptionWhileRunningCommand: (error) => (error instanceof Error ? error.message : String(error)),
    },
  },
});
