import { crc32 } from 'node:zlib';
import { templateError } from '../../template/template-error.ts';
import type { Shape } from '../shape/index.ts';
import { text } from '../shape/index.ts';

/**
 * Source text that a template holds as `Code.ZipFile`.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html
 */
export const inlineCode: Shape<string> = {
  unknownNames: text.unknownNames,
  read(value, at) {
    const source = text.read(value, at);
    if (typeof source !== 'string') return source;
    if (Buffer.byteLength(source) > 4 * 1024 * 1024) {
      throw templateError('inline code can be 4 MB at most', at);
    }
    // AWS adds its own module of this name to the archive.
    if (/\bcfn-response\b/.test(source)) {
      throw templateError('the embedded AWS does not add the module cfn-response to inline code', at);
    }
    return source;
  },
};

/** The archive that CloudFormation makes of inline code: one file, `index` with the ending of the runtime's language. */
export function archiveOf(source: string, runtime: string | undefined): Buffer {
  if (runtime?.startsWith('nodejs')) return storedZip('index.js', Buffer.from(source));
  if (runtime?.startsWith('python')) return storedZip('index.py', Buffer.from(source));
  throw templateError(`the runtime ${runtime} has no inline code: ZipFile is for Node.js and Python`);
}

/**
 * A ZIP archive of one file that is not compressed.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16
 */
function storedZip(fileName: string, content: Buffer): Buffer {
  const name = Buffer.from(fileName);
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0); // version needed to extract
  about.writeUInt16LE(0x21, 8); // 1 January 1980, the earliest date there is: equal code makes equal archives
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(content.length, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, name, content]);
  const versionMadeBy = Buffer.from([20, 0]);
  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE((0o100644 << 16) >>> 0, 6); // a file that everyone may read
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), versionMadeBy, about, attributes, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4); // entries on this disk
  end.writeUInt16LE(1, 6); // entries in all
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}
