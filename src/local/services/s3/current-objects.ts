import type { Bucket } from './bucket.ts';

/** Each key's object as a listing shows it; keys that end in a delete marker are left out. */
export const currentObjects = ({ objects }: Bucket) =>
  new Map(
    [...objects].flatMap(([key, [newest]]) =>
      newest?.content
        ? [
            [
              key,
              [
                {
                  Key: key,
                  Size: newest.content.body.byteLength,
                  ETag: newest.content.etag,
                  LastModified: new Date(newest.modifiedAt),
                  StorageClass: 'STANDARD' as const,
                },
              ],
            ] as const,
          ]
        : [],
    ),
  );
