import { describe, expect, test } from 'vitest';
import type { NamedFilter } from '../parts.ts';
import { compareLogGroup } from './log-group.ts';
import { compareMetricFilters, compareSubscriptionFilters } from './log-group-filters.ts';
import { compareTransformer } from './log-group-transformer.ts';
import { ACCOUNT, classesOf, KEY_ARN, STRANGER, TRAIL } from './policy/test-kit.ts';

describe('the log group', () => {
  const told = (expected: object, actual: object | null) => {
    const group = { retentionInDays: 365, kmsKeyId: null };
    return classesOf(compareLogGroup({ ...group, ...expected }, actual && { ...group, ...actual }, TRAIL));
  };

  test('that is gone is a loss', () => {
    expect(told({}, null)).toEqual({ logGroup: 'weaker' });
    expect(compareLogGroup(null, null, TRAIL)).toEqual([]);
  });

  test('keeps events for fewer days, or more, or forever', () => {
    expect(told({}, { retentionInDays: 1 })).toEqual({ 'logGroup.retentionInDays': 'weaker' });
    expect(told({ retentionInDays: null }, { retentionInDays: 3653 })).toEqual({
      'logGroup.retentionInDays': 'weaker',
    });
    expect(told({}, { retentionInDays: null })).toEqual({ 'logGroup.retentionInDays': 'stronger' });
    expect(told({}, {})).toEqual({});
  });

  test('has another key, none, or a first one', () => {
    const foreign = KEY_ARN.replace(ACCOUNT, STRANGER);
    expect(told({ kmsKeyId: KEY_ARN }, { kmsKeyId: `${KEY_ARN}0` })).toEqual({
      'logGroup.kmsKeyId': 'weaker',
    });
    expect(told({ kmsKeyId: KEY_ARN }, { kmsKeyId: null })).toEqual({ 'logGroup.kmsKeyId': 'weaker' });
    expect(told({}, { kmsKeyId: foreign })).toEqual({ 'logGroup.kmsKeyId': 'weaker' });
    expect(told({}, { kmsKeyId: KEY_ARN })).toEqual({ 'logGroup.kmsKeyId': 'different' });
  });

  test('masks its events, or no longer; of an older baseline nobody knows', () => {
    const masked = { dataProtectionStatus: 'ACTIVATED' };
    const plain = { dataProtectionStatus: null };
    expect(told(plain, masked)).toEqual({ 'logGroup.dataProtectionStatus': 'weaker' });
    expect(told(masked, plain)).toEqual({ 'logGroup.dataProtectionStatus': 'different' });
    expect(told(masked, masked)).toEqual({});
    expect(told({}, masked)).toEqual({});
  });

  test('is masked by another policy than was approved, or no longer by it', () => {
    const masked = (...DataIdentifier: readonly string[]) => ({
      dataProtectionStatus: 'ACTIVATED',
      dataProtectionPolicy: { Name: 'mask', Statement: [{ DataIdentifier }] },
    });
    const plain = { dataProtectionStatus: null, dataProtectionPolicy: null };
    expect(told(masked('a'), masked('a', 'b'))).toEqual({ 'logGroup.dataProtectionPolicy': 'weaker' });
    expect(told(masked('a', 'b'), masked('b', 'a'))).toEqual({});
    expect(told(masked('a'), plain)).toEqual({ 'logGroup.dataProtectionStatus': 'weaker' });
    expect(told({ dataProtectionStatus: 'ACTIVATED' }, masked('a'))).toEqual({});
    expect(told(plain, masked('a'))).toEqual({ 'logGroup.dataProtectionStatus': 'weaker' });
  });

  test('must have a policy that is declared without its status', () => {
    const dataProtectionPolicy = { Name: 'mask', Statement: [] };
    const plain = { dataProtectionStatus: null, dataProtectionPolicy: null };
    expect(told({ dataProtectionPolicy }, plain)).toEqual({ 'logGroup.dataProtectionStatus': 'weaker' });
    expect(
      told({ dataProtectionPolicy }, { dataProtectionStatus: 'ACTIVATED', dataProtectionPolicy }),
    ).toEqual({});
  });

  test('is masked by the whole account, or no longer; of an older baseline nobody knows', () => {
    const masked = { inheritedProperties: ['ACCOUNT_DATA_PROTECTION'] };
    const plain = { inheritedProperties: [] };
    expect(told(plain, masked)).toEqual({ 'logGroup.inheritedProperties': 'weaker' });
    expect(told(masked, plain)).toEqual({ 'logGroup.inheritedProperties': 'different' });
    expect(told(masked, masked)).toEqual({});
    expect(told({}, masked)).toEqual({});
  });
});

