import { parseArn } from '../arn.ts';
import { objectsOf, textOrNull, textsOf } from '../canonical/fields.ts';
import type { Drift } from '../drift.ts';
import { asJsonObject } from '../json.ts';
import type { PartValues } from '../parts.ts';
import type { ComparedTrail } from './compared-trail.ts';
import { mergeObservations } from './policy/merge-observations.ts';

type Encryption = PartValues['bucket.encryption'];

interface DefaultEncryption {
  readonly algorithm: string;
  readonly key: string | null;
  readonly usesBucketKey: boolean;
  /** Kinds of encryption that S3 refuses, such as SSE-C: with a key that only the writer has. */
  readonly refused: readonly string[];
}

/** With what S3 encrypts files that come without a choice of their own. */
export function compareEncryption(
  expected: Encryption,
  actual: Encryption,
  trail: ComparedTrail,
): readonly Drift[] {
  const [wanted, found] = [readDefault(expected), readDefault(actual)];
  const merged = mergeObservations([
    ...compareAlgorithms(wanted, found),
    ...compareKeys(wanted, found, trail),
    ...compareRefused(wanted, found),
    ...compareBucketKeys(wanted, found),
  ]);
  return merged ? [{ path: 'bucket.encryption', expected, actual, ...merged }] : [];
}

/**
 * S3 encrypts everything: AES256 when nothing else is set.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html
 */
function readDefault(encryption: Encryption): DefaultEncryption {
  const rule = objectsOf(encryption?.Rules)[0] ?? {};
  const { SSEAlgorithm, KMSMasterKeyID } = asJsonObject(rule.ApplyServerSideEncryptionByDefault);
  const { EncryptionType } = asJsonObject(rule.BlockedEncryptionTypes);
  return {
    algorithm: textOrNull(SSEAlgorithm) ?? 'AES256',
    key: textOrNull(KMSMasterKeyID),
    usesBucketKey: rule.BucketKeyEnabled === true,
    refused: textsOf(EncryptionType).filter((type) => type !== 'NONE'),
  };
}

const STRENGTHS: readonly string[] = ['AES256', 'aws:kms', 'aws:kms:dsse'];

type Observations = readonly { readonly class: Drift['class']; readonly evidence: string }[];

/** With a KMS key instead of none, who may read changes too: whoever has no right to the key no longer can. */
function compareAlgorithms(wanted: DefaultEncryption, found: DefaultEncryption): Observations {
  if (wanted.algorithm === found.algorithm) return [];
  const isWeaker =
    STRENGTHS.indexOf(found.algorithm) < STRENGTHS.indexOf(wanted.algorithm) ||
    !STRENGTHS.includes(found.algorithm);
  return [
    {
      class: isWeaker ? 'weaker' : 'different',
      evidence: `new files are encrypted with ${found.algorithm}, not ${wanted.algorithm}`,
    },
  ];
}

/** Whoever holds the key may disable it, and then nobody reads what was encrypted with it. */
function compareKeys(
  { algorithm, key: wanted }: DefaultEncryption,
  { key: found }: DefaultEncryption,
  { accountId }: ComparedTrail,
): Observations {
  if (nameOfKey(wanted, accountId) === nameOfKey(found, accountId)) return [];
  if (found === null)
    return [{ class: 'weaker', evidence: `new files are no longer encrypted with the key ${wanted}` }];
  const account = parseArn(found)?.accountId ?? accountId;
  const isFirstOwn = wanted === null && algorithm === 'AES256' && account === accountId;
  return [
    {
      class: isFirstOwn ? 'different' : 'weaker',
      evidence: `new files can be read only with the key ${found}`,
    },
  ];
}

/** A key of the own account goes by its id or its ARN; another account may name an alias the same. */
function nameOfKey(key: string | null, ownAccount: string): string | null {
  const arn = parseArn(key ?? '');
  return arn?.accountId === ownAccount ? arn.resource.replace(/^key\//, '') : key;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_BlockedEncryptionTypes.html */
function compareRefused(wanted: DefaultEncryption, found: DefaultEncryption): Observations {
  const allowed = wanted.refused.filter((type) => !found.refused.includes(type));
  const refused = found.refused.filter((type) => !wanted.refused.includes(type));
  return [
    ...allowed.map(
      (type) => ({ class: 'weaker', evidence: `files may now be encrypted with ${type}` }) as const,
    ),
    ...refused.map(
      (type) => ({ class: 'stronger', evidence: `files with ${type} are now refused` }) as const,
    ),
  ];
}

const compareBucketKeys = (wanted: DefaultEncryption, found: DefaultEncryption): Observations =>
  wanted.usesBucketKey === found.usesBucketKey
    ? []
    : [{ class: 'different', evidence: `the S3 Bucket Key is ${found.usesBucketKey ? 'on' : 'off'}` }];
