import { createHash } from 'node:crypto'

/** A file's hash as a host writes it. W3C Subresource Integrity. */
export const integrityOf = (contents: string | Buffer) =>
  `sha384-${createHash('sha384').update(contents).digest('base64')}`
