import { describe, expect, test } from 'vitest';
import type { BasicSelector, EventSelectors, FieldSelector } from '../parts.ts';
import { compareEventSelectors, recordsManagementWrites, recordsSomething } from './event-selectors.ts';

const ALL: BasicSelector = {
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
};
const NO_MANAGEMENT: BasicSelector = { ...ALL, IncludeManagementEvents: false };
const basic = (...selectors: readonly Partial<BasicSelector>[]): EventSelectors => ({
  EventSelectors: selectors.map((selector) => ({ ...ALL, ...selector })),
});
const advanced = (...selectors: readonly (readonly FieldSelector[])[]): EventSelectors => ({
  AdvancedEventSelectors: selectors.map((FieldSelectors) => ({ Name: null, FieldSelectors })),
});
const field = (Field: string, operators: Omit<FieldSelector, 'Field'>): FieldSelector => ({
  Field,
  ...operators,
});
const MANAGEMENT = field('eventCategory', { Equals: ['Management'] });
const DATA = field('eventCategory', { Equals: ['Data'] });
const OBJECTS = field('resources.type', { Equals: ['AWS::S3::Object'] });
const inBuckets = (...names: readonly string[]) =>
  field('resources.ARN', { StartsWith: names.map((name) => `arn:aws:s3:::${name}/`) });
const objectsIn = (...names: readonly string[]) => [
  { Type: 'AWS::S3::Object', Values: names.map((name) => `arn:aws:s3:::${name}/`) },
];

/** `class path: evidence` of each drift. */
const told = (expected: EventSelectors, actual: EventSelectors) =>
  compareEventSelectors(expected, actual).map((drift) => `${drift.class} ${drift.path}: ${drift.evidence}`);

describe('management events', () => {
  test('none at all is one loss, not a loss of reads and another of writes', () => {
    const actual = basic({ ...NO_MANAGEMENT, DataResources: objectsIn('logs') });
    expect(told(basic(ALL), actual).filter((drift) => drift.startsWith('weaker'))).toEqual([
      'weaker eventSelectors.management: management events are not recorded',
    ]);
    expect(compareEventSelectors(basic(ALL), actual)[0]).toMatchObject({ expected: true, actual: false });
  });

  test('read-only loses the writes, write-only the reads, and back again they are won', () => {
    const writes = 'eventSelectors.management.write: write management events';
    expect(told(basic(ALL), basic({ ReadWriteType: 'ReadOnly' }))).toEqual([
      `weaker ${writes} are not recorded`,
    ]);
    expect(told(basic({ ReadWriteType: 'ReadOnly' }), basic(ALL))).toEqual([
      `stronger ${writes} are recorded too`,
    ]);
    expect(told(basic({ ReadWriteType: 'ReadOnly' }), basic({ ReadWriteType: 'WriteOnly' }))).toEqual([
      'weaker eventSelectors.management.read: read management events are not recorded',
      `stronger ${writes} are recorded too`,
    ]);
  });

  test('services that are left out are told by name, with the kind when it is only one', () => {
    const without = (...sources: readonly string[]) => basic({ ExcludeManagementEventSources: sources });
    expect(told(without('rdsdata.amazonaws.com'), without('kms.amazonaws.com'))).toEqual([
      'weaker eventSelectors.management.sources: management events of "kms.amazonaws.com" are not recorded',
      'stronger eventSelectors.management.sources: management events of "rdsdata.amazonaws.com" are recorded too',
    ]);
    const readsOfKms = basic(
      { ReadWriteType: 'WriteOnly' },
      { ReadWriteType: 'ReadOnly', ExcludeManagementEventSources: ['kms.amazonaws.com'] },
    );
    expect(told(basic(ALL), readsOfKms)).toEqual([
      'weaker eventSelectors.management.sources: read management events of "kms.amazonaws.com" are not recorded',
    ]);
    expect(compareEventSelectors(basic(ALL), readsOfKms)[0]).toMatchObject({
      expected: { without: [] },
      actual: { without: ['kms.amazonaws.com'] },
    });
  });

  test('any other filter is told with what it leaves out', () => {
    const filtered = advanced([MANAGEMENT, field('eventName', { NotEquals: ['StopLogging'] })]);
    expect(told(basic(ALL), filtered).slice(0, 1)).toEqual([
      'weaker eventSelectors.management.filter: management events with eventName Equals "StopLogging" are not recorded',
    ]);
    const onlyIam = advanced([MANAGEMENT, field('eventSource', { Equals: ['iam.amazonaws.com'] })]);
    expect(told(basic(ALL), onlyIam)[0]).toContain('with eventSource NotEquals "iam.amazonaws.com"');
  });

  test('an operator that is not known yet narrows, and the same one means the same', () => {
    const odd = [MANAGEMENT, { Field: 'eventName', Resembles: ['Stop*'] } as FieldSelector];
    expect(told(basic(ALL), advanced(odd)).join()).toMatch(/^weaker eventSelectors.management.filter/);
    expect(told(advanced(odd), advanced([DATA, OBJECTS], odd))).toEqual([
      'stronger eventSelectors.data: data events of "AWS::S3::Object" are recorded too',
    ]);
  });
});

