import { crc32, inflateRawSync } from 'node:zlib';

const END = Buffer.from('PK\x05\x06');
const CENTRAL = Buffer.from('PK\x01\x02');
const LOCAL = Buffer.from('PK\x03\x04');
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** Thrown for what is no ZIP archive, or one that this reader does not understand. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly localAt: number;
}

/**
 * Reads the files of a ZIP archive whose entries are stored or deflated.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * @param maximumBytes of all files together
 * @throws ZipError
 */
export function readZip(archive: Buffer, maximumBytes: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let bytes = 0;
  for (const entry of entriesOf(archive)) {
    if (entry.path.endsWith('/')) continue;
    checkPath(entry.path);
    bytes += entry.bytes;
    if (bytes > maximumBytes) throw new ZipError(`The files are larger than ${maximumBytes} bytes`);
    files.set(entry.path, contentOf(archive, entry));
  }
  return files;
}

function entriesOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(END);
  if (end < 0 || end + END_BYTES > archive.length) throw new ZipError('No end of central directory');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const { entry, next } = readEntry(archive, at);
    at = next;
    return entry;
  });
}

function readEntry(archive: Buffer, at: number): { entry: Entry; next: number } {
  if (!startsWith(archive, at, CENTRAL, CENTRAL_BYTES)) throw new ZipError('Bad central directory');
  const nameBytes = archive.readUInt16LE(at + 28);
  const next = at + CENTRAL_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  const entry = {
    path: archive.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    compressedBytes: archive.readUInt32LE(at + 20),
    bytes: archive.readUInt32LE(at + 24),
    localAt: archive.readUInt32LE(at + 42),
  };
  return { entry, next };
}

function contentOf(archive: Buffer, { path, method, crc, compressedBytes, bytes, localAt }: Entry): Buffer {
  if (!startsWith(archive, localAt, LOCAL, LOCAL_BYTES)) throw new ZipError(`Bad header of ${path}`);
  const start =
    localAt + LOCAL_BYTES + archive.readUInt16LE(localAt + 26) + archive.readUInt16LE(localAt + 28);
  const data = archive.subarray(start, start + compressedBytes);
  const content = unpacked(data, method, path, bytes);
  if (content.length !== bytes || crc32(content) !== crc) throw new ZipError(`${path} is damaged`);
  return content;
}

function unpacked(data: Buffer, method: number, path: string, bytes: number): Buffer {
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new ZipError(`${path} is compressed by method ${method}`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    throw new ZipError(`${path} is damaged`, { cause });
  }
}

/** A path may not leave the folder that the archive is unpacked into. */
function checkPath(path: string): void {
  const isOutside = path.startsWith('/') || /^[A-Za-z]:|\\|\0/.test(path) || path.split('/').includes('..');
  if (isOutside) throw new ZipError(`${path} lies outside the archive`);
}

const startsWith = (archive: Buffer, at: number, signature: Buffer, bytes: number) =>
  at + bytes <= archive.length && archive.subarray(at, at + 4).equals(signature);