describe('the transformer of the log group', () => {
  const form = (...withKeys: readonly string[]) => ({
    transformerConfig: [{ parseJSON: {} }, { deleteKeys: { withKeys } }],
  });

  test('that is new, another one or gone gives the events another form', () => {
    for (const [expected, actual] of [
      [null, form('a')],
      [form('a'), form('b')],
      [form('a'), null],
    ] as const)
      expect(classesOf(compareTransformer(expected, actual))).toEqual({ 'logGroup.transformer': 'weaker' });
    expect(compareTransformer(form('a'), form('a'))).toEqual([]);
    expect(compareTransformer(null, null)).toEqual([]);
  });

  test('that says what is the default anyway is the same, and the order of processors counts', () => {
    const entry = { key: 'team', value: 'x' };
    const adding = (more: object) => ({
      transformerConfig: [{ parseJSON: {} }, { addKeys: { entries: [{ ...entry, ...more }] } }],
    });
    expect(compareTransformer(adding({}), adding({ overwriteIfExists: false }))).toEqual([]);
    expect(compareTransformer(adding({}), adding({ overwriteIfExists: true }))).toHaveLength(1);
    const { transformerConfig } = form('a');
    expect(compareTransformer(form('a'), { transformerConfig: transformerConfig.toReversed() })).toHaveLength(
      1,
    );
  });
});

describe('metric filters', () => {
  const filter: NamedFilter = {
    filterName: 'root',
    filterPattern: '{ $.userIdentity.type = "Root" }',
    metricTransformations: [{ metricName: 'root', metricNamespace: 'cis', metricValue: '1' }],
  };

  test('that are gone or match otherwise are a loss, new ones are told', () => {
    expect(classesOf(compareMetricFilters([filter], []))).toEqual({
      'logGroup.metricFilters.root': 'weaker',
    });
    const never = { ...filter, filterPattern: '{ $.userIdentity.type = "Root" && $.x = "never" }' };
    expect(classesOf(compareMetricFilters([filter], [never]))).toEqual({
      'logGroup.metricFilters.root': 'weaker',
    });
    expect(classesOf(compareMetricFilters([], [filter]))).toEqual({
      'logGroup.metricFilters.root': 'different',
    });
  });

  test('that say what is the default anyway are the same', () => {
    expect(compareMetricFilters([filter], [{ ...filter, applyOnTransformedLogs: false }])).toEqual([]);
  });
});

describe('subscription filters', () => {
  const to = (account: string, filterName = 'siem'): NamedFilter => ({
    filterName,
    filterPattern: '',
    destinationArn: `arn:aws:logs:eu-central-1:${account}:destination:siem`,
  });
  const told = (expected: readonly NamedFilter[], actual: readonly NamedFilter[]) =>
    classesOf(compareSubscriptionFilters(expected, actual, TRAIL));

  test('that are gone, go elsewhere or pass less on are a loss', () => {
    expect(told([to(ACCOUNT)], [])).toEqual({ 'logGroup.subscriptionFilters.siem': 'weaker' });
    expect(told([to(STRANGER)], [to(ACCOUNT)])).toEqual({ 'logGroup.subscriptionFilters.siem': 'weaker' });
    expect(told([to(ACCOUNT)], [{ ...to(ACCOUNT), filterPattern: 'never' }])).toEqual({
      'logGroup.subscriptionFilters.siem': 'weaker',
    });
  });

  test('that are new let another account read, or are told', () => {
    expect(told([], [to(STRANGER, 'x')])).toEqual({ 'logGroup.subscriptionFilters.x': 'weaker' });
    expect(told([], [to(ACCOUNT, 'x')])).toEqual({ 'logGroup.subscriptionFilters.x': 'different' });
  });
});