describe('the same meaning, written otherwise', () => {
  const everything = basic({
    DataResources: [
      { Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] },
      { Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda:eu-central-1:111122223333:function:pay'] },
      { Type: 'AWS::DynamoDB::Table', Values: ['arn:aws:dynamodb'] },
    ],
    ExcludeManagementEventSources: ['kms.amazonaws.com'],
  });
  const asAdvanced = advanced(
    [DATA, field('resources.type', { Equals: ['AWS::DynamoDB::Table'] })],
    [DATA, field('readOnly', { Equals: ['true'] }), OBJECTS],
    [DATA, field('readOnly', { Equals: ['false'] }), OBJECTS],
    [
      DATA,
      field('resources.type', { Equals: ['AWS::Lambda::Function'] }),
      field('resources.ARN', { Equals: ['arn:aws:lambda:eu-central-1:111122223333:function:pay'] }),
    ],
    [MANAGEMENT, field('eventSource', { NotEquals: ['kms.amazonaws.com'] })],
  );

  test('basic and advanced selectors that record the same are no drift', () => {
    expect(told(everything, asAdvanced)).toEqual([]);
    expect(told(asAdvanced, everything)).toEqual([]);
  });

  test('names, order, and what another selector records anyway are no drift', () => {
    const named = { AdvancedEventSelectors: [{ Name: 'all', FieldSelectors: [MANAGEMENT] }] };
    expect(told(named, basic(ALL, { ReadWriteType: 'ReadOnly' }))).toEqual([]);
    const two = basic({ DataResources: objectsIn('a', 'b') });
    expect(told(two, basic({ DataResources: objectsIn('b') }, { DataResources: objectsIn('a') }))).toEqual(
      [],
    );
  });

  test.each(['arn:aws:s3', 'arn:aws:s3:::', 'arn:aws-cn:s3:::'])('%s is every object', (value) => {
    const all = basic({ DataResources: [{ Type: 'AWS::S3::Object', Values: [value] }] });
    expect(told(advanced([MANAGEMENT], [DATA, OBJECTS]), all)).toEqual([]);
  });
});

