import { createHash } from 'node:crypto'

/** A file's hash in the form of an integrity attribute. W3C Subresource Integrity. */
export const integrityOf = (contents: string | Uint8Array) =>
  `sha384-${createHash('sha384').update(contents).digest('base64')}`
