/** CRC-32 as zlib has it, reflected. */
export const CRC32 = 0xedb88320;
/** CRC-32C (Castagnoli), reflected. */
export const CRC32C = 0x82f63b78;
/** CRC-64/NVME, reflected. */
export const CRC64_NVME = 0x9a6c9329ac4bc9b5n;

/** The four bytes of a reflected 32-bit CRC. */
export function crc32Of(polynomial: number, bytes: Uint8Array): Buffer {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
    return rest;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  const result = Buffer.alloc(4);
  result.writeUInt32BE(~crc >>> 0);
  return result;
}

/** The eight bytes of a reflected 64-bit CRC. */
export function crc64Of(polynomial: bigint, bytes: Uint8Array): Buffer {
  const table = BigUint64Array.from({ length: 256 }, (_, byte) => {
    let rest = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) rest = rest & 1n ? (rest >> 1n) ^ polynomial : rest >> 1n;
    return rest;
  });
  const ones = 0xffffffffffffffffn;
  let crc = ones;
  for (const byte of bytes) crc = (crc >> 8n) ^ (table[Number((crc ^ BigInt(byte)) & 0xffn)] ?? 0n);
  const result = Buffer.alloc(8);
  result.writeBigUInt64BE(crc ^ ones);
  return result;
}
