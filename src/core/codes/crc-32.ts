/**
 * The cyclic redundancy check of Ethernet and ZIP (ISO 3309), reflected 0x04C11DB7.
 * The nine digits "123456789" have 0xCBF43926.
 *
 * @param bytes values of 0 to 255
 */
export function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
