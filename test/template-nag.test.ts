import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { afterAll, expect, test } from 'vitest';
import { makeTemplateApp } from '../src/infrastructure/template-app.ts';

const outdir = mkdtempSync(join(tmpdir(), 'template-nag-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const { app } = makeTemplateApp({
  functionCode: 'exports.handler = async () => {};',
  release: '1.0.0',
  outdir,
});

const acknowledged = app.node.findAll().flatMap(({ node }) =>
  node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .map(([rule, reason]) => ({ of: node.id, rule: rule.split('::').at(-1), reason })),
);

test('cdk-nag’s packs AwsSolutions and Serverless find nothing that is not acknowledged', () => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  expect(() => app.synth()).not.toThrow();
});

test('each acknowledged rule is known here', () => {
  expect(acknowledged.map(({ of, rule }) => `${rule} of ${of}`).sort()).toEqual([
    'AwsSolutions-IAM5 of FunctionRole',
    'Serverless-LambdaEventSourceMappingDestination of EventSourceMapping',
    'Serverless-LambdaStarPermissions of FunctionRole',
    'Serverless-LambdaTracing of Function',
    'Serverless-SNSRedrivePolicy of Subscription',
    'Serverless-SQSRedrivePolicy of DeadLetterQueue',
  ]);
});

test('each acknowledged rule has a reason of its own that says something', () => {
  const reasons = acknowledged.map(({ reason }) => reason);
  expect(new Set(reasons).size).toBe(reasons.length);
  for (const reason of reasons) expect(reason.length).toBeGreaterThanOrEqual(60);
});