describe('data and network activity events', () => {
  test('dropped ones are told by the type of resource', () => {
    expect(told(basic({ DataResources: objectsIn('a') }), basic(ALL))).toEqual([
      'weaker eventSelectors.data: data events of "AWS::S3::Object" are not recorded',
    ]);
    expect(
      told(basic({ DataResources: objectsIn('a', 'b') }), basic({ DataResources: objectsIn('a') }))[0],
    ).toBe(
      'weaker eventSelectors.data: data events of "AWS::S3::Object" with resources.ARN StartsWith "arn:aws:s3:::b/" are not recorded',
    );
  });

  test('a bucket is not the one whose name begins with its name', () => {
    const [long, short] = [
      basic({ DataResources: objectsIn('logs-eu') }),
      basic({ DataResources: objectsIn('logs') }),
    ];
    expect(told(long, short).map((line) => line.split(' ')[0])).toEqual(['weaker', 'stronger']);
  });

  test('selecting operators of one field add to each other, deselecting ones take away', () => {
    const expected = advanced([DATA, OBJECTS, inBuckets('a')]);
    const more = field('resources.ARN', { StartsWith: ['arn:aws:s3:::a/'], EndsWith: ['.log'] });
    expect(told(expected, advanced([DATA, OBJECTS, more]))[0]).toMatch(/^stronger eventSelectors.data/);
    const less = field('resources.ARN', { StartsWith: ['arn:aws:s3:::a/'], NotEndsWith: ['.tmp'] });
    expect(told(expected, advanced([DATA, OBJECTS, less]))).toEqual([
      'weaker eventSelectors.data: data events of "AWS::S3::Object" with resources.ARN EndsWith ".tmp" are not recorded',
    ]);
  });

  test('an excluded bucket may hide the copy of an object that is in a recorded one', () => {
    const excluding = field('resources.ARN', {
      StartsWith: ['arn:aws:s3:::a/'],
      NotStartsWith: ['arn:aws:s3:::b/'],
    });
    expect(
      told(advanced([DATA, OBJECTS, inBuckets('a')]), advanced([DATA, OBJECTS, excluding])),
    ).toHaveLength(1);
  });

  test('network activity events are told by the service', () => {
    const network = (...operators: readonly FieldSelector[]) =>
      advanced([MANAGEMENT], [field('eventCategory', { Equals: ['NetworkActivity'] }), ...operators]);
    const ofEc2 = field('eventSource', { Equals: ['ec2.amazonaws.com'] });
    expect(told(network(ofEc2), basic(ALL))).toEqual([
      'weaker eventSelectors.networkActivity: network activity events of "ec2.amazonaws.com" are not recorded',
    ]);
    const denied = field('errorCode', { Equals: ['VpceAccessDenied'] });
    expect(told(network(ofEc2), network(ofEc2, denied))[0]).toContain(
      'with errorCode NotEquals "VpceAccessDenied"',
    );
  });

  test('events of a category that is not known yet are not forgotten', () => {
    const future = advanced([MANAGEMENT], [field('eventCategory', { Equals: ['Quantum'] })]);
    expect(told(future, basic(ALL))).toEqual([
      'weaker eventSelectors.other: other events of "Quantum" are not recorded',
    ]);
  });
});

describe('the floor', () => {
  test('a trail without a selector, or with one that contradicts itself, records nothing', () => {
    expect(recordsSomething(basic())).toBe(false);
    expect(recordsSomething(basic(NO_MANAGEMENT))).toBe(false);
    expect(
      recordsSomething(basic({ ...NO_MANAGEMENT, DataResources: [{ Type: 'AWS::S3::Object', Values: [] }] })),
    ).toBe(false);
    const contradiction = field('eventSource', { Equals: ['kms.amazonaws.com'], NotStartsWith: ['kms.'] });
    expect(recordsSomething(advanced([MANAGEMENT, contradiction]))).toBe(false);
    expect(recordsSomething(advanced([DATA, OBJECTS]))).toBe(true);
  });

  test('write management events count whatever else filters them', () => {
    expect(recordsManagementWrites(basic({ ReadWriteType: 'WriteOnly' }))).toBe(true);
    expect(recordsManagementWrites(basic({ ReadWriteType: 'ReadOnly' }))).toBe(false);
    expect(recordsManagementWrites(advanced([DATA, OBJECTS]))).toBe(false);
  });
});

test('advanced selectors that record less than the basic ones in whose place they stand are told as that, too', () => {
  const isReplaced = (expected: EventSelectors, actual: EventSelectors) =>
    told(expected, actual).some((drift) => drift.startsWith('weaker eventSelectors.EventSelectors'));
  expect(isReplaced(basic(ALL), advanced([DATA]))).toBe(true);
  expect(isReplaced(basic(ALL), advanced([MANAGEMENT]))).toBe(false);
  expect(isReplaced(basic(ALL), basic({ ReadWriteType: 'ReadOnly' }))).toBe(false);
  expect(isReplaced(advanced([MANAGEMENT]), basic({ ReadWriteType: 'ReadOnly' }))).toBe(false);
});
