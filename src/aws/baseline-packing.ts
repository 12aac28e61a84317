import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Packing } from '../domain/baseline/baseline-split.ts';

/** Hashes and compresses with Node. */
export const NODE_PACKING: Packing = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  gzip: (text) => gzipSync(text, { level: 9 }).toString('base64'),
  gunzip: (base64, mostBytes) =>
    gunzipSync(Buffer.from(base64, 'base64'), { maxOutputLength: mostBytes }).toString(),
};
