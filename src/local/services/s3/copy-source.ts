/** What `x-amz-copy-source` names. */
export interface CopySource {
  readonly bucketName: string;
  readonly key: string;
  readonly versionId?: string;
}

/** Reads `/bucket/key?versionId=…` or `bucket/key`, percent-encoded. A text that is none of these names no bucket. */
export function parseCopySource(text: string): CopySource {
  const [path = '', query = ''] = text.replace(/^\//, '').split('?');
  const [, bucketName = '', key = ''] = /^([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  const versionId = new URLSearchParams(query).get('versionId');
  return { bucketName, key, ...(versionId && { versionId }) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
